import Kubectl
import Lessons

/// What is said at the end of a lesson.
struct LessonSummary {
  let run: LessonRun
  /// Steps that were done another time.
  var doneBefore: Set<Int> = []

  /// Lines, one a step: what was done, with which help, how long it took.
  func steps(width: Int) -> [String] {
    let words = run.lesson.steps.indices.map(outcome)
    let longest = words.map(ColumnWidth.of).max() ?? 0
    // Number, time and the gaps between the columns take the rest.
    let room = max(8, width - longest - 17)
    return run.lesson.steps.enumerated().map { number, step in
      let title = ColumnWidth.fitted(MarkdownText.plainLine(step.title), columns: room)
      let line =
        "  \(number + 1)  \(ColumnWidth.padded(title, to: room))  "
        + ColumnWidth.padded(words[number], to: longest) + "  " + time(number)
      return String(line[...].reversed().drop { $0 == " " }.reversed())
    }
  }

  private func outcome(_ number: Int) -> String {
    guard let result = run.results[number] else {
      return doneBefore.contains(number) ? "done before" : "not done"
    }
    switch result.help {
    case .none: return "on your own"
    case .hint: return result.hints == 1 ? "1 hint" : "\(result.hints) hints"
    case .solution: return "solution seen"
    case .skipped: return "skipped"
    }
  }

  private func time(_ number: Int) -> String {
    guard let result = run.results[number] else { return "" }
    return Self.duration(result.seconds)
  }

  static func duration(_ seconds: Int) -> String {
    seconds < 60 ? "\(seconds) s" : "\((seconds + 30) / 60) min"
  }

  var seconds: Int { run.results.values.reduce(0) { $0 + $1.seconds } }
}

extension Session {
  /// Ends the lesson: what was done, what to remember, what comes next.
  mutating func finishLesson(_ run: LessonRun) {
    let progress = learnt()
    let doneBefore = Set((progress.stepsDone[run.lesson.id] ?? [:]).keys)
    let summary = LessonSummary(run: run, doneBefore: doneBefore)
    let open = run.lesson.steps.indices.filter {
      run.results[$0] == nil && !doneBefore.contains($0)
    }
    noteLesson(.runEnded(run: run.origin.run, .finished))
    let title = MarkdownText.plainLine(run.lesson.title)
    tell(styled(open.isEmpty ? "Lesson done: \(title)" : "The end of: \(title)", "1"))
    tell()
    for line in summary.steps(width: min(style.width ?? 80, MarkdownText.widest)) { tell(line) }
    let notes = run.lesson.steps.compactMap { InterviewNote.split($0.why).note }
    for note in notes {
      tell()
      showMarkdown("**Asked in interviews**: \(note.question)")
      tell()
      showMarkdown("**To remember**: \(note.answer)")
    }
    tell()
    if !open.isEmpty {
      let numbers = open.map { "\($0 + 1)" }.joined(separator: ", ")
      tell(
        "Not done yet: step \(numbers). lesson \(run.lesson.id), then lesson step N, goes there.")
    }
    tellWhatIsNext(after: run.lesson)
    leaveClassroom()
    tell("You are back on your own cluster, as you left it.")
  }

  /// The lesson to go on with.
  mutating func tellWhatIsNext(after lesson: Lesson?) {
    guard let next = nextLesson(after: lesson) else {
      tell("That was the last one: every lesson is done. interview practises what you know.")
      return
    }
    let title = MarkdownText.plainLine(next.lesson.title)
    tell("Next: lesson \(next.lesson.id)  (\(title), \(next.lesson.minutes) min)")
  }

  /// The first lesson after `lesson`, in the order in which they are taught, that is not done; from
  /// the beginning again where none is left.
  mutating func nextLesson(after lesson: Lesson?) -> (lesson: Lesson, file: LibraryFile)? {
    let library = openLibrary()
    let done = learnt().finishedLessons
    let place = library.lessons.firstIndex { $0.lesson.id == lesson?.id }.map { $0 + 1 } ?? 0
    let inOrder = library.lessons[place...] + library.lessons[..<place]
    return inOrder.first { !done.contains($0.lesson.id) && $0.lesson.id != lesson?.id }
  }
}
