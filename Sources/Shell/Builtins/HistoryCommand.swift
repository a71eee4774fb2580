import Kubectl

/// Lists what was typed at the prompt.
enum HistoryCommand: Command {
  static let name = "history"
  static let usage = ["history [N]", "history TEXT", "history -c"]
  static let summary = "what you typed, with dates; !7 and !get run a line again"
  static let details = """
    Alone it lists the newest 30 lines, behind a pipe all of them; N lists as many, TEXT those
    that hold it. All your shells share one history, across starts. A line that begins with a
    space is kept nowhere. -c forgets everything.
    """
  static let examples = ["history 5", "history rollout", "history | grep -c apply"]
  static let section = CommandSection.shell

  private static let usualCount = 30

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    if call.arguments == ["-c"] {
      if let why = session.host.forgetHistory() { throw .failed("history: \(why)") }
      return 0
    }
    if let flag = call.arguments.first(where: { $0.hasPrefix("-") }) {
      throw .unknownFlag(flag, of: self)
    }
    let lines = Array(session.host.history().enumerated())
    let text = call.arguments.joined(separator: " ")
    let most = session.captures.isEmpty ? usualCount : lines.count
    let chosen: ArraySlice<(offset: Int, element: HistoryLine)>
    if text.isEmpty {
      chosen = lines.suffix(most)
    } else if let count = Int(text) {
      chosen = lines.suffix(max(0, count))
    } else {
      chosen = lines.filter { $0.element.text.contains(text) }.suffix(most)
    }
    let width = String(lines.count).count
    for (place, line) in chosen {
      let number = String(place + 1)
      let date = line.time.map(session.host.calendar) ?? ""
      let margin = String(repeating: " ", count: max(0, width - number.count)) + number + "  "
      let shown = date.isEmpty ? margin : margin + date + "  "
      let indentation = "\n" + String(repeating: " ", count: shown.count)
      session.tell(line: shown + line.text.replacing("\n", with: indentation))
    }
    return text.isEmpty || !chosen.isEmpty ? 0 : 1
  }
}
