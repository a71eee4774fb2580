/// Marks one's own answer.
enum MarkVerb: Command {
  static let name = "mark"
  static let usage = ["mark POINTS…"]
  static let summary = "give your answer 0 to 2 points for each line of the rubric"
  static let details = "A flash card is marked as a whole: 1 forgotten, 2 hard, 3 good, 4 easy."
  static let section = CommandSection.learning

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    var points: [Int] = []
    for word in call.arguments {
      guard let number = Int(word) else {
        throw .usage("points are numbers, not \"\(word)\"", of: self)
      }
      points.append(number)
    }
    try session.mark(points)
    return 0
  }
}
