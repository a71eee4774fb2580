/// The commands that a shell runs itself.
enum ShellBuiltins {
  /// Those whose assignments stay, and whose errors end a script.
  static let special: Set<String> = [
    ":", ".", "break", "continue", "eval", "exec", "exit", "export", "readonly", "return", "set",
    "shift", "source", "times", "trap", "unset",
  ]

  static let names: Set<String> = special.union([
    "[", "[[", "alias", "bg", "cd", "chdir", "command", "echo", "false", "fg", "getopts", "hash",
    "help", "history", "jobs", "kill", "let", "local", "printf", "pwd", "read", "test", "true",
    "type", "ulimit", "umask", "unalias", "wait",
  ])

  static func has(_ name: String, in dialect: ShellDialect) -> Bool {
    names.contains(name) && (name != "[[" || dialect != .dash)
  }

  /// Programs that the shell runs in its own process.
  static let tools: [String: any Tool.Type] = [
    "[": Test.self, "[[": Test.self, "test": Test.self, "echo": Echo.self, "printf": Printf.self,
    "true": True.self, "false": False.self,
  ]
}

extension ShellProgram {
  mutating func runBuiltin(_ name: String, _ words: [String], _ system: inout SystemCalls) {
    if let tool = ShellBuiltins.tools[name] {
      runTool(tool, [name] + words, &system)
      return
    }
    switch name {
    case ":", "times", "hash", "bg", "fg", "help", "history": status = 0
    case "cd", "chdir": changeFolder(words, &system)
    case "pwd": tell(system.process.folder + "\n", &system)
    case "exit": exit(number(words.first) ?? status, &system)
    case "return": leaveFunction(number(words.first) ?? status, &system)
    case "break": leaveLoops(words, goesOn: false, &system)
    case "continue": leaveLoops(words, goesOn: true, &system)
    case "export", "readonly": declare(name, words, &system)
    case "local": keepLocal(words, &system)
    case "unset": unset(words)
    case "set": setOptions(words, &system)
    case "umask": setMask(words, &system)
    case "ulimit": tell(words.contains("-n") ? "1048576\n" : "unlimited\n", &system)
    case "shift": shift(words)
    case "let": evaluate(words, &system)
    case "eval":
      guard hasRoom(&system) else { return }
      frames.append(.script(ShellReader(words.joined(separator: " "), firstLine: line)))
    case ".", "source": runFile(words, &system)
    case "trap": trap(words, &system)
    case "wait": beginWait(words, &system)
    case "jobs": listJobs(&system)
    case "kill": kill(words, &system)
    case "read": beginRead(words, &system)
    case "getopts": nextOption(words, &system)
    case "command", "type": lookUp(name, words, &system)
    case "alias", "unalias": nameCommands(name, words, &system)
    default: status = 127
    }
  }

  mutating func tell(_ text: String, _ system: inout SystemCalls) {
    status = 0
    system.write(text, to: 1)
  }

  private func number(_ word: String?) -> Int? { word.flatMap { Int($0) }.map { $0 & 255 } }

  /// A program of the image that is also part of the shell.
  private mutating func runTool(
    _ tool: any Tool.Type, _ words: [String], _ system: inout SystemCalls
  ) {
    var call = ToolCall(system: system, words: words, shownName: dialect == .ash ? "sh" : nil)
    if case .exit(let code) = tool.run(&call, by: &system) { status = code }
  }

  private mutating func changeFolder(_ words: [String], _ system: inout SystemCalls) {
    let target = words.first { $0 == "-" || !$0.hasPrefix("-") } ?? variables["HOME"] ?? "/"
    let wanted = target == "-" ? variables["OLDPWD"] ?? "/" : target
    let folder = system.absolute(wanted)
    let found = try? system.sandbox.find(folder, in: system.container)
    guard let found, found.isFolder else {
      complain(.cannotEnter(wanted, found == nil ? .missing : .notFolder), &system)
      status = 2
      return
    }
    variables.set("OLDPWD", system.process.folder)
    variables.set("PWD", folder)
    system.process.folder = folder
    tell(target == "-" ? folder + "\n" : "", &system)
  }

  // MARK: - Leaving

  private mutating func leaveFunction(_ status: Int, _ system: inout SystemCalls) {
    self.status = status
    while let frame = frames.popLast() {
      undo(frame, &system)
      switch frame {
      case .returnPoint, .sourcePoint: return
      case .input:
        frames.append(frame)
        return
      case .script, .command, .expanding, .become, .collect, .await, .waitForJobs, .reading,
        .sequence, .and, .or, .negate, .branches, .loop, .forEach, .restoreDescriptors,
        .restoreVariables, .status:
        continue
      }
    }
  }

  /// `break N`, `continue N`: as many loops as there are, inside this function.
  private mutating func leaveLoops(
    _ words: [String], goesOn: Bool, _ system: inout SystemCalls
  ) {
    status = 0
    var count = max(1, words.first.flatMap { Int($0) } ?? 1)
    var last: Int?
    search: for place in frames.indices.reversed() {
      if case .returnPoint = frames[place] { break search }
      guard frames[place].isLoop else { continue }
      last = place
      count -= 1
      if count == 0 { break search }
    }
    guard let last else { return }
    while frames.count > last + 1, let frame = frames.popLast() { undo(frame, &system) }
    if !goesOn { frames.removeLast() }
  }

  // MARK: - Scripts

  private mutating func runFile(_ words: [String], _ system: inout SystemCalls) {
    guard let name = words.first else {
      complain("filename argument required", &system)
      status = 2
      return
    }
    do throws(PodSandbox.FileProblem) {
      let text = try system.sandbox.read(system.absolute(name), in: system.container)
      frames += [.sourcePoint, .script(ShellReader(text))]
    } catch {
      complain("can't open '\(name)': \(error.rawValue)", &system)
      fail(2, &system)
    }
  }

  private mutating func evaluate(_ words: [String], _ system: inout SystemCalls) {
    var value = 0
    for word in words {
      do throws(ShellArithmetic.Problem) {
        value = try ShellArithmetic.value(of: word, in: &variables)
      } catch {
        complain(error.text, &system)
        status = 2
        return
      }
    }
    status = value == 0 ? 1 : 0
  }

  private mutating func shift(_ words: [String]) {
    let count = words.first.flatMap { Int($0) } ?? 1
    guard count <= positional.count else {
      status = 1
      return
    }
    positional.removeFirst(max(0, count))
    status = 0
  }

  /// `command NAME …` runs it; `command -v NAME` and `type NAME` say what it is.
  private mutating func lookUp(
    _ builtin: String, _ words: [String], _ system: inout SystemCalls
  ) {
    guard builtin == "type" || words.first == "-v" || words.first == "-V" else {
      let rest = words.first == "-p" ? Array(words.dropFirst()) : words
      status = 0
      guard !rest.isEmpty else { return }
      // A function of the same name is passed over.
      let hidden = functions.removeValue(forKey: rest[0])
      let command = SimpleCommand(
        words: rest.map { ShellWord(parts: [.text($0, quoted: true)]) })
      self.builtin = nil
      runSimple(command, [], &system)
      if let hidden { functions[rest[0]] = hidden }
      return
    }
    let isLong = builtin == "type" || words.first == "-V"
    status = 0
    for name in builtin == "type" ? words : Array(words.dropFirst()) {
      let found = kind(of: name, isLong: isLong, system)
      if found == nil { status = 127 }
      if let text = found ?? (isLong ? "\(name): not found" : nil) {
        system.write(text + "\n", to: 1)
      }
    }
  }

  private func kind(of name: String, isLong: Bool, _ system: SystemCalls) -> String? {
    if let alias = aliases[name] {
      return isLong ? "\(name) is an alias for \(alias)" : "alias \(name)='\(alias)'"
    }
    if ShellReader.reserved.contains(name) { return isLong ? "\(name) is a shell keyword" : name }
    if functions[name] != nil { return isLong ? "\(name) is a function" : name }
    if ShellBuiltins.names.contains(name) {
      return isLong ? "\(name) is a shell builtin" : name
    }
    guard case .program = system.load(words: [name], environment: variables.environment) else {
      return nil
    }
    let path = name.contains("/") ? name : ToolTable.path(of: name)
    return isLong ? "\(name) is \(path)" : path
  }

  private mutating func nameCommands(
    _ builtin: String, _ words: [String], _ system: inout SystemCalls
  ) {
    status = 0
    guard builtin == "alias" else {
      for word in words where aliases.removeValue(forKey: word) == nil { status = 1 }
      return
    }
    for word in words.isEmpty ? aliases.keys.sorted() : words {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, !words.isEmpty {
        aliases[String(parts[0])] = String(parts[1])
      } else if let text = aliases[word] {
        system.write("\(word)=\(ShellText.quoted(text))\n", to: 1)
      } else {
        if dialect == .bash {
          complain("\(word): not found", &system)
        } else {
          system.write("alias: \(word) not found\n", to: 2)
        }
        status = 1
      }
    }
  }
}
