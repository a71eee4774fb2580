import Shell

/// A person and a session: asks for lines, puts those together that belong together, runs them.
struct Conversation {
  var session: Session
  var lines: any LineSource
  var usesColour: Bool

  /// Goes on until somebody leaves; the status to leave with.
  mutating func run() -> Int32 {
    Screen.write(session.greeting)
    while session.exitStatus == nil {
      session.catchUpWithWallClock()
      switch command() {
      case .line(let text):
        lines.remember(text)
        session.run(text)
      case .interrupted: continue
      case .end:
        Screen.write("\n")
        return 0
      }
    }
    return session.exitStatus ?? 0
  }

  /// A whole command, however many lines it takes.
  private mutating func command() -> LineRead {
    var text = ""
    var prompt = session.prompt(usesColour: usesColour)
    while true {
      switch lines.next(prompt: prompt) {
      case .line(let line): text += text.isEmpty ? line : "\n" + line
      case .interrupted: return .interrupted
      case .end: return text.isEmpty ? .end : .line(text)
      }
      guard Session.isIncomplete(text) else { return .line(text) }
      prompt = Session.continuationPrompt
    }
  }
}
