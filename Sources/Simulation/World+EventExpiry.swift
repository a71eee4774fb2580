import Engine
import Objects
import Store

/// Events do not stay: the server forgets each an hour after it was last written.
extension World {
  /// `--event-ttl` of the API server.
  static let eventLifetime = SimSpan.hours(1)
  /// Events that end within a minute of one another end together, as in etcd.
  static let eventExpiryStep = SimSpan.minutes(1)

  /// Removes the events whose hour is over, and asks to be called again for the next.
  mutating func expireEvents() {
    var ended: [ObjectKey] = []
    var next: SimTime?
    let latest = now - Self.eventLifetime
    var seen = eventsExpiredThrough
    history.forEach(after: seen) { change in
      if change.key.kind == .event, change.verb != .deleted {
        guard change.time <= latest else {
          next = change.time + Self.eventLifetime
          return false
        }
        // One that was written again since has an hour from then.
        if state[change.key]?.metadata.resourceVersion == change.revision {
          ended.append(change.key)
        }
      }
      seen = change.revision
      return true
    }
    eventsExpiredThrough = seen
    for key in ended {
      // Nobody holds on to an event, so that none is refused.
      _ = try? submit(.delete(key, .now), by: .system)
    }
    if let next { queue.add(.eventExpiry, at: max(next, now + Self.eventExpiryStep)) }
  }
}
