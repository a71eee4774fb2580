import Engine
import Kubectl
import Simulation
import Store
import Testing

@testable import Shell

@Suite struct SessionTests {
  private func session(_ manner: Session.Manner = .script) -> Session {
    Session(.standard(), manner: manner, host: Host())
  }

  @Test(arguments: [
    ("echo a b", "a b\n", 0),
    ("x=5; echo $x \"$x\" '$x' ${x}y", "5 5 $x 5y\n", 0),
    ("echo $(echo a; echo b) \"$(echo 'c  d')\"", "a b c  d\n", 0),
    ("for i in 1 2 3; do echo $i; done | tail -1", "3\n", 0),
    ("false && echo no || echo yes", "yes\n", 0),
    ("! false", "", 0),
    ("false; echo $?", "1\n", 0),
    ("echo a 2>&1 | cat", "a\n", 0),
    ("nosuch 2>/dev/null", "", 127),
    ("nosuch 2>&1 | head -1", "error: unknown command \"nosuch\"\n", 0),
    ("cat <<EOF\na $(echo b)\nEOF", "a b\n", 0),
    ("cat <<'EOF'\na $(echo b)\nEOF", "a $(echo b)\n", 0),
    ("cat <<< word", "word\n", 0),
    ("seq 3 | xargs -n1 echo n", "n 1\nn 2\nn 3\n", 0),
    ("seq 2 | xargs -I{} echo '<{}>'", "<1>\n<2>\n", 0),
    ("printf '%s-%d\\n' a 1 b 2", "a-1\nb-2\n", 0),
    ("test 3 -gt 2 && [ a = a ] && echo ok", "ok\n", 0),
    ("date", "Thu, 01 Jan 2026 12:00:50 +0000\n", 0),
    ("advance 90s; date +%s", "1767268940\n", 0),
    ("sleep 10; date | cut -c18-25", "12:01:00\n", 0),
    ("timeout 5 sleep 60; echo $?; date | cut -c18-25", "124\n12:00:55\n", 0),
    ("exit 3; echo no", "", 3),
    ("expect nodes count == 4", "", 0),
    ("cat", "", 0),
  ])
  func runsLines(_ text: String, _ output: String, _ status: Int32) {
    var session = session()
    let reply = session.reply(to: text)
    #expect(reply.text(.out) == output)
    #expect(reply.status == status)
  }

  @Test(arguments: [
    ("advance soon", 2), ("add", 2), ("add node --cpu no", 2), ("remove node nosuch", 1),
    ("source nosuch", 1), ("open nosuch", 1), ("cat nosuch", 1), ("cat < nosuch", 1),
    ("echo x > /nosuch/file", 1), ("undo", 1), ("redo", 1), ("rewind 1h", 1), ("rewind soon", 2),
    ("clock live", 1), ("clock fast", 2), ("why nosuch/x", 1), ("why pod/x", 1), ("map cake/x", 2),
    ("expect", 2), ("expect pod/web exists and more", 2), ("expect nodes count == 9", 1),
    ("help nosuch", 1), ("glossary nosuch", 1), ("jq .", 127), ("grep", 2), ("sort -k x", 2),
    ("fail node nosuch", 1), ("fail everything now", 2), ("resize node worker-1", 2),
    ("'", 2), ("for", 2), ("get nosuchkind", 1), ("get pods --nosuchflag", 1),
  ])
  func failsWithTheRightStatus(_ text: String, _ status: Int32) {
    var session = session()
    let before = session.world.state.revision
    let reply = session.reply(to: text)
    #expect(reply.status == status)
    #expect(!reply.text(.err).isEmpty)
    #expect(session.world.state.revision == before)
  }

  @Test func namesFiles() {
    var host = Host()
    host.look = {
      switch $0 {
      case ".": .folder([".hidden", "b/", "a.yaml"])
      case "a.yaml": .file
      default: .missing
      }
    }
    var session = Session(.standard(), manner: .script, host: host)
    #expect(session.reply(to: "ls").text == "a.yaml\nb/\n")
    #expect(session.reply(to: "ls -a").text == ".hidden\na.yaml\nb/\n")
    let reply = session.reply(to: "ls gone a.yaml")
    #expect(reply.text == "ls: cannot access 'gone': No such file or directory\na.yaml\n")
    #expect(reply.status == 2)
    #expect(session.reply(to: "ls -l").status == 2)
  }

  @Test func undoesWhatChangedSomething() {
    var session = session()
    #expect(session.reply(to: "add node extra; get nodes -o name | wc -l").text == "5\n")
    #expect(session.reply(to: "undo; get nodes -o name | wc -l").text == "4\n")
    #expect(session.reply(to: "redo; get nodes -o name | wc -l").text == "5\n")
    #expect(session.reply(to: "get nodes; undo; get nodes -o name | wc -l").text.hasSuffix("4\n"))
  }

  @Test func timeMovesOnlyWhereItShould() {
    var script = session(.script)
    var person = session(.interactive)
    let start = script.now
    script.run("get nodes; get pods")
    person.run("get nodes; get pods")
    #expect(script.now == start)
    #expect(person.now == start + .seconds(2))
    person.run("help; echo x; map")
    #expect(person.now == start + .seconds(2))
  }

  @Test func savedSessionsGoOnTheSame() throws {
    var first = session(.interactive)
    first.run("add node extra --cpu 2\nadvance 1m\nget nodes\nadd node more")
    let saved = SavedSession(first)
    let text = saved.text
    #expect(try SavedSession(text).text == text)
    var second = session(.interactive)
    second.resume(try SavedSession(text))
    #expect(second.now == first.now)
    #expect(second.reply(to: "get nodes -o yaml") == first.reply(to: "get nodes -o yaml"))
    #expect(throws: SavedSession.Problem.notASession) { try SavedSession("hello") }
  }

  @Test func interruptEndsTheLine() {
    var host = Host()
    host.isInterrupted = { true }
    var session = Session(.standard(), manner: .interactive, host: host)
    #expect(session.run("for i in 1 2 3; do echo $i; done") == 130)
  }
}
