import Engine
import Kubectl
import Lessons
import Objects
import Simulation
import Store
import Testing

@testable import Shell

/// Lanes and bars over real worlds.
@Suite struct TimelineTests {
  private func session(_ lines: String) -> Session {
    var session = Session(.standard(), manner: .script, host: Host())
    session.run(lines)
    return session
  }

  private static let troubled = """
    create deployment web --image=nginx:1.27 --replicas=3
    run crash --image=busybox:1.36 -- sh -c 'sleep 2; false'
    run once --image=busybox:1.36 --restart=Never -- sleep 5
    advance 30s
    set image deployment/web nginx=nginx:1.28
    advance 30s
    fail node worker-3
    advance 10m
    delete pod crash --now
    scale deployment web --replicas=4
    advance 10s
    """

  @Test(arguments: [20, 40, 80, 150])
  func fitsTheScreen(width: Int) {
    let session = session(Self.troubled)
    for line in [
      "timeline", "timeline --all", "timeline -A --since 5m", "timeline deployment/web",
      "timeline pod/crash", "timeline node/worker-3", "timeline --commands", "top", "top --all",
    ] {
      let lines = session.drawn(line, width: width)
      #expect(lines.count > 3, "\(line)")
      for shown in lines { #expect(ColumnWidth.of(shown) <= width, "\(line): \(shown)") }
    }
  }

  private func sentence(_ name: String, _ line: String, in session: Session) throws -> String {
    let lines = session.drawn(line + " --plain", width: 10_000)
    return try #require(lines.first { $0.hasPrefix(name + ": ") }, "\(lines)")
  }

  @Test func lanesTellWhatHappened() throws {
    let session = session(Self.troubled)
    let crash = try sentence("crash", "timeline", in: session)
    #expect(crash.contains("starts, 12:00:51 ready, 12:00:53 restarts, 12:00:55 fails"))
    #expect(crash.hasSuffix("gone"))
    #expect(try sentence("once", "timeline pod/once", in: session).hasSuffix("done"))
    let node = try sentence("node/worker-3", "timeline", in: session)
    #expect(node.contains(" Ready, ") && node.hasSuffix(" NotReady"))
    let web = try sentence("deployment/web", "timeline", in: session)
    for words in ["a new version", "rolls out", "lacks pods", "scaled from 3 to 4", "complete"] {
      #expect(web.contains(words), "\(web)")
    }
  }

  /// What was before the time that is shown is how things are at its beginning.
  @Test func aShortTimeBeginsWithHowThingsWere() throws {
    let session = session(Self.troubled)
    let node = try sentence("node/worker-3", "timeline --since 5m", in: session)
    let begin = (session.now - .minutes(5)).clockText
    #expect(node == "node/worker-3: \(begin) NotReady")
    let all = session.drawn("timeline --since 20s --plain", width: 10_000)
    #expect(!all.contains { $0.hasPrefix("once: ") })
  }

  @Test func stretchesFollowEachOther() {
    let world = session(Self.troubled).world
    var book = LaneBook(from: .worldBegins, in: world.state, wants: { _, _ in true })
    for change in world.history.changes() { book.follow(change) }
    book.finish(at: world.now)
    #expect(world.state.keys(.pod).allSatisfy { book.records[$0] != nil })
    for record in book.records.values {
      let stretches = record.lane.stretches
      for (before, after) in zip(stretches, stretches.dropFirst()) {
        #expect(before.to <= after.from)
        #expect(before.from <= before.to)
      }
      #expect(stretches.allSatisfy { $0.to <= world.now })
    }
  }

  @Test func manyPodsShareALane() {
    let session = session(
      "create deployment web --image=nginx:1.27 --replicas=60\nadvance 20s")
    let lines = session.drawn("timeline", width: 80)
    #expect(lines.count < 30, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("deployment/web") && $0.hasSuffix("████████") })
    #expect(session.drawn("timeline --all", width: 80).count > 60)
  }

  /// undo takes the past with it.
  @Test func whatIsUndoneDidNotHappen() {
    var session = session(Self.troubled)
    for _ in 0..<4 { session.run("undo") }
    let text = session.drawn("timeline --plain", width: 10_000).joined(separator: "\n")
    #expect(!text.contains("NotReady") || text.contains("undone: fail node worker-3"))
    #expect(text.contains("undone: scale deployment web --replicas=4"))
    #expect(!text.contains("scaled from 3 to 4"))
  }

  @Test(arguments: [
    "timeline --svg x.svg", "timeline deployment/web --svg x.svg", "top --svg x.svg",
  ])
  func filesAreXML(line: String) {
    var session = session(Self.troubled)
    session.run("echo '<&>\"'; run odd --image='<b>'")
    var text = ""
    session.host.writeFile = { _, written, _ throws(HostProblem) in text = written }
    #expect(session.reply(to: line + " --svg x.svg").status == 0)
    #expect(XMLReader(text).problem == nil)
  }

  // MARK: - top

  @Test(arguments: ["top nodes", "top pods -A", "top pod nosuch", "top nonsense", "top pods -h"])
  func wordsBehindTopAreKubectls(line: String) {
    var session = session(Self.troubled)
    #expect(session.reply(to: line) == session.reply(to: "kubectl \(line)"))
    #expect(session.reply(to: "kubectl top") == session.reply(to: "k top"))
  }

  @Test func topSaysHowMuchItKnows() {
    let young = session("advance 20s")
    #expect(young.drawn("top", width: 80)[0].contains("one sample"))
    #expect(!young.drawn("top", width: 80).contains { $0.hasSuffix("▄") })
    var old = session("advance 2m")
    for _ in 0..<4 { old.run("advance 1m") }
    let lines = old.drawn("top", width: 100)
    #expect(lines[0].contains("samples of the last 5 minutes"))
    #expect(lines.contains { $0.hasPrefix("control-plane") && $0.contains(" ▄") })
    #expect(
      session("undo").drawn("top", width: 80)[0]
        == "Nothing has been measured yet: advance 30s")
  }

  @Test func topNeedsAMetricsServer() {
    let session = session("delete deployment metrics-server -n kube-system\nadvance 40s")
    #expect(session.drawn("top", width: 80)[0].hasPrefix("error: Metrics API not available"))
  }
}
