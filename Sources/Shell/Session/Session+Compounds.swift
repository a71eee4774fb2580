import Kubectl

/// How a loop is left before its time.
enum LoopJump: Hashable {
  /// `break`: the loop is over.
  case out
  /// `continue`: its next round begins.
  case on
}

extension Session {
  /// More rounds than anybody waits for: a loop that nothing ends is ended.
  private static let mostRounds = 10_000

  /// Carries out a loop or an `if`; its commands share what runs into it.
  mutating func evaluate(
    _ compound: Compound, _ redirections: [Redirection], input: String?
  ) -> Int32 {
    do throws(RedirectionProblem) {
      let routes = try open(redirections, input: input)
      let outer = unread
      if let input = routes.input { unread = input[...] }
      defer { unread = outer }
      guard routes.isNeeded else { return evaluate(compound) }
      let (chunks, status) = capturing { $0.evaluate(compound) }
      return deliver(chunks, to: routes) ? status : 1
    } catch {
      complain(error.message)
      return 1
    }
  }

  private mutating func evaluate(_ compound: Compound) -> Int32 {
    switch compound {
    case .forLoop(let loop): evaluate(loop)
    case .whileLoop(let loop): evaluate(loop)
    case .conditional(let conditional): evaluate(conditional)
    }
  }

  private mutating func evaluate(_ loop: ForLoop) -> Int32 {
    lastStatus = 0
    let files = processFiles.count
    defer { forgetProcessFiles(from: files) }
    let words = expand(loop.words)
    if refusesForUnset() { return lastStatus }
    for word in words where exitStatus == nil && !isCutShort {
      variables[loop.variable] = word
      if round(loop.body) { break }
    }
    return lastStatus
  }

  private mutating func evaluate(_ loop: WhileLoop) -> Int32 {
    var status: Int32 = 0
    for _ in 0..<Self.mostRounds {
      loopDepth += 1
      questions += 1
      let holds = evaluate(loop.condition) == 0
      questions -= 1
      loopDepth -= 1
      if exitStatus != nil || isCutShort { return lastStatus }
      if jump != nil || holds == loop.isUntil {
        jump = nil
        return status
      }
      let isOver = round(loop.body)
      status = lastStatus
      if isOver || exitStatus != nil || isCutShort { return status }
    }
    complain("podlab: this loop has gone round \(Self.mostRounds) times; it is ended")
    return 1
  }

  private mutating func evaluate(_ conditional: Conditional) -> Int32 {
    for branch in conditional.branches {
      questions += 1
      let holds = evaluate(branch.condition) == 0
      questions -= 1
      if exitStatus != nil || jump != nil || isCutShort { return lastStatus }
      if holds {
        lastStatus = 0
        return evaluate(branch.body)
      }
    }
    lastStatus = 0
    return evaluate(conditional.otherwise)
  }

  /// One round of a loop; whether it was the last. Loops in loops go round very often: Ctrl-C is
  /// heard in each.
  private mutating func round(_ body: Script) -> Bool {
    if let ended = endWhenInterrupted() {
      lastStatus = ended
      return true
    }
    loopDepth += 1
    evaluate(body)
    loopDepth -= 1
    defer { jump = nil }
    return jump == .out
  }

  /// Forgets the files that `<(…)` made for a command that has ended.
  mutating func forgetProcessFiles(from first: Int) {
    for name in processFiles.dropFirst(first) { lessonFiles[name] = nil }
    processFiles.removeLast(processFiles.count - first)
  }

  // MARK: - Aliases

  /// What a command stands for that begins with an alias.
  func alias(of command: SimpleCommand) -> AliasedCommand? {
    guard let name = command.words.first?.bareText, !aliasesInUse.contains(name),
      let text = aliases[name], let script = try? Parser.parse(text)
    else { return nil }
    var rest = command
    rest.words.removeFirst()
    return AliasedCommand(name: name, script: script, rest: rest)
  }

  /// Carries out an alias: what stands behind it goes to its last command.
  mutating func evaluate(_ alias: AliasedCommand, input: String?) -> Int32 {
    aliasesInUse.append(alias.name)
    defer { aliasesInUse.removeLast() }
    var script = alias.script
    guard let chain = script.chains.indices.last, var last = script.chains[chain].lastCommand else {
      return evaluate(script)
    }
    last.words += alias.rest.words
    last.assignments = alias.rest.assignments + last.assignments
    last.redirections += alias.rest.redirections
    script.chains[chain].lastCommand = last
    guard script.chains.count == 1, script.chains[0].rest.isEmpty,
      script.chains[0].first.stages.count == 1
    else { return evaluate(script) }
    return evaluate(last, input: input)
  }
}

/// A command that begins with an alias.
struct AliasedCommand {
  var name: String
  /// What the alias stands for.
  var script: Script
  /// The command without it.
  var rest: SimpleCommand
}

extension Chain {
  /// The simple command that a line ends with; nil when it ends with a loop or an `if`.
  fileprivate var lastCommand: SimpleCommand? {
    get {
      guard case .simple(let command)? = (rest.last?.pipeline ?? first).stages.last else {
        return nil
      }
      return command
    }
    set {
      guard let newValue else { return }
      if let last = rest.indices.last {
        let stage = rest[last].pipeline.stages.count - 1
        rest[last].pipeline.stages[stage] = .simple(newValue)
      } else {
        first.stages[first.stages.count - 1] = .simple(newValue)
      }
    }
  }
}
