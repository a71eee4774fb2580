import Engine
import Lessons
import Testing

private let whole = """
  ---
  id: x
  title: The pod {{name}}
  level: junior
  topic: pods
  par: 3
  kind: [say, prove]
  ---
  ## A task

  ### Vary
  - name: web | shop | api
  - fault ; repair: nginx:1.99 ; nginx:1.27 | ngnix:1 ; nginx:1
  - whole: {{name}}={{repair}}

  ### Frame
  f

  ### Say
  s

  ### Rubric
  - claim: c

  ### Model answer
  m

  ### Wrong answers
  w

  ### Check
  - pod/{{name}} .spec.containers[*].image == {{repair}}

  ### Solution
  ```console
  $ kubectl run {{name}} --image={{fault}}
  $ kubectl set image pod/{{name}} {{whole}}
  ```
  """

@Test func withoutChanceTheFirstOfEverythingIsTaken() throws {
  let question = try LessonReader.question(whole, file: "x.md")
  #expect(question.title == "The pod web")
  #expect(
    question.prove?.solution?.text
      == "kubectl run web --image=nginx:1.99\nkubectl set image pod/web web=nginx:1.27")
}

@Test func whatBelongsTogetherIsDrawnTogether() throws {
  var seen: Set<String> = []
  for seed in 0..<60 {
    var random = SeededRandom(seed: UInt64(seed))
    let question = try LessonReader.question(whole, file: "x.md", using: &random)
    var again = SeededRandom(seed: UInt64(seed))
    let same = try LessonReader.question(whole, file: "x.md", using: &again)
    let text = try #require(question.prove?.solution?.text)
    #expect(same.prove?.solution?.text == text)
    #expect(!text.contains("{{"))
    #expect(text.contains("nginx:1.99") == text.contains("nginx:1.27"))
    seen.insert(text)
  }
  #expect(seen.count == 6)
}

/// A mistake, and the line it must be told on.
@Test(arguments: [
  ("- name: web | shop | api", "- name web", 12),
  ("ngnix:1 ; nginx:1", "ngnix:1", 13),
  ("--image={{fault}}", "--image={{fautl}}", 36),
])
func mistakesOfAVariationAreToldWithTheirLine(right: String, wrong: String, line: Int) {
  #expect {
    try LessonReader.question(whole.replacing(right, with: wrong), file: "x.md")
  } throws: { ($0 as? LessonError)?.line == line }
}
