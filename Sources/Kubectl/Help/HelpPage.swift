/// The help of a verb, laid out as kubectl does.
struct HelpPage {
  private let type: any Verb.Type

  init(_ type: any Verb.Type) {
    self.type = type
  }

  static let optionsHint =
    "Use \"kubectl options\" for a list of global command-line options (applies to all commands)."

  var text: String {
    let name = type.name
    let help = VerbText.all[name]
    var sections = [help?.description ?? type.summary + "."]
    let aliases = type.aliases.map(Self.lastWord)
    if !aliases.isEmpty {
      sections.append("Aliases:\n" + ([Self.lastWord(name)] + aliases).joined(separator: ", "))
    }
    if let examples = help?.examples, !examples.isEmpty {
      sections.append("Examples:\n" + examples.map { "  \($0)" }.joined(separator: "\n"))
    }
    if !members.isEmpty { sections.append("Available Commands:\n" + memberList) }
    if !type.flags.flags.isEmpty {
      sections.append("Options:\n" + Self.list(type.flags, of: name))
    }
    sections.append("Usage:\n  kubectl \(type.usage) [options]")
    var hints = Self.optionsHint
    if !members.isEmpty {
      let hint =
        "Use \"kubectl \(name) <command> --help\" for more information about a given command."
      hints = hint + "\n" + hints
    }
    return (sections + [hints]).joined(separator: "\n\n") + "\n"
  }

  // MARK: - Members

  /// The verbs one word longer than this one, by name.
  private var members: [any Verb.Type] {
    let depth = type.name.split(separator: " ").count + 1
    return Kubectl.verbs.filter {
      $0.name.hasPrefix(type.name + " ") && $0.name.split(separator: " ").count == depth
    }.sorted { $0.name < $1.name }
  }

  private var memberList: String {
    let names = members.map { Self.lastWord($0.name) }
    let width = max(11, names.map(\.count).max() ?? 0)
    let rows = zip(names, members).map { Self.row($0, $1.summary, width: width) }
    return String(rows.joined().dropLast())
  }

  /// A line of a list of commands.
  static func row(_ name: String, _ summary: String, width: Int) -> String {
    "  " + name + String(repeating: " ", count: max(1, width + 3 - name.count)) + summary + "\n"
  }

  private static func lastWord(_ name: String) -> String {
    name.split(separator: " ").last.map(String.init) ?? name
  }

  // MARK: - Flags

  /// Flags with their defaults, each with what it does below it.
  static func list(_ table: FlagTable, of verb: String) -> String {
    table.flags.map { flag in
      let names = flag.shorthand.map { "-\($0), --\(flag.name)" } ?? "--\(flag.name)"
      let note = FlagNotes.note(on: flag.name, of: verb) ?? ""
      return "    \(names)=\(flag.shownDefault):\n\t\(note)"
    }.joined(separator: "\n\n")
  }
}
