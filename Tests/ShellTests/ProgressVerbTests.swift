import Engine
import Kubectl
import Lessons
import Testing

@testable import Shell

/// Progress is shown, and taken from one machine to another.
@Suite struct ProgressVerbTests {
  /// A machine with files and a journal.
  private final class Machine {
    let journal = MemoryJournal()
    var files: [String: String] = [:]
    var today = SimTime.worldBegins

    func session() -> Session {
      var host = Host()
      host.lessonFiles = { GoldenSession.pack }
      host.journal = { [journal] in journal.lines }
      host.keepInJournal = { [journal] line in
        journal.lines.append(line)
        return nil
      }
      host.timeOfDay = { [self] in today }
      host.readFile = { [self] path throws(HostProblem) in
        guard let text = files[path] else { throw .missing }
        return text
      }
      host.writeFile = { [self] path, text, _ throws(HostProblem) in
        guard !path.hasPrefix("/full/") else { throw .refused("no space left on device") }
        files[path] = text
      }
      return Session(.standard(), manner: .interactive, host: host)
    }
  }

  /// Does one lesson with a hint and begins another, on two days.
  private func practised() -> Machine {
    let machine = Machine()
    var session = machine.session()
    for line in [
      "lesson namespaces", "hint", "kubectl create namespace shop", "next", "lesson two-pods",
    ] { _ = session.reply(to: line) }
    machine.today = machine.today + .hours(48)
    _ = session.reply(to: "kubectl apply -f one.yaml\nlesson leave")
    return machine
  }

  @Test func thePictureShowsWhatWasDone() {
    let machine = practised()
    var session = machine.session()
    #expect(
      session.reply(to: "progress").text == """
        Lessons    ###############...............  1 of 2 done
          Basics  o  0 of 1
          More    #  1 of 1
          # done  o begun  . not yet

        Questions  0 of 3 answered

        Steps done      1 with hints
        Days practised  2
          ....... ....... ....... ....#.#  today

        """)
  }

  @Test func anotherMachineTakesItOver() {
    let first = practised()
    var old = first.session()
    #expect(old.reply(to: "progress export mine.jsonl").status == 0)
    let second = Machine()
    second.today = first.today
    var session = second.session()
    second.files = first.files
    second.files["mine.jsonl"]? += "{\"v\":1,\"at\":\"2026-0\nshopping list\n"
    let reply = session.reply(to: "progress import mine.jsonl")
    #expect(reply.status == 0)
    let count = first.journal.lines.count
    #expect(reply.text(.out) == "added \(count) lines; 0 were there already\n")
    #expect(
      reply.text(.err) == """
        note: mine.jsonl:\(count + 1) is torn; passed over
        note: mine.jsonl:\(count + 2) is no line of a journal; passed over

        """)
    #expect(session.reply(to: "progress").text == old.reply(to: "progress").text)
    #expect(session.reply(to: "lessons").text == old.reply(to: "lessons").text)
    // The world of the lesson that was left comes along.
    #expect(session.reply(to: "lesson two-pods").text.contains("you go on where you left"))
    #expect(session.reply(to: "kubectl get pods -o name").text == "pod/one\n")
    let again = session.reply(to: "progress import mine.jsonl")
    #expect(again.text(.out) == "added 0 lines; \(count) were there already\n")
  }

  @Test(arguments: [
    ("progress export", "error: which file?"),
    ("progress export a b", "error: which file?"),
    ("progress export /full/x", "error: /full/x: no space left on device"),
    ("progress import nosuch", "error: nosuch: No such file or directory"),
    ("progress everything", "error: unknown word everything"),
  ])
  func refusalsSayWhy(_ line: String, _ message: String) {
    let machine = practised()
    var session = machine.session()
    let before = machine.journal.lines
    let reply = session.reply(to: line)
    #expect(reply.status != 0)
    #expect(reply.text(.err).hasPrefix(message), "\(reply.text)")
    #expect(machine.journal.lines == before)
  }

  @Test func nothingIsExportedBeforeAnythingIsDone() {
    var session = Machine().session()
    #expect(session.reply(to: "progress export x").text.contains("no progress to export yet"))
  }

  @Test(arguments: [40, 80])
  func thePictureFitsTheScreen(width: Int) {
    let machine = practised()
    let library = Library(GoldenSession.lessonFiles)
    for usesColour in [false, true] {
      let picture = ProgressPicture(
        library: library, progress: Lessons.Progress(journal: machine.journal.lines),
        today: machine.today, usesColour: usesColour)
      for line in picture.lines(width: width) {
        #expect(ColumnWidth.of(line) <= width, "\(line)")
      }
    }
  }

  @Test func brokenLessonsAreListedAndTheRestWorks() {
    let machine = Machine()
    var session = machine.session()
    session.host.lessonFiles = {
      GoldenSession.pack + [LibraryFile(path: "more/broken.md", text: "---\nid: broken\n---\n")]
    }
    let list = session.reply(to: "lessons")
    #expect(list.status == 0)
    #expect(list.text.contains("\nbroken   more/broken.md:"), "\(list.text)")
    #expect(session.reply(to: "lesson broken").text.contains("the lesson broken is broken: "))
    #expect(session.reply(to: "lesson two-pods").status == 0)
  }
}
