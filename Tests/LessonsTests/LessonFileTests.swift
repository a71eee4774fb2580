import Lessons
import Testing

private let whole = """
  ---
  id: x
  title: X
  level: junior
  minutes: 5
  ---
  Hello.

  ## A step
  Do it.

  ```yaml a.yaml
  kind: Pod
  ```

  ### Check
  - pod/x .status.phase == Running

  ### Hints
  1. one
     more
  2. two
  3. three

  ### Solution
  ```console
  $ kubectl apply -f a.yaml
  ```
  """

@Test func aLessonIsRead() throws {
  let lesson = try LessonReader.lesson(whole, file: "x.md")
  let step = try #require(lesson.steps.first)
  #expect(lesson.id == "x")
  #expect(lesson.introduction == "Hello.")
  #expect(step.files.map(\.name) == ["a.yaml"])
  #expect(step.files.map(\.text) == ["kind: Pod\n"])
  #expect(step.hints == ["one more", "two", "three"])
  #expect(step.solution?.text == "kubectl apply -f a.yaml")
  #expect(step.checks.count == 1)
}

/// A mistake, and the line it must be told on.
@Test(arguments: [
  ("id: x", "idd: x", 2), ("level: junior", "level: guru", 4), ("minutes: 5", "minutes: soon", 5),
  ("- pod/x .status.phase == Running", "- pod/x phase == Running", 17),
  ("### Check", "### Cheque", 16), ("### Solution", "### Why", 9), ("3. three", "", 9),
  ("$ kubectl apply -f a.yaml\n```", "$ kubectl apply -f a.yaml", 26),
])
func mistakesAreToldWithTheirLine(right: String, wrong: String, line: Int) {
  let text = whole.replacing(right, with: wrong)
  #expect(text != whole)
  #expect {
    try LessonReader.lesson(text, file: "x.md")
  } throws: { error in
    (error as? LessonError)?.line == line
  }
}

@Test(arguments: [20, 40, 80])
func textIsWrapped(width: Int) {
  let text = MarkdownText.render(
    "# Title\n\nA **bold** `word` in a rather long sentence that goes on and on.\n\n- item one that is long "
      + "enough to wrap\n1. two\n\n> quoted",
    width: width)
  #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
  #expect(!text.contains("*"))
  #expect(text.contains("`word`"))
}
