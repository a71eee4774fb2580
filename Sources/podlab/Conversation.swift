import Kubectl
import Shell
import Terminal

/// A person and a session: asks for lines, puts those together that belong together, runs them.
struct Conversation {
  private var session: Session
  private let editor: LineReader?
  /// Asks for lines where no editor can work.
  private var plain: PlainReader
  private let usesColour: Bool
  private let history = HistoryFile(path: Environment.stateDirectory + "/history")
  private var keepsHistory = true
  private let hints = HistoryHints()

  /// How many old commands the Up key finds.
  private static let historyLength = 10_000

  init(_ session: Session, isPlain: Bool, usesColour: Bool) {
    self.session = session
    self.usesColour = usesColour
    editor = isPlain ? nil : LineReader(program: "podlab", colour: usesColour)
    plain = PlainReader(prompting: editor == nil)
    guard let editor else { return }
    hints.entries = history.load(limit: Self.historyLength)
    for entry in hints.entries { editor.remember(entry) }
    editor.hint = { [hints] in hints.rest(of: $0) }
  }

  /// Goes on until somebody leaves; the status to leave with. `first` is run before anything.
  mutating func run(first: String?) -> Int32 {
    Output.write(session.greeting)
    if let first { perform(first) }
    while session.exitStatus == nil {
      session.catchUpWithWallClock()
      switch command() {
      case .line(let text):
        guard !text.allSatisfy(\.isWhitespace) else { continue }
        remember(text)
        perform(text)
      case .interrupted: continue
      case .endOfInput:
        Output.write("\n")
        return 0
      }
    }
    return session.exitStatus ?? 0
  }

  private mutating func perform(_ text: String) {
    session.run(text)
    Interrupt.end()
  }

  /// A whole command, however many lines it takes.
  private mutating func command() -> LineResult {
    var text = ""
    var prompt = session.prompt(usesColour: usesColour)
    while true {
      switch read(prompt, after: text) {
      case .line(let line): text += text.isEmpty ? line : "\n" + line
      case .interrupted: return .interrupted
      case .endOfInput: return text.isEmpty ? .endOfInput : .line(text)
      }
      guard Session.isIncomplete(text) else { return .line(text) }
      prompt = Session.continuationPrompt
    }
  }

  private mutating func read(_ prompt: String, after earlier: String) -> LineResult {
    guard let editor else { return plain.readLine(prompt: prompt) }
    let session = session
    let before = earlier.isEmpty ? "" : earlier + "\n"
    editor.complete = { text in
      let list = session.completions(of: before + text)
      return Completion(
        start: max(0, list.start - before.unicodeScalars.count),
        candidates: list.candidates.map {
          Candidate($0.text, note: $0.note, isPartial: !$0.endsWord)
        })
    }
    return editor.readLine(prompt: prompt)
  }

  private mutating func remember(_ text: String) {
    editor?.remember(text)
    hints.entries.append(text)
    guard editor != nil, keepsHistory else { return }
    do throws(HostError) {
      try history.append(text)
    } catch {
      // Said once: work goes on without.
      keepsHistory = false
      Output.write(.init(.err, "note: history is not kept: \(error.message)\n"))
    }
  }
}
