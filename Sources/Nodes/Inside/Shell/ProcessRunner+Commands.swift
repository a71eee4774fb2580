import Engine

extension ProcessRunner {
  /// Words, assignments and redirections: a builtin, a function or a program.
  mutating func runSimple(_ command: SimpleCommand) {
    let depth = process.frames.count
    let hadSubstitutions = !process.substituted.isEmpty
    let words = command.words.flatMap { expand($0) }
    let assignments = command.assignments.map { assignment in
      (assignment.name, expand(assignment.value, splitting: false).joined())
    }
    guard let name = words.first else {
      assign(assignments, keepsStatus: hadSubstitutions)
      _ = redirect(command.redirections)
      checkError()
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
    lend(assignments)
    if let body = process.functions[name] {
      call(body, Array(words.dropFirst()))
    } else if !runBuiltin(name, Array(words.dropFirst())) {
      runProgram(words)
    }
    if process.frames.count == depth { checkError() }
  }

  /// `A=1` alone; without substitutions it succeeds, else it has the status of the last one.
  private mutating func assign(_ assignments: [(String, String)], keepsStatus: Bool) {
    for (name, value) in assignments {
      guard value.utf8.count < FileTree.largestFile else {
        crash("sh: out of memory\n", 2)
        return
      }
      process.variables[name] = value
    }
    if !keepsStatus { process.status = 0 }
  }

  /// `A=1 command`: for this command only.
  private mutating func lend(_ assignments: [(String, String)]) {
    guard !assignments.isEmpty else { return }
    process.frames.append(
      .restoreVariables(
        assignments.map { .init(name: $0.0, value: process.variables[$0.0]) }))
    for (name, value) in assignments {
      process.variables[name] = value
      process.exported.insert(name)
    }
  }

  private mutating func call(_ body: ShellCommand, _ arguments: [String]) {
    guard process.frames.count < Self.mostFrames else {
      crash("", 139)
      return
    }
    process.frames.append(.returnPoint(positional: process.positional, locals: []))
    process.positional = arguments
    process.frames.append(.command(body))
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
      payForStart()
      var call = ToolCall(runner: self, words: words)
      // The call alone has the files now, so that it need not copy them to change them.
      sandbox.containers = [:]
      sandbox.volumes = [:]
      let outcome = tool.run(&call)
      self = call.runner
      call.runner.sandbox.containers = [:]
      call.runner.sandbox.volumes = [:]
      write(call.output, to: process.streams.out)
      write(call.errors, to: process.streams.error)
      finish(outcome)
    }
  }

  /// Starting a program takes cpu time. Whoever starts them without a pause keeps a core busy, and
  /// is counted so.
  private mutating func payForStart() {
    guard process.busyPauses == 0, process.stepsAtOnce < 200 else { return }
    let moment = now
    sandbox.containers[container]?.meter.spend(
      cpuMicroseconds: ProgramDemand.startMicroseconds, at: moment)
  }

  private mutating func finish(_ outcome: ToolOutcome) {
    switch outcome {
    case .exit(let status): process.status = status
    case .exitShell(let status): exitShell(status)
    case .sleep(let span, let status, let text):
      process.frames.append(.finish(status: status, text: text))
      process.state = .sleeping(until: now + span)
    case .shell(let script, let name, let arguments):
      runShell(script, name, arguments)
    case .serve(let server): process.state = .serving(server)
    case .outOfMemory:
      process.isOutOfMemory = true
      process.state = .exited(137)
    }
  }

  /// A shell takes the place of a process that has nothing else to do; else it runs inside of it.
  private mutating func runShell(_ script: String, _ name: String, _ arguments: [String]) {
    let command: ShellCommand
    do throws(ShellSyntaxError) {
      command = try ShellReader.read(script)
    } catch {
      write("sh: \(error.message)\n", to: process.streams.error)
      process.status = 2
      return
    }
    if process.frames.isEmpty, process.traps.isEmpty {
      process.isShell = true
      process.variables["0"] = name
      process.positional = arguments
      process.frames.append(.command(command))
      return
    }
    process.isShell = true
    enterShell(command, name, arguments)
  }
}
