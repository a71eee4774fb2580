import Engine

/// What a command in a container printed, and how it ended.
public struct ExecOutcome: Sendable {
  public var chunks: [(stream: LogLine.Stream, text: String)]
  public var exitCode: Int
  /// How long it ran.
  public var took: SimSpan
}

/// Commands that are started in a container from outside, beside its own processes.
extension PodSandbox {
  /// No command runs longer than this for the one who waits for it.
  public static let longestExec = SimSpan.hours(1)
  private static let mostWakes = 20_000

  /// Why a command cannot even be started; nil when it can.
  public func execFailure(_ program: String, in name: String) -> String? {
    guard let process = newProcess(0, [program], in: name, at: SimTime(milliseconds: 0)) else {
      return "container not found"
    }
    switch load([program], for: process, in: name) {
    case .program: return nil
    case .notExecutable: return "exec: \"\(program)\": permission denied"
    case .folder: return "exec: \"\(program)\": is a directory"
    case .missing: return Self.missing(program)
    }
  }

  /// Starts a command whose streams are its caller's; its number. It runs when time next moves.
  public mutating func beginCommand(
    _ words: [String], in name: String, isTerminal: Bool, at now: SimTime
  ) -> Int? {
    guard containers[name]?.exit == nil else { return nil }
    let pid = takeProcessID(for: name)
    guard var process = newProcess(pid, words, in: name, at: now),
      case .program(let program) = load(words, for: process, in: name)
    else { return nil }
    process.program = program
    if isTerminal, process.environment["TERM"] == nil { process.environment["TERM"] = "xterm" }
    containers[name]?.callers[pid] = CallerStreams(isTerminal: isTerminal)
    connect(&process, toCaller: isTerminal ? .terminal : .all, in: name)
    containers[name]?.processes.append(process)
    return pid
  }

  /// Gives a command something to read.
  public mutating func type(_ text: String, to command: Int, in name: String) {
    containers[name]?.callers[command]?.input.put(text.utf8)
  }

  /// Nothing more comes. At a terminal that is a key: whoever reads next is told once.
  public mutating func endInput(of command: Int, in name: String) {
    if containers[name]?.callers[command]?.isTerminal ?? false {
      containers[name]?.callers[command]?.endings += 1
    } else {
      containers[name]?.callers[command]?.isInputOpen = false
    }
  }

  /// What a command has printed since this was asked last.
  public mutating func takeOutput(
    of command: Int, in name: String
  ) -> [(stream: LogLine.Stream, text: String)] {
    let output = containers[name]?.callers[command]?.output ?? []
    containers[name]?.callers[command]?.output = []
    return output.map { ($0.stream, String(decoding: $0.text, as: UTF8.self)) }
  }

  /// How a command ended; nil while it runs. 137 when its container has ended under it.
  public func exitStatus(of command: Int, in name: String) -> Int? {
    guard let instance = containers[name], instance.exit == nil else { return 137 }
    guard let process = instance.processes.first(where: { $0.pid == command }) else { return 137 }
    return process.end?.status
  }

  /// Whether a command, or one that it began, waits for something to be typed.
  public func isWaitingForInput(_ command: Int, in name: String) -> Bool {
    let processes = (containers[name]?.processes ?? []).filter { $0.session == command }
    return processes.contains { process in
      guard case .waiting(.readable(let descriptor, _)) = process.state,
        let number = process.descriptors[descriptor]
      else { return false }
      switch containers[name]?.openFiles[number]?.target {
      case .caller(command, _), .terminal(command): return true
      case .nothing, .zeros, .noise, .full, .file, .pipe, .text, .log, .caller, .terminal, nil:
        return false
      }
    }
  }

  /// Ctrl-C: all that a command has begun is told; an interactive shell goes on.
  public mutating func interrupt(_ command: Int, in name: String, at now: SimTime) {
    let processes = (containers[name]?.processes ?? []).filter { $0.session == command }
    for process in processes {
      deliver(.interrupt, to: process.pid, of: name, fromInside: false, at: now)
    }
  }

  /// Ends a command and all that it has begun, if it still runs, and forgets it.
  public mutating func endCommand(_ command: Int, in name: String, at now: SimTime) {
    if containers[name]?.exit == nil {
      // What it has left in the background goes on without a caller.
      if exitStatus(of: command, in: name) == nil {
        let all = (containers[name]?.processes ?? []).filter { $0.session == command }
        for process in all where process.isRunning {
          end(process.pid, of: name, ProcessEnd(status: 137, signal: .kill), at: now)
        }
      }
      remove(command, of: name)
      containers[name]?.measure(at: now)
    }
    containers[name]?.callers[command] = nil
  }

  /// Runs a command to its end, or until it would take longer than `limit`.
  public mutating func execute(
    _ words: [String], in name: String, stdin: String?, at start: SimTime,
    network: inout ClusterNetwork, limit: SimSpan = PodSandbox.longestExec
  ) -> ExecOutcome {
    guard let command = beginCommand(words, in: name, isTerminal: false, at: start) else {
      return ExecOutcome(chunks: [], exitCode: 1, took: .zero)
    }
    if let stdin { type(stdin, to: command, in: name) }
    endInput(of: command, in: name)
    var now = start
    var wakes = 0
    var status: Int?
    while true {
      advance(to: now, network: &network)
      status = exitStatus(of: command, in: name)
      wakes += 1
      guard status == nil, let wake = nextWake, wakes < Self.mostWakes else { break }
      now = max(now, wake)
      if now - start > limit { break }
    }
    let chunks = takeOutput(of: command, in: name)
    endCommand(command, in: name, at: now)
    // Nobody waits for ever: the caller's Ctrl-C ends it.
    return ExecOutcome(chunks: chunks, exitCode: status ?? 130, took: now - start)
  }
}
