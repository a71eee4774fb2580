import Objects

/// Switches what is told between commands.
enum NoticesVerb: Answering {
  static let name = "notices"
  static let usage = ["notices [--json]", "notices on", "notices off"]
  static let summary = "what is told between commands: nodes lost, pods evicted, things failing"
  static let section = CommandSection.looking

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty ? .choices(["on", "off"]) : .nothing
  }

  static func answer(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Answer {
    if call.arguments.isEmpty {
      let isOn = session.tellsNotices
      return Answer(["on": .bool(isOn)]) { $0.say("notices are \(isOn ? "on" : "off")") }
    }
    try call.refuseJSON(of: self)
    switch call.arguments {
    case ["on"]: session.tellsNotices = true
    case ["off"]: session.tellsNotices = false
    default: throw .usage("on or off?", of: self)
    }
    return .done()
  }
}
