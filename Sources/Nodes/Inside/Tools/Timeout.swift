import Engine

/// `timeout SECONDS PROGRAM`
enum Timeout: Tool {
  static let names = ["timeout"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var rest = call.arguments[...]
    var signal = ProcessSignal.terminate
    while let word = rest.first, word.hasPrefix("-"), word.count > 1 {
      rest.removeFirst()
      let value = word.count > 2 ? String(word.dropFirst(2)) : rest.popFirst() ?? ""
      if word.hasPrefix("-s") { signal = ProcessSignal(named: value) ?? signal }
    }
    guard rest.count > 1, let seconds = Double((rest.popFirst() ?? "").prefix { !$0.isLetter })
    else { return call.fail("missing operand") }
    let words = Array(rest)
    switch call.system.load(words: words, environment: call.environment) {
    case .program(let program):
      guard let pid = call.system.fork(program, prepare: { $0.title = words }) else {
        return call.fail("can't fork: Resource temporarily unavailable")
      }
      let limit = call.now + .seconds(fractional: max(0, seconds))
      return .program(Watching(child: pid, limit: limit, signal: signal))
    case .notExecutable, .folder:
      return call.fail("can't execute '\(words[0])': Permission denied", status: 126)
    case .missing:
      return call.fail("can't execute '\(words[0])': No such file or directory", status: 127)
    }
  }

  /// Waits for a child and ends it when its time is over.
  private struct Watching: Program {
    let child: Int
    let limit: SimTime
    let signal: ProcessSignal
    var isOver = false

    mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
      switch system.reap(child) {
      case .ended(let end):
        // It ends as its program did, so that a shell says the same of it.
        if let signal = end.signal { system.deliverToItself(signal) }
        return .exit(end.status)
      case .none: return .exit(1)
      case .running: break
      }
      guard system.now >= limit, !isOver else {
        return .wait(.children([child], orUntil: isOver ? nil : limit))
      }
      isOver = true
      _ = system.kill(child, signal)
      return .goOn
    }
  }
}
