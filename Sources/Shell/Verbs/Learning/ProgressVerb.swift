import Kubectl
import Lessons
import Simulation

/// Shows what has been learnt, and takes it from machine to machine.
enum ProgressVerb: Answering {
  static let name = "progress"
  static let usage = ["progress [--json]", "progress export FILE", "progress import FILE"]
  static let summary = "what you have learnt so far; export and import take it along"
  static let details = """
    export writes your journal to a file; import adds one to yours. What is there already is not
    added twice, and lines that are damaged or of something else are passed over.
    """
  static let section = CommandSection.learning

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty ? .choices(["export", "import"]) : .files
  }

  static func answer(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Answer {
    let words = call.arguments
    if !words.isEmpty { try call.refuseJSON(of: self) }
    switch words.first {
    case nil:
      let width = session.style.width ?? MarkdownText.widest
      let picture = ProgressPicture(
        library: session.openLibrary(), progress: session.learnt(),
        today: session.host.timeOfDay() ?? session.now, usesColour: session.style.usesColour)
      return Answer(picture.document) {
        for line in picture.lines(width: min(width, MarkdownText.widest)) { $0.tell(line) }
      }
    case "export"?:
      try export(to: try file(words), in: &session)
    case "import"?:
      try merge(try file(words), in: &session)
    case let word?: throw .usage("unknown word \(word)", of: self)
    }
    return .done()
  }

  private static func file(_ words: [String]) throws(CommandProblem) -> String {
    guard words.count == 2 else { throw .usage("which file?", of: self) }
    return words[1]
  }

  private static func export(
    to path: String, in session: inout Session
  ) throws(CommandProblem) {
    let entries = session.host.journal().compactMap { JournalEntry(line: $0)?.line }
    guard !entries.isEmpty else { throw .failed("there is no progress to export yet") }
    do throws(HostProblem) {
      try session.host.writeFile(path, Lines.text(entries), false)
    } catch {
      throw .failed("\(path): \(error.message)")
    }
    session.report("exported \(entries.count) lines to \(path)")
  }

  private static func merge(
    _ path: String, in session: inout Session
  ) throws(CommandProblem) {
    let text: String
    do throws(HostProblem) {
      let file = try session.host.wholeFile(path)
      // A damaged file still has whole lines.
      text = String(decoding: file.bytes, as: UTF8.self)
    } catch {
      throw .failed("\(path): \(error.message)")
    }
    let merge = JournalMerge(Lines(text).lines, into: session.host.journal())
    for line in merge.added {
      if let why = session.host.keepInJournal(line) { throw .failed("not all was added: \(why)") }
    }
    for passed in merge.passedOver.prefix(mostNotes) {
      let what = passed.reason == .torn ? "is torn" : "is no line of a journal"
      session.complain("note: \(path):\(passed.line) \(what); passed over")
    }
    let others = merge.passedOver.count - mostNotes
    if others > 0 { session.complain("note: \(path): \(others) more lines are passed over") }
    session.report("added \(merge.added.count) lines; \(merge.known) were there already")
  }

  /// A file that is no journal at all has many lines.
  private static let mostNotes = 10
}
