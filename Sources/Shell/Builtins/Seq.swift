/// Counts.
enum Seq: Command {
  static let name = "seq"
  static let usage = ["seq [FIRST] LAST"]
  static let summary = "count from one number to another"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let numbers = call.arguments.map { Int($0) }
    guard (1...2).contains(numbers.count), let last = numbers.last ?? nil,
      let first = numbers.count == 1 ? 1 : numbers[0], last - first < 100_000
    else { throw .usage("seq takes one or two numbers", of: self) }
    if first <= last { session.put(Lines.text((first...last).map { "\($0)" })) }
    return 0
  }
}
