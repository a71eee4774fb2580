import Engine
import Objects
import Store

/// Drains nodes, one after the other, until all their pods are gone.
struct Draining: Waiting {
  private var nodes: [(name: String, done: String)]
  private let manner: DrainManner
  private var current: NodeDrain?
  private var failed: [(node: String, errors: [String])] = []

  /// `done` is said when a node is drained.
  init(_ nodes: [(name: String, done: String)], manner: DrainManner) {
    self.nodes = nodes
    self.manner = manner
  }

  mutating func look(at sight: Sight) -> Progress {
    var steps: [Step] = []
    // What this moment's requests lead to is tried out here, as their answers decide what is said.
    var state = sight.state
    while let node = nodes.first {
      var drain = current ?? start(node.name, in: state, at: sight.now, &steps)
      steps += drain.advance(in: &state, at: sight.now)
      if drain.isHopeless(at: sight.now) {
        let span = NodeDrain.patience.goText
        steps.append(
          .say(.failed(.plain("podlab: every eviction was refused for \(span); giving up"))))
        return Progress(steps: steps, status: 1)
      }
      guard drain.isOver else {
        current = drain
        return Progress(steps: steps, next: drain.next)
      }
      end(drain, done: node.done, in: state, at: sight.now, &steps)
      current = nil
      nodes.removeFirst()
    }
    guard !failed.isEmpty else { return Progress(steps: steps, status: 0) }
    let names = failed.map { " \($0.node)" }
    let text = ["There are pending nodes to be drained:"] + names + failed.flatMap(\.errors)
    steps.append(.say(.failed(.plain(text.joined(separator: "\n")))))
    return Progress(steps: steps, status: 1)
  }

  private func start(
    _ node: String, in state: ClusterState, at now: SimTime, _ steps: inout [Step]
  ) -> NodeDrain {
    let verdict = manner.rules.verdict(on: node, in: state, at: now)
    var drain = NodeDrain(node: node, manner: manner, beginning: now)
    if !verdict.refusals.isEmpty {
      drain.errors = verdict.refusals
      return drain
    }
    if !verdict.warnings.isEmpty {
      steps.append(.say(.note("Warning: " + verdict.warnings.joined(separator: "; "))))
    }
    drain.take(verdict.pods, at: now)
    return drain
  }

  private mutating func end(
    _ drain: NodeDrain, done: String, in state: ClusterState, at now: SimTime,
    _ steps: inout [Step]
  ) {
    if drain.errors.isEmpty {
      steps.append(.say(.line(done)))
      return
    }
    let list = drain.errors.joined(separator: ", ")
    let text = drain.errors.count > 1 ? "[\(list)]" : list
    let left = manner.rules.verdict(on: drain.node, in: state, at: now)
    if drain.hasBegun, !left.pods.isEmpty {
      steps.append(
        .say(
          .note(
            "There are pending pods in node \"\(drain.node)\" when an error occurred: \(text)")))
      for pod in left.pods { steps.append(.say(.note("pod/\(pod.metadata.name)"))) }
    }
    steps.append(
      .say(
        .note(
          "error: unable to drain node \"\(drain.node)\" due to error: \(text), "
            + "continuing command...")))
    failed.append((drain.node, drain.errors))
  }
}
