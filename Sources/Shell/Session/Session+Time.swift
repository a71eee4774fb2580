import Engine
import Simulation

extension Session {
  /// The longest that a bare `advance` goes on.
  static let settlingLimit = SimSpan.minutes(10)

  /// Lets time pass until nothing is left but heartbeats; at most ten minutes.
  mutating func advanceUntilQuiet() -> Int32? {
    let limit = world.now + Self.settlingLimit
    while let next = world.nextEventTime, next <= limit {
      if let ended = pass(until: next) { return ended }
      world.settle()
    }
    if world.nextEventTime != nil, world.now < limit { return pass(until: limit) }
    return nil
  }

  /// Makes the wall clock and the world agree from here on.
  mutating func anchorClock() {
    guard let wallClock = host.wallClock, case .live = clock else {
      anchor = nil
      return
    }
    anchor = (wallClock(), world.now)
  }

  /// While the clock is live: lets the time pass that has passed outside. That may be years, after
  /// a night at high speed: whoever presses Ctrl-C goes on from where the cluster is then.
  public mutating func catchUpWithWallClock() {
    guard case .live(let speed) = clock, let wallClock = host.wallClock, let anchor else { return }
    let passed = SimSpan.milliseconds((wallClock() - anchor.wall) * speed)
    let outcome = runAtOnce(until: anchor.world + passed, orWhen: { _ in false })
    if outcome != .reached { anchorClock() }
    host.endProgress()
    health.follow(world)
  }
}
