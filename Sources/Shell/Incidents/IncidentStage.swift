import Engine
import Kubectl
import Lessons
import Objects
import Simulation
import Store

/// Builds the world of an outage: the shop as it was, its users, and what has happened since.
struct IncidentStage {
  private(set) var incident: Incident
  /// The cluster it began with.
  let start: ClusterStart
  /// As whoever is called finds it.
  private(set) var world: World
  /// What commands of the stage complained about; empty unless a fault is written wrongly.
  private(set) var complaints: [String] = []

  /// An outage drawn from a seed.
  init(seed: UInt64, level: Level) {
    var (shop, faults, random) = Self.draw(seed: seed, level: level)
    self.init(seed: seed, level: level, isDrill: false, shop, faults, using: &random)
  }

  /// The shop and the faults that a seed stands for, and the chance that is left.
  static func draw(
    seed: UInt64, level: Level
  ) -> (shop: Shop, faults: [Fault], random: SeededRandom) {
    var random = SeededRandom(seed: seed &* 4 &+ UInt64(level.rank))
    let shop = Shop(using: &random)
    return (shop, IncidentDraw.faults(for: level, using: &random), random)
  }

  /// An outage of chosen faults.
  init(seed: UInt64, level: Level, faults: [Fault]) {
    var random = SeededRandom(seed: seed &* 4 &+ UInt64(level.rank))
    let shop = Shop(using: &random)
    self.init(seed: seed, level: level, isDrill: true, shop, faults, using: &random)
  }

  private init(
    seed: UInt64, level: Level, isDrill: Bool, _ shop: Shop, _ faults: [Fault],
    using random: inout SeededRandom
  ) {
    start = Self.start(shop, seed: seed)
    var session = Session(start, manner: .script, host: Host())
    session.namespace = shop.namespace
    var complaints: [String] = []
    func run(_ commands: [String]) {
      for command in commands {
        let reply = session.reply(to: command)
        if reply.status != 0 { complaints.append("\(command): \(reply.text)") }
      }
    }
    run(Self.opening(shop))
    session.world.startLoad(Self.users(of: shop), until: nil)
    run(["advance 1m"])
    let others = IncidentDraw.distractors(for: level, besides: faults, using: &random)
    let candidates = (faults + others).map { fault in
      Incident.Candidate(
        id: fault.id(in: shop), cause: fault.kind.story(fault.part, shop, session.world).cause)
    }
    var events: [Incident.Event] = []
    for fault in faults {
      let story = fault.kind.story(fault.part, shop, session.world)
      events.append(
        Incident.Event(id: fault.id(in: shop), story: story, at: session.now))
      run(story.commands + ["advance \(15 + random.below(30))s"])
    }
    run(["advance \(90 + random.below(20))s"])
    let failed = session.world.load?.total.failed ?? 0
    incident = Incident(
      seed: seed, level: level, isDrill: isDrill, shop: shop, faults: events,
      candidates: candidates.sorted { $0.id < $1.id }, pagedAt: session.now,
      budget: failed + shop.perSecond * 60 * Incident.budgetMinutes(level))
    world = session.world
    self.complaints = complaints
  }

  /// podlab's own cluster, with workers of the shop's names.
  private static func start(_ shop: Shop, seed: UInt64) -> ClusterStart {
    var start = ClusterStart.standard(seed: seed)
    for (place, name) in shop.workers.enumerated() where place + 1 < start.nodes.count {
      start.nodes[place + 1].metadata.name = name
      start.nodes[place + 1].metadata.labels["kubernetes.io/hostname"] = name
    }
    return start
  }

  private static func opening(_ shop: Shop) -> [String] {
    [
      "add image -f - <<'END'\n\(shop.images)\nEND",
      "kubectl create namespace \(shop.namespace)",
      "kubectl apply -f - <<'END'\n\(shop.manifests)\nEND", "advance 45s",
    ]
  }

  /// What the users of the shop do all the time.
  private static func users(of shop: Shop) -> LoadPlan {
    let key = ObjectKey(.service, namespace: shop.namespace, name: shop.theme.front)
    return LoadPlan(
      target: .service(key), title: "svc/\(shop.theme.front)", port: shop.servicePort(.front),
      path: "/checkout", perSecond: shop.perSecond, patience: .seconds(5))
  }
}

extension Level {
  /// 0 for the easiest.
  var rank: Int { Level.allCases.firstIndex(of: self) ?? 0 }
}
