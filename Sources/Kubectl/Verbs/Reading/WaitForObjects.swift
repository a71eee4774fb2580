import Engine
import Objects
import Store

/// Waits for one object after the other, all until the same moment.
struct WaitForObjects: Waiting {
  private var rest: ArraySlice<ObjectVisit>
  private let manner: WaitManner
  private var failures: [Failure] = []
  /// Whether one of them has already used up the time of all.
  private var isOutOfTime = false

  init(_ visits: [ObjectVisit], manner: WaitManner) {
    rest = visits[...]
    self.manner = manner
  }

  mutating func look(at sight: Sight) -> Progress {
    var parts: [Part] = []
    while let visit = rest.first {
      switch verdict(on: visit, at: sight) {
      case .met(let key): parts += manner.parts(for: key, in: sight.state)
      case .failed(let failure): failures.append(failure)
      case .open(let key):
        guard sight.now >= manner.deadline else { return .goOn(parts, next: manner.deadline) }
        failures.append(failure(for: key))
        isOutOfTime = manner.isPatient
      }
      rest.removeFirst()
    }
    return .end(parts + failures.map(Part.failed), status: failures.isEmpty ? 0 : 1)
  }

  func progress(in state: ClusterState) -> String? {
    rest.first.map {
      "waiting for \($0)" + (rest.count > 1 ? " and \(rest.count - 1) more" : "")
    }
  }

  private enum Verdict {
    case met(ObjectKey)
    case open(ObjectKey)
    case failed(Failure)
  }

  private func verdict(on visit: ObjectVisit, at sight: Sight) -> Verdict {
    switch visit {
    case .failed(let failure): return .failed(failure)
    case .found(let key, let uid):
      let object = sight.state[key]
      // Once the time is used up, not even what is as wanted is looked at.
      if isOutOfTime { return .open(key) }
      if case .deletion = manner.goal {
        return object?.metadata.uid == uid ? .open(key) : .met(key)
      }
      guard let object else { return .failed(.rejected(.notFound(key))) }
      do throws(Failure) {
        return try manner.goal.holds(for: object) ? .met(key) : .open(key)
      } catch {
        return .failed(error)
      }
    }
  }

  /// What is said of an object that is not as wanted.
  private func failure(for key: ObjectKey) -> Failure {
    let name = "\(key.kind.facts.plural)/\(key.name)"
    if !manner.isPatient { return .error("condition not met for \(name)") }
    if case .deletion = manner.goal, isOutOfTime {
      // Whether it is still there would have to be asked first.
      return .error("client rate limiter Wait returned an error: context deadline exceeded")
    }
    return .error("timed out waiting for the condition on \(name)")
  }
}

/// Waits until everything is there that is named, or anything that is described.
struct WaitForCreation: Waiting {
  private let selection: ObjectSelection
  private let manner: WaitManner
  private var context: Context

  init(_ selection: ObjectSelection, manner: WaitManner, in context: Context) {
    self.selection = selection
    self.manner = manner
    self.context = context
  }

  mutating func look(at sight: Sight) -> Progress {
    context.state = sight.state
    context.now = sight.now
    do throws(Failure) {
      let found = try selection.find(in: context)
      // Several that are missing are, to kubectl, not something to wait for.
      if found.failures.count > 1 || found.failures.contains(where: { !$0.isNotFound }) {
        return .end(found.failures.map(Part.failed), status: 1)
      }
      if found.failures.isEmpty, !found.objects.isEmpty {
        return .end(found.objects.flatMap { manner.parts(for: $0.key, in: sight.state) })
      }
    } catch {
      return .end([.failed(error)], status: 1)
    }
    guard sight.now >= manner.deadline else { return .goOn(next: manner.deadline) }
    return .end([.failed(.error("timed out waiting for the condition"))], status: 1)
  }

  func progress(in state: ClusterState) -> String? {
    selection.words.names.first.map { "waiting for \($0.kind.singular)/\($0.name)" }
  }
}
