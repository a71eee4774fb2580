import ArgumentParser

/// The program's own command line.
@main
struct Podlab: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "podlab",
    abstract: "A Kubernetes flight simulator: a shell on a cluster that lives in this process.",
    version: Version.text,
    subcommands: [ShellCommand.self, ReplayCommand.self],
    defaultSubcommand: ShellCommand.self)
}

enum Version {
  static let text = "0.1.0"
}
