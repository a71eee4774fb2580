import Engine
import Lessons
import Simulation

/// One step tried in every way that matters.
struct Trial {
  typealias Problem = (line: Int, text: String)

  private let step: Lessons.Step
  /// The session as the learner gets it, the setup done.
  private let begun: Session
  private(set) var problems: [Problem] = []
  /// The session after the solution: where the next step begins.
  private(set) var finished: Session

  /// Tries a step in a session whose setup has run. `empty` is the cluster as the lesson found it;
  /// nil when that is where the step begins.
  init(_ step: Lessons.Step, in session: Session, empty: Session?) {
    self.step = step
    begun = session.beginning(step)
    finished = begun
    proveRemembered()
    if begun.isMetByItself { find(step.line, "it is solved before it begins") }
    if let empty, empty.beginning(step).isMetByItself {
      find(step.line, "an empty cluster passes")
    }
    proveSolution()
    for script in step.alternatives { _ = mustPass(script) }
    proveWrongWays()
  }

  /// Only plays a step: nothing is solved before the solution, and everything after it.
  init(playing step: Lessons.Step, in session: Session) {
    self.step = step
    begun = session.beginning(step)
    finished = begun
    proveRemembered()
    if begun.isMetByItself { find(step.line, "it is solved before it begins") }
    guard let solution = step.solution else { return }
    for command in solution.commands { _ = finished.reply(to: command.text) }
    if !finished.isMetByItself { _ = mustPass(solution) }
  }

  private mutating func find(_ line: Int, _ text: String) {
    problems.append((line, text))
  }

  /// What `let` remembers must be there.
  private mutating func proveRemembered() {
    let values = begun.classroom?.assignment?.remembered ?? []
    for (entry, value) in zip(step.remembered, values) where value.values.isEmpty {
      find(entry.line, "$\(entry.name) finds nothing when the step begins")
    }
  }

  // MARK: - What passes

  private mutating func mustPass(_ script: Lessons.Script) -> Bool {
    var session = begun
    for command in script.commands { _ = session.reply(to: command.text) }
    guard let missing = session.firstUnmet else { return true }
    find(
      script.line,
      "this does not pass: \(missing.check.text)\n    \(missing.verdict.explanation)")
    return false
  }

  /// The solution passes, and none of its commands is there for nothing.
  private mutating func proveSolution() {
    guard let solution = step.solution else { return }
    let commands = solution.commands
    var before: [Session] = []
    for command in commands {
      before.append(finished)
      _ = finished.reply(to: command.text)
    }
    guard finished.isMetByItself else {
      _ = mustPass(solution)
      return
    }
    proveAfterSolution()
    let after = before.dropFirst() + [finished]
    for (place, sides) in zip(before, after).enumerated() where sides.0.differs(from: sides.1) {
      var session = sides.0
      for command in commands[(place + 1)...] { _ = session.reply(to: command.text) }
      if session.isMetByItself {
        find(commands[place].line, "it passes without \"\(commands[place].text)\" too")
      }
    }
  }

  private mutating func proveAfterSolution() {
    guard let assignment = finished.classroom?.assignment else { return }
    if let predict = step.predict, finished.truth(of: assignment).isEmpty {
      find(predict.line, "the truth is empty after the solution")
    }
    for advice in step.advice where finished.holds(advice) {
      find(advice.line, "this advice is given after the solution too")
    }
  }

  // MARK: - What does not

  private mutating func proveWrongWays() {
    var advised: Set<Int> = []
    for script in step.mustFail {
      var session = begun
      for command in script.commands { _ = session.reply(to: command.text) }
      if session.isMetByItself { find(script.line, "this must fail, but it passes") }
      for advice in step.advice where session.holds(advice) { advised.insert(advice.line) }
    }
    for advice in step.advice where !advised.contains(advice.line) {
      find(advice.line, "no Must fail script makes this mistake")
    }
  }
}

extension Session {
  /// The session at the beginning of a step.
  fileprivate func beginning(_ step: Lessons.Step) -> Session {
    var session = self
    session.timeline = Timeline(world)
    let assignment = Assignment(step, in: session)
    session.classroom?.assignment = assignment
    return session
  }

  fileprivate var isMetByItself: Bool { classroom?.assignment.map(isMet) ?? true }

  fileprivate var firstUnmet: CheckResult? {
    guard let assignment = classroom?.assignment, !isMet(assignment) else { return nil }
    return results(of: assignment).first { !$0.verdict.isMet }
  }

  fileprivate func holds(_ advice: Advice) -> Bool {
    guard let assignment = classroom?.assignment else { return false }
    var evidence = evidence(for: assignment)
    return verdict(on: advice.check, with: &evidence).isMet
  }

  /// Whether a command between the two changed the cluster, moved time, or was an answer.
  fileprivate func differs(from later: Session) -> Bool {
    timeline.depth != later.timeline.depth
      || classroom?.assignment?.prediction != later.classroom?.assignment?.prediction
  }
}

extension Lessons.Script {
  /// The commands, each with all that belongs to it and the line of the file it begins on.
  var commands: [(text: String, line: Int)] {
    var parser = Parser(Tokenizer(text))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var commands: [(text: String, line: Int)] = []
    var place = 0
    while let command = try? parser.command() {
      let text = String(command.text.trimmed())
      let first = text.split(separator: "\n").first ?? ""
      place = lines.indices.dropFirst(place).first { lines[$0].contains(first) } ?? place
      // The fence itself takes a line.
      commands.append((text, line + 1 + place))
    }
    return commands
  }
}
