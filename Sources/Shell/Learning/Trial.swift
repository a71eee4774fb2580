import Lessons
import Simulation

/// One step tried in every way that matters.
struct Trial {
  private let step: Lessons.Step
  /// The session as the learner gets it, the setup done.
  private let session: Session
  private let assignment: Assignment

  init(_ step: Lessons.Step, _ session: Session) {
    self.step = step
    self.session = session
    assignment = Assignment(step, in: session)
  }

  typealias Problem = (line: Int, text: String)

  func problems(emptyCluster: Session) -> [Problem] {
    var problems: [Problem] = []
    if passes([]) { problems.append((step.line, "it is solved before it begins")) }
    let empty = emptyCluster
    let nothing = Assignment(step, in: empty)
    if empty.isMet(nothing) { problems.append((step.line, "an empty cluster passes")) }
    for script in [step.solution].compactMap({ $0 }) + step.alternatives {
      if let failure = failure(of: Self.commands(script.text)) {
        problems.append((script.line, "this does not pass: \(failure)"))
      }
    }
    for script in step.mustFail where passes(Self.commands(script.text)) {
      problems.append((script.line, "this must fail, but it passes"))
    }
    if let solution = step.solution, problems.isEmpty { problems += omissions(solution) }
    return problems
  }

  /// Commands without which the solution passes as well.
  private func omissions(_ solution: Lessons.Script) -> [Problem] {
    let commands = Self.commands(solution.text)
    var problems: [Problem] = []
    for place in matters(commands) {
      var rest = commands
      rest.remove(at: place)
      if passes(rest) {
        problems.append((solution.line, "it passes without \"\(commands[place])\" too"))
      }
    }
    return problems
  }

  /// The commands that change the cluster or move time.
  private func matters(_ commands: [String]) -> [Int] {
    var trial = session
    return commands.indices.filter { place in
      let marks = trial.timeline.past.count
      _ = trial.reply(to: commands[place])
      return trial.timeline.past.count > marks
    }
  }

  private func passes(_ commands: [String]) -> Bool { failure(of: commands) == nil }

  /// What is missing after these commands; nil when nothing is.
  private func failure(of commands: [String]) -> String? {
    var trial = session
    for command in commands { _ = trial.reply(to: command) }
    return trial.results(of: assignment).first { !$0.verdict.isMet }
      .map { "\($0.check.text): \($0.verdict.explanation)" }
  }

  /// A script's commands, each with all that belongs to it.
  static func commands(_ text: String) -> [String] {
    var parser = Parser(Tokenizer(text))
    var commands: [String] = []
    while let command = try? parser.command() { commands.append(command.text) }
    return commands
  }
}
