import ArgumentParser
import Shell

/// `podlab lesson [NAME]`
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "The shell, straight into a lesson.")

  @Argument(help: "The lesson's id; the next one if none is named.")
  var name: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.converse(first: "lesson " + (name ?? ""))
  }
}

/// `podlab interview`
struct InterviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interview", abstract: "The shell, straight into interview practice.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.converse(first: "interview start")
  }
}

/// `podlab lessons check [PATH…]`
struct LessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons", abstract: "Work on lesson files.", subcommands: [Prove.self])

  struct Prove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Prove that lessons keep what they say.")

    @Argument(help: "Lesson files or folders; all lessons if none are named.")
    var paths: [String] = []

    func run() throws {
      let files = paths.isEmpty ? LessonFiles.all() : paths.flatMap { LessonFiles.files(in: $0) }
      guard !files.isEmpty else { throw ValidationError("no lesson files found") }
      let library = Library(files)
      let prover = Prover(library, isWhole: paths.isEmpty)
      for finding in prover.findings { Output.write(finding.message + "\n") }
      let count = library.lessons.count + library.questions.count
      Output.write(
        "\(count) files, \(prover.steps) steps, \(prover.findings.count) findings\n")
      if !prover.findings.isEmpty { throw ExitCode(1) }
    }
  }
}
