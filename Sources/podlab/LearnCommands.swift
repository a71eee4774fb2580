import ArgumentParser
import Shell

/// `podlab lesson [NAME]`
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "The shell, straight into a lesson.")

  @Argument(
    help: "The lesson's id; the next one if none is named.",
    completion: .custom { _, _, _ in Library(LessonFiles.all()).lessonIDs })
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
