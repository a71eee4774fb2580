import Objects

/// How interviews stand in the journal.
extension InterviewPlan {
  func write(to members: inout Members) {
    members["form"] = .string(form.rawValue)
    members["questions"] = .array(questions.map { .string($0) })
    if let minutes { members["minutes"] = .integer(Int64(minutes)) }
  }

  init?(_ value: APIValue) {
    guard let form = value["form"]?.string.flatMap(Form.init) else { return nil }
    let questions = (value["questions"]?.array ?? []).compactMap(\.string)
    guard !questions.isEmpty else { return nil }
    self.init(
      form, questions: questions,
      minutes: value["minutes"]?.journalNumber)
  }
}

extension AnswerResult {
  func write(to members: inout Members) {
    members["marks"] = .array(marks.map { .integer(Int64($0)) })
    let numbers = [
      ("met", checksMet), ("checks", checks), ("right", predictionsRight),
      ("predictions", predictions), ("seconds", seconds),
    ]
    for (name, number) in numbers { members[name] = .integer(Int64(number)) }
    if !unmet.isEmpty { members["unmet"] = .array(unmet.map { .string($0) }) }
    members["help"] = .string(help.rawValue)
  }

  init(_ value: APIValue) {
    self.init()
    marks = (value["marks"]?.array ?? []).compactMap(\.journalNumber)
    checksMet = value.number("met")
    checks = value.number("checks")
    predictionsRight = value.number("right")
    predictions = value.number("predictions")
    seconds = value.number("seconds")
    unmet = (value["unmet"]?.array ?? []).compactMap(\.string)
    help = value["help"]?.string.flatMap(JournalEntry.Help.init) ?? .none
  }
}
