/// Prints its words.
enum Echo: Command {
  static let name = "echo"
  static let usage = ["echo [-n] [-e] WORD…"]
  static let summary = "print words"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    var words = call.arguments[...]
    var endsLine = true
    var escapes = false
    while let flag = words.first, flag == "-n" || flag == "-e" || flag == "-en" || flag == "-ne" {
      if flag.contains("n") { endsLine = false }
      if flag.contains("e") { escapes = true }
      words.removeFirst()
    }
    let text = words.joined(separator: " ")
    session.put((escapes ? Escapes.resolved(text) : text) + (endsLine ? "\n" : ""))
    return 0
  }
}
