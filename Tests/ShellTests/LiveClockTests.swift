import Engine
import Kubectl
import Testing

@testable import Shell

/// While the clock is live the cluster's time follows the one outside, whatever becomes of that.
struct LiveClockTests {
  /// The clock outside, and the key that stops whatever takes long.
  private final class Outside {
    var milliseconds: Int64 = 1_000_000
    /// How often it is asked for before Ctrl-C is pressed; nil as long as nobody will.
    var patience: Int?

    var isInterrupted: Bool {
      guard let left = patience else { return false }
      patience = max(0, left - 1)
      return left == 0
    }

    func session(_ speed: String) -> Session {
      var host = Host()
      host.wallClock = { self.milliseconds }
      host.isInterrupted = { self.isInterrupted }
      var session = Session(.standard(), manner: .interactive, host: host)
      _ = session.reply(to: "clock live \(speed)")
      return session
    }
  }

  @Test func timePassesAsOutside() {
    let outside = Outside()
    var session = outside.session("x10")
    let began = session.now
    outside.milliseconds += 2500
    _ = session.reply(to: "clock")
    #expect(session.now - began == .seconds(25))
  }

  @Test("A clock that goes back takes nothing back, and goes on from where it was")
  func theClockGoesBack() {
    let outside = Outside()
    var session = outside.session("x1")
    outside.milliseconds += 60_000
    _ = session.reply(to: "clock")
    let reached = session.now
    outside.milliseconds = 0
    #expect(session.reply(to: "get nodes").status == 0)
    #expect(session.now == reached)
    outside.milliseconds = 1_070_000
    _ = session.reply(to: "clock")
    #expect(session.now - reached == .seconds(10))
  }

  @Test("Ctrl-C ends the years after a night at high speed, and the line with them")
  func catchingUpCanBeStopped() {
    let outside = Outside()
    var session = outside.session("x10000")
    let began = session.now
    outside.milliseconds += 12 * 3_600_000
    outside.patience = 50
    let reply = session.reply(to: "get nodes")
    #expect(reply.status == 130)
    #expect(session.now > began && session.now - began < .hours(24))
    let stopped = session.now
    outside.patience = nil
    outside.milliseconds += 100
    _ = session.reply(to: "clock")
    #expect(session.now - stopped == .seconds(1000), "what was missed is not made up for")
  }
}
