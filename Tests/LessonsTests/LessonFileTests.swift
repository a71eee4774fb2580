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
  ("- pod/x .status.phase == Running", "- pod/x\n- pod/x .spec.nodeName == $node", 18),
  ("- pod/x .status.phase == Running", "- pod/x\n* pod/y", 18),
  ("- pod/x .status.phase == Running", "- let 1 = pods count", 17),
  ("- pod/x .status.phase == Running", "- answer == truth", 17),
  ("### Hints", "### When pods count == many\nMany.\n### Hints", 19),
  ("### Hints", "### When pods count == 1\n### Hints", 19),
  ("### Hints", "### Must fail\n### Hints", 19), ("### Hints", "### Check\n- pod/y\n### Hints", 19),
  ("### Hints", "<!-- never\n### Hints", 19), ("Do it.", "Do \u{1b}[2Jit.", 10),
  ("Do it.", "Do \u{202e}it.", 10), ("id: x", "id: X y", 2), ("title: X", "title: X\nid: y", 4),
  ("```yaml a.yaml", "```yaml ../a.yaml", 12),
  ("$ kubectl apply -f a.yaml", " ", 26),
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

/// Parts that are read beyond the plain ones.
@Test func theWholeFormatIsRead() throws {
  let more = """
    - let node = pod/x .spec.nodeName
    - exec x -- cat /etc/hostname
      prints "x"
    - pod/y .spec.nodeName == $node

    ### When pod/y .spec.nodeName != $node
    Somewhere **else**.

    ### Also works
    There is no other way.

    ### Must fail
    ```console
    $ kubectl run y
    ```
    Nothing else comes near.

    <!-- A note
    for authors. -->
    ### Predict
    ```question
    Where?
    ```
    truth: history pod/x .status.phase

    ### Hints
    """
  let text = whole.replacing("### Hints", with: more).replacing("\n", with: "\r\n")
  let step = try #require(try LessonReader.lesson(text, file: "x.md").steps.first)
  #expect(step.checks.map(\.line) == [17, 20, 22])
  #expect(step.remembered.map(\.name) == ["node"])
  #expect(step.advice.map(\.text) == ["Somewhere **else**."])
  #expect(step.reasonForNoAlternatives == "There is no other way.")
  #expect(step.reasonForFewMustFail == "Nothing else comes near.")
  #expect(step.predict?.line == 42)
}

@Test func aDraftIsTakenAsFarAsItHasCome() throws {
  let text = whole.replacing("### Solution", with: "### Why").replacing("3. three", with: "")
  let (lesson, gaps) = try LessonReader.draft(text, file: "x.md")
  #expect(lesson.steps.count == 1)
  #expect(gaps.map(\.line) == [9, 9])
  #expect(throws: LessonError.self) { try LessonReader.draft("---\nid: x\n---\n", file: "x.md") }
}

@Test func theTemplateIsALesson() throws {
  let text = try #require(LessonTemplate.text(id: "my-own"))
  let lesson = try LessonReader.lesson(text, file: "my-own.md")
  #expect(lesson.id == "my-own")
  #expect(!lesson.introduction.contains("<!--"))
  for id in ["", "My", "a b", "a/b"] { #expect(LessonTemplate.text(id: id) == nil) }
}

@Test func anIndexIsRead() throws {
  let text = "title: T\nparts:\n- title: One\n  folder: a\n  lessons: [x, y]\n"
  let index = try LessonIndex(text, file: "index.yaml")
  #expect(index.parts.map(\.title) == ["One"])
  #expect(index.place(of: "y")?.place == 1)
  #expect(index.place(of: "z") == nil)
}

/// A mistake in an index, and its line.
@Test(arguments: [
  ("parts: []", 1), ("title: T\nparts: x", 2), ("title: T\nparts:\n- title: A\n  lessons: []", 3),
  ("title: T\nparts:\n- title: A\n  folder: /etc\n  lessons: []", 4),
  ("title: T\nparts:\n- title: A\n  folder: ../x\n  lessons: []", 4),
  ("title: T\nparts:\n- title: A\n  folder: a\n  lessons:\n  - x\n  - x", 7),
  ("title: T\nparts:\n- title: A\n  folder: a\n  lessons:\n  - {}", 6), ("title: [", 2), ("", 1),
])
func mistakesOfAnIndexAreTold(text: String, line: Int) {
  #expect {
    try LessonIndex(text, file: "index.yaml")
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
