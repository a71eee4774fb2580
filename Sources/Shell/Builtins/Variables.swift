/// Sets variables.
enum Export: Command {
  static let name = "export"
  static let usage = ["export NAME=VALUE…"]
  static let summary = "set a variable, as NAME=VALUE does"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    for word in call.arguments {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { session.variables[String(parts[0])] = String(parts[1]) }
      if parts[0] == "KUBECONFIG" {
        session.complain(
          "podlab: this session has a kubeconfig of its own and reads no other; "
            + "kubectl config changes it")
      }
    }
    return 0
  }
}

/// Forgets variables.
enum Unset: Command {
  static let name = "unset"
  static let usage = ["unset NAME…"]
  static let summary = "forget a variable"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    for word in call.arguments { session.variables[word] = nil }
    return 0
  }
}
