import Shell
import Simulation
import Terminal

/// Where lines come from: a person at an editor, a person at a terminal too plain for one, or a
/// script. Shared by the conversation and by the programs in containers that it turns the terminal
/// over to.
final class Keyboard {
  private let editor: LineReader?
  private var plain: PlainReader
  private let hints = HistoryHints()
  private let history: TypedHistory?
  /// How much of the history the keys find.
  private var recalled = 0
  /// Whether a person sits there.
  let isTerminal: Bool

  /// A person, with the history of earlier conversations.
  init(isPlain: Bool, usesColour: Bool, history: TypedHistory?) {
    isTerminal = Screen.hasKeyboard
    editor = isPlain ? nil : LineReader(program: "podlab", colour: usesColour)
    plain = PlainReader(prompting: editor == nil)
    self.history = history
  }

  /// Takes up the history, and whatever it has got since.
  func recall() {
    guard let editor, let history else { return }
    let news = history.texts(from: recalled)
    for text in news { editor.remember(text) }
    hints.entries += news
    recalled += news.count
  }

  /// Forgets all of it.
  func forget() {
    editor?.forgetAll()
    hints.entries = []
    recalled = 0
  }

  /// A script on the standard input.
  init() {
    isTerminal = false
    editor = nil
    plain = PlainReader(prompting: false)
    history = nil
  }

  var hasEditor: Bool { editor != nil }

  /// A line for podlab itself. The shortcuts are keys that stand for a whole line; `whenShown` is
  /// done while nobody has typed yet: the prompt need not wait for it. Behind a text that
  /// `answersQuestions`, `?` between words lists what may follow, below what `explain` says of the
  /// text before it.
  func readLine(
    prompt: String, shortcuts: [Character: String] = [:], whenShown: @escaping () -> Void = {},
    answersQuestions: @escaping (String) -> Bool = { _ in true },
    complete: @escaping (String) -> CompletionList = { _ in .none },
    explain: @escaping (String) -> [String] = { _ in [] }
  ) -> LineResult {
    editor?.answersQuestions = answersQuestions
    editor?.explain = explain
    editor?.shortcuts = shortcuts
    editor?.whenShown = { [unowned self] in
      recall()
      whenShown()
    }
    let likely = LikelyCompletion(complete)
    editor?.hint = { [hints] in hints.rest(of: $0) ?? likely.rest(of: $0) }
    return ask(prompt, complete)
  }

  /// A line for a program in a container.
  func readLine(_ request: LineRequest) -> TypedKey.Kind {
    editor?.shortcuts = [:]
    editor?.answersQuestions = { _ in false }
    editor?.hint = { _ in nil }
    switch ask(request.prompt, request.complete) {
    case .line(let text):
      editor?.remember(text)
      return .line(text)
    case .interrupted:
      Interrupt.end()
      return .interrupt
    case .endOfInput: return .end
    }
  }

  private func ask(
    _ prompt: String, _ complete: @escaping (String) -> CompletionList
  ) -> LineResult {
    guard let editor else { return plain.readLine(prompt: prompt) }
    editor.complete = { text in
      let list = complete(text)
      return Completion(
        start: list.start,
        candidates: list.candidates.map {
          Candidate($0.text, note: $0.note, isPartial: !$0.endsWord)
        })
    }
    return editor.readLine(prompt: prompt)
  }

  /// Whether a long text goes on after a screenful. What is typed instead begins the next line.
  func turnsPage() -> Bool {
    switch PageTurn.ask() {
    case .goOn: return true
    case .stop: return false
    case .typed(let bytes):
      editor?.typeAhead(bytes)
      return false
    }
  }
}
