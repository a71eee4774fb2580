import ArgumentParser
import Shell
import Terminal

/// `podlab`, `podlab -c COMMANDS`, `podlab FILE`, `… | podlab`
struct ShellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell", abstract: "The shell, or a script.", shouldDisplay: false)

  @Option(name: .customShort("c"), help: "Run these commands and leave.")
  var commands: String?

  @Argument(help: "A script to run.")
  var file: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    if commands == nil, file == nil, Screen.hasKeyboard { try common.converse() }
    let script = try commands ?? file.map { try CommonOptions.read($0) } ?? Self.standardInput()
    var session = Session(try common.start(), manner: .script, host: LocalHost.host())
    session.run(script)
    throw ExitCode(session.finalStatus)
  }

  private static func standardInput() -> String {
    var reader = PlainReader(prompting: false)
    var text = ""
    while case .line(let line) = reader.readLine(prompt: "") { text += line + "\n" }
    return text
  }
}
