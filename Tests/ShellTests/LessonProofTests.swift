import Lessons
import Testing

@testable import Shell

/// The lessons and questions of the package keep their word, and lessons that do not are caught.
@Suite struct LessonProofTests {
  @Test func everyLessonAndQuestionIsProven() {
    let prover = Prover(Library(GoldenSession.lessonFiles))
    #expect(prover.findings.map(\.message) == [])
    #expect(prover.steps >= 20)
  }

  @Test func thereIsWhatIsPromised() {
    let library = Library(GoldenSession.lessonFiles)
    #expect(library.lessons.count >= 3)
    #expect(library.questions.count >= 12)
    #expect(library.questions.count { $0.question.prove != nil } >= 6)
    for (question, _) in library.questions {
      #expect(question.modelAnswer.split { $0.isWhitespace }.count <= 200, "\(question.id)")
      #expect(question.rubric.map(\.name).first == "claim")
      #expect(question.lesson.isEmpty || library.lesson(question.lesson) != nil)
    }
  }

  private static let step = """
    ---
    id: x
    title: X
    level: junior
    minutes: 1
    ---
    ## A step
    Run a pod called x.

    ### Check
    - CHECK

    ### Hints
    1. one
    2. two
    3. HINT

    ### Solution
    ```console
    SOLUTION
    ```

    ### Must fail
    ```console
    MUSTFAIL
    ```
    """

  private static let good = [
    "CHECK": "pod/x .status.phase == Running", "HINT": "use run",
    "SOLUTION": "$ kubectl run x --image=nginx:1.27\n$ advance 5s",
    "MUSTFAIL": "$ kubectl run y --image=nginx:1.27\n$ advance 5s",
  ]

  private func findings(_ changes: [String: String]) -> [String] {
    var text = Self.step
    for (word, value) in Self.good.merging(changes, uniquingKeysWith: { _, new in new }) {
      text = text.replacing(word, with: value)
    }
    let prover = Prover(Library([LibraryFile(path: "part/x.md", text: text)]))
    return prover.findings.map(\.problem)
  }

  @Test func aGoodLessonPasses() {
    #expect(findings(["SOLUTION": "$ kubectl run x --image=nginx:1.27"]).isEmpty)
  }

  @Test(arguments: [
    (["CHECK": "node/worker-1"], "solved before it begins"),
    (["CHECK": "pod/x .status.phase == Failed"], "does not pass"),
    (["MUSTFAIL": "$ kubectl run x --image=httpd:2.4\n$ advance 5s"], "must fail"),
    (
      ["SOLUTION": "$ kubectl run x --image=nginx:1.27\n$ kubectl run z --image=nginx:1.27"],
      "passes without"
    ),
    (["HINT": "type kubectl run x --image=nginx:1.27"], "gives the solution away"),
    (["HINT": "try `kubectl frobnicate now`"], "is no command"),
  ])
  func aBadLessonIsCaught(_ changes: [String: String], _ finding: String) {
    let found = findings(changes)
    #expect(found.contains { $0.contains(finding) }, "\(found)")
  }
}
