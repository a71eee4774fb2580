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
    let script = try commands ?? file.map { try CommonOptions.read($0) }
    var host = LocalHost.host()
    try common.addLessons(to: &host)
    let keys = ScriptKeys(isPlain: common.plain)
    host.take { keys.keyboard }
    var session = Session(try common.start(), manner: .script, host: host)
    if let script {
      session.run(script)
    } else {
      session.runScript {
        if case .line(let line) = keys.keyboard.readLine(prompt: "") { line } else { nil }
      }
    }
    throw ExitCode(session.finalStatus)
  }
}

/// A script may turn the terminal over to a program in a container, if there is one; a script on
/// the standard input gives it the lines that follow. Most scripts do neither.
private final class ScriptKeys {
  private let isPlain: Bool

  init(isPlain: Bool) {
    self.isPlain = isPlain
  }

  private(set) lazy var keyboard =
    Screen.hasKeyboard
    ? Keyboard(isPlain: isPlain, usesColour: false, history: nil) : Keyboard()
}
