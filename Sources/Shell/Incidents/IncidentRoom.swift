import Engine
import Lessons
import Manifests
import Objects
import Simulation
import Store

/// The outage that somebody is called to, and what they have said and done about it.
struct IncidentRoom: Sendable {
  /// A root cause that was named.
  struct Naming: Sendable {
    var at: SimTime
    var id: String
  }

  let incident: Incident
  /// The cluster as it was when they were called.
  let beginning: World
  /// What they came from.
  var own: Classroom.OwnCluster
  private(set) var namings: [Naming] = []
  /// When everything was done that is to be done.
  var solvedAt: SimTime?
  var hasGivenUp = false

  init(_ incident: Incident, beginning: World, own: Classroom.OwnCluster) {
    self.incident = incident
    self.beginning = beginning
    self.own = own
  }

  mutating func name(_ id: String, at now: SimTime) {
    if !namings.contains(where: { $0.id == id }) { namings.append(Naming(at: now, id: id)) }
  }

  var rightNamings: [Naming] { namings.filter { incident.isTrue($0.id) } }
  var wrongNamings: [Naming] { namings.filter { !incident.isTrue($0.id) } }
}

/// How an outage stands at one moment.
struct IncidentState {
  let room: IncidentRoom
  let now: SimTime
  let health: ShopHealth
  /// Of the last two minutes.
  let recent: LoadRun.Tally
  /// Requests that failed, and what wrong causes took.
  let spent: Int
  /// When users were hurt first.
  let firstFailure: SimTime?

  init(_ room: IncidentRoom, in world: World) {
    self.room = room
    now = world.now
    health = ShopHealth(room.incident.shop, in: world)
    let level = ServiceLevel(world)
    recent = level?.tally(from: now - Incident.window, until: now) ?? LoadRun.Tally()
    firstFailure = level?.firstFailure
    spent =
      (world.load?.total.failed ?? 0)
      + room.wrongNamings.count * room.incident.priceOfWrongCause
  }

  var incident: Incident { room.incident }

  var budgetLeft: Int { max(0, incident.budget - spent) }

  var isAnswering: Bool { (recent.answeredThousandths ?? 0) >= Incident.wantedThousandths }

  /// Whether users are served again and nothing is missing that was there before.
  var isObjectiveMet: Bool { isAnswering && health.isWhole }

  var isEveryCauseNamed: Bool { room.rightNamings.count == incident.faults.count }

  /// What is over is over: traffic that fails later does not undo it.
  var isSolved: Bool {
    room.solvedAt != nil
      || (!room.hasGivenUp && isObjectiveMet && isEveryCauseNamed && budgetLeft > 0)
  }

  /// What checks may ask of it.
  var document: APIValue {
    [
      "seed": .integer(Int64(clamping: incident.seed)),
      "level": .string(incident.level.rawValue),
      "solved": .bool(isSolved),
      "objectiveMet": .bool(isObjectiveMet),
      "budget": .integer(Int64(incident.budget)),
      "budgetLeft": .integer(Int64(budgetLeft)),
      "faults": .integer(Int64(incident.faults.count)),
      "causesNamed": .integer(Int64(room.rightNamings.count)),
      "wrongCauses": .integer(Int64(room.wrongNamings.count)),
      "answered": .number(Double(recent.answeredThousandths ?? 0) / 1000),
      "gaveUp": .bool(room.hasGivenUp),
      "firstFailure": firstFailure.map { .string($0.clockText) } ?? .null,
    ]
  }
}
