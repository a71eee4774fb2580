import ArgumentParser
import Scheduling
import Shell
import Terminal

extension TieBreak: ExpressibleByArgument {}

/// Options that every way of starting takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .long, help: "A file of Node objects: the machines of the cluster.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var nodes: String?

  @Option(name: .long, help: "Where chance begins; the same seed goes the same way.")
  var seed: UInt64 = 1

  @Option(
    name: .long,
    help: "Of nodes with equal scores the first is taken, as Kubernetes does, or a random one.")
  var ties = TieBreak.first

  @Option(
    name: .long, help: "A folder of more lessons, with an index.yaml of its own.",
    completion: .directory)
  var lessons: String?

  @Flag(name: .long, help: "No colour, no line editor.")
  var plain = false

  /// The cluster to begin with; ends the program when the file is no hardware.
  func start() throws -> ClusterStart {
    var start = try hardware()
    start.ties = ties
    return start
  }

  private func hardware() throws -> ClusterStart {
    guard let path = nodes else { return .standard(seed: seed) }
    let text = try Self.read(path)
    do throws(NodeFile.Problem) {
      return ClusterStart(seed: seed, nodes: try NodeFile.nodes(in: text))
    } catch {
      throw Self.refusal("\(path): \(error.message)")
    }
  }

  /// Brings the lessons of the pack that was asked for, before podlab's own.
  func addLessons(to host: inout Shell.Host) throws {
    guard let folder = lessons else { return }
    guard HostFiles.entry(folder) == .directory else {
      throw Self.refusal("\(folder): is no folder of lessons")
    }
    host.lessonFiles = { LessonFiles.files(in: folder) + LessonFiles.all() }
  }

  /// The text of a file named on the command line.
  static func read(_ path: String) throws -> String {
    do throws(HostProblem) {
      return try LocalHost.read(path)
    } catch {
      throw Self.refusal("\(path): \(error.message)")
    }
  }

  /// Says what is wrong; the status to leave with.
  static func refusal(_ message: String) -> ExitCode {
    Output.complain("podlab: \(message)\n")
    return ExitCode(1)
  }

  /// A person at the keyboard; `first` is run on their behalf.
  /// `files` are lessons to have instead of all others.
  func converse(first: String? = nil, with files: [LibraryFile]? = nil) throws -> Never {
    let usesColour =
      !plain && Screen.isTerminal(.output) && Environment.value("NO_COLOR") == nil
    let state = Environment.stateDirectory
    let history = TypedHistory(HistoryFile(path: state + "/history"))
    let keyboard = Keyboard(isPlain: plain, usesColour: usesColour, history: history)
    var host = LocalHost.interactiveHost(keyboard, usesColour: usesColour)
    history.serve(&host, keyboard)
    host.isFirstRun = { !HostFiles.exists(state + "/history") && !LocalHost.hasJournal }
    SettingsFile(path: state + "/settings").serve(&host)
    if let files { host.lessonFiles = { files } } else { try addLessons(to: &host) }
    var conversation = Conversation(
      Opening(try start(), host: host), keyboard: keyboard,
      history: history, usesColour: usesColour)
    throw ExitCode(conversation.run(first: first))
  }
}
