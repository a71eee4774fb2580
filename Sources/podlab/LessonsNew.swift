import ArgumentParser
import Lessons
import Terminal

/// `podlab lessons new NAME`
struct LessonsNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write the start of a lesson, with notes on what to fill in.")

  @Argument(help: "The lesson's id, or the path of its file: spreading, course/spreading.md.")
  var name: String

  func run() throws {
    let path = name.hasSuffix(".md") ? name : name + ".md"
    let id = String((path.split(separator: "/").last ?? "").dropLast(3))
    guard let text = LessonTemplate.text(id: id) else {
      throw CommonOptions.refusal(
        "\"\(id)\" is no id: small letters, digits and dashes, such as pod-life")
    }
    guard !HostFiles.exists(path) else {
      throw CommonOptions.refusal("\(path) is there already; it stays as it is")
    }
    do throws(HostError) {
      if path.contains("/") {
        try HostFiles.makeDirectory(LocalHost.folder(of: path), mode: 0o755)
      }
      try HostFiles.write(text, to: path)
    } catch {
      throw CommonOptions.refusal(error.message)
    }
    Output.write(
      """
      \(path) is a small lesson that works, with notes on what to change.
        podlab lessons try \(path)    plays it
        podlab lessons check \(path)  proves it

      """)
  }
}
