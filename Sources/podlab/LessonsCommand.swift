import ArgumentParser
import Shell
import Terminal

/// `podlab lessons check|new|try`
struct LessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons", abstract: "Write lessons: begin one, try it, prove it.",
    subcommands: [LessonsCheck.self, LessonsNew.self, LessonsTry.self])
}
