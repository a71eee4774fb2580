import ArgumentParser
import Shell
import Terminal

/// `podlab`, `podlab -c COMMANDS`, `podlab FILE WORDS`, `… | podlab`
struct ShellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell", abstract: "The shell, or a script.", shouldDisplay: false)

  @Option(
    name: .customShort("c"),
    help: ArgumentHelp("Run these commands and leave.", valueName: "commands"))
  var commands: String?

  @OptionGroup var common: CommonOptions

  @Argument(
    parsing: .captureForPassthrough,
    help: "A script to run, and what it finds as $1 and so on; behind -c the first is $0.",
    completion: .file())
  var script: [String] = []

  func run() throws {
    if commands == nil, script.isEmpty, Screen.hasKeyboard { try common.converse() }
    let text = try commands ?? script.first.map { try Self.script($0) }
    var host = LocalHost.host()
    try common.addLessons(to: &host)
    let keys = ScriptKeys(isPlain: common.plain)
    host.take { keys.keyboard }
    var session = Session(try common.start(), manner: .script, host: host)
    if let name = script.first { session.setArguments(Array(script.dropFirst()), ofScript: name) }
    if let text {
      session.run(text)
    } else {
      session.runScript {
        if case .line(let line) = keys.keyboard.readLine(prompt: "") { line } else { nil }
      }
    }
    throw ExitCode(session.finish())
  }

  /// The text of a script; what it cannot be read for ends the program as it would a shell.
  private static func script(_ path: String) throws -> String {
    do throws(HostProblem) {
      return try LocalHost.read(path)
    } catch {
      Output.complain("podlab: \(path): \(error.message)\n")
      throw ExitCode(error == .missing ? 127 : 126)
    }
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
