import Foundation
import Testing

/// What the program tells of its own command line. These run the program itself.
@Suite struct ManualTests {
  private func run(
    _ words: [String], _ other: URL? = nil, input: String = ""
  ) throws -> BuiltProgram.Run {
    try BuiltProgram.run(words, other, input: input)
  }

  @Test(arguments: [
    "", "shell", "lesson", "interview", "lessons new", "lessons try", "lessons check", "replay",
    "bench", "soak", "manual",
  ])
  func everyOptionIsInTheManual(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let help = try run(["help"] + words)
    #expect(help.status == 0)
    let page = try run(["manual"]).output.replacing("\\-", with: "-")
    let options = help.output.split { " \n,[]".contains($0) }
      .filter { $0.hasPrefix("--") && $0.count > 2 }
    #expect(!options.isEmpty)
    for option in Set(options) { #expect(page.contains(option), "\(option) of \(command)") }
    if command.isEmpty || command == "shell" { return }
    #expect(page.contains("podlab \(command)"))
  }

  @Test func theManualHasItsSections() throws {
    let page = try run(["manual"]).output
    let titles = page.split(separator: "\n").filter { $0.hasPrefix(".SH") }
    #expect(
      titles
        == [
          "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "FILES", "ENVIRONMENT",
          "EXIT STATUS", "EXAMPLES", "SEE ALSO",
        ].map { ".SH \"\($0)\"" })
  }

  /// Where groff is installed, it has nothing to complain of.
  @Test func theManualIsReadable() throws {
    let groff = URL(filePath: "/usr/bin/groff")
    guard FileManager.default.isExecutableFile(atPath: groff.path) else { return }
    let page = try run(["manual"]).output
    let shown = try run(["-man", "-ww", "-z", "-Tascii"], groff, input: page)
    #expect(shown.output.isEmpty && shown.status == 0, "\(shown.output)")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func shellsAreToldHowToComplete(shell: String) throws {
    let script = try run(["--generate-completion-script", shell])
    #expect(script.status == 0)
    for word in ["replay", "bench", "nodes", "random", "traffic"] {
      #expect(script.output.contains(word), "\(word)")
    }
    let path = URL(filePath: "/bin/\(shell)")
    guard FileManager.default.isExecutableFile(atPath: path.path) else { return }
    #expect(try run(["-n"], path, input: script.output).output.isEmpty)
  }
}
