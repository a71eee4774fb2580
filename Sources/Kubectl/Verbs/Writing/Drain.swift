import Engine
import Objects
import Store

/// `kubectl drain`: close a node and move its pods away.
struct Drain: Verb {
  static let name = "drain"
  static let summary = "Drain node in preparation for maintenance"
  static let usage = "drain NODE"
  static let takes = WordMeaning.nodes
  static let examples = [
    "# Before working on a machine",
    "kubectl drain worker-1 --ignore-daemonsets --delete-emptydir-data",
  ]
  static let flags = FlagTable(
    """
    chunk-size 500
    delete-emptydir-data false
    disable-eviction false
    dry-run=unchanged none
    force false
    grace-period -1
    ignore-daemonsets false
    pod-selector ''
    selector l ''
    skip-wait-for-delete-timeout 0
    timeout 0s
    """)

  private let nodes: NodeSelection
  private let options: WriteOptions
  private let rules: DrainRules
  private let timeout: SimSpan
  private let grace: Int

  init(_ invocation: Invocation) throws(UsageError) {
    nodes = try NodeSelection(invocation)
    options = try WriteOptions(invocation)
    timeout = invocation.duration("timeout")
    grace = invocation.integer("grace-period")
    let labels = try? LabelSelector(text: invocation["pod-selector"] ?? "")
    rules = DrainRules(
      ignoresDaemonSets: invocation.has("ignore-daemonsets"),
      deletesLocalData: invocation.has("delete-emptydir-data"), isForced: invocation.has("force"),
      labels: labels ?? LabelSelector())
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let (found, failures) = try nodes.find(in: context)
    if !failures.isEmpty { return .show(failures.map(Part.failed)) }
    var plans: [Plan] = [.submit(found.map { $0.cordon(true, options) })]
    for node in found { plans.append(plan(for: node, in: context)) }
    return .inOrder(plans)
  }

  private func plan(for node: Node, in context: Context) -> Plan {
    let verdict = rules.verdict(on: context.state.pods(on: node.metadata.name))
    let name = node.metadata.name
    if !verdict.refusals.isEmpty {
      let list = verdict.refusals.joined(separator: ", ")
      let text = verdict.refusals.count > 1 ? "[\(list)]" : list
      return .show([
        .failed(
          .plain(
            "error: unable to drain node \"\(name)\" due to error: \(text), continuing command...\n"
              + "There are pending nodes to be drained:\n \(name)\n"
              + verdict.refusals.joined(separator: "\n")))
      ])
    }
    var steps: [Step] = []
    if !verdict.warnings.isEmpty {
      steps.append(.say(.note("Warning: " + verdict.warnings.joined(separator: "; "))))
    }
    for pod in verdict.pods {
      steps.append(.say(.line("evicting pod \(pod.key.namespacedName)\(options.suffix)")))
    }
    guard options.dryRun == .none else {
      return .submit(steps + [.say(.line(options.line(node, "drained")))])
    }
    for pod in verdict.pods {
      let deletion = DeleteOptions(
        gracePeriodSeconds: grace < 0 ? nil : grace, uid: pod.metadata.uid)
      steps.append(
        .write(Write(.delete(pod.key, deletion), answer: .nothing, ignoresNotFound: true)))
    }
    let wait = DrainWait(
      pods: verdict.pods.map { ($0.key, $0.metadata.uid) }, node: name, timeout: timeout,
      done: options.line(node, "drained"))
    return .inOrder([.submit(steps), .wait(wait)])
  }
}

/// Which pods of a node may be moved, and which stand in the way.
struct DrainRules: Sendable {
  var ignoresDaemonSets: Bool
  var deletesLocalData: Bool
  var isForced: Bool
  var labels: LabelSelector

  struct Verdict {
    var pods: [Pod] = []
    var warnings: [String] = []
    var refusals: [String] = []
  }

  func verdict(on pods: [Pod]) -> Verdict {
    var verdict = Verdict()
    var daemons: [String] = []
    var bare: [String] = []
    var local: [String] = []
    for pod in pods where labels.matches(pod.metadata.labels) && !isMirror(pod) {
      let isOver = pod.status.phase == .succeeded || pod.status.phase == .failed
      let name = pod.key.namespacedName
      if pod.metadata.controller?.kind == "DaemonSet" {
        daemons.append(name)
        continue
      }
      if !isOver, pod.spec.volumes.contains(where: { $0.emptyDir != nil }) { local.append(name) }
      if !isOver, pod.metadata.controller == nil { bare.append(name) }
      verdict.pods.append(pod)
    }
    report(daemons, bare, local, in: &verdict)
    return verdict
  }

  private func report(
    _ daemons: [String], _ bare: [String], _ local: [String], in verdict: inout Verdict
  ) {
    if !daemons.isEmpty {
      let list = daemons.joined(separator: ", ")
      if ignoresDaemonSets {
        verdict.warnings.append("ignoring DaemonSet-managed Pods: \(list)")
      } else {
        verdict.refusals.append(
          "cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): \(list)")
      }
    }
    if !bare.isEmpty {
      let list = bare.joined(separator: ", ")
      if isForced {
        verdict.warnings.append("deleting Pods that declare no controller: \(list)")
      } else {
        verdict.refusals.append(
          "cannot delete Pods that declare no controller (use --force to override): \(list)")
      }
    }
    if !local.isEmpty, !deletesLocalData {
      verdict.refusals.append(
        "cannot delete Pods with local storage (use --delete-emptydir-data to override): "
          + local.joined(separator: ", "))
    }
  }

  /// Pods that a kubelet runs from its own files cannot be moved.
  private func isMirror(_ pod: Pod) -> Bool {
    pod.metadata.annotations["kubernetes.io/config.mirror"] != nil
  }
}

/// Waits until the pods of a drained node are gone.
struct DrainWait: Waiting {
  private var pods: [(key: ObjectKey, uid: String)]
  private let node: String
  private let timeout: SimSpan
  private let done: String
  private var deadline: SimTime?

  init(pods: [(key: ObjectKey, uid: String)], node: String, timeout: SimSpan, done: String) {
    self.pods = pods
    self.node = node
    self.timeout = timeout
    self.done = done
  }

  mutating func look(at sight: Sight) -> Progress {
    let end = deadline ?? sight.now + (timeout > .zero ? timeout : .hours(24 * 365))
    deadline = end
    let gone = pods.filter { sight.state[$0.key]?.metadata.uid != $0.uid }
    pods.removeAll { pod in gone.contains { $0.key == pod.key } }
    let parts = gone.map { Part.line("pod/\($0.key.name) evicted") }
    if pods.isEmpty { return .end(parts + [.line(done)]) }
    guard sight.now >= end else { return .goOn(parts, next: end) }
    let error = "drain did not complete within \(timeout.goText)"
    let failure = Failure.plain(
      "error: unable to drain node \"\(node)\" due to error: \(error), continuing command...\n"
        + "There are pending nodes to be drained:\n \(node)\n\(error)")
    return .end(parts + [.failed(failure)], status: 1)
  }
}
