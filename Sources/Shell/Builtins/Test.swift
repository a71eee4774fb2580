/// Compares texts and numbers.
enum Test: Command {
  static let name = "test"
  static let usage = ["test A = B", "test A -gt B", "test -n TEXT", "[ A != B ]"]
  static let summary = "compare: = != -eq -ne -lt -le -gt -ge -n -z -f -d -e"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard let truth = truth(call.arguments[...], session) else {
      throw .usage("cannot read this comparison", of: self)
    }
    return truth ? 0 : 1
  }

  static func truth(_ words: ArraySlice<String>, _ session: Session) -> Bool? {
    let words = Array(words)
    if words.first == "!" { return truth(words.dropFirst(), session).map { !$0 } }
    switch words.count {
    case 0: return false
    case 1: return !words[0].isEmpty
    case 2: return unary(words[0], words[1], session)
    case 3: return binary(words[0], words[1], words[2])
    default: return nil
    }
  }

  private static func unary(_ sign: String, _ word: String, _ session: Session) -> Bool? {
    switch sign {
    case "-n": !word.isEmpty
    case "-z": word.isEmpty
    case "-f": session.host.look(word) == .file
    case "-d": if case .folder = session.host.look(word) { true } else { false }
    case "-e": session.host.look(word) != .missing
    default: nil
    }
  }

  private static func binary(_ left: String, _ sign: String, _ right: String) -> Bool? {
    if sign == "=" || sign == "==" { return left == right }
    if sign == "!=" { return left != right }
    guard let left = Int(left), let right = Int(right) else { return nil }
    switch sign {
    case "-eq": return left == right
    case "-ne": return left != right
    case "-lt": return left < right
    case "-le": return left <= right
    case "-gt": return left > right
    case "-ge": return left >= right
    default: return nil
    }
  }
}

/// `[ … ]`
enum Bracket: Command {
  static let name = "["
  static let usage = ["[ A = B ]"]
  static let summary = "the same as test"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.last == "]" else { throw .usage("missing ]", of: self) }
    return try Test.run(
      CommandCall(arguments: Array(call.arguments.dropLast()), input: call.input), in: &session)
  }
}
