import Engine
import Simulation
import Store
import Testing

@testable import Kubectl
@testable import Shell

/// A person before a screen, whose time passes only while they wait: each look takes 100 ms.
private final class Watcher: LiveView {
  var clock: Int64 = 0
  private var keys: [(after: Int64, key: LiveKey)]
  private(set) var screens: [[String]] = []
  private(set) var hasEnded = false
  var size = (columns: 80, rows: 24)

  /// Each key is pressed so many milliseconds after the one before.
  init(_ keys: [(after: Int64, key: LiveKey)]) { self.keys = keys }

  func show(_ lines: [String]) { screens.append(lines) }

  func next(within span: SimSpan) -> LiveKey? {
    clock += span.milliseconds
    guard let next = keys.first else { return .terminated }
    keys[0].after -= span.milliseconds
    guard next.after <= span.milliseconds else { return nil }
    keys.removeFirst()
    return next.key
  }

  func end() { hasEnded = true }

  func session() -> Session {
    var host = Host()
    host.wallClock = { self.clock }
    host.openView = { self }
    return Session(.standard(), manner: .interactive, host: host)
  }

  var text: String { screens.flatMap { $0 }.joined(separator: "\n") }
}

@Suite("Watching what is drawn in place")
struct WatchTests {
  @Test("Time runs while somebody watches, and stands still afterwards")
  func timeRuns() {
    let watcher = Watcher([(6000, .character("q"))])
    var session = watcher.session()
    let began = session.now
    #expect(session.run("watch get nodes") == 0)
    #expect(session.now - began >= .milliseconds(5900) && session.now - began <= .seconds(6))
    #expect(watcher.hasEnded)
    #expect(watcher.text.contains("worker-3"))
    #expect(session.clock == .stepped)
    #expect(watcher.screens.allSatisfy { $0.count == 24 })
    #expect(Set(watcher.screens.compactMap(\.first)).count > 5, "the clock in the title goes on")
  }

  @Test("Space pauses, plus and minus change the speed, the arrow goes one look further")
  func pace() {
    let keys: [(Int64, LiveKey)] = [
      (1000, .character(" ")), (60_000, .right), (100, .right), (100, .character("+")),
      (100, .character("+")), (100, .character("-")), (100, .character(" ")),
      (3000, .character("q")),
    ]
    let watcher = Watcher(keys)
    var session = watcher.session()
    let began = session.now
    session.run("watch -n 5 get nodes")
    // A second, two looks (the first was half-way), three seconds twice as fast.
    let passed = session.now - began
    #expect(passed >= .seconds(15) && passed <= .seconds(17), "\(passed.goText)")
    #expect(watcher.text.contains("paused ×1"))
    #expect(watcher.screens.last?.last?.hasPrefix("×2") ?? false)
  }

  @Test("What has changed is marked, what does not fit can be scrolled to")
  func marksAndScrolls() {
    let watcher = Watcher([(3000, .end), (100, .home), (100, .character("q"))])
    watcher.size = (40, 8)
    var session = watcher.session()
    session.run("watch -d -n 1 'get pods -A; date'")
    #expect(watcher.text.contains("\u{1B}[7m"))
    #expect(watcher.text.contains("↑"))
    #expect(watcher.text.contains("↓"))
    #expect(watcher.screens.allSatisfy { $0.count == 8 })
  }

  @Test(
    "It ends with a change, with a failure, with Ctrl-C",
    arguments: [
      ("watch -g -n 1 date", Int32(0)), ("watch -e get node/none", 1),
      ("watch get nodes", 130),
    ])
  func ends(_ line: String, _ status: Int32) {
    let watcher = Watcher([(20_000, .interrupt)])
    var session = watcher.session()
    #expect(session.run(line) == status)
    #expect(watcher.hasEnded)
  }

  @Test(
    "What is wrong is said",
    arguments: [
      ("watch", "watch takes a command"), ("watch -n x get pods", "-n takes a number of seconds"),
      ("watch -q get pods", "unknown flag -q"), ("watch --quick get pods", "unknown flag --quick"),
    ])
  func isRefused(_ line: String, _ message: String) {
    var session = Session(.standard(), manner: .script, host: Host())
    let reply = session.reply(to: line)
    #expect(reply.status == 2)
    #expect(reply.text.contains(message))
  }

  @Test("A saved session watches as long again, with the same world at the end")
  func isRepeated() throws {
    let watcher = Watcher([(4300, .character("+")), (5000, .character("q"))])
    var session = watcher.session()
    session.run("create deployment web --image=nginx --replicas=2")
    session.run("watch -n 3 'kubectl scale deployment web --replicas=4; get pods'")
    session.run("get pods")
    let saved = try SavedSession(SavedSession(session).text)
    var again = Session(.standard(), manner: .interactive, host: Host())
    again.resume(saved)
    #expect(again.now == session.now)
    #expect(again.world.state.revision == session.world.state.revision)
    #expect(again.reply(to: "get pods").text == session.reply(to: "get pods").text)
  }
}
