import Foundation
import Testing

/// What the program tells of its own command line. These run the program itself.
@Suite struct ManualTests {
  private struct Run {
    var output: String
    var status: Int32
  }

  /// The program is built beside the tests.
  private static let program: URL? = {
    var folder = Bundle.allBundles.map(\.bundleURL).map { $0.deletingLastPathComponent() }
    folder.append(URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent())
    return folder.map { $0.appending(path: "podlab") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  private func run(_ words: [String], _ other: URL? = nil, input: String = "") throws -> Run {
    let process = Process()
    let url: URL = try #require(other ?? Self.program)
    process.executableURL = url
    process.arguments = words
    let (fed, read) = (Pipe(), Pipe())
    process.standardInput = fed
    process.standardOutput = read
    process.standardError = read
    try process.run()
    // More than a pipe holds must be read while it is written.
    DispatchQueue.global().async {
      fed.fileHandleForWriting.write(Data(input.utf8))
      try? fed.fileHandleForWriting.close()
    }
    let output = read.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      output: String(decoding: output, as: UTF8.self), status: process.terminationStatus)
  }

  @Test(arguments: [
    "", "shell", "lesson", "interview", "lessons new", "lessons try", "lessons check", "replay",
    "bench", "manual",
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
