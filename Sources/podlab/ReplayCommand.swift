import ArgumentParser
import Shell

/// `podlab replay FILE`
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Run the commands of a recorded session again.")

  @Argument(help: "The recorded session.")
  var file: String

  @OptionGroup var common: CommonOptions

  @Flag(name: .long, help: "Compare with what was recorded, and show what differs.")
  var check = false

  func run() throws {
    let text: String
    do throws(HostProblem) {
      text = try LocalFiles.read(file)
    } catch {
      throw ValidationError("\(file): \(error.message)")
    }
    let start = try common.start()
    var host = Shell.Host()
    LocalFiles.connect(&host, folder: LocalFiles.folder(of: file))
    var session = Session(start, manner: .script, host: host)
    let recording = Recording(text)
    let replayed = Replay.run(recording, in: &session) { item in
      if !check { Screen.write(Recording([item]).text) }
    }
    guard check else { return }
    let differences = Comparison(recorded: recording, replayed: replayed).report
    Screen.write(differences)
    if !differences.isEmpty { throw ExitCode(1) }
  }
}
