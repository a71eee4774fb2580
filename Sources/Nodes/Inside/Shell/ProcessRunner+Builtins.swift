import Engine

/// Commands of the shell itself.
extension ProcessRunner {
  /// False when the name is no builtin of the shell.
  mutating func runBuiltin(_ name: String, _ words: [String]) -> Bool {
    guard process.isShell else { return false }
    switch name {
    case ":": process.status = 0
    case "cd": changeFolder(words)
    case "exit": exitShell(words.first.flatMap { Int($0) }.map { $0 & 255 } ?? process.status)
    case "return":
      if let status = words.first.flatMap({ Int($0) }) { process.status = status & 255 }
      leaveFunction()
    case "break": leaveLoops(words, goesOn: false)
    case "continue": leaveLoops(words, goesOn: true)
    case "export", "readonly", "local": declare(name, words)
    case "unset":
      for word in words {
        process.variables[word] = nil
        process.functions[word] = nil
      }
      process.status = 0
    case "set": setOptions(words)
    case "umask", "ulimit", "hash": process.status = 0
    case "shift":
      process.positional = Array(process.positional.dropFirst(Int(words.first ?? "1") ?? 1))
      process.status = 0
    case "eval": runText(words.joined(separator: " "))
    case ".", "source": runFile(words.first ?? "")
    case "trap": trap(words)
    case "wait":
      process.awaited = words.first.flatMap { Int($0) }
      process.state = .waitingForChildren
      process.status = 0
    case "read": read(words)
    case "command", "type": lookUp(name, words)
    default: return false
    }
    return true
  }

  private mutating func changeFolder(_ words: [String]) {
    let folder = absolute(words.first ?? process.variables["HOME"] ?? "/")
    guard sandbox.entry(folder, in: container) == .folder else {
      _ = complain("cd: can't cd to \(words.first ?? folder): No such file or directory")
      return
    }
    process.folder = folder
    process.variables["PWD"] = folder
    process.status = 0
  }

  private mutating func declare(_ name: String, _ words: [String]) {
    process.status = 0
    for word in words where !word.hasPrefix("-") {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      if name == "local" { keepLocal(parts[0]) }
      if parts.count == 2 { process.variables[parts[0]] = parts[1] }
      if name == "export" { process.exported.insert(parts[0]) }
    }
  }

  /// A function's own variable: the caller's comes back when it returns.
  private mutating func keepLocal(_ name: String) {
    let place = process.frames.lastIndex {
      if case .returnPoint = $0 { true } else { false }
    }
    guard let place, case .returnPoint(let positional, let locals) = process.frames[place] else {
      return
    }
    let saved = ShellProcess.SavedVariable(name: name, value: process.variables[name])
    process.frames[place] = .returnPoint(positional: positional, locals: locals + [saved])
  }

  private mutating func setOptions(_ words: [String]) {
    process.status = 0
    var words = words[...]
    while let word = words.first, word.hasPrefix("-") || word.hasPrefix("+"), word != "--" {
      if word.contains("e") { process.exitsOnError = word.hasPrefix("-") }
      words.removeFirst()
      if word.hasSuffix("o") { words = words.dropFirst() }
    }
    if words.first == "--" {
      process.positional = Array(words.dropFirst())
    } else if !words.isEmpty {
      process.positional = Array(words)
    }
  }

  // MARK: - Leaving

  private mutating func leaveFunction() {
    while let frame = process.frames.last {
      if case .endSubshell = frame { return }
      process.frames.removeLast()
      undo(frame)
      if case .returnPoint = frame { return }
    }
  }

  /// `break N`, `continue N`: as many loops as there are, inside this shell and function.
  private mutating func leaveLoops(_ words: [String], goesOn: Bool) {
    process.status = 0
    var count = words.first.flatMap { Int($0) } ?? 1
    let isInside = process.frames.reversed().prefix { !isBoundary($0) }.contains { isLoop($0) }
    guard isInside else { return }
    var last = process.frames.count
    for place in process.frames.indices.reversed() {
      if isBoundary(process.frames[place]) { break }
      guard isLoop(process.frames[place]) else { continue }
      last = place
      count -= 1
      if count == 0 { break }
    }
    while process.frames.count > last + 1 { undo(process.frames.removeLast()) }
    if !goesOn { process.frames.removeLast() }
  }

  private func isBoundary(_ frame: ShellProcess.Frame) -> Bool {
    switch frame {
    case .endSubshell, .returnPoint: true
    case .command, .sequence, .and, .or, .negate, .branches, .loop, .forEach, .pipeline, .restore,
      .restoreVariables, .substitute, .finish, .status:
      false
    }
  }

  private func isLoop(_ frame: ShellProcess.Frame) -> Bool {
    switch frame {
    case .loop, .forEach: true
    case .command, .sequence, .and, .or, .negate, .branches, .pipeline, .restore,
      .restoreVariables, .endSubshell, .returnPoint, .substitute, .finish, .status:
      false
    }
  }

  // MARK: - Scripts, traps, input

  private mutating func runText(_ text: String) {
    do throws(ShellSyntaxError) {
      process.frames.append(.command(try ShellReader.read(text)))
    } catch {
      _ = complain(error.message)
      process.status = 2
    }
  }

  private mutating func runFile(_ path: String) {
    do throws(PodSandbox.FileProblem) {
      runText(try sandbox.read(absolute(path), in: container))
    } catch {
      _ = complain("can't open '\(path)': \(error.rawValue)")
      exitShell(2)
    }
  }

  private mutating func trap(_ words: [String]) {
    process.status = 0
    guard let action = words.first, words.count > 1 else { return }
    for word in words.dropFirst() {
      let name = word.hasPrefix("SIG") ? String(word.dropFirst(3)) : word
      let signal = ["15": "TERM", "2": "INT", "1": "HUP", "0": "EXIT"][name] ?? name
      if action == "-" {
        process.traps[signal] = nil
      } else if action.isEmpty {
        process.traps[signal] = .some(nil)
      } else {
        process.traps[signal] = .some(try? ShellReader.read(action))
      }
    }
  }

  private mutating func read(_ words: [String]) {
    guard !process.streams.input.isEmpty else {
      process.status = 1
      return
    }
    let line = process.streams.input.prefix { $0 != "\n" }
    process.streams.input = String(process.streams.input.dropFirst(line.count + 1))
    let names = words.filter { !$0.hasPrefix("-") }
    process.status = 0
    if let only = names.first, names.count == 1 {
      let keepsBlanks = process.variables["IFS"] == ""
      process.variables[only] = keepsBlanks ? String(line) : ShellText.trimmed(line)
      return
    }
    let separators = process.variables["IFS"].map { Array($0) } ?? [" ", "\t"]
    let fields = line.split(maxSplits: max(0, names.count - 1)) { separators.contains($0) }
    for (place, name) in names.enumerated() {
      process.variables[name] = place < fields.count ? ShellText.trimmed(fields[place]) : ""
    }
  }

  /// `command -v NAME`
  private mutating func lookUp(_ builtin: String, _ words: [String]) {
    guard builtin == "type" || words.first == "-v" else {
      runProgram(words)
      return
    }
    guard let name = words.last, let instance = sandbox.containers[container],
      case .found = ToolTable.lookUp(name, in: instance)
    else {
      process.status = 127
      return
    }
    write(
      builtin == "type" ? "\(name) is /bin/\(name)\n" : "/bin/\(name)\n", to: process.streams.out)
    process.status = 0
  }
}

/// Small helps with text.
enum ShellText {
  static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
