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
    for writing in events.take(through: now - Self.eventLifetime) {
      // One that was written again since has an hour from then.
      let key = writing.place.key
      guard state[key]?.metadata.resourceVersion == writing.revision else { continue }
      // Nobody holds on to an event, so that none is refused.
      _ = try? submit(.delete(key, .now), by: .system)
    }
    guard let first = events.first else { return }
    queue.add(.eventExpiry, at: max(first + Self.eventLifetime, now + Self.eventExpiryStep))
  }
}
