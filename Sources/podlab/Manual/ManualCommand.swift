import ArgumentParser
import Manifests
import Objects
import Shell

/// `podlab manual`
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page.",
    discussion: """
      The page is in the language of man: podlab manual | man -l - shows it, and a copy called \
      podlab.1 in a man1 folder makes it found. Completions for shells come from podlab \
      --generate-completion-script with bash, zsh or fish.
      """)

  func run() throws {
    // What the library says of the declarations; its own reader of that needs another module.
    guard let declarations = try? JSON.decode(Podlab._dumpHelp()),
      let command = declarations["command"]
    else { throw CommonOptions.refusal("the declarations cannot be read") }
    Output.write(ManualPage(of: DeclaredCommand(command)).text)
  }
}
