import Engine
import Objects
import Store

/// Waits for one object after the other, all until the same moment.
struct WaitForObjects: Waiting {
  private var rest: ArraySlice<(key: ObjectKey, uid: String?)>
  private let goal: WaitGoal
  private let deadline: SimTime
  private var failures: [Failure]
  /// How an object is printed that is as wanted; nil for a line that says so.
  private let format: OutputFormat?

  init(
    _ targets: [(key: ObjectKey, uid: String?)], goal: WaitGoal, deadline: SimTime,
    failures: [Failure] = [], format: OutputFormat? = nil
  ) {
    rest = targets[...]
    self.goal = goal
    self.deadline = deadline
    self.failures = failures
    self.format = format
  }

  mutating func look(at sight: Sight) -> Progress {
    var parts: [Part] = []
    while let target = rest.first {
      switch verdict(on: target, at: sight) {
      case .met:
        if let format, let object = sight.state[target.key] {
          parts += format.parts(for: object)
        } else {
          let name = "\(target.key.kind.qualifiedSingular)/\(target.key.name)"
          parts.append(.line("\(name) condition met"))
        }
      case .failed(let failure): failures.append(failure)
      case .open:
        guard sight.now >= deadline else { return .goOn(parts, next: deadline) }
        failures.append(.error("timed out waiting for the condition" + place(of: target.key)))
      }
      rest.removeFirst()
    }
    return .end(parts + failures.map(Part.failed), status: failures.isEmpty ? 0 : 1)
  }

  func progress(in state: ClusterState) -> String? {
    rest.first.map {
      "waiting for \($0.key)" + (rest.count > 1 ? " and \(rest.count - 1) more" : "")
    }
  }

  private enum Verdict {
    case met
    case open
    case failed(Failure)
  }

  private func verdict(on target: (key: ObjectKey, uid: String?), at sight: Sight) -> Verdict {
    let object = sight.state[target.key]
    if case .deletion = goal {
      return object?.metadata.uid == target.uid ? .open : .met
    }
    if let object {
      do throws(Failure) {
        return try goal.holds(for: object) ? .met : .open
      } catch {
        return .failed(error)
      }
    }
    if case .create = goal { return .open }
    return .failed(.rejected(.notFound(target.key)))
  }

  /// ` on pods/web`; waiting for something to be made does not say what.
  private func place(of key: ObjectKey) -> String {
    if case .create = goal { return "" }
    return " on \(key.kind.facts.plural)/\(key.name)"
  }
}
