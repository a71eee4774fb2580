import ArgumentParser
import Shell
import Terminal

/// `podlab lessons check [PATH…]`
struct LessonsCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Prove that lessons keep what they say.",
    discussion: """
      Every step must fail as it begins and on an empty cluster; its solution and every other way
      must pass, every wrong way must fail, and so must the solution without any one of its
      commands. Every quoted command must be one, and no hint may give the solution away. What is
      found is told with file and line; the exit status is 1 when something is.
      """)

  @Argument(
    help: "Lesson files or folders; all lessons if none are named.", completion: .file())
  var paths: [String] = []

  @Flag(help: "Go on, and prove again what changes, until Ctrl-C.")
  var watch = false

  @Flag(help: "Show how many checks, wrong ways and other ways each lesson has.")
  var table = false

  @Flag(help: "Prove questions with every name, number and fault that they may draw.")
  var everyForm = false

  func run() throws {
    var files = read()
    guard !files.isEmpty else { throw CommonOptions.refusal("no lesson files found") }
    var (proofs, isKept) = prove(files, keeping: [])
    while watch {
      Output.write("watching \(files.count) files; Ctrl-C ends\n")
      let before = files
      repeat {
        Clock.pause(milliseconds: 400)
        files = read()
      } while files == before
      (proofs, isKept) = prove(files, keeping: Self.unchanged(proofs, before, files))
    }
    if !isKept { throw ExitCode(1) }
  }

  private func read() -> [LibraryFile] {
    paths.isEmpty ? LessonFiles.all() : paths.flatMap { LessonFiles.files(in: $0) }
  }

  /// The proofs that still stand: a node file may matter to every lesson beside it.
  private static func unchanged(
    _ proofs: [Proof], _ before: [LibraryFile], _ after: [LibraryFile]
  ) -> [Proof] {
    let texts = Set(before)
    let changed = after.filter { !texts.contains($0) }
    if changed.contains(where: { !$0.path.hasSuffix(".md") }) { return [] }
    let names = Set(changed.map(\.path))
    return proofs.filter { !names.contains($0.file) }
  }

  /// Proves everything but what stands, tells what is found as it is found, and sums up.
  private func prove(
    _ files: [LibraryFile], keeping standing: [Proof]
  ) -> (proofs: [Proof], isKept: Bool) {
    let prover = Prover(
      Library(files), isWhole: isWhole(files), inEveryForm: everyForm, keeping: standing)
    for finding in prover.general { Output.write(finding.message + "\n") }
    let showsProgress = Screen.isTerminal(.error)
    var proofs: [Proof] = []
    Workers.share(prover.count, { prover.proof(at: $0) }) { proof in
      proofs.append(proof)
      if showsProgress { Screen.write("\r\u{1b}[K", to: .error) }
      for finding in proof.findings { Output.write(finding.message + "\n") }
      if showsProgress { Output.complain("\(proofs.count) of \(prover.count)  \(proof.file)") }
    }
    if showsProgress { Screen.write("\r\u{1b}[K", to: .error) }
    if table { Output.write(ProofTable(proofs).text) }
    let steps = proofs.reduce(0) { $0 + $1.tally.steps }
    let findings = proofs.reduce(prover.general.count) { $0 + $1.findings.count }
    Output.write("\(prover.count) files, \(steps) steps, \(findings) findings\n")
    return (proofs, findings == 0)
  }

  /// Whether the files are a whole pack, whose index must be kept.
  private func isWhole(_ files: [LibraryFile]) -> Bool {
    paths.isEmpty || files.contains { $0.path.hasSuffix("/index.yaml") }
  }
}
