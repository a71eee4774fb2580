import Engine
import Kubectl
import Lessons
import Testing

@testable import Shell
@testable import Simulation

/// Whoever leaves a lesson, however abruptly, finds its world again.
@Suite struct LessonComebackTests {
  /// What one person does in a lesson: everything that changes a world, walks its past, or is
  /// remembered by the lesson itself.
  private static let lines = [
    "lesson two-pods", "kubectl apply -f one.yaml", "hint", "kubectl label pod one tier=front",
    "undo", "redo",
    "advance 5s", "next",
    "answer Pending", "name=two", "kubectl apply -f mine.yaml", "kubectl edit pod three",
    "lesson play", "kubectl delete pod one --force", "fail node worker-1", "lesson resume",
    "kubectl exec -it one -- sh", "timeout 30 kubectl get pods -w", "kubectl logs -f one",
    "kubectl config set-context --current --namespace=kube-system", "solution", "undo 2",
    "kubectl config set-context --current --namespace=default",
    "kubectl run $name --image=nginx:1.27", "rewind 2s", "skip",
  ]

  /// A machine with a person, whose files and editor answer otherwise a second time.
  private final class Machine {
    let journal = MemoryJournal()
    var reads = 0
    var edits = 0
    var keys: [TypedKey.Kind] = [.line("echo hello > /tmp/page"), .line("sleep 3"), .end]
    var isCtrlCPressed = false
    var clock = SimTime.worldBegins

    init(journal lines: [String] = []) { journal.lines = lines }

    func session() -> Session {
      var host = Host()
      host.lessonFiles = { GoldenSession.pack }
      host.journal = { [journal] in journal.lines }
      host.keepInJournal = { [journal] line in
        journal.lines.append(line)
        return nil
      }
      host.timeOfDay = { [self] in
        clock = clock + .seconds(7)
        return clock
      }
      host.readFile = { [self] path throws(HostProblem) in
        reads += 1
        guard path == "mine.yaml", reads == 1 else { throw .missing }
        return "apiVersion: v1\nkind: Pod\nmetadata: {name: three}\n"
          + "spec: {containers: [{name: a, image: \"nginx:1.27\"}]}\n"
      }
      host.edit = { [self] text throws(HostProblem) in
        edits += 1
        return edits == 1 ? text.replacing("nginx:1.27", with: "nginx:1.28") : nil
      }
      host.readLine = { [self] _ in keys.isEmpty ? .end : keys.removeFirst() }
      host.isTerminal = true
      var looks = 0
      host.isInterrupted = { [self] in
        guard isCtrlCPressed else { return false }
        looks += 1
        return looks > 40
      }
      return Session(.standard(), manner: .interactive, host: host)
    }

    func run(_ line: String, in session: inout Session) {
      isCtrlCPressed = line.contains("logs -f")
      _ = session.reply(to: line)
      isCtrlCPressed = false
    }
  }

  /// All of a session that somebody could see.
  private static func sight(of session: Session) -> [String] {
    var session = session
    session.host.keepInJournal = { _ in nil }
    return [
      session.prompt(usesColour: false), "\(session.now)", "\(session.world.random)",
      "\(session.classroom?.assignment?.hintsShown ?? -1)",
      "\(session.classroom?.assignment?.prediction ?? "-")",
      "\(session.classroom?.assignment?.isDone ?? false)",
      "\(session.lessonRun?.results.keys.sorted() ?? [])", session.reply(to: "timeline").text,
      session.reply(to: "check").text, session.reply(to: "echo $name").text,
      session.reply(to: "get pods,nodes,events -A -o yaml").text,
      session.reply(to: "undo; get pods -A -o yaml").text,
    ]
  }

  /// After each line the program may be killed.
  @Test func theWorldIsTheSameAfterEveryLine() {
    let machine = Machine()
    var session = machine.session()
    machine.run(Self.lines[0], in: &session)
    for line in Self.lines.dropFirst() {
      machine.run(line, in: &session)
      let later = Machine(journal: machine.journal.lines)
      later.reads = machine.reads
      later.edits = machine.edits
      var again = later.session()
      let reply = again.reply(to: "lesson")
      #expect(reply.status == 0)
      #expect(!reply.text.contains("note:"), "after \(line): \(reply.text)")
      let (was, found) = (Self.sight(of: session), Self.sight(of: again))
      for (before, after) in zip(was, found) where before != after {
        let difference = LineDifference.lines(
          from: Lines(before).lines, to: Lines(after).lines)
        Issue.record("after \(line): \(difference.joined(separator: "\n"))")
      }
    }
    #expect(machine.edits == 1 && machine.keys.isEmpty, "everything was really used")
  }

  /// Coming back again and again, with a line in between, leads to the same.
  @Test func comingBackManyTimesLosesNothing() {
    let straight = Machine()
    var expected = straight.session()
    for line in Self.lines { straight.run(line, in: &expected) }
    var lines: [String] = []
    var state = (reads: 0, edits: 0, keys: Machine().keys)
    var found: Session?
    for line in Self.lines {
      let machine = Machine(journal: lines)
      (machine.reads, machine.edits, machine.keys) = state
      var session = machine.session()
      if line != Self.lines[0] { machine.run("lesson two-pods", in: &session) }
      machine.run(line, in: &session)
      lines = machine.journal.lines
      state = (machine.reads, machine.edits, machine.keys)
      found = session
      // The first line that counts is the second: a lesson merely looked at is begun anew.
    }
    #expect(found.map { Self.sight(of: $0) } == Self.sight(of: expected))
  }

  /// Every fourth lesson of the package and the last: all of them would take minutes.
  private static let sample: [String] = {
    let ids = Library(GoldenSession.lessonFiles).lessons.map(\.lesson.id)
    return ids.enumerated().filter { $0.offset % 4 == 3 || $0.element == ids.last }.map(\.element)
  }()

  /// Whoever leaves a lesson before its last step is done finds the world of its solutions.
  @Test(arguments: sample)
  func aLessonOfThePackageComesBack(id: String) throws {
    let lesson = try #require(Library(GoldenSession.lessonFiles).lesson(id))
    let machine = Machine()
    func session(_ machine: Machine) -> Session {
      var session = machine.session()
      session.host.lessonFiles = { GoldenSession.lessonFiles }
      session.host.isTerminal = false
      return session
    }
    var left = session(machine)
    _ = left.reply(to: "lesson \(id)")
    for step in lesson.steps.dropLast() {
      _ = left.reply(to: step.solution?.text ?? "")
      #expect(left.reply(to: "next").status == 0, "\(id): \(step.title)")
    }
    // A lesson of one step is left with something done in it all the same.
    _ = left.reply(to: "kubectl create namespace mine; advance 3s")
    var found = session(Machine(journal: machine.journal.lines))
    #expect(found.reply(to: "lesson").status == 0)
    for line in ["kubectl get all,nodes,events,endpointslices,pv -A -o yaml", "timeline", "check"] {
      #expect(found.reply(to: line) == left.reply(to: line), "\(id): \(line)")
    }
    #expect(found.prompt(usesColour: false) == left.prompt(usesColour: false))
  }

  /// Wherever the last line of the journal is torn, the lines before it count.
  @Test func aTornLineLosesOnlyItself() throws {
    let machine = Machine()
    var session = machine.session()
    for line in Self.lines.prefix(4) { machine.run(line, in: &session) }
    let last = try #require(machine.journal.lines.last)
    let whole = Array(machine.journal.lines.dropLast())
    for length in stride(from: 1, to: last.utf8.count, by: 7) {
      let torn = String(decoding: last.utf8.prefix(length), as: UTF8.self)
      let progress = Progress(journal: whole + [torn])
      let lines = try #require(progress.openRun(of: "two-pods")?.lines.map(\.done.text))
      #expect(lines == ["kubectl apply -f one.yaml", "hint"])
    }
  }

  @Test func aScriptLeavesNoTrace() {
    let machine = Machine()
    var script = Session(.standard(), manner: .script, host: machine.session().host)
    let reply = script.reply(
      to: "lesson two-pods\napply -f one.yaml\nlabel pod one tier=front\nnext")
    #expect(reply.status == 0)
    #expect(reply.text.contains("Step 2 of 2"))
    #expect(machine.journal.lines.isEmpty)
  }

  @Test func aLessonThatHasChangedSaysSo() {
    let machine = Machine()
    var session = machine.session()
    for line in Self.lines.prefix(3) { machine.run(line, in: &session) }
    var again = Machine(journal: machine.journal.lines).session()
    again.host.lessonFiles = {
      GoldenSession.pack.map {
        LibraryFile(path: $0.path, text: $0.text.replacing("short lesson", with: "brief lesson"))
      }
    }
    #expect(again.reply(to: "lesson two-pods").text.contains("text has changed since"))
  }
}
