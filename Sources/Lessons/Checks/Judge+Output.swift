import Patterns

extension Judge {
  /// Whether what was printed holds the text, or matches.
  func verdict(onOutputOf check: Check) -> Verdict {
    let subject = check.target.commandText
    guard let output = evidence.outputs.first(where: { $0.target == check.target })?.output else {
      return Verdict(outcome: .notStarted, explanation: "\(subject) has not been run")
    }
    guard output.hasRun else {
      return Verdict(
        outcome: .notStarted, explanation: "\(subject): \(Self.firstLine(output.complaint))")
    }
    let holds: Bool
    let wanted: String
    switch check.predicate {
    case .prints(let part):
      holds = output.text.contains(part.text)
      wanted = "\"\(part.text)\""
    case .matches(_, let pattern):
      holds = (try? GoPattern(pattern.text))?.matches(output.text) ?? false
      wanted = "a match of /\(pattern.text)/"
    case .exists, .compares, .count:
      holds = output.status == 0
      wanted = "success"
    }
    let isForbidden = check.scope == .no
    if holds != isForbidden { return .met }
    let problem =
      output.status == 0 ? "" : " (it ended with \(Self.firstLine(output.complaint)))"
    return Verdict(
      outcome: .wrong,
      explanation: "\(subject) printed \(Self.quoted(output.text))\(problem), "
        + (isForbidden ? "not " : "") + "\(wanted) wanted")
  }

  /// The first line of a text, and how much follows.
  private static func quoted(_ text: String) -> String {
    let lines = text.split(separator: "\n")
    guard let first = lines.first else { return "nothing" }
    let shown = first.count > 60 ? first.prefix(60) + "…" : first
    return "\"\(shown)\"" + (lines.count == 1 ? "" : " and \(lines.count - 1) more lines")
  }

  private static func firstLine(_ text: String) -> String {
    let line = text.split(separator: "\n").first.map(String.init) ?? "nothing was said"
    // `Error from server (NotFound): pods "web" not found`
    if line.hasPrefix("Error from server"), let end = line.firstRange(of: "): ")?.upperBound {
      return String(line[end...])
    }
    return line.hasPrefix("error: ") ? String(line.dropFirst("error: ".count)) : line
  }
}

extension Evidence.Output {
  /// Whether the command ran at all, whatever came of it.
  var hasRun: Bool {
    status == 0 || complaint.contains("command terminated with exit code")
  }
}

extension CheckTarget {
  /// `exec web -- cat x`
  var commandText: String {
    switch self {
    case .exec(let words): (["exec"] + words.map(\.text)).joined(separator: " ")
    case .logs(let words): (["logs"] + words.map(\.text)).joined(separator: " ")
    case .objects(let query): query.text
    case .events(let query): query.text
    case .answer: "answer"
    case .report(let name): name.text
    }
  }
}
