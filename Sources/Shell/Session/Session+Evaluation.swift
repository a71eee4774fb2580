import Kubectl

extension Session {
  @discardableResult
  mutating func evaluate(_ script: Script) -> Int32 {
    for chain in script.chains {
      guard exitStatus == nil, jump == nil, !stopsForInterrupt() else { break }
      evaluate(chain)
    }
    return lastStatus
  }

  private mutating func evaluate(_ chain: Chain) {
    var last = chain.first
    var isFinal = chain.rest.isEmpty
    evaluate(last, isAsked: !isFinal)
    for (place, follower) in chain.rest.enumerated()
    where exitStatus == nil && jump == nil && !isCutShort {
      guard (lastStatus == 0) == (follower.link == .and) else { continue }
      last = follower.pipeline
      isFinal = place + 1 == chain.rest.count
      evaluate(last, isAsked: !isFinal)
    }
    if isFinal, last.failsItself { leaveIfFailed() }
  }

  /// Runs a pipeline; when something asks how it goes, no failure in it ends the script.
  private mutating func evaluate(_ pipeline: Pipeline, isAsked: Bool) {
    let asks = isAsked || pipeline.isNegated ? 1 : 0
    questions += asks
    evaluate(pipeline)
    questions -= asks
  }

  /// `set -e`
  private mutating func leaveIfFailed() {
    guard script.options.leavesOnFailure, lastStatus != 0, questions == 0, exitStatus == nil,
      jump == nil, !isCutShort
    else { return }
    exitStatus = lastStatus
  }

  private mutating func evaluate(_ pipeline: Pipeline) {
    var input: String?
    var failed: Int32 = 0
    for stage in pipeline.stages.dropLast() {
      let (chunks, status) = capturing { session in
        session.apart { $0.evaluate(stage, input: input) }
      }
      if status != 0 { failed = status }
      input = ""
      for chunk in chunks {
        switch chunk.stream {
        case .out: input? += chunk.text
        case .err: emit(.err, chunk.text)
        }
      }
    }
    guard let last = pipeline.stages.last else { return }
    if pipeline.stages.count == 1 {
      lastStatus = evaluate(last, input: input)
    } else {
      let status = apart { $0.evaluate(last, input: input) }
      lastStatus = status == 0 && script.options.pipesFailEarly ? failed : status
    }
    if pipeline.isNegated { lastStatus = lastStatus == 0 ? 1 : 0 }
  }

  private mutating func evaluate(_ stage: Stage, input: String?) -> Int32 {
    switch stage {
    case .simple(let command): lastStatus = evaluate(command, input: input)
    case .compound(let compound, let redirections):
      lastStatus = evaluate(compound, redirections, input: input)
    }
    return lastStatus
  }

  /// The status of a command that Ctrl-C has ended, as in any shell.
  static let interrupted: Int32 = 130

  mutating func stopsForInterrupt() -> Bool {
    if host.isInterrupted() {
      lastStatus = Self.interrupted
      isCutShort = true
    }
    return isCutShort
  }

  // MARK: - One command

  mutating func evaluate(_ command: SimpleCommand, input: String?) -> Int32 {
    if let alias = alias(of: command) { return evaluate(alias, input: input) }
    let files = processFiles.count
    defer { forgetProcessFiles(from: files) }
    substitutionStatus = nil
    let words = expand(command.words)
    var values: [(name: String, value: String)] = []
    for assignment in command.assignments {
      let value = expandJoined(assignment.value)
      values.append((assignment.name, value))
      variables[assignment.name] = value
    }
    if refusesForUnset() { return lastStatus }
    show(words, assigning: values)
    let substituted = substitutionStatus
    do throws(RedirectionProblem) {
      let routes = try open(command.redirections, input: input)
      if refusesForUnset() { return lastStatus }
      // Without a command it is the last `$(…)` that tells how it went.
      if words.isEmpty, !routes.isNeeded { return substituted ?? 0 }
      guard routes.isNeeded else { return perform(words, input: routes.input) }
      let (chunks, status) = capturing { $0.perform(words, input: routes.input) }
      return deliver(chunks, to: routes) ? status : 1
    } catch {
      complain(error.message)
      return 1
    }
  }

  /// Carries out the words of one command.
  mutating func perform(_ words: [String], input: String?) -> Int32 {
    guard let first = words.first else { return 0 }
    guard depth < Self.depthLimit else {
      complain("\(first): nested too deeply")
      return 1
    }
    depth += 1
    defer { depth -= 1 }
    return dispatch(first, Array(words.dropFirst()), input: input)
  }

  static let depthLimit = 40
}

extension Pipeline {
  /// Whether a failure is its own: in a loop or an `if` the command that failed has decided.
  fileprivate var failsItself: Bool {
    guard !isNegated else { return false }
    if stages.count > 1 { return true }
    if case .simple? = stages.last { return true }
    return false
  }
}
