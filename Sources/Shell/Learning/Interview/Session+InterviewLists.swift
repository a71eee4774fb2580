import Engine
import Kubectl
import Lessons
import Simulation

/// What can be read of the bank, and of how ready somebody is.
extension Session {
  mutating func tellReadiness() {
    if interviewRun != nil { return showQuestion() }
    let overview = ReadinessOverview(
      questions: openLibrary().questions.map(\.question), progress: learnt(),
      now: host.timeOfDay() ?? now, usesColour: style.usesColour)
    let width = min(style.width ?? MarkdownText.widest, MarkdownText.widest)
    for line in overview.lines(width: width) { tell(line) }
  }

  mutating func tellTopics() {
    let questions = openLibrary().questions.map(\.question)
    for topic in Set(questions.map(\.topic)).sorted() {
      tell(styled(topic, "1"))
      for question in questions where question.topic == topic { tell(line(about: question)) }
    }
    if questions.isEmpty { tell("There are no questions here.") }
  }

  mutating func found(_ words: [String]) throws(CommandProblem) -> [Question] {
    guard !words.isEmpty else { throw .usage("search for what?", of: InterviewVerb.self) }
    let found = QuestionSearch.matches(words, in: openLibrary().questions.map(\.question))
    guard !found.isEmpty else {
      throw .failed("no question has these words; interview topics lists what there is")
    }
    return found
  }

  mutating func tell(_ questions: [Question]) {
    for question in questions { tell(line(about: question)) }
  }

  private func line(about question: Question) -> String {
    let id = ColumnWidth.padded(question.id, to: 30)
    let level = ColumnWidth.padded(question.level.rawValue, to: 7)
    let title = MarkdownText.plainLine(question.title)
    return "  \(id) \(level) " + ColumnWidth.fitted(title, columns: 38)
  }

  // MARK: - Markdown

  mutating func tellReport(_ request: InterviewRequest) throws(CommandProblem) {
    guard let answers = learnt().lastMock else {
      throw .failed("no mock interview has been finished yet; interview start begins one")
    }
    let library = openLibrary()
    let entries = answers.compactMap { answer in
      library.question(answer.question).map {
        InterviewReport.Entry(question: $0, result: answer.result)
      }
    }
    try put(InterviewReport(entries).markdown, to: request.markdown)
  }

  mutating func tellSheet(_ request: InterviewRequest) throws(CommandProblem) {
    let all = openLibrary().questions.map(\.question)
    var random = SeededRandom(seed: request.seed ?? 1)
    let chosen =
      request.questions == nil
      ? all.filter {
        (request.level == nil || $0.level == request.level)
          && (request.topic == nil || $0.topic == request.topic)
      } : InterviewDraw.draw(all, request.wish(count: all.count), using: &random)
    guard !chosen.isEmpty else { throw .failed("no question fits; interview topics lists them") }
    try put(InterviewSheet.markdown(chosen), to: request.markdown)
  }

  /// On the screen, or as it is in a file.
  private mutating func put(
    _ markdown: String, to path: String?
  ) throws(CommandProblem) {
    guard let path else { return showMarkdown(markdown) }
    do throws(HostProblem) {
      try host.writeFile(path, markdown, false)
    } catch {
      throw .failed("\(path): \(error.message)")
    }
    report("written to \(path)")
  }
}
