import Engine

/// Lets virtual time pass, as scripts written for a real cluster expect.
enum Sleep: Command {
  static let name = "sleep"
  static let usage = ["sleep SECONDS"]
  static let summary = "let virtual time pass"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.count == 1, let span = span(call.arguments[0]) else {
      throw .usage("sleep takes a number of seconds", of: self)
    }
    return session.pass(until: session.now + span) ?? 0
  }

  /// `5`, `0.5`, `5s`, `2m`.
  static func span(_ text: String) -> SimSpan? {
    if let seconds = Double(text), seconds >= 0, seconds < 1e9 {
      return .seconds(fractional: seconds)
    }
    return SimSpan(goText: text).flatMap { $0 >= .zero ? $0 : nil }
  }
}
