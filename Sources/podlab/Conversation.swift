import Kubectl
import Shell
import Terminal

/// A person and a session: asks for lines, puts those together that belong together, runs them.
struct Conversation {
  private let sitting: LazySession
  private let keyboard: Keyboard
  private let usesColour: Bool
  private let history: TypedHistory

  init(_ opening: Opening, keyboard: Keyboard, history: TypedHistory, usesColour: Bool) {
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
    Output.write(sitting.opening.greeting(mayBeLong: first == nil))
    if let first {
      perform(first)
    } else if let reminder = sitting.opening.reminder {
      Output.write(reminder)
    }
    while !sitting.hasBegun || session.exitStatus == nil {
      if sitting.hasBegun { session.catchUpWithWallClock() }
      switch command() {
      case .line(let text):
        guard !text.allSatisfy(\.isWhitespace), !answered(text), let text = filledIn(text) else {
          continue
        }
        remember(text)
        perform(text)
      case .interrupted: continue
      case .endOfInput:
        Output.write("\n")
        return end(with: 0)
      }
    }
    return end(with: session.exitStatus ?? 0)
  }

  private func end(with status: Int32) -> Int32 {
    if sitting.hasBegun { _ = session.finish() }
    return status
  }

  private mutating func perform(_ text: String) {
    session.run(text)
    session.endProgress()
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
    return keyboard.readLine(
      prompt: prompt, shortcuts: shortcuts, whenShown: begin,
      answersQuestions: { earlier.isEmpty && !Session.isSpoken($0) }
    ) { [sitting] text in
      var list = sitting.session.completions(of: before + text)
      list.start = max(0, list.start - before.unicodeScalars.count)
      return list
    } explain: { [sitting] text in
      sitting.session.usage(before: text)
    }
  }

  /// Without an editor a line that ends in ` ?` asks what may follow.
  private func answered(_ text: String) -> Bool {
    guard !keyboard.hasEditor, !Session.isSpoken(text), text == "?" || text.hasSuffix(" ?")
    else { return false }
    for line in session.possibilities(after: String(text.dropLast())) { Output.write(line + "\n") }
    return true
  }

  /// The line with earlier ones in place of `!!` and the like, which is shown before it runs; nil
  /// when it speaks of one that is not there.
  private func filledIn(_ text: String) -> String? {
    guard HistoryExpansion.mayApply(to: text), !Session.isSpoken(text) else { return text }
    do throws(HistoryExpansion.Problem) {
      guard let filled = try HistoryExpansion.expanded(text, from: history.texts()) else {
        return text
      }
      Output.write(filled + "\n")
      return filled
    } catch {
      Output.complain(error.message + "\n")
      return nil
    }
  }

  private func remember(_ text: String) {
    if let problem = history.add(text) {
      Output.write(.init(.err, "note: history is not kept: \(problem)\n"))
    }
    keyboard.recall()
  }
}
