/// Does nothing, which never fails.
enum Colon: Command {
  static let name = ":"
  static let usage = [": [WORD…]"]
  static let summary = "do nothing; fills its words in all the same"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    0
  }
}

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
