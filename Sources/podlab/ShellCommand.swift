import ArgumentParser
import Foundation
import Shell

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
    let start = try common.start()
    var host = Shell.Host()
    host.write = { Screen.write($0) }
    LocalFiles.connect(&host, folder: ".")
    var session = Session(start, manner: .script, host: host)
    session.run(try script())
    throw ExitCode(session.finalStatus)
  }

  private func script() throws -> String {
    if let commands { return commands }
    guard let file else {
      let data = FileHandle.standardInput.readDataToEndOfFile()
      return String(decoding: data, as: UTF8.self)
    }
    do throws(HostProblem) {
      return try LocalFiles.read(file)
    } catch {
      throw ValidationError("\(file): \(error.message)")
    }
  }
}
