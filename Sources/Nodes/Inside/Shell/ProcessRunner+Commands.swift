import Engine

extension ProcessRunner {
  /// Words, assignments and redirections: a builtin, a function or a program.
  mutating func runSimple(_ command: SimpleCommand) {
    let words = command.words.flatMap { expand($0) }
    let assignments = command.assignments.map { assignment in
      (assignment.name, expand(assignment.value, splitting: false).joined())
    }
    guard let name = words.first else {
      for (name, value) in assignments { process.variables[name] = value }
      process.status = 0
      _ = redirect(command.redirections)
      return
    }
    if name == "exec" {
      // Redirections without a program stay; a program takes the shell's place.
      guard redirect(command.redirections), words.count > 1 else { return }
      process.frames = []
      process.title = Array(words.dropFirst())
      process.isShell = false
      runProgram(Array(words.dropFirst()))
      return
    }
    if !command.redirections.isEmpty {
      process.frames.append(.restore(process.streams))
      guard redirect(command.redirections) else { return }
    }
    if !assignments.isEmpty {
      process.frames.append(
        .leaveSubshell(variables: process.variables, folder: process.folder))
      for (name, value) in assignments { process.variables[name] = value }
    }
    if let body = process.functions[name] {
      process.frames.append(.returnPoint)
      process.positional = Array(words.dropFirst())
      process.frames.append(.command(body))
    } else if !runBuiltin(name, Array(words.dropFirst())) {
      runProgram(words)
    }
  }

  // MARK: - Builtins

  /// False when the name is no builtin of the shell.
  private mutating func runBuiltin(_ name: String, _ words: [String]) -> Bool {
    guard process.isShell else { return false }
    switch name {
    case ":": process.status = 0
    case "cd":
      let folder = absolute(words.first ?? process.variables["HOME"] ?? "/")
      guard sandbox.entry(folder, in: container) == .folder else {
        _ = complain("cd: can't cd to \(words.first ?? folder): No such file or directory")
        return true
      }
      process.folder = folder
      process.variables["PWD"] = folder
      process.status = 0
    case "exit":
      process.status = words.first.flatMap { Int($0) }.map { $0 & 255 } ?? process.status
      process.frames = []
    case "return": leave(until: isReturnPoint, status: words.first.flatMap { Int($0) })
    case "break": leave(until: isLoop, status: 0)
    case "continue":
      while let frame = process.frames.last, !isLoop(frame) { process.frames.removeLast() }
      process.status = 0
    case "export", "readonly", "local":
      for word in words {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 { process.variables[String(parts[0])] = String(parts[1]) }
      }
      process.status = 0
    case "unset":
      for word in words { process.variables[word] = nil }
      process.status = 0
    case "set", "umask", "ulimit", "hash": process.status = 0
    case "shift":
      process.positional = Array(process.positional.dropFirst(Int(words.first ?? "1") ?? 1))
      process.status = 0
    case "eval": runText(words.joined(separator: " "))
    case ".", "source":
      runText((try? sandbox.read(absolute(words.first ?? ""), in: container)) ?? "")
    case "trap": trap(words)
    case "wait":
      process.state = .waitingForChildren
      process.status = 0
    case "read": read(words)
    default: return false
    }
    return true
  }

  private func isReturnPoint(_ frame: ShellProcess.Frame) -> Bool {
    if case .returnPoint = frame { true } else { false }
  }

  private func isLoop(_ frame: ShellProcess.Frame) -> Bool {
    switch frame {
    case .loop, .forEach: true
    case .command, .sequence, .and, .or, .negate, .branches, .pipeline, .restore, .leaveSubshell,
      .returnPoint, .finish, .status:
      false
    }
  }

  /// Drops frames up to and with the one meant; redirections on the way are undone.
  private mutating func leave(until isEnd: (ShellProcess.Frame) -> Bool, status: Int?) {
    while let frame = process.frames.popLast(), !isEnd(frame) {
      if case .restore(let streams) = frame { process.streams = streams }
    }
    if let status { process.status = status }
  }

  private mutating func runText(_ text: String) {
    do throws(ShellSyntaxError) {
      process.frames.append(.command(try ShellReader.read(text)))
    } catch {
      _ = complain(error.message)
      process.status = 2
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

  private mutating func read(_ names: [String]) {
    guard !process.streams.input.isEmpty else {
      process.status = 1
      return
    }
    let line = process.streams.input.prefix { $0 != "\n" }
    process.streams.input = String(process.streams.input.dropFirst(line.count + 1))
    let names = names.filter { !$0.hasPrefix("-") }
    let fields = line.split(separator: " ", maxSplits: max(0, names.count - 1))
    for (place, name) in names.enumerated() {
      process.variables[name] = place < fields.count ? String(fields[place]) : ""
    }
    process.status = 0
  }

  // MARK: - Programs

  mutating func runProgram(_ words: [String]) {
    guard let instance = sandbox.containers[container], let name = words.first else { return }
    switch ToolTable.lookUp(name, in: instance) {
    case .missing:
      let text = name.contains("/") ? "\(name): not found" : "\(name): not found"
      write("sh: \(text)\n", to: process.streams.error)
      process.status = 127
    case .notExecutable:
      write("sh: \(name): Permission denied\n", to: process.streams.error)
      process.status = 126
    case .found(let tool):
      var call = ToolCall(runner: self, words: words)
      let outcome = tool.run(&call)
      self = call.runner
      write(call.output, to: process.streams.out)
      write(call.errors, to: process.streams.error)
      finish(outcome)
    }
  }

  private mutating func finish(_ outcome: ToolOutcome) {
    switch outcome {
    case .exit(let status): process.status = status
    case .sleep(let span, let status, let text):
      process.frames.append(.finish(status: status, text: text))
      process.state = .sleeping(until: now + span)
    case .shell(let script, let name, let arguments):
      runShell(script, name, arguments)
    case .serve(let server): serve(server)
    case .outOfMemory:
      process.isOutOfMemory = true
      process.state = .exited(137)
    }
  }

  /// `sh -c` becomes part of this process when nothing follows it, else a shell inside the shell.
  private mutating func runShell(_ script: String, _ name: String, _ arguments: [String]) {
    let command: ShellCommand
    do throws(ShellSyntaxError) {
      command = try ShellReader.read(script)
    } catch {
      write("sh: \(error.message)\n", to: process.streams.error)
      process.status = 2
      return
    }
    if process.frames.isEmpty {
      process.isShell = true
      process.variables["0"] = name
      process.positional = arguments
      process.frames.append(.command(command))
      return
    }
    runInnerShell(command, name, arguments)
  }

  /// A shell started by a shell: a process of its own, run to its end.
  private mutating func runInnerShell(
    _ command: ShellCommand, _ name: String, _ arguments: [String]
  ) {
    let pid = sandbox.containers[container]?.nextProcessID ?? 2
    sandbox.containers[container]?.nextProcessID = pid + 1
    var inner = self
    inner.process = ShellProcess(pid: pid, forking: process, command: command)
    inner.process.isShell = true
    inner.process.variables["0"] = name
    inner.process.positional = arguments
    inner.process.streams = process.streams
    inner.answer = []
    inner.depth = depth + 1
    guard depth < 10 else { return }
    inner.run()
    var slept = SimSpan.zero
    var rounds = 0
    while case .sleeping(let until) = inner.process.state, rounds < 1000 {
      slept = slept + (until - now)
      inner.process.state = .ready
      inner.run()
      rounds += 1
    }
    sandbox = inner.sandbox
    network = inner.network
    answer += inner.answer
    process.piped += inner.process.piped
    var status = 0
    if case .exited(let code) = inner.process.state { status = code }
    process.status = status
    if slept > .zero {
      process.frames.append(.finish(status: status, text: ""))
      process.state = .sleeping(until: now + slept)
    }
  }

  /// Binds the server's ports and stays, or fails to bind.
  private mutating func serve(_ server: Server) {
    let taken = server.ports.first { port in
      sandbox.listeners.contains { $0.port == port && $0.container != container }
    }
    if let taken {
      let failure = server.bindFailure(port: taken, at: now)
      write(failure.text, to: process.streams.error)
      process.frames.append(.finish(status: 1, text: ""))
      process.state = .sleeping(until: now + failure.after)
      return
    }
    for port in server.ports {
      sandbox.listeners.append(
        PodSandbox.Listener(
          port: port, bindAddress: server.bindAddress, container: container, server: server))
    }
    write(server.greeting(at: now), to: process.streams.error)
    process.state = .serving(server)
  }
}
