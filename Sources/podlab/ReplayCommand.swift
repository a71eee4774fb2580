import ArgumentParser
import Shell

/// `podlab replay FILE`
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Run the commands of a recorded session again.")

  @Argument(help: "The recorded session.", completion: .file())
  var file: String

  @OptionGroup var common: CommonOptions

  @Flag(name: .long, help: "Compare with what was recorded, and show what differs.")
  var check = false

  func run() throws {
    let recording = Recording(try CommonOptions.read(file))
    var session = Session(
      try common.start(), manner: .script,
      host: LocalHost.host(folder: LocalHost.folder(of: file)))
    let replayed = Replay.run(recording, in: &session) { item in
      if !check { Output.write(Recording([item]).text) }
    }
    guard check else { return }
    let differences = Comparison(recorded: recording, replayed: replayed).report
    Output.write(differences)
    if !differences.isEmpty { throw ExitCode(1) }
  }
}
