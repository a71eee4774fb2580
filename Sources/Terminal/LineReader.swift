import CLibEdit
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A person at a terminal: libedit, owned. A class because libedit keeps a pointer to it.
public final class LineReader {
  /// How the text before the cursor can go on.
  public var complete: (String) -> Completion = { _ in Completion(start: 0, candidates: []) }
  /// What to show in grey after the whole line; Right takes it.
  public var hint: (String) -> String? = { _ in nil }

  /// Done once the prompt is shown, before a key is taken: what the prompt need not wait for.
  public var whenShown: (() -> Void)?
  /// Whether `?` behind this text, where a word could begin, lists what may follow, rather than
  /// typing itself.
  public var answersQuestions: (String) -> Bool = { _ in false }
  /// Lines to stand above that list, for the text before the cursor: how the command is used.
  public var explain: (String) -> [String] = { _ in [] }

  /// Keys that stand for a whole line while nothing has been typed: the line is typed and entered.
  public var shortcuts: [Character: String] = [:]

  let editor: OpaquePointer
  let screen: UnsafeMutablePointer<FILE>
  let usesColour: Bool
  let signalEnd: Int32
  let history: OpaquePointer?
  var prompt = Prompt("", colour: false)
  /// What is on the screen; nil while the cursor is at the beginning of a row, with nothing drawn.
  var drawn: ScreenLayout?
  var decoder = ScalarDecoder()
  /// Characters that came before they were wanted: after an ESC that they do not belong to, or
  /// while somebody else read the keyboard.
  var ahead: [wchar_t] = []
  /// One that came behind an ESC it does not belong to: what it means is still to be seen.
  var putBack: wchar_t?
  var isHintShown = false
  /// The ways to go on that are offered below the line.
  var menu: CompletionMenu?
  var isMenuShown = false
  /// When an ESC was last taken for a key of its own.
  var escapedAt: Int64?
  /// What was killed last, and where.
  var killed = ""
  var killing: Killing?
  /// The argument that Alt-. last put in, and how many commands back it was found.
  var argument: (text: String, age: Int, cursor: Int)?
  var wasInterrupted = false

  /// Nil when there is no terminal, or one that cannot move its cursor: see ``PlainReader``.
  public init?(program: String, colour: Bool) {
    TextWidth.useUTF8()
    guard isatty(0) == 1, let kind = Environment.value("TERM"), kind != "dumb",
      let nowhere = fopen("/dev/null", "w")
    else { return nil }
    // Output may go to a file while a person types.
    let screen = isatty(1) == 1 ? pl_stdout() : fopen("/dev/tty", "w") ?? pl_stderr()
    // Nobody wants to hear of kinds of terminal that libedit does not know.
    guard let screen, let editor = pl_init(program, screen, nowhere) else { return nil }
    guard pl_tc_is_set(editor, "up") == 1, pl_tc_is_set(editor, "ce") == 1,
      let signalEnd = Signals.install()
    else {
      el_end(editor)
      return nil
    }
    // It has seen that this is a terminal; lines are drawn here.
    pl_set_output(editor, nowhere)
    self.editor = editor
    self.screen = screen
    self.signalEnd = signalEnd
    usesColour = colour
    history = pl_hist_new(editor, 10_000)
    pl_set_clientdata(editor, Unmanaged.passUnretained(self).toOpaque())
    configure()
    TerminalModes.guardAgainstCrashes()
  }

  deinit {
    el_end(editor)
    if let history { history_wend(history) }
  }

  static func of(_ editor: OpaquePointer?) -> LineReader {
    Unmanaged<LineReader>.fromOpaque(pl_clientdata(editor)).takeUnretainedValue()
  }

  /// Adds to what the Up key and Ctrl-R find; an entry equal to the last one is not added.
  public func remember(_ entry: String) {
    guard !entry.isEmpty else { return }
    pl_hist_enter(history, WideText.terminated(entry))
  }

  /// Forgets what the Up key and Ctrl-R find.
  public func forgetAll() { pl_hist_clear(history) }

  /// Takes keys that somebody else has read: they begin the next line.
  public func typeAhead(_ bytes: [UInt8]) {
    ahead += bytes.compactMap { decoder.feed($0) }.map { wchar_t($0.value) }
  }

  /// Asks for a line. `prompt` may hold colours (`ESC [ … m`).
  public func readLine(prompt: String) -> LineResult {
    guard !Signals.isTerminating.load(ordering: .relaxed) else { return .endOfInput }
    self.prompt = Prompt(prompt, colour: usesColour)
    wasInterrupted = false
    menu = nil
    argument = nil
    killing = nil
    Interrupt.end()
    TerminalModes.keep()
    Signals.edit(true)
    defer {
      Signals.edit(false)
      emit("\u{1B}[?2004l")
      TerminalModes.release()
    }
    // What came while a command ran is no news: the size is asked for anyway.
    _ = Signals.drain(signalEnd)
    // libedit would do this after the prompt: a key pressed between would be echoed.
    pl_prep_term(editor, 1)
    el_resize(editor)
    beginRow()
    return edited()
  }

  private func edited() -> LineResult {
    var count: Int32 = 0
    let text = el_wgets(editor, &count)
    eraseBesides()
    if Signals.isTerminating.load(ordering: .relaxed) { return .endOfInput }
    if wasInterrupted { return .interrupted }
    guard let text, count > 0 else { return .endOfInput }
    var characters = UnsafeBufferPointer(start: text, count: Int(count))[...]
    if characters.last == 0x0A { characters.removeLast() }
    // The line as it was entered, whatever of it has been shown.
    draw(Array(characters), cursor: characters.count)
    leaveLine()
    return .line(WideText.string(characters))
  }

  /// A prompt begins at the left edge. Output without a line end, or keys
  /// echoed while a command ran, may have left the cursor elsewhere: as many spaces as make the
  /// cursor go to the next row then, and stay otherwise, need no question to the terminal.
  func beginRow() {
    let spaces = String(repeating: " ", count: size.columns - 1)
    emit("\u{1B}[?2004h\(spaces)\r\u{1B}[K")
    drawn = nil
  }
}
