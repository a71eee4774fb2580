import Engine

/// Lists, branches and loops.
extension ShellProgram {
  mutating func stepFlow(_ frame: ShellFrame) {
    switch frame {
    case .sequence(let commands, let next):
      guard next < commands.count else { return }
      if next + 1 < commands.count { frames.append(.sequence(commands, next: next + 1)) }
      frames.append(.command(commands[next]))
    case .and(let right): if status == 0 { frames.append(.command(right)) }
    case .or(let right): if status != 0 { frames.append(.command(right)) }
    case .negate: status = status == 0 ? 1 : 0
    case .branches(let branches, let next, let otherwise):
      stepBranches(branches, next, otherwise)
    case .loop(let condition, let body, let isUntil, let isChecking, let last):
      stepLoop(condition, body, isUntil, isChecking, last)
    case .forEach(let name, let values, let next, let body):
      guard next < values.count else { return }
      variables.set(name, values[next])
      frames.append(.forEach(name: name, values: values, next: next + 1, body: body))
      frames.append(.command(body))
    case .script, .input, .command, .expanding, .become, .collect, .await, .waitForJobs, .reading,
      .restoreDescriptors, .restoreVariables, .returnPoint, .sourcePoint, .status:
      break
    }
  }

  private mutating func stepBranches(
    _ branches: [ConditionalBranch], _ next: Int, _ otherwise: ShellCommand?
  ) {
    if status == 0 {
      frames.append(.command(branches[next].body))
    } else if next + 1 < branches.count {
      frames.append(.branches(branches, next: next + 1, otherwise: otherwise))
      frames.append(.command(branches[next + 1].condition))
    } else if let otherwise {
      frames.append(.command(otherwise))
    } else {
      status = 0
    }
  }

  private mutating func stepLoop(
    _ condition: ShellCommand, _ body: ShellCommand, _ isUntil: Bool, _ isChecking: Bool,
    _ last: Int
  ) {
    guard !isChecking || (status == 0) != isUntil else {
      status = last
      return
    }
    frames.append(
      .loop(
        condition: condition, body: body, isUntil: isUntil, isChecking: !isChecking, last: status))
    frames.append(.command(isChecking ? body : condition))
  }

  /// Begins a command, with what was substituted in its words so far.
  mutating func begin(
    _ command: ShellCommand, _ results: [String], _ system: inout SystemCalls
  ) {
    switch command {
    case .simple(let simple): runSimple(simple, results, &system)
    case .pipeline(let stages, let isNegated):
      if isNegated { frames.append(.negate) }
      if stages.count == 1 {
        frames.append(.command(stages[0]))
      } else {
        startPipeline(stages, &system)
      }
    case .and(let left, let right): frames += [.and(right), .command(left)]
    case .or(let left, let right): frames += [.or(right), .command(left)]
    case .sequence(let commands):
      if commands.isEmpty { status = 0 }
      frames.append(.sequence(commands, next: 0))
    case .background(let inner): startInBackground(inner, &system)
    case .conditional(let branches, let otherwise):
      frames.append(.branches(branches, next: 0, otherwise: otherwise))
      frames.append(.command(branches[0].condition))
    case .loop(let condition, let body, let isUntil):
      frames.append(
        .loop(condition: condition, body: body, isUntil: isUntil, isChecking: true, last: 0))
      frames.append(.command(condition))
    case .forEach(let name, let words, let body):
      guard let values = fields(of: words, for: command, results, &system) else { return }
      status = 0
      frames.append(.forEach(name: name, values: values, next: 0, body: body))
    case .choice(let word, let branches): choose(word, branches, for: command, results, &system)
    case .subshell(let inner): startSubshell(inner, &system)
    case .redirected(let inner, let redirections):
      guard let found = targets(of: redirections, for: command, results, &system) else { return }
      if redirect(found, saving: true, &system) { frames.append(.command(inner)) }
    case .function(let name, let body):
      functions[name] = body
      status = 0
    }
  }

  private mutating func fields(
    of words: [ShellWord]?, for command: ShellCommand, _ results: [String],
    _ system: inout SystemCalls
  ) -> [String]? {
    guard let words else { return positional }
    return expanding(command, results, &system) { expansion throws(ExpansionStop) in
      var fields: [String] = []
      for word in words { fields += try expansion.fields(of: word) }
      return fields
    }
  }

  private mutating func choose(
    _ word: ShellWord, _ branches: [ChoiceBranch], for command: ShellCommand, _ results: [String],
    _ system: inout SystemCalls
  ) {
    let chosen = expanding(command, results, &system) { expansion throws(ExpansionStop) in
      let subject = try expansion.text(of: word)
      for (place, branch) in branches.enumerated() {
        for pattern in branch.patterns
        where GlobPattern(try expansion.pattern(of: pattern)).matches(subject) {
          return place
        }
      }
      return branches.count
    }
    guard let chosen else { return }
    status = 0
    if chosen < branches.count { frames.append(.command(branches[chosen].body)) }
  }

  // MARK: - Other processes

  /// A shell for a subshell: it has no traps but those that ignore.
  func copy(running command: ShellCommand) -> ShellProgram {
    var copy = self
    // A subshell of a subshell would be a process too many.
    if case .subshell(let inner) = command {
      copy.frames = [.command(inner)]
    } else {
      copy.frames = [.command(command)]
    }
    copy.traps = traps.filter(\.value.isEmpty)
    copy.caught = []
    copy.jobs = []
    copy.isSubshell = true
    copy.isInteractive = false
    return copy
  }

  private mutating func startSubshell(_ command: ShellCommand, _ system: inout SystemCalls) {
    guard let pid = system.fork(copy(running: command)) else {
      failToFork(&system)
      return
    }
    frames.append(.await([pid], last: pid))
  }

  mutating func failToFork(_ system: inout SystemCalls) {
    complain("can't fork: Resource temporarily unavailable", &system)
    fail(2, &system)
  }

  private mutating func startPipeline(_ stages: [ShellCommand], _ system: inout SystemCalls) {
    var pids: [Int] = []
    var reading: Int?
    for (place, stage) in stages.enumerated() {
      let next = place + 1 < stages.count ? system.makePipe() : nil
      let input = reading
      let pid = system.fork(copy(running: stage)) { child in
        if let input { child.descriptors[0] = input }
        if let next { child.descriptors[1] = next.writing }
      }
      guard let pid else {
        failToFork(&system)
        return
      }
      pids.append(pid)
      reading = next?.reading
    }
    frames.append(.await(pids, last: pids[pids.count - 1]))
  }

  private mutating func startInBackground(_ command: ShellCommand, _ system: inout SystemCalls) {
    // Nobody types for what runs in the background.
    let silence = isInteractive ? nil : system.add(OpenFile(target: .nothing))
    let pid = system.fork(copy(running: command)) { child in
      if let silence {
        child.descriptors[0] = silence
        child.dispositions[.interrupt] = .ignored
        child.dispositions[.quit] = .ignored
      }
    }
    guard let pid else {
      failToFork(&system)
      return
    }
    lastBackground = pid
    let number = (jobs.map(\.number).max() ?? 0) + 1
    jobs.append(ShellJob(pid: pid, number: number, text: command.sketch))
    status = 0
  }

  mutating func awaitChildren(
    _ pids: [Int], _ last: Int, _ system: inout SystemCalls
  ) -> ProgramOutcome? {
    var left: [Int] = []
    for pid in pids {
      switch system.reap(pid) {
      case .running: left.append(pid)
      case .none: break
      case .ended(let end):
        if pid == last { status = end.status }
        if failsWithAnyStage, pid != last, end.status != 0 { stageStatus = end.status }
        if let epitaph = end.signal?.epitaph { system.write(epitaph + "\n", to: 2) }
      }
    }
    guard left.isEmpty else {
      frames.append(.await(left, last: last))
      return .wait(.children(left))
    }
    if let failed = stageStatus, status == 0 { status = failed }
    stageStatus = nil
    checkError(&system)
    return nil
  }

  mutating func waitForJobs(
    _ pids: [Int], _ isNamed: Bool, _ system: inout SystemCalls
  ) -> ProgramOutcome? {
    var left: [Int] = []
    for pid in pids {
      switch system.reap(pid) {
      case .running: left.append(pid)
      case .none:
        let known = jobs.first { $0.pid == pid }?.end
        status = known?.status ?? (pids.count == 1 ? 127 : status)
      case .ended(let end):
        status = end.status
        // Only who is waited for by name gets an obituary.
        if isNamed, let epitaph = end.signal?.epitaph { system.write(epitaph + "\n", to: 2) }
      }
      if !left.contains(pid) { jobs.removeAll { $0.pid == pid } }
    }
    guard left.isEmpty else {
      frames.append(.waitForJobs(left, isNamed: isNamed))
      return .wait(.children(left))
    }
    return nil
  }

  /// What a substituted command prints, up to its end.
  mutating func collect(
    _ pid: Int, _ descriptor: Int, _ bytes: [UInt8], _ system: inout SystemCalls
  ) -> ProgramOutcome? {
    var bytes = bytes
    while true {
      switch system.read(descriptor) {
      case .bytes(let more):
        bytes += more
        guard bytes.count <= Self.longestValue else { return .outOfMemory }
        if system.mustPause {
          frames.append(.collect(pid: pid, descriptor: descriptor, bytes))
          return .goOn
        }
        continue
      case .wouldBlock:
        frames.append(.collect(pid: pid, descriptor: descriptor, bytes))
        return .wait(.readable(descriptor))
      case .end, .failed: break
      }
      switch system.reap(pid) {
      case .running:
        frames.append(.collect(pid: pid, descriptor: descriptor, bytes))
        return .wait(.children([pid]))
      case .ended(let end): substitutedStatus = end.status
      case .none: break
      }
      break
    }
    system.close(descriptor)
    bytes.removeAll { $0 == 0 }
    while bytes.last == ShellReader.newline { bytes.removeLast() }
    if case .expanding(let command, let results)? = frames.last {
      frames[frames.count - 1] = .expanding(
        command, results + [String(decoding: bytes, as: UTF8.self)])
    }
    return nil
  }

  /// Begins to run a command for its output, which then goes on with the command it stands in.
  mutating func substitute(
    _ inner: ShellCommand, by shell: ShellProgram, in command: ShellCommand, _ results: [String],
    _ system: inout SystemCalls
  ) {
    let pipe = system.makePipe()
    let child = system.fork(shell.copy(running: inner)) { $0.descriptors[1] = pipe.writing }
    guard let pid = child else {
      failToFork(&system)
      return
    }
    let descriptor = system.place(pipe.reading, atLeast: 10)
    // The child has come into being before its end was given a place here.
    frames.append(.expanding(command, results))
    frames.append(.collect(pid: pid, descriptor: descriptor, []))
  }
}
