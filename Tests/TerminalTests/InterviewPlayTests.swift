import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Interviews on a real terminal.
@Suite struct InterviewPlayTests {
  /// A question with everything a question may have.
  private static let question = """
    ---
    id: NAME
    title: About NAME
    level: junior
    topic: TOPIC
    par: 3
    kind: [say, prove]
    ---
    ## About NAME

    Create the ConfigMap `NAME`.

    ### Frame
    Whether you can.

    ### Say
    What is NAME?

    ### Rubric
    - claim: It is a thing.
    - evidence: It can be seen.

    ### Model answer
    A thing, plainly.

    ### Wrong answers
    "Nothing".

    ### Check
    - configmap/NAME

    ### Solution
    ```console
    $ kubectl create configmap NAME
    ```

    ### Follow-up
    ```console
    $ kubectl delete configmap NAME
    ```
    ```question
    It is deleted. How many are left?
    ```
    truth: configmaps count
    """

  private static func question(_ id: String, topic: String) -> String {
    question.replacing("NAME", with: id).replacing("TOPIC", with: topic)
  }

  private static func bank(_ bench: Workbench) throws -> [String] {
    _ = try bench.teach("alpha", question("alpha", topic: "pods"), in: "interview")
    return try bench.teach("beta", question("beta", topic: "nodes"), in: "interview")
  }

  @Test func aWholeMockIsPlayed() throws {
    let bench = try Workbench()
    let pty = try bench.podlab(rows: 200, variables: try Self.bank(bench))
    pty.send("interview start --questions 2 --minutes 60 --seed 1\r")
    for number in 1...2 {
      try #require(
        pty.expectOutput("Question \(number) of 2: About ", seconds: 60), "\(pty.screenText)")
      let id = pty.screenText.contains("Question \(number) of 2: About alpha") ? "alpha" : "beta"
      pty.send("say I'd say \(number) things\r")
      pty.send("reveal\r")
      try #require(pty.expectOutput("  I'd say \(number) things", seconds: 60), "\(pty.screenText)")
      pty.send("mark 2 \(number)\r")
      try #require(pty.expectOutput("\(2 + number) of 4 points.", seconds: 60), "\(pty.screenText)")
      pty.send("hint\r")
      try #require(
        pty.expectOutput("no hints in a mock interview", seconds: 60), "\(pty.screenText)")
      // The first is proved, the second is not.
      if number == 1 {
        pty.send("kubectl create configmap \(id)\r")
        try #require(pty.expectOutput("Done: About \(id).", seconds: 60), "\(pty.screenText)")
      }
      pty.send("next\r")
      try #require(
        pty.expectOutput("answer TEXT. next lets it happen.", seconds: 60), "\(pty.screenText)")
      pty.send("answer \(number)\r")
      pty.send("next\r")
      try #require(
        pty.expectOutput("you said          \(number)", seconds: 60), "\(pty.screenText)")
    }
    try #require(pty.expectOutput("Mock interview", seconds: 60), "\(pty.screenText)")
    for text in [
      "evidence, 1 of 2: It can be seen.", "not shown: configmap/", "You are back on your own",
    ] {
      #expect(pty.expectOutput(text, seconds: 60), "\(pty.screenText)")
    }
    pty.send("exit\r")
    #expect(pty.awaitExit() == 0)
  }

  @Test func cardsWantOneKeyEach() throws {
    let bench = try Workbench()
    let pty = try bench.podlab(rows: 100, variables: try Self.bank(bench))
    pty.send("interview flash --seed 1\r")
    try #require(pty.expectOutput("Then: Enter", seconds: 60), "\(pty.screenText)")
    // Letters are typed as ever, and keys are special only while the line is empty.
    pty.send("echo 3\r")
    try #require(pty.expect("\n3\n", seconds: 60), "\(pty.screenText)")
    for (turn, grade) in [("\r", "3"), (" ", "4")] {
      pty.send(turn)
      try #require(pty.expectOutput("> reveal", seconds: 60), "\(pty.screenText)")
      try #require(pty.expectOutput("Press 1 forgotten, 2", seconds: 60), "\(pty.screenText)")
      // A space too many, meant for a page, is in nobody's way.
      pty.send(" " + grade)
      try #require(pty.expectOutput(">  mark \(grade)", seconds: 60), "\(pty.screenText)")
    }
    #expect(pty.expectOutput("Done: 2 of 2 questions.", seconds: 60), "\(pty.screenText)")
    #expect(pty.expectOutput("again in 8 days", seconds: 60), "\(pty.screenText)")
    pty.send("3\r")
    #expect(pty.expect("unknown command \"3\"", seconds: 60), "\(pty.screenText)")
  }

  @Test func killedInTheMiddleOfAnAnswer() throws {
    let bench = try Workbench()
    let variables = try Self.bank(bench)
    let victim = try bench.podlab(rows: 100, variables: variables)
    victim.send("interview question alpha\r")
    victim.send("say half of it is said\r")
    try #require(
      victim.expectOutput("Kept. Go on, or reveal.", seconds: 60), "\(victim.screenText)")
    try #require(bench.awaitLines(1))
    victim.send("say and this was never fin")
    victim.signal(SIGKILL)
    try #require(victim.awaitExit() == 128 + SIGKILL)

    let heir = try bench.podlab(rows: 100, variables: variables)
    try #require(
      heir.expectOutput("You left an interview half-way", seconds: 60), "\(heir.screenText)")
    heir.send("interview resume\r")
    heir.send("reveal\r")
    #expect(heir.expectOutput("  half of it is said", seconds: 60), "\(heir.screenText)")
    #expect(heir.expectOutput("mark N N", seconds: 60), "\(heir.screenText)")
  }
}
