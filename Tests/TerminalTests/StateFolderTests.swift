import Terminal
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A state folder in which something is not as it should be.
@Suite struct StateFolderTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  /// Brings something into the journal.
  private static let learn = "$podlab -c 'progress import \(JournalLines.file)'; echo ends $?"

  /// What is wrong, and what has to be said; nothing is believed to be kept that is not.
  private static let faults: [(fault: String, said: String)] = [
    ("echo > state", "state: not a directory"),
    ("mkdir state && mkdir state/progress.jsonl", "progress.jsonl: is a directory"),
    (
      "mkdir state && ln -s progress.jsonl state/progress.jsonl",
      "too many levels of symbolic links"
    ),
    ("mkdir state && ln -s /nowhere/at/all state/progress.jsonl", "no such file or directory"),
    ("ln -s state state", "state: not a directory"),
    ("ulimit -f 0", "progress.jsonl: file too large"),
  ]

  @Test(arguments: faults.indices)
  func whatCannotBeKeptIsTold(number: Int) throws {
    let (fault, said) = Self.faults[number]
    try JournalLines.write(1...3, for: "a", in: bench)
    // What is said goes through a pipe: a limit of files is not one of pipes.
    let ended = try bench.run("(\(fault); \(Self.learn)) 2>&1 | cat")
    #expect(ended.output.contains(said), "\(fault): \(ended.output)")
    #expect(ended.output.contains("ends 1"), "\(fault): \(ended.output)")
  }

  /// What only stands in the way of reading is no reason to wait for ever.
  @Test(arguments: [
    "mkfifo state/progress.jsonl", "ln -s /dev/null state/progress.jsonl",
    "ln -s /dev/zero state/history", "mkfifo state/settings; mkfifo state/history",
  ])
  func pipesAndDevicesAreNotReadForEver(fault: String) throws {
    let ended = try bench.run(
      "mkdir state; \(fault); $podlab -c 'progress; get nodes'; echo ends $?")
    #expect(ended.output.contains("worker-1"), "\(fault): \(ended.output)")
    #expect(ended.output.contains("ends 0"), "\(fault): \(ended.output)")
  }

  /// Lines that were half written, or come from elsewhere, take nothing away from the others.
  @Test func aDamagedJournalLosesNothingThatIsWhole() throws {
    let whole = [
      JournalLines.line(1, for: "early"), JournalLines.line(2, for: "late"),
    ]
    let torn = [
      #"{"v":1,"at":"2026-01-01T10:0"#, "\0\0\0\0", String(repeating: "[", count: 100_000),
      #"{"v":1,"at":"2026-01-01T10:00:00.9e999Z","kind":"lesson-done","lesson":"x"}"#,
      #"{"v":99,"at":"2026-01-01T10:00:00Z","kind":"lesson-done","lesson":"x"}"#,
    ]
    try HostFiles.makeDirectory("\(bench.folder)/state")
    let text = (torn + [whole[0]] + torn + [whole[1]]).map { $0 + "\n" }.joined() + torn[0]
    try HostFiles.write(text, to: "\(bench.folder)/state/progress.jsonl")
    let ended = try bench.run("$podlab -c 'progress --json; progress export all; cat all'")
    #expect(ended.status == 0)
    for line in whole { #expect(ended.output.contains(line), "\(ended.output)") }
    // The next line begins a line of its own.
    try JournalLines.write(3...3, for: "a", in: bench)
    #expect(try bench.run("$podlab -c 'progress import \(JournalLines.file)'").status == 0)
    #expect(JournalLines.kept(in: bench).contains(JournalLines.line(3, for: "a")))
  }

  /// Two shells at once, and twenty: every line of each is there, whole.
  @Test(arguments: [2, 20])
  func manyShellsKeepEverything(count: Int) throws {
    for shell in 1...count { try JournalLines.write(1...15, for: "shell-\(shell)-", in: bench) }
    let shells = (1...count).map {
      "$podlab -c 'progress import \(JournalLines.file(for: "shell-\($0)-"))' > out-\($0) &"
    }
    let ended = try bench.run(shells.joined(separator: "\n") + "\nwait")
    #expect(ended.status == 0, "\(ended.output)")
    let wanted = (1...count).flatMap { shell in
      (1...15).map { JournalLines.line($0, for: "shell-\(shell)-") }
    }
    #expect(JournalLines.kept(in: bench).sorted() == wanted.sorted())
  }
}
