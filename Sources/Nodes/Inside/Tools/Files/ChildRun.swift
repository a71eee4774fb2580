import Engine

/// Running other programs, one after the other, as `xargs` and `find` do.
struct ChildRun: Sendable {
  enum Outcome {
    case running
    case ended(Int)
  }

  private var child: Int?

  /// Begins a program; nil when that is done, else why it cannot be.
  mutating func start(
    _ words: [String], emptyInput: Bool = false, _ system: inout SystemCalls
  ) -> (status: Int, reason: String)? {
    switch system.load(words: words, environment: system.process.environment) {
    case .program(let program):
      let null = emptyInput ? try? system.open("/dev/null", .read) : nil
      let number = null.flatMap { system.process.descriptors[$0] }
      child = system.fork(program) { child in
        child.title = words
        if let null, let number {
          child.descriptors[null] = nil
          child.descriptors[0] = number
        }
      }
      if let null { system.close(null) }
      return child == nil ? (1, "Resource temporarily unavailable") : nil
    case .notExecutable, .folder: return (126, "Permission denied")
    case .missing: return (127, "No such file or directory")
    }
  }

  /// How the program is that was begun last.
  mutating func look(_ system: inout SystemCalls) -> Outcome {
    guard let child else { return .ended(0) }
    switch system.reap(child) {
    case .running: return .running
    case .ended(let end):
      self.child = nil
      return .ended(end.status)
    case .none:
      self.child = nil
      return .ended(1)
    }
  }

  var isRunning: Bool { child != nil }

  /// To be waited for.
  var end: Wait { .children(child.map { [$0] } ?? []) }
}
