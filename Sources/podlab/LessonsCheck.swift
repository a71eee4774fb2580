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

  @Argument(help: "Lesson files or folders; all lessons if none are named.")
  var paths: [String] = []

  @Flag(help: "Go on, and prove again what changes, until Ctrl-C.")
  var watch = false

  @Flag(help: "Show how many checks, wrong ways and other ways each lesson has.")
  var table = false

  func run() throws {
    var files = read()
    guard !files.isEmpty else { throw CommonOptions.refusal("no lesson files found") }
    var prover = prove(files, keeping: [])
    while watch {
      Output.write("watching \(files.count) files; Ctrl-C ends\n")
      let before = files
      repeat {
        Clock.pause(milliseconds: 400)
        files = read()
      } while files == before
      prover = prove(files, keeping: Self.unchanged(prover.proofs, before, files))
    }
    if !prover.findings.isEmpty { throw ExitCode(1) }
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

  /// Proves everything but what stands, tells what is found, and sums up.
  private func prove(_ files: [LibraryFile], keeping standing: [Proof]) -> Prover {
    let library = Library(files)
    let total = library.lessons.count + library.questions.count
    let showsProgress = Screen.isTerminal(.error)
    var count = 0
    let prover = Prover(library, isWhole: isWhole(files), keeping: standing) { proof in
      count += 1
      if showsProgress { Output.complain("\r\u{1b}[K\(count) of \(total)  \(proof.file)") }
    }
    if showsProgress { Output.complain("\r\u{1b}[K") }
    for finding in prover.findings { Output.write(finding.message + "\n") }
    if table { Output.write(ProofTable(prover.proofs).text) }
    Output.write(
      "\(total) files, \(prover.steps) steps, \(prover.findings.count) findings\n")
    return prover
  }

  /// Whether the files are a whole pack, whose index must be kept.
  private func isWhole(_ files: [LibraryFile]) -> Bool {
    paths.isEmpty || files.contains { $0.path.hasSuffix("/index.yaml") }
  }
}
