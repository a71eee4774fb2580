/// Lets a word stand for the beginning of a command.
enum AliasCommand: Command {
  static let name = "alias"
  static let usage = ["alias", "alias NAME='COMMAND'…"]
  static let summary = "let a word stand for the beginning of a command"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard !call.arguments.isEmpty else {
      for (name, text) in session.aliases.sorted(by: { $0.key < $1.key }) {
        session.say("alias \(name)='\(text)'")
      }
      return 0
    }
    var status: Int32 = 0
    for word in call.arguments {
      let sides = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      if sides.count == 2 {
        try define(sides[0], as: sides[1], in: &session)
      } else if let text = session.aliases[word] {
        session.say("alias \(word)='\(text)'")
      } else {
        session.complain("alias: \(word): not found")
        status = 1
      }
    }
    return status
  }

  private static func define(
    _ name: String, as text: String, in session: inout Session
  ) throws(CommandProblem) {
    do throws(SyntaxProblem) {
      _ = try Parser.parse(text)
    } catch {
      throw .failed("alias: \(name): \(error.message)")
    }
    session.aliases[name] = text
  }
}

/// Takes that back.
enum UnaliasCommand: Command {
  static let name = "unalias"
  static let usage = ["unalias NAME…", "unalias -a"]
  static let summary = "forget an alias"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    var status: Int32 = 0
    for name in call.arguments {
      if name == "-a" {
        session.aliases = [:]
      } else if session.aliases.removeValue(forKey: name) == nil {
        session.complain("unalias: \(name): not found")
        status = 1
      }
    }
    return status
  }
}
