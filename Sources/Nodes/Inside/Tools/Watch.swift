import Engine

/// `watch -n 5 COMMAND`: runs it again and again, each time on an empty screen.
enum Watch: Tool {
  static let names = ["watch"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var rest = call.arguments[...]
    var seconds = 2.0
    var hasHeader = true
    while let word = rest.first, word.hasPrefix("-"), word.count > 1 {
      rest.removeFirst()
      if word == "-t" { hasHeader = false }
      guard word.hasPrefix("-n") else { continue }
      let value = word.count > 2 ? String(word.dropFirst(2)) : rest.popFirst() ?? ""
      guard let number = Double(value), number >= 0 else {
        return call.fail("invalid number '\(value)'")
      }
      seconds = min(max(number, 0.1), 1e6)
    }
    guard !rest.isEmpty else { return call.fail("no command given") }
    return .program(
      Watching(command: rest.joined(separator: " "), seconds: seconds, hasHeader: hasHeader))
  }

  private struct Watching: Program {
    let command: String
    let seconds: Double
    let hasHeader: Bool
    private var child = ChildRun()
    private var nextAt = SimTime(milliseconds: 0)

    init(command: String, seconds: Double, hasHeader: Bool) {
      self.command = command
      self.seconds = seconds
      self.hasHeader = hasHeader
    }

    mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
      if child.isRunning {
        guard case .ended = child.look(&system) else { return .wait(child.end) }
        nextAt = system.now + .seconds(fractional: seconds)
      }
      guard nextAt <= system.now else { return .wait(.until(nextAt)) }
      system.write("\u{1b}[H\u{1b}[J" + (hasHeader ? header(at: system.now) : ""), to: 1)
      if let problem = child.start(["sh", "-c", command], &system) {
        system.write("watch: sh: \(problem.reason)\n", to: 2)
        return .exit(problem.status)
      }
      return .wait(child.end)
    }

    /// What it runs, and on the right of a usual screen the time.
    private func header(at now: SimTime) -> String {
      let time = "\(now.rfc3339.prefix(10)) \(now.clockText)"
      let tenths = Int(seconds * 10)
      let text = "Every \(tenths / 10).\(tenths % 10)s: \(command)"
      return text.padding(to: 80 - time.count) + "\(time)\n\n"
    }
  }
}
