import Engine

/// Runs one process of a pod until it sleeps, waits or ends.
struct ProcessRunner {
  var sandbox: PodSandbox
  let container: String
  var process: ShellProcess
  var network: ClusterNetwork
  let now: SimTime
  /// What an `exec` prints back to its caller.
  var answer: [(stream: LogLine.Stream, text: String)] = []
  /// How deep commands are substituted into one another.
  var depth = 0

  /// A process that takes so many steps at one moment is made to pause: no loop holds up the world.
  static let mostStepsAtOnce = 5_000
  /// How deep functions and shells may call each other.
  static let mostFrames = 4_000

  mutating func run() {
    process.isBusy = false
    while process.state == .ready {
      deliverSignals()
      guard process.state == .ready else { return }
      guard let frame = process.frames.popLast() else {
        runExitTrap()
        return
      }
      process.stepsAtOnce += 1
      if process.stepsAtOnce > Self.mostStepsAtOnce {
        process.frames.append(frame)
        process.stepsAtOnce = 0
        // Longer and longer, up to a minute: whoever never sleeps is not worth the time.
        process.state = .sleeping(until: now + .milliseconds(100 << min(process.busyPauses, 9)))
        process.busyPauses += 1
        process.isBusy = true
        return
      }
      step(frame)
    }
  }

  private mutating func runExitTrap() {
    if let command = process.traps["EXIT"], let command {
      process.traps["EXIT"] = nil
      process.frames = [.status(process.status), .command(command)]
      return
    }
    process.state = .exited(process.status)
  }

  /// A shell runs its trap when the program in the foreground has ended.
  private mutating func deliverSignals() {
    while let signal = process.pendingSignals.first {
      // A shell around this one answers when this one has ended.
      if process.traps[signal] == nil, process.handles(signal) { return }
      process.pendingSignals.removeFirst()
      if let trapped = process.traps[signal] {
        if let command = trapped { process.frames += [.status(process.status), .command(command)] }
      } else if process.pid != 1 {
        process.state = .exited(signal == "INT" ? 130 : signal == "HUP" ? 129 : 143)
      }
    }
  }

  private mutating func step(_ frame: ShellProcess.Frame) {
    switch frame {
    case .command(let command): begin(command)
    case .sequence(let commands, let next):
      guard next < commands.count else { return }
      process.frames.append(.sequence(commands, next: next + 1))
      process.frames.append(.command(commands[next]))
    case .and(let right): if process.status == 0 { process.frames.append(.command(right)) }
    case .or(let right): if process.status != 0 { process.frames.append(.command(right)) }
    case .negate: process.status = process.status == 0 ? 1 : 0
    case .branches(let branches, let next, let otherwise):
      stepBranches(branches, next, otherwise)
    case .loop(let condition, let body, let isUntil, let isChecking):
      stepLoop(condition, body, isUntil, isChecking)
    case .forEach(let name, let values, let next, let body):
      guard next < values.count else { return }
      process.variables[name] = values[next]
      process.frames.append(.forEach(name: name, values: values, next: next + 1, body: body))
      process.frames.append(.command(body))
    case .pipeline(let stages, let next, let streams, let outer):
      stepPipeline(stages, next, streams, outer)
    case .restore, .restoreVariables, .returnPoint:
      undo(frame)
      checkError()
    case .endSubshell(let saved): endSubshell(saved)
    case .substitute(let command, let pending, let captured):
      substitute(command, pending, captured)
    case .finish(let status, let text):
      write(text, to: process.streams.out)
      process.status = status
      process.busyPauses = 0
      process.work = nil
      checkError()
    case .status(let status): process.status = status
    }
  }

  private mutating func stepBranches(
    _ branches: [ConditionalBranch], _ next: Int, _ otherwise: ShellCommand?
  ) {
    if process.status == 0 {
      process.frames.append(.command(branches[next].body))
    } else if next + 1 < branches.count {
      process.frames.append(.branches(branches, next: next + 1, otherwise: otherwise))
      process.frames.append(.command(branches[next + 1].condition))
    } else {
      process.status = 0
      if let otherwise { process.frames.append(.command(otherwise)) }
    }
  }

  private mutating func stepLoop(
    _ condition: ShellCommand, _ body: ShellCommand, _ isUntil: Bool, _ isChecking: Bool
  ) {
    if isChecking {
      guard (process.status == 0) != isUntil else {
        process.status = 0
        return
      }
      process.frames.append(
        .loop(condition: condition, body: body, isUntil: isUntil, isChecking: false))
      process.frames.append(.command(body))
    } else {
      process.frames.append(
        .loop(condition: condition, body: body, isUntil: isUntil, isChecking: true))
      process.frames.append(.command(condition))
    }
  }

  /// Stages run one after the other, each with what the one before has printed.
  private mutating func stepPipeline(
    _ stages: [ShellCommand], _ next: Int, _ streams: ShellProcess.Streams, _ outer: String
  ) {
    if next > 0, next < stages.count { process.streams.input = process.piped }
    guard next < stages.count else {
      process.streams = streams
      checkError()
      return
    }
    let isLast = next == stages.count - 1
    process.piped = isLast ? outer : ""
    process.streams.out = isLast ? streams.out : .pipe
    process.streams.error = streams.error
    process.frames.append(.pipeline(stages, next: next + 1, streams: streams, outer: outer))
    enterSubshell()
    process.frames.append(.command(stages[next]))
  }

  private mutating func begin(_ command: ShellCommand) {
    switch command {
    case .simple(let simple):
      let substitutions = simple.substitutions
      if substitutions.isEmpty {
        runSimple(simple)
      } else {
        substituteNext(simple, substitutions, .init(streams: process.streams, outer: process.piped))
      }
    case .pipeline(let stages, let negated):
      if negated { process.frames.append(.negate) }
      process.frames.append(
        stages.count == 1
          ? .command(stages[0])
          : .pipeline(stages, next: 0, streams: process.streams, outer: process.piped))
    case .and(let left, let right): process.frames += [.and(right), .command(left)]
    case .or(let left, let right): process.frames += [.or(right), .command(left)]
    case .sequence(let commands): process.frames.append(.sequence(commands, next: 0))
    case .background(let inner): startInBackground(inner)
    case .conditional(let branches, let otherwise):
      process.frames.append(.branches(branches, next: 0, otherwise: otherwise))
      process.frames.append(.command(branches[0].condition))
    case .loop(let condition, let body, let isUntil):
      process.frames.append(
        .loop(condition: condition, body: body, isUntil: isUntil, isChecking: true))
      process.frames.append(.command(condition))
    case .forEach(let name, let words, let body):
      let values = words.map { $0.flatMap { expand($0) } } ?? process.positional
      process.frames.append(.forEach(name: name, values: values, next: 0, body: body))
    case .choice(let word, let branches): choose(word, branches)
    case .group(let inner, let redirections, let isSubshell):
      if isSubshell { enterSubshell() }
      process.frames.append(.restore(process.streams))
      if redirect(redirections) { process.frames.append(.command(inner)) }
    case .function(let name, let body):
      process.functions[name] = body
      process.status = 0
    }
  }

  private mutating func startInBackground(_ command: ShellCommand) {
    let pid = sandbox.containers[container]?.nextProcessID ?? 2
    sandbox.containers[container]?.nextProcessID = pid + 1
    sandbox.containers[container]?.processes.append(
      ShellProcess(pid: pid, forking: process, command: command))
    process.variables["!"] = "\(pid)"
    process.status = 0
  }

  private mutating func choose(_ word: ShellWord, _ branches: [ChoiceBranch]) {
    let subject = expand(word, splitting: false).joined()
    let chosen = branches.first { branch in
      branch.patterns.contains { GlobPattern.matches(subject, pattern: pattern(of: $0)) }
    }
    process.status = 0
    if let chosen { process.frames.append(.command(chosen.body)) }
  }

  // MARK: - Streams

  /// Applies redirections; false, with the reason told, when a file cannot be had.
  mutating func redirect(_ redirections: [Redirection]) -> Bool {
    for redirection in redirections {
      switch redirection.target {
      case .text(let word): process.streams.input = expand(word, splitting: false).joined()
      case .read(let word):
        let path = absolute(expand(word, splitting: false).joined())
        if path == "/dev/null" {
          process.streams.input = ""
          continue
        }
        do throws(PodSandbox.FileProblem) {
          process.streams.input = try sandbox.read(path, in: container)
        } catch {
          return complain("can't open \(path): no such file")
        }
      case .write(let word), .append(let word):
        guard open(word, appending: isAppend(redirection), redirection.descriptor) else {
          return false
        }
      case .copy(let other):
        let stream = other == 2 ? process.streams.error : process.streams.out
        if redirection.descriptor == 2 {
          process.streams.error = stream
        } else {
          process.streams.out = stream
        }
      }
    }
    return true
  }

  private func isAppend(_ redirection: Redirection) -> Bool {
    if case .append = redirection.target { true } else { false }
  }

  private mutating func open(_ word: ShellWord, appending: Bool, _ descriptor: Int) -> Bool {
    let written = expand(word, splitting: false).joined()
    let path = absolute(written)
    let output: ShellProcess.Streams.Output
    switch path {
    case "/dev/null": output = .nowhere
    case "/dev/stdout", "/proc/1/fd/1":
      output = path == "/dev/stdout" ? process.streams.out : .log(.out)
    case "/dev/stderr", "/proc/1/fd/2":
      output = path == "/dev/stderr" ? process.streams.error : .log(.err)
    default:
      do throws(PodSandbox.FileProblem) {
        let isThere = sandbox.entry(path, in: container) != nil
        if !appending || !isThere {
          try sandbox.write("", to: path, appending: false, in: container)
        }
      } catch {
        let why = error == .missing ? "nonexistent directory" : error.rawValue
        return complain("can't create \(written): \(why)")
      }
      output = .file(path)
    }
    if descriptor == 2 {
      process.streams.error = output
    } else {
      process.streams.out = output
    }
    return true
  }

  mutating func complain(_ text: String) -> Bool {
    write("sh: \(text)\n", to: process.streams.error)
    process.status = 1
    return false
  }

  mutating func write(_ text: String, to output: ShellProcess.Streams.Output) {
    if text.isEmpty { return }
    switch output {
    case .log(let stream):
      let moment = now
      sandbox.containers[container]?.print(text, stream, at: moment)
    case .caller(let stream): answer.append((stream, text))
    case .file(let path):
      // The file was opened before; a full or vanished one just loses the text.
      try? sandbox.write(text, to: path, appending: true, in: container)
    case .pipe: if process.piped.utf8.count < FileTree.largestFile { process.piped += text }
    case .nowhere: break
    }
  }

  func absolute(_ path: String) -> String { FileTree.normalised(path, from: process.folder) }
}
