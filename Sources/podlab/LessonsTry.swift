import ArgumentParser
import Shell
import Terminal

/// `podlab lessons try PATH`
struct LessonsTry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try", abstract: "Play a lesson file, finished or not.",
    discussion: "What the file still lacks is told first; only what cannot be read stops it.")

  @Argument(help: "The lesson's file.", completion: .file(extensions: ["md"]))
  var path: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    var files = LessonFiles.files(in: path)
    guard !files.isEmpty, HostFiles.entry(path) == .file else {
      throw CommonOptions.refusal("\(path): is no lesson file")
    }
    files[0].isDraft = true
    let library = Library(files)
    for mistake in library.mistakes(in: path) { Output.complain(mistake.message + "\n") }
    guard let command = library.command(for: path) else { throw ExitCode(1) }
    try common.converse(first: command, with: files)
  }
}
