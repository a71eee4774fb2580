import ArgumentParser
import Engine
import Foundation
import Kubectl
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
    if commands == nil, file == nil, Screen.isTerminal, isatty(0) == 1 {
      throw ExitCode(common.converse(start))
    }
    var host = Shell.Host()
    host.write = { Screen.write($0) }
    LocalFiles.connect(&host, folder: ".")
    CommonOptions.connectLearning(&host)
    var session = Session(start, manner: .script, host: host)
    session.run(try script())
    throw ExitCode(session.finalStatus)
  }

  private func script() throws -> String {
    if let commands { return commands }
    guard let file else {
      let data = FileHandle.standardInput.readDataToEndOfFile()
      guard let text = String(data: data, encoding: .utf8) else {
        throw ValidationError("standard input is not UTF-8 text")
      }
      return text
    }
    do throws(HostProblem) {
      return try LocalFiles.read(file)
    } catch {
      throw ValidationError("\(file): \(error.message)")
    }
  }
}

extension CommonOptions {
  /// Colour, unless somebody or something is against it.
  var usesColour: Bool {
    !plain && Screen.isTerminal
      && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }

  /// Gives a session the lessons and the learner's journal.
  static func connectLearning(_ host: inout Shell.Host) {
    host.timeOfDay = {
      SimTime(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
    host.lessonFiles = { LessonFiles.all() }
    host.journal = { JournalFile.lines() }
    host.keepInJournal = { JournalFile.append($0) }
  }

  /// A person at the keyboard; `first` is said on their behalf.
  func converse(_ start: ClusterStart, first: String? = nil) -> Int32 {
    var host = Shell.Host()
    host.write = { Screen.write($0) }
    LocalFiles.connect(&host, folder: ".")
    Self.connectLearning(&host)
    let usesColour = usesColour
    host.style = { Style(width: Screen.width, usesColour: usesColour) }
    host.wallClock = { Int64(Date().timeIntervalSince1970 * 1000) }
    host.pause = { usleep(UInt32(clamping: $0.milliseconds * 1000)) }
    host.runProgram = { words, input in LocalPrograms.run(words, input: input) }
    var conversation = Conversation(
      session: Session(start, manner: .interactive, host: host), lines: PlainLines(),
      usesColour: usesColour)
    if let first { conversation.session.run(first) }
    return conversation.run()
  }
}
