import Lessons

/// What can be proved of a file without running it.
struct TextProof {
  private(set) var findings: [Finding] = []
  private let file: String
  /// Counted from 0.
  private let lines: [String]

  static let widest = 100

  init(of lesson: Lesson, in file: LibraryFile) {
    self.init(file)
    proveWidth()
    proveCommands(in: lesson.introduction, from: 1)
    for step in lesson.steps {
      prove(step)
      proveEnoughWays(step)
    }
  }

  init(of question: Question, in file: LibraryFile) {
    self.init(file)
    if let step = question.prove { prove(step) }
    proveCommands(in: question.modelAnswer, from: 1)
  }

  init(of scenario: Scenario, in file: LibraryFile) {
    self.init(file)
    proveWidth()
    proveCommands(in: scenario.text, from: 1)
    for idea in scenario.ideas { proveCommands(in: idea, from: 1) }
  }

  private init(_ file: LibraryFile) {
    self.file = file.path
    lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private mutating func find(_ line: Int, _ problem: String) {
    findings.append(Finding(file: file, line: line, problem: problem))
  }

  /// The first line from `start` on that holds a text, both counted from 1; `start` when none does.
  private func line(of text: String, from start: Int) -> Int {
    let first = text.split(separator: "\n").first.map { String($0) } ?? text
    let place = lines.indices.dropFirst(max(0, start - 1)).first { lines[$0].contains(first) }
    return place.map { $0 + 1 } ?? start
  }

  // MARK: - The page

  /// Prose fits into a terminal and an editor; what cannot be broken may be longer.
  private mutating func proveWidth() {
    var isFenced = false
    for (place, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        isFenced.toggle()
      } else if !isFenced, line.count > Self.widest, !line.hasPrefix("|"),
        !line.hasPrefix("truth:"), !line.hasPrefix("- "), !line.hasPrefix("### When ")
      {
        find(place + 1, "the line has \(line.count) characters; \(Self.widest) fit")
      }
    }
  }

  // MARK: - Steps

  private mutating func prove(_ step: Lessons.Step) {
    for text in [step.prose, step.why] + step.hints + step.advice.map(\.text) {
      proveCommands(in: text, from: step.line)
    }
    let scripts = step.setup + [step.solution].compactMap(\.self) + step.alternatives
    for script in scripts + step.mustFail { prove(script) }
    proveHints(step)
  }

  /// One way to do it is rarely the only one, and one way to miss it never is.
  private mutating func proveEnoughWays(_ step: Lessons.Step) {
    if step.alternatives.isEmpty, step.reasonForNoAlternatives == nil {
      find(step.line, "\"\(step.title)\" has no ### Also works, nor the reason why there is none")
    }
    if step.mustFail.count < 2, step.reasonForFewMustFail == nil {
      find(
        step.line,
        "\"\(step.title)\" has \(step.mustFail.count) of two Must fail scripts, nor the reason why")
    }
  }

  private mutating func prove(_ script: Lessons.Script) {
    do throws(SyntaxProblem) {
      _ = try Parser.parse(script.text)
    } catch {
      return find(script.line, error.message)
    }
    for command in script.commands {
      if let problem = Session.complaint(about: command.text) {
        find(command.line, Self.noCommand(command.text, problem))
      }
    }
  }

  private mutating func proveHints(_ step: Lessons.Step) {
    let runs = Set(Self.runs(of: Self.words(step.solution?.text ?? "")))
    for (number, hint) in step.hints.enumerated() {
      if let shared = Self.runs(of: Self.words(hint)).first(where: runs.contains) {
        find(
          line(of: "\(number + 1). ", from: line(of: "### Hints", from: step.line)),
          "hint \(number + 1) gives the solution away: \"\(shared.joined(separator: " "))\"")
      }
    }
    for advice in step.advice {
      if let shared = Self.runs(of: Self.words(advice.text)).first(where: runs.contains) {
        find(
          advice.line,
          "this advice gives the solution away: \"\(shared.joined(separator: " "))\"")
      }
    }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { $0.isWhitespace || "`'\",;".contains($0) }.map { String($0) }
  }

  /// All runs of four words.
  private static func runs(of words: [String]) -> [[String]] {
    words.count < 4 ? [] : (0...(words.count - 4)).map { Array(words[$0..<($0 + 4)]) }
  }

  /// Every command quoted in a text must be one.
  private mutating func proveCommands(in text: String, from start: Int) {
    for command in QuotedCommands.all(in: text) {
      if let problem = Session.complaint(about: command) {
        find(line(of: command, from: start), Self.noCommand(command, problem))
      }
    }
  }

  private static func noCommand(_ command: String, _ problem: String) -> String {
    func first(_ text: String) -> Substring { text.split(separator: "\n").first ?? "" }
    return "\"\(first(command))\" is no command: \(first(problem))"
  }
}
