/// Succeeds.
enum True: Command {
  static let name = "true"
  static let summary = "succeed"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    0
  }
}

/// Fails.
enum False: Command {
  static let name = "false"
  static let summary = "fail"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    1
  }
}
