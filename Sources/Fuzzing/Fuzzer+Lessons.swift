import Lessons
import Shell

extension Fuzzer {
  /// A text as each kind of file that a pack of lessons may have.
  func checkLesson(_ text: String) throws(BrokenPromise) {
    let text = Self.modest(text)
    _ = try? LessonIndex(text, file: "index.yaml")
    _ = try? NodeFile.nodes(in: text)
    try checkMarkdown(text)
    standIn.lessons = [
      LibraryFile(path: "pack/given.md", text: text),
      LibraryFile(path: "pack/interview/given.md", text: text),
      LibraryFile(path: "pack/scenarios/given.md", text: text),
      LibraryFile(path: "pack/index.yaml", text: Self.index),
      LibraryFile(path: "pack/small.yaml", text: Self.nodes),
    ]
    defer { standIn.lessons = [] }
    let library = Library(standIn.lessons)
    _ = library.mistakes(in: "pack/given.md")
    if let lesson = try? LessonReader.lesson(text, file: "given.md") { play(lesson) }
    if let question = try? LessonReader.question(text, file: "given.md") { answer(question) }
    if let scenario = try? LessonReader.scenario(text, file: "given.md") { open(scenario) }
    _ = try? LessonReader.everyForm(text, file: "given.md")
  }

  /// Only colours steer the terminal, and only where there may be colours.
  private func checkMarkdown(_ text: String) throws(BrokenPromise) {
    for width in [20, 79] {
      let plain = MarkdownText.lines(text, width: width, colour: false)
      let steers = plain.contains { $0.unicodeScalars.contains { $0.properties.isControl } }
      try require(!steers, "a text does not steer the terminal")
      _ = MarkdownText.lines(text, width: width, colour: true)
    }
  }

  private func play(_ lesson: Lesson) {
    var session = furnished
    session.run("lesson \(lesson.id)")
    for _ in lesson.steps.prefix(3) {
      session.run("hint; check; answer Running; advance 5s")
      for command in ["solution --yes", "lesson play", "check --json", "next", "skip"] {
        session.run(command)
      }
    }
    session.run("lesson step 1; lesson restart; lesson leave; lessons; progress")
  }

  private func answer(_ question: Question) {
    var session = furnished
    session.run("interview question \(question.id)")
    for command in ["say It is a pod.", "hint", "check", "reveal", "mark 1 1 1", "next", "skip"] {
      session.run(command)
    }
    session.run("interview leave; interview report; interview search pod")
  }

  private func open(_ scenario: Scenario) {
    var session = furnished
    session.run("scenario \(scenario.id); get pods; undo")
  }

  private static let index = """
    title: A small pack
    parts:
    - title: Basics
      folder: .
      lessons: [given]
    """
  private static let nodes = """
    apiVersion: v1
    kind: Node
    metadata:
      name: small
    status:
      capacity: {cpu: "2", memory: 2Gi, pods: "20"}
    """
}

extension Unicode.Scalar.Properties {
  fileprivate var isControl: Bool { generalCategory == .control }
}
