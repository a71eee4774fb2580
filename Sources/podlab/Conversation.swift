import Kubectl
import Shell
import Terminal

/// A person and a session: asks for lines, puts those together that belong together, runs them.
struct Conversation {
  private let sitting: LazySession
  private let keyboard: Keyboard
  private let usesColour: Bool
  private let history: HistoryFile
  private var keepsHistory = true

  init(_ opening: Opening, keyboard: Keyboard, history: HistoryFile, usesColour: Bool) {
    sitting = LazySession(opening)
    self.keyboard = keyboard
    self.history = history
    self.usesColour = usesColour
  }

  private var session: Session {
    get { sitting.session }
    nonmutating _modify { yield &sitting.session }
  }

  /// Goes on until somebody leaves; the status to leave with. `first` is run before anything.
  mutating func run(first: String?) -> Int32 {
    Output.write(sitting.opening.greeting)
    if let first {
      perform(first)
    } else if let reminder = sitting.opening.reminder {
      Output.write(reminder)
    }
    while !sitting.hasBegun || session.exitStatus == nil {
      if sitting.hasBegun { session.catchUpWithWallClock() }
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
    var prompt = self.prompt
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

  /// The first one is shown before there is a world.
  private var prompt: String {
    let known = sitting.hasBegun ? nil : sitting.opening.prompt(usesColour: usesColour)
    return known ?? session.prompt(usesColour: usesColour)
  }

  private func read(_ prompt: String, after earlier: String) -> LineResult {
    let before = earlier.isEmpty ? "" : earlier + "\n"
    let shortcuts = earlier.isEmpty && sitting.hasBegun ? session.shortcuts : [:]
    let begin = { [sitting] in _ = sitting.session }
    return keyboard.readLine(prompt: prompt, shortcuts: shortcuts, whenShown: begin) {
      [sitting] text in
      var list = sitting.session.completions(of: before + text)
      list.start = max(0, list.start - before.unicodeScalars.count)
      return list
    }
  }

  private mutating func remember(_ text: String) {
    keyboard.remember(text)
    guard keyboard.hasEditor, keepsHistory else { return }
    do throws(HostError) {
      try history.append(text)
    } catch {
      // Said once: work goes on without.
      keepsHistory = false
      Output.write(.init(.err, "note: history is not kept: \(error.message)\n"))
    }
  }
}
