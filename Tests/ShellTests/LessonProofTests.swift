import Lessons
import Testing

@testable import Shell

/// The lessons and questions of the package keep their word, and lessons that do not are caught.
@Suite struct LessonProofTests {
  private static let library = Library(GoldenSession.lessonFiles)

  @Test(arguments: library.lessons.map(\.lesson.id))
  func isProven(lesson id: String) throws {
    let entry = try #require(Self.library.lessons.first { $0.lesson.id == id })
    let proof = Proof(of: entry.lesson, in: entry.file, Self.library)
    #expect(proof.findings.map(\.message) == [])
    #expect(proof.tally.steps == entry.lesson.steps.count)
  }

  @Test(arguments: library.questions.map(\.question.id))
  func isProven(question id: String) throws {
    let entry = try #require(Self.library.questions.first { $0.question.id == id })
    #expect(Proof(of: entry.question, in: entry.file, Self.library).findings.map(\.message) == [])
  }

  @Test(arguments: library.scenarios.map(\.scenario.id))
  func isProven(scenario id: String) throws {
    let entry = try #require(Self.library.scenarios.first { $0.scenario.id == id })
    #expect(Proof(of: entry.scenario, in: entry.file, Self.library).findings.map(\.message) == [])
  }

  /// Whatever is drawn can be solved, and is not solved before: every form on two clusters.
  @Test(arguments: library.questions.filter { $0.question.prove != nil }.map(\.question.id))
  func isSolvableInEveryForm(question id: String) throws {
    var plays: [String: Int] = [:]
    for seed in UInt64(1)...20 {
      let form = "\(try #require(Self.library.question(id, variant: seed)).question)"
      plays[form, default: 0] += 1
      if plays[form] ?? 0 > 2 { continue }
      let proof = try #require(Proof(playing: id, of: Self.library, seed: seed))
      #expect(proof.tally.checks > 0)
      #expect(proof.findings.map(\.message) == [], "seed \(seed)")
    }
  }

  @Test func filesBelongTogether() {
    #expect(Prover.connections(of: Self.library).map(\.message) == [])
    #expect(Self.library.problems == [])
  }

  @Test func thereIsWhatIsPromised() {
    let library = Library(GoldenSession.lessonFiles)
    #expect(library.lessons.count >= 34)
    #expect(library.scenarios.count >= 10)
    #expect(library.questions.count >= 120)
    #expect(library.questions.count { $0.question.prove != nil } >= 60)
    #expect(library.questions.count { !$0.question.followUps.isEmpty } >= 40)
    for (question, _) in library.questions {
      #expect(question.modelAnswer.split { $0.isWhitespace }.count <= 200, "\(question.id)")
      #expect(question.rubric.map(\.name).first == "claim")
    }
  }

  /// A lesson that keeps every promise.
  private static let good = """
    ---
    id: x
    title: X
    level: junior
    minutes: 1
    ---
    ## A step
    Run a pod called x; `kubectl run --help` tells how.

    ### Predict
    ```question
    On which node?
    ```
    truth: pod/x .spec.nodeName

    ### Check
    - let old = pods count
    - pod/x .status.phase == Running
    - answer matches "worker"
    - pods count > $old

    ### Hints
    1. one
    2. two
    3. use run

    ### When pod/y
    It is called x, not y.

    ### Solution
    ```console
    $ answer worker-1
    $ kubectl run x --image=nginx:1.27
    ```

    ### Also works
    ```console
    $ kubectl run x --image=httpd:2.4
    $ answer worker-2
    $ kubectl wait --for=condition=Ready pod/x
    ```

    ### Must fail
    ```console
    $ kubectl run y --image=nginx:1.27
    $ advance 5s
    ```
    Nobody has said anything.
    ```console
    $ kubectl run x --image=nginx:1.27
    $ advance 5s
    ```
    """

  private func proofs(_ text: String) -> [Proof] {
    let prover = Prover(Library([LibraryFile(path: "part/x.md", text: text)]))
    return (0..<prover.count).map { prover.proof(at: $0) }
  }

  private func findings(_ text: String) -> [Finding] {
    Prover(Library([LibraryFile(path: "part/x.md", text: text)])).general
      + proofs(text).flatMap(\.findings)
  }

  @Test func aGoodLessonPasses() {
    #expect(findings(Self.good).map(\.message) == [])
    let tally = proofs(Self.good).first?.tally
    #expect(tally?.checks == 3)
    #expect(tally?.mustFail == 2)
    #expect(tally?.alternatives == 1)
    #expect(tally?.advice == 1)
  }

  /// A change that breaks just one promise, what is said of it, and on which line.
  @Test(arguments: [
    (
      "- answer matches \"worker\"\n- pods count > $old", "- pods count >= $old", 31,
      "without \"answer"
    ),
    ("$ answer worker-1\n", "", 31, "does not pass"),
    (
      "nginx:1.27\n```\n\n### Also",
      "nginx:1.27\n$ kubectl run z --image=nginx:1.27\n```\n\n### Also",
      34, "without \"kubectl run z"
    ),
    ("$ answer worker-2\n", "", 37, "does not pass"),
    (
      "kubectl run y --image=nginx:1.27", "kubectl run x --image=nginx:1.27\n$ answer worker-1", 44,
      "must fail"
    ),
    ("3. use run", "3. type `kubectl run x --image=nginx:1.27`", 25, "gives the solution away"),
    ("It is called x", "Just type kubectl run x --image=nginx:1.27", 27, "gives the solution away"),
    ("`kubectl run --help`", "`kubectl frobnicate now`", 8, "is no command"),
    ("$ kubectl run y", "$ kubectl rnu y", 45, "is no command"),
    ("### When pod/y", "### When pod/z", 27, "no Must fail script"),
    ("### When pod/y", "### When pods", 27, "after the solution"),
    ("truth: pod/x .spec.nodeName", "truth: pod/x .spec.hostname", 14, "the truth is empty"),
    ("- let old = pods count", "- let old = pod/x .spec.nodeName", 17, "$old finds nothing"),
    ("id: x", "id: z", 1, "is called z.md"),
    (
      "Run a pod called x;", "Run a pod called x; " + String(repeating: "long ", count: 20), 8,
      "fit"
    ),
    ("level: junior", "level: junior\nneeds: [nothing]", 1, "needs a lesson nothing"),
    ("level: junior", "level: junior\ncluster: nowhere.yaml", 1, "cannot be read"),
    (
      "## A step", "## A step\n\n### Setup\n```console\n$ kubectl delete pod nobody\n```", 10,
      "the setup fails"
    ),
    ("### Also works", "### Also working", 36, "unknown part"),
  ])
  func aBadLessonIsCaught(right: String, wrong: String, line: Int, problem: String) {
    let text = Self.good.replacing(right, with: wrong)
    #expect(text != Self.good)
    let found = findings(text)
    #expect(found.contains { $0.problem.contains(problem) && $0.line == line }, "\(found)")
  }

  /// Parts that are left out, and the reason that makes it right.
  @Test func whatIsLeftOutNeedsAReason() {
    func without(_ title: String, _ text: String) -> [String] {
      var lines = Self.good.split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
      let start = lines.firstIndex(of: "### " + title) ?? 0
      let end = lines[(start + 1)...].firstIndex { $0.hasPrefix("### ") } ?? lines.count
      lines.replaceSubrange((start + 1)..<end, with: [text, ""])
      if text.isEmpty { lines.remove(at: start) }
      return findings(lines.joined(separator: "\n")).map(\.problem)
        .filter { !$0.contains("makes this mistake") }
    }
    #expect(without("Also works", "").contains { $0.contains("Also works") })
    #expect(without("Also works", "There is no other way.").isEmpty)
    #expect(without("Must fail", "").contains { $0.contains("Must fail") })
    #expect(without("Must fail", "Nothing else comes near.").isEmpty)
  }

  @Test func aStepMustNotBeSolvedWhenItBegins() {
    let text = Self.good.replacing("- pod/x .status.phase == Running", with: "- node/worker-1")
      .replacing("- answer matches \"worker\"\n", with: "")
      .replacing("- pods count > $old", with: "- pods count >= $old")
    #expect(findings(text).contains { $0.problem == "it is solved before it begins" })
    let second = """


      ## Another step
      ### Setup
      ```console
      $ kubectl create namespace z
      ```
      ### Check
      - no namespace/z
      ### Hints
      1. a
      2. b
      3. c
      ### Solution
      ```console
      $ kubectl delete namespace z
      ```
      ### Also works
      No.
      ### Must fail
      No.
      """
    let found = findings(Self.good + second)
    #expect(found.map(\.problem) == ["an empty cluster passes"], "\(found)")
  }

  @Test func clashesAreTold() {
    let library = Library([
      LibraryFile(path: "a/x.md", text: Self.good), LibraryFile(path: "b/x.md", text: Self.good),
      LibraryFile(path: "broken.md", text: "no facts"),
      LibraryFile(
        path: "index.yaml",
        text: "title: T\nparts:\n- title: P\n  folder: a\n  lessons: [x, gone]\n"),
    ])
    #expect(library.lessons.map(\.file.path) == ["a/x.md"])
    #expect(library.problems.map(\.file) == ["broken.md", "b/x.md"])
    let found = Prover(library).general.map(\.message)
    #expect(found.contains("b/x.md:1: the id x is taken by a/x.md"))
    #expect(found.contains("index.yaml:5: gone has no file a/gone.md"))
  }
}
