import Shell

/// The manual page: what the declarations say, and what stands around it.
struct ManualPage {
  private var page = Roff()
  private let program: DeclaredCommand
  /// Of every way of starting, told once.
  private let common: [DeclaredCommand.Argument]

  init(of program: DeclaredCommand) {
    self.program = program
    let usual = program.usual.flatMap(\.arguments).filter { $0.kind != .word }
    common = program.arguments + usual.filter { !program.arguments.contains($0) }
    page.request("TH", "PODLAB", "1", "", "podlab \(PodlabVersion.text)", "podlab")
    page.request("SH", "NAME")
    let summary = program.abstract.prefix(1).lowercased() + program.abstract.dropFirst()
    page.say("podlab - " + summary.trimming("."))
    writeSynopsis()
    page.request("SH", "DESCRIPTION")
    writeParagraphs(ManualText.description)
    page.request("SH", "OPTIONS")
    for argument in common + program.usual.flatMap(\.arguments).filter({ $0.kind == .word }) {
      write(argument)
    }
    page.request("SH", "COMMANDS")
    for command in program.subcommands { write(command, behind: program.name) }
    for section in ManualText.sections {
      page.request("SH", section.title)
      for entry in section.entries {
        page.request("TP")
        page.line([("B", entry.name)])
        page.say(entry.text)
      }
    }
    page.request("SH", "EXAMPLES")
    for example in ManualText.examples {
      page.request("PP")
      page.say(example.text)
      page.example(example.lines)
    }
    page.request("SH", "SEE ALSO")
    page.say("kubectl(1), editrc(5). In the shell, help tells of every command.")
  }

  var text: String { page.text }

  // MARK: - How it is started

  private mutating func writeSynopsis() {
    page.request("SH", "SYNOPSIS")
    for command in program.usual {
      synopsis(of: command, as: program.name)
    }
    for command in program.subcommands { synopsis(of: command, behind: program.name) }
  }

  private mutating func synopsis(of command: DeclaredCommand, behind names: String) {
    if command.subcommands.isEmpty { synopsis(of: command, as: "\(names) \(command.name)") }
    for inner in command.subcommands { synopsis(of: inner, behind: "\(names) \(command.name)") }
  }

  private mutating func synopsis(of command: DeclaredCommand, as name: String) {
    page.request("PP")
    var pieces: [(font: Character, text: String)] = [("B", name)]
    if command.arguments.contains(where: { $0.kind != .word && !program.arguments.contains($0) }) {
      pieces += [("R", " ["), ("I", "options"), ("R", "]")]
    }
    for argument in command.arguments where argument.kind == .word {
      let dots = argument.isRepeating ? "..." : ""
      let (open, close) = argument.isOptional ? (" [", "]") : (" ", "")
      pieces += [("R", open), ("I", argument.valueName), ("R", dots + close)]
    }
    page.line(pieces)
  }

  // MARK: - Commands

  private mutating func write(_ command: DeclaredCommand, behind names: String) {
    let name = "\(names) \(command.name)"
    guard command.subcommands.isEmpty else {
      for inner in command.subcommands { write(inner, behind: name) }
      return
    }
    page.request("SS", name)
    page.say(command.abstract)
    writeParagraphs(command.discussion.split(separator: "\n").map(String.init))
    let own = command.arguments.filter { !common.contains($0) }
    for argument in own { write(argument) }
    if own.count < command.arguments.filter({ !program.arguments.contains($0) }).count {
      page.request("PP")
      page.say("It takes the common options too.")
    }
  }

  private mutating func write(_ argument: DeclaredCommand.Argument) {
    page.request("TP")
    var pieces: [(font: Character, text: String)] = []
    switch argument.kind {
    case .word: pieces = [("I", argument.valueName)]
    case .flag: pieces = [("B", argument.names.joined(separator: ", "))]
    case .option:
      pieces = [("B", argument.names.joined(separator: ", ")), ("R", " ")]
      pieces.append(("I", argument.valueName))
    }
    page.line(pieces)
    page.say(argument.abstract)
    if !argument.choices.isEmpty {
      page.say("One of " + argument.choices.joined(separator: ", ") + ".")
    }
    if let value = argument.defaultValue { page.say("Usually \(value).") }
  }

  private mutating func writeParagraphs(_ paragraphs: [String]) {
    for paragraph in paragraphs {
      page.request("PP")
      page.say(paragraph)
    }
  }
}

extension String {
  fileprivate func trimming(_ ending: String) -> String {
    hasSuffix(ending) ? String(dropLast(ending.count)) : self
  }
}
