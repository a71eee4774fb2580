/// Switches what is told between commands.
enum NoticesVerb: Command {
  static let name = "notices"
  static let usage = ["notices", "notices on", "notices off"]
  static let summary = "what is told between commands: nodes lost, pods evicted, things failing"
  static let section = CommandSection.looking

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty ? .choices(["on", "off"]) : .nothing
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    switch call.arguments {
    case []: session.say("notices are \(session.tellsNotices ? "on" : "off")")
    case ["on"]: session.tellsNotices = true
    case ["off"]: session.tellsNotices = false
    default: throw .usage("on or off?", of: self)
    }
    return 0
  }
}
