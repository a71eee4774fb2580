import Engine
import Objects

/// How long a program of the control plane has been at work without a pause: the time for which it
/// holds its lease.
struct ComponentTerm: Hashable, Sendable {
  var beganAt: SimTime
  /// When it stopped; nil while it is at work.
  var endedAt: SimTime?
  /// How many terms there were before.
  var number = 0

  /// When it renewed its lease last, as it does every `period` from its beginning.
  func renewal(every period: SimSpan, by now: SimTime) -> SimTime {
    let passed = (min(endedAt ?? now, now) - beganAt).milliseconds
    return beganAt + .milliseconds(passed / period.milliseconds * period.milliseconds)
  }
}
