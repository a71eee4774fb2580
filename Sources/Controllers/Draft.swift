import Engine
import Objects
import Store

/// One look of a control loop: the cluster as the loop finds it, and as it leaves it.
///
/// Writes are carried out at once, so that a loop learns whether one is refused and what it leaves
/// behind, as a real controller does from the API server's answer.
struct Draft {
  private(set) var state: ClusterState
  private(set) var steps: [ControllerManager.Step] = []
  let now: SimTime
  /// What the Metrics API answers those who ask it.
  var metrics = MetricsAPI.absent
  private(set) var random: SeededRandom
  private let controller: String
  private let actor: Actor
  private let cause: Int?

  init(
    of state: consuming ClusterState, at now: SimTime, random: SeededRandom, controller: String,
    actor: Actor, because cause: Int?
  ) {
    self.state = state
    self.now = now
    self.random = random
    self.controller = controller
    self.actor = actor
    self.cause = cause
  }

  /// Writes; returns what is stored then, or was before a deletion. Nil when nothing changed.
  @discardableResult
  mutating func submit(_ intent: Intent) throws(Rejection) -> (any APIObject)? {
    guard
      let change = try state.apply(intent, by: actor, because: cause, at: now, using: &random)
    else { return nil }
    steps.append(.wrote(change))
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
    steps.append(.look(ControllerManager.Key(controller: controller, object: object), at: time))
  }
}
