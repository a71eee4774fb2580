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
    evaluate(chain.first)
    for follower in chain.rest where exitStatus == nil && jump == nil && !isCutShort {
      switch follower.link {
      case .and: if lastStatus == 0 { evaluate(follower.pipeline) }
      case .or: if lastStatus != 0 { evaluate(follower.pipeline) }
      }
    }
  }

  private mutating func evaluate(_ pipeline: Pipeline) {
    var input: String?
    for stage in pipeline.stages.dropLast() {
      let (chunks, _) = capturing { $0.evaluate(stage, input: input) }
      input = ""
      for chunk in chunks {
        switch chunk.stream {
        case .out: input? += chunk.text
        case .err: emit(.err, chunk.text)
        }
      }
    }
    guard let last = pipeline.stages.last else { return }
    lastStatus = evaluate(last, input: input)
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
    let words = expand(command.words)
    for assignment in command.assignments {
      variables[assignment.name] = expandJoined(assignment.value)
    }
    do throws(RedirectionProblem) {
      let routes = try open(command.redirections, input: input)
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
