import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lessons read on real terminals: narrow, plain, and with keys that turn pages.
@Suite struct LessonReadingTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private static let question = "— more: Enter, q stops —"

  private static let prompt = "long 1/2 12:00:50 default>"

  /// A lesson with more text than fits on a small screen, and with every kind of it.
  private static let lesson = """
    ---
    id: long
    title: A long lesson
    level: junior
    minutes: 1
    cluster: default
    ---
    \((1...12).map { "Sentence number \($0) of a long introduction." }.joined(separator: " "))

    - a list with an item that is longer than a narrow screen, so that it has to be wrapped
      1. and one inside it

    > A quote that is as long as the item above, so that it has to be wrapped as well as that.

    | Kind | What it is for |
    |------|----------------|
    | Pod  | runs containers together, on one node, with one address; 日本語 as well |

    ## Make a pod
    Create a **pod** called `one`, `kubectl run one --image=nginx:1.27` does it.

    ### Check
    - pod/one

    ### Hints
    1. a
    2. b
    3. c

    ### Solution
    ```console
    $ kubectl run one --image=nginx:1.27
    ```

    ### Why
    Somebody made it.

    ## Make another
    The same again, called `two`.

    ### Check
    - pod/two

    ### Hints
    1. a
    2. b
    3. c

    ### Solution
    ```console
    $ kubectl run two --image=nginx:1.27
    ```
    """

  private func reading(
    _ arguments: [String] = [], rows: Int = 24, columns: Int = 80, terminal: String = "xterm",
    first: [String] = ["lesson", "long"]
  ) throws -> Pty {
    let variables = try bench.teach("long", Self.lesson)
    return try bench.podlab(
      first + arguments, terminal: terminal, rows: rows, columns: columns, variables: variables)
  }

  @Test(arguments: ["\r", " ", "j", "\u{1B}[B"])
  func aKeyGoesOn(key: String) throws {
    let pty = try reading(rows: 12)
    try #require(pty.expectLast(Self.question, seconds: 60), "\(pty.screenText)")
    for _ in 0..<9 {
      pty.send(key)
      if pty.expectOutput("keeps your place.", seconds: 1) { break }
    }
    #expect(pty.expectLast(Self.prompt), "\(pty.screenText)")
    #expect(pty.expectOutput("lesson leave keeps your place."))
    #expect(!pty.screenText.contains("more: Enter"), "no question is left behind")
    pty.send("echo fine\r")
    #expect(pty.expect("\nfine\n"), "\(pty.screenText)")
  }

  @Test(arguments: ["q", "Q", "\u{3}", "\u{4}", "\u{1B}"])
  func aKeyStops(key: String) throws {
    let pty = try reading(rows: 12)
    try #require(pty.expectLast(Self.question, seconds: 60), "\(pty.screenText)")
    pty.send(key)
    #expect(pty.expectLast(Self.prompt), "\(pty.screenText)")
    #expect(pty.screenText.contains("(lesson shows the step again)"))
    #expect(!pty.screenText.contains("keeps your place"))
    pty.send("echo fine\r")
    #expect(pty.expect("\nfine\n"), "\(pty.screenText)")
  }

  @Test func whatIsTypedInsteadIsNotLost() throws {
    let pty = try reading(rows: 12)
    try #require(pty.expectLast(Self.question, seconds: 60), "\(pty.screenText)")
    pty.send("echo fine\r")
    #expect(pty.expect("default> echo fine\nfine\n"), "\(pty.screenText)")
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func beingToldToGoWhileReadingLeavesTheTerminalInOrder(signal: Int32) throws {
    let pty = try reading(rows: 12)
    try #require(pty.expectLast(Self.question, seconds: 60))
    #expect(!pty.isInOrder)
    pty.signal(signal)
    #expect(pty.awaitExit() != nil)
    #expect(pty.isInOrder)
  }

  @Test(arguments: [40, 80])
  func linesFitTheScreen(columns: Int) throws {
    let pty = try reading(rows: 100, columns: columns)
    try #require(pty.expectOutput("keeps your place.", seconds: 60))
    pty.send("skip\rlessons\rprogress\rnext\rskip\rnext\r")
    try #require(pty.expectOutput("You are back on your own cluster", seconds: 60))
    // A terminal would break longer ones in the middle of a word. The editor's own rows, and what
    // is said before the first prompt, are others' business.
    let lines = pty.outputLines.filter { !$0.contains("\u{1B}") && !$0.hasPrefix("podlab ") }
    #expect(lines.count > 30)
    for line in lines { #expect(line.count <= columns, "\(line)") }
  }

  @Test(arguments: ["xterm", "dumb"])
  func plainMeansNoEscapes(terminal: String) throws {
    let pty = try reading(["--plain"], rows: 100, terminal: terminal)
    try #require(pty.expectOutput("keeps your place.", seconds: 60))
    pty.send("skip\r")
    #expect(pty.expectOutput("next goes on"))
    #expect(!pty.output.contains(0x1B))
    pty.send("progress\r")
    #expect(pty.expectOutput("o begun"))
    #expect(!pty.output.contains(0x1B))
  }

  @Test func colourIsUsedWhereItIsWanted() throws {
    let variables = try bench.teach("long", Self.lesson).filter { $0 != "NO_COLOR=1" }
    let pty = try bench.podlab(["lesson", "long"], rows: 100, variables: variables)
    #expect(pty.expectOutput("\u{1B}[1mStep 1 of 2", seconds: 60), "\(pty.screenText)")
  }

  @Test func scriptsAreNeverAsked() throws {
    let pty = try reading(
      ["lesson long; skip; next; skip; next"], rows: 12, first: ["-c"])
    #expect(pty.awaitExit(seconds: 60) == 0)
    #expect(pty.expectOutput("Lesson done: A long lesson"))
    #expect(!pty.outputText.contains("more: Enter"))
  }
}
