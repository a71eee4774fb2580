import Kubectl

/// Switches options, and sets `$1` and those after it.
enum SetCommand: Command {
  static let name = "set"
  static let usage = ["set [-eux] [+eux] [-o pipefail] [-- WORD…]"]
  static let summary = "options of scripts: -e -u -x and -o pipefail; + takes them back"
  static let details = """
    -e  a command that fails ends the script, unless something asks how it went: if, while, !,
        and whatever stands before && or ||
    -u  a variable that was never set is an error
    -x  shows each command before it runs
    -o pipefail  a pipe fails when any of its commands does
    Words become $1, $2 and so on. Alone it lists the variables, with -o the options.
    """
  static let examples = ["set -euo pipefail", "set +x", "set -- web 3"]
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard !call.arguments.isEmpty else {
      for (name, value) in session.variables.sorted(by: { $0.key < $1.key }) {
        session.say("\(name)='\(value.replacing("'", with: "'\\''"))'")
      }
      return 0
    }
    var rest = call.arguments[...]
    while let word = rest.first, word == "--" || "-+".contains(word.prefix(1)), word.count > 1 {
      rest.removeFirst()
      if word == "--" {
        session.script.arguments = Array(rest)
        return 0
      }
      for letter in word.dropFirst() {
        try set(letter, isOn: word.hasPrefix("-"), &rest, in: &session)
      }
    }
    if !rest.isEmpty { session.script.arguments = Array(rest) }
    return 0
  }

  private static func set(
    _ letter: Character, isOn: Bool, _ rest: inout ArraySlice<String>, in session: inout Session
  ) throws(CommandProblem) {
    guard letter != "o" else {
      guard let name = rest.popFirst() else { return list(&session) }
      guard let option = ShellOptions.all.first(where: { $0.name == name }) else {
        throw .usage("set: \(name) is no option here", of: self)
      }
      session.script.options[keyPath: option.2] = isOn
      return
    }
    guard let option = ShellOptions.all.first(where: { $0.letter == letter }) else {
      throw .usage("set: \(isOn ? "-" : "+")\(letter) is no option here", of: self)
    }
    session.script.options[keyPath: option.2] = isOn
  }

  private static func list(_ session: inout Session) {
    for option in ShellOptions.all {
      let padding = String(repeating: " ", count: 12 - option.name.count)
      let isOn = session.script.options[keyPath: option.2]
      session.say("\(option.name)\(padding)\(isOn ? "on" : "off")")
    }
  }
}

/// Moves `$2` to `$1` and so on.
enum Shift: Command {
  static let name = "shift"
  static let usage = ["shift [N]"]
  static let summary = "drop $1: $2 becomes $1, and so on"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let count = call.arguments.first.map { Int($0) ?? -1 } ?? 1
    guard count >= 0, call.arguments.count < 2 else {
      throw .usage("shift takes a number", of: self)
    }
    guard count <= session.script.arguments.count else {
      throw .failed("shift: there are only \(session.script.arguments.count) arguments left")
    }
    session.script.arguments.removeFirst(count)
    return 0
  }
}

/// Says what is to be done at the end.
enum Trap: Command {
  static let name = "trap"
  static let usage = ["trap 'COMMANDS' EXIT", "trap - EXIT", "trap"]
  static let summary = "run commands when the script ends, whichever way"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard let text = call.arguments.first else {
      if let trap = session.script.exitTrap {
        session.say("trap -- '\(trap.replacing("'", with: "'\\''"))' EXIT")
      }
      return 0
    }
    let names = call.arguments.dropFirst()
    guard !names.isEmpty else { throw .usage("trap: at the end of what? EXIT", of: self) }
    if let other = names.first(where: { $0 != "EXIT" && $0 != "0" }) {
      throw .failed("trap: \(other): only EXIT can be waited for here")
    }
    do throws(SyntaxProblem) {
      _ = try Parser.parse(text)
    } catch {
      throw .failed("trap: \(error.message)")
    }
    session.script.exitTrap = text == "-" ? nil : text
    return 0
  }
}
