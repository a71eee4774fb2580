/// `sh`: a script in an argument, in a file or on standard input, or somebody who types.
enum ShellTool: Tool {
  static let names = ["sh", "ash", "bash"]

  private struct Arguments {
    var script: String?
    var wantsScript = false
    var readsInput = false
    var isInteractive = false
    var options: [(letter: Character, isOn: Bool)] = []
    var failsWithAnyStage = false
    var rest: [String] = []
  }

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var given = read(call.arguments)
    if given.wantsScript {
      guard !given.rest.isEmpty else {
        return call.fail("option requires an argument -- 'c'", status: 2)
      }
      given.script = given.rest.removeFirst()
    }
    let process = call.system.process
    var shell: ShellProgram
    if let script = given.script {
      let name = given.rest.isEmpty ? call.name : given.rest.removeFirst()
      shell = ShellProgram(script: script, name: name, arguments: given.rest, process)
    } else if let path = given.rest.first, !given.readsInput {
      do throws(PodSandbox.FileProblem) {
        let text = try call.system.sandbox.read(call.absolute(path), in: call.container)
        shell = ShellProgram(
          script: text, name: path, arguments: Array(given.rest.dropFirst()), isFile: true,
          process)
      } catch {
        return call.fail("can't open '\(path)': \(error.rawValue)", status: 2)
      }
    } else {
      let isInteractive = given.isInteractive || call.system.isTerminal(0)
      shell = ShellProgram(
        interactive: isInteractive, name: call.name, arguments: given.rest, process)
    }
    for option in given.options { shell.setOption(option.letter, option.isOn) }
    if let image = call.instance?.image {
      shell.dialect = ShellDialect(program: call.name, in: image)
    }
    shell.failsWithAnyStage = given.failsWithAnyStage
    return .program(shell)
  }

  private static func read(_ words: [String]) -> Arguments {
    var found = Arguments()
    var rest = words[...]
    while let word = rest.first, word.count > 1, word.hasPrefix("-") || word.hasPrefix("+") {
      rest.removeFirst()
      if word == "--" { break }
      if word.hasPrefix("--") { continue }
      for letter in word.dropFirst() {
        switch letter {
        case "c": found.wantsScript = true
        case "s": found.readsInput = true
        case "i": found.isInteractive = true
        case "l": break
        case "o":
          if rest.popFirst() == "pipefail" { found.failsWithAnyStage = true }
        default: found.options.append((letter, word.hasPrefix("-")))
        }
      }
    }
    found.rest = Array(rest)
    return found
  }
}
