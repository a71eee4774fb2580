import Engine
import Objects
import Store

/// What one look of a control loop is about to do.
///
/// Every write is first tried on a copy of the state, which costs little because copies share what
/// stays. So a loop learns at once whether a write is refused and what it leaves behind, as a real
/// controller does from the API server's answer. Only what was accepted is handed on. The store
/// draws the same names and uids then, as it starts from the same chance.
struct Draft {
  private(set) var state: ClusterState
  private(set) var reactions: [Reaction<ControllerManager.Key>] = []
  let now: SimTime
  /// What the Metrics API answers those who ask it.
  var metrics = MetricsAPI.absent
  private var random: SeededRandom
  private let controller: String
  private let actor: Actor

  init(
    of state: ClusterState, at now: SimTime, random: SeededRandom, controller: String, actor: Actor
  ) {
    self.state = state
    self.now = now
    self.random = random
    self.controller = controller
    self.actor = actor
  }

  /// Writes; returns what is stored then, or was before a deletion. Nil when nothing changed.
  @discardableResult
  mutating func submit(_ intent: Intent) throws(Rejection) -> (any APIObject)? {
    guard let change = try state.apply(intent, by: actor, at: now, using: &random) else {
      // A report that is not heard is counted all the same.
      if case .record = intent { reactions.append(.submit(intent)) }
      return nil
    }
    reactions.append(.submit(intent))
    return change.object
  }

  /// Writes what may as well be refused: then somebody else was faster, and the change that
  /// brought it about has asked for another look.
  @discardableResult
  mutating func attempt(_ intent: Intent) -> Bool {
    do throws(Rejection) {
      try submit(intent)
      return true
    } catch {
      return false
    }
  }

  /// Reports an event.
  mutating func note(
    _ type: EventType, _ reason: String, _ message: String, about object: any APIObject
  ) {
    attempt(.record(EventNote(type, reason, message, about: object)))
  }

  /// Reports an event about something that may be gone by now.
  mutating func note(
    _ type: EventType, _ reason: String, _ message: String, about reference: ObjectReference
  ) {
    attempt(.record(EventNote(type, reason, message, about: reference)))
  }

  /// Asks to look at an object of this loop, no later than `time`.
  mutating func look(_ object: ObjectKey?, at time: SimTime) {
    reactions.append(
      .look(ControllerManager.Key(controller: controller, object: object), at: time))
  }
}
