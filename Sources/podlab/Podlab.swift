import ArgumentParser
import Shell
import Terminal

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
    Screen.ignoreBrokenPipes()
    // Without a word to read there is no need to build the tree of commands and options.
    if CommandLine.arguments.count == 1 { ShellCommand.main([]) } else { main(nil) }
  }
}
