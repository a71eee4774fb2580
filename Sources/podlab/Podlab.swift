import ArgumentParser
import Shell
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program's own command line.
@main
struct Podlab: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "podlab",
    abstract: "A Kubernetes flight simulator: a shell on a cluster that lives in this process.",
    usage: """
      podlab [<options>]
      podlab [<options>] <script> [<words> ...]
      podlab [<options>] -c <commands>
      podlab <subcommand>
      """,
    discussion: """
      podlab help shell lists the options of the shell and of scripts, podlab manual tells all.
      """,
    version: PodlabVersion.text,
    subcommands: [
      ShellCommand.self, LessonCommand.self, InterviewCommand.self, LessonsCommand.self,
      ReplayCommand.self, BenchCommand.self, SoakCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: ShellCommand.self)

  static func main() {
    Screen.prepareStreams()
    do {
      // Without a word to read there is no need to build the tree of commands and options.
      var command: any ParsableCommand =
        CommandLine.arguments.count == 1
        ? try ShellCommand.parseAsRoot([]) : try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
    end(with: ExitCode.success)
  }

  /// Says what there is to say, on a screen without what would steer that, and leaves.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    if !text.isEmpty {
      if code.isSuccess { Output.write(text + "\n") } else { Output.complain(text + "\n") }
    }
    leave(Output.status(code.rawValue))
  }
}

/// ArgumentParser's commands have an `exit` of their own.
private func leave(_ status: Int32) -> Never { exit(status) }
