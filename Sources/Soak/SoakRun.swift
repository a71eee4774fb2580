import Engine
import Kubectl
import Nodes
import Objects
import Shell
import Simulation
import Store

/// A session in which chance lives a life, and somebody who watches that what must hold holds.
public struct SoakRun {
  /// Something that must not be, and when it was found.
  public struct Finding: Sendable {
    public var text: String
    public var time: SimTime
    /// How many lines had been run.
    public var lines: Int
  }

  public private(set) var session: Session
  public private(set) var findings: [Finding] = []
  /// How many lines have been run, and how many of them were refused.
  public private(set) var lineCount = 0
  public private(set) var refusedCount = 0
  /// How many times everything was looked over, and how many lines were undone and done again.
  public private(set) var looks = 0
  public private(set) var undone = 0
  /// Told of every line before it is run.
  public var tell: (String) -> Void = { _ in }

  private var life: RandomLife
  private var witness = Witness()
  private var grievances = Grievances()
  private var random: SeededRandom
  /// The time between two lines, on the average.
  private let pace: SimSpan
  private var lastLook = SimTime.worldBegins

  /// One of so many lines is undone and done again, and one is followed by only looking.
  private let trialsEvery: Int

  /// A life of so many lines a day on so many machines.
  public init(nodes: Int, seed: UInt64, linesPerDay: Int, trialsEvery: Int = 200) {
    session = Session(.standard(seed: seed), manner: .script, host: Host())
    life = RandomLife(nodes: nodes, seed: seed)
    random = SeededRandom(seed: seed ^ 0x7a1e)
    pace = SimSpan(milliseconds: 86_400_000 / Int64(max(1, linesPerDay)))
    self.trialsEvery = max(1, trialsEvery)
  }

  public var now: SimTime { session.now }
  public var fingerprint: Fingerprint { Fingerprint(of: session.world) }

  /// Builds the cluster.
  public mutating func open() {
    for line in life.opening { run(line) }
    witness.watch(session.world)
  }

  /// Lives until `end`. `report` is called now and then.
  public mutating func live(until end: SimTime, reporting report: (SoakRun) -> Void = { _ in }) {
    while session.now < end {
      let line = life.next(in: session.world)
      switch random.below(trialsEvery) {
      case 0: tryTakingBack(line)
      case 1:
        run(line)
        tryLooking()
      default: run(line)
      }
      let span = min(life.pause(mean: pace), end - session.now)
      if span > .zero { run("advance \(span.seconds + 1)s") }
      note(witness: session.world)
      if life.isLeaderless { grievances.forgive() }
      if session.now - lastLook >= .hours(1) { look() }
      report(self)
    }
  }

  /// Mends everything and looks whether all comes to be well.
  public mutating func heal() {
    for line in life.healing(session.world) { run(line) }
    note(witness: session.world)
    look()
    for complaint in session.world.unfulfilled + session.world.wrongServices + badNodes {
      note("when all was mended: \(complaint)")
    }
  }

  // MARK: - Watching

  private mutating func look() {
    looks += 1
    lastLook = session.now
    for text in grievances.overdue(Census(of: session.world).complaints, at: session.now) {
      note(text)
    }
  }

  private mutating func note(witness world: World) {
    witness.watch(world)
    for complaint in witness.takeComplaints() { note(complaint) }
  }

  private mutating func note(_ text: String) {
    findings.append(Finding(text: text, time: session.now, lines: lineCount))
  }

  private var badNodes: [String] {
    session.world.machines.names.compactMap { name in
      guard let node = session.world.state.node(name) else { return "\(name) has not come back" }
      return node.status.conditions.isTrue("Ready") ? nil : "\(name) is not Ready"
    }
  }

  // MARK: - Doing

  private mutating func run(_ line: String) {
    tell(line)
    lineCount += 1
    let reply = session.reply(to: line)
    if reply.status != 0 { refusedCount += 1 }
    for broken in ["podlab: ", "does not simulate", "Internal error"]
    where reply.text.contains(broken) {
      note("\(line): \(reply.text)")
    }
  }

  /// A line that is undone leaves nothing, and done again it does the same.
  private mutating func tryTakingBack(_ line: String) {
    let before = fingerprint
    let moments = session.timeline.depth
    run(line)
    guard session.timeline.depth > moments else { return }
    undone += 1
    let after = fingerprint
    _ = session.reply(to: "undo")
    if fingerprint != before { note("undo does not take back: \(line)") }
    _ = session.reply(to: "redo")
    if fingerprint != after { note("redo does not do again: \(line)") }
  }

  /// Who only looks changes nothing.
  private mutating func tryLooking() {
    let before = fingerprint
    let lines = [
      "kubectl get all,nodes,events -A", "kubectl describe nodes", "kubectl top nodes", "map",
      "timeline", "whatif kubectl delete pods --all -A",
    ]
    for line in lines {
      _ = session.reply(to: line)
      if fingerprint != before { note("looking changed something: \(line)") }
    }
  }
}
