import Engine

/// Shells inside of shells: subshells, substituted commands, ending one of them.
extension ProcessRunner {
  var savedShell: ShellProcess.SavedShell {
    ShellProcess.SavedShell(
      variables: process.variables, exported: process.exported, functions: process.functions,
      positional: process.positional, traps: process.traps, folder: process.folder,
      shellPID: process.shellPID, exitsOnError: process.exitsOnError)
  }

  /// A subshell begins: what it changes is undone when it ends. It has no traps but those ignored.
  mutating func enterSubshell() {
    process.frames.append(.endSubshell(savedShell))
    process.traps = process.traps.filter { $0.value == nil }
  }

  /// A shell started by a shell: it sees the exported variables only.
  mutating func enterShell(_ command: ShellCommand, _ name: String, _ arguments: [String]) {
    guard process.frames.count < Self.mostFrames else {
      crash("sh: out of memory\n", 2)
      return
    }
    enterSubshell()
    let pid = sandbox.containers[container]?.nextProcessID ?? 2
    sandbox.containers[container]?.nextProcessID = pid + 1
    let exported = process.exported
    process.variables = process.variables.filter { exported.contains($0.key) }
    process.functions = [:]
    process.exitsOnError = false
    process.shellPID = pid
    process.variables["0"] = name
    process.positional = arguments
    process.frames.append(.command(command))
  }

  mutating func endSubshell(_ saved: ShellProcess.SavedShell) {
    if let command = process.traps["EXIT"], let command {
      process.traps["EXIT"] = nil
      process.frames += [.endSubshell(saved), .status(process.status), .command(command)]
      return
    }
    process.variables = saved.variables
    process.exported = saved.exported
    process.functions = saved.functions
    process.positional = saved.positional
    process.traps = saved.traps
    process.folder = saved.folder
    process.shellPID = saved.shellPID
    process.exitsOnError = saved.exitsOnError
    checkError()
  }

  /// Ends the innermost shell: what it still had to do is dropped.
  mutating func exitShell(_ status: Int) {
    process.status = status
    while let frame = process.frames.last {
      if case .endSubshell = frame { return }
      process.frames.removeLast()
      undo(frame)
    }
  }

  /// A frame is dropped: the streams are as they were before it.
  mutating func undo(_ frame: ShellProcess.Frame) {
    switch frame {
    case .restore(let streams): process.streams = streams
    case .pipeline(_, _, let streams, let outer):
      process.streams = streams
      process.piped = outer
    case .returnPoint(let positional, let locals):
      process.positional = positional
      restore(locals)
    case .restoreVariables(let saved): restore(saved)
    case .command, .sequence, .and, .or, .negate, .branches, .loop, .forEach, .endSubshell,
      .substitute, .finish, .status:
      break
    }
  }

  mutating func restore(_ saved: [ShellProcess.SavedVariable]) {
    for variable in saved.reversed() { process.variables[variable.name] = variable.value }
  }

  /// With `set -e` a command that fails ends the shell, unless its status is looked at.
  mutating func checkError() {
    guard process.exitsOnError, process.status != 0, process.state == .ready else { return }
    let isTested = process.frames.contains { frame in
      switch frame {
      case .and, .or, .negate, .branches: true
      case .loop(_, _, _, let isChecking): isChecking
      case .pipeline(let stages, let next, _, _): next < stages.count
      case .command, .sequence, .forEach, .restore, .restoreVariables, .endSubshell, .returnPoint,
        .substitute, .finish, .status:
        false
      }
    }
    if !isTested { exitShell(process.status) }
  }

  /// The process is ended by what the machine cannot give it.
  mutating func crash(_ text: String, _ status: Int) {
    write(text, to: process.streams.error)
    process.frames = []
    process.state = .exited(status)
  }

  // MARK: - Substituted commands

  /// Runs the `$( … )` of a command, one after the other, then the command.
  mutating func substitute(
    _ command: SimpleCommand, _ pending: [ShellCommand], _ captured: ShellProcess.Captured
  ) {
    var captured = captured
    var text = process.piped
    while text.last == "\n" { text.removeLast() }
    captured.results.append(text)
    substituteNext(command, pending, captured)
  }

  mutating func substituteNext(
    _ command: SimpleCommand, _ pending: [ShellCommand], _ captured: ShellProcess.Captured
  ) {
    guard let next = pending.first else {
      process.streams = captured.streams
      process.piped = captured.outer
      process.substituted = captured.results
      runSimple(command)
      process.substituted = []
      return
    }
    process.status = 0
    process.piped = ""
    process.streams = captured.streams
    process.streams.out = .pipe
    process.frames.append(.substitute(command, pending: Array(pending.dropFirst()), captured))
    enterSubshell()
    process.frames.append(.command(next))
  }
}

extension SimpleCommand {
  /// The commands substituted in it, in the order in which its words are expanded.
  var substitutions: [ShellCommand] {
    (words + assignments.map(\.value)).flatMap(\.parts).compactMap { part in
      if case .command(let command, _) = part { command } else { nil }
    }
  }
}
