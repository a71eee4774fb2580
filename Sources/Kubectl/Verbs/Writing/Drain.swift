import Engine
import Objects
import Store

/// `kubectl drain`: close a node and move its pods away.
struct Drain: Verb {
  static let name = "drain"
  static let summary = "Drain node in preparation for maintenance"
  static let usage = "drain NODE"
  static let takes = WordMeaning.nodes
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
  private let manner: DrainManner

  init(_ invocation: Invocation) throws(UsageError) {
    nodes = try NodeSelection(invocation)
    options = try WriteOptions(invocation)
    var labels = LabelSelector()
    do throws(LabelSelector.TextError) {
      labels = try LabelSelector(text: invocation["pod-selector"] ?? "")
    } catch {
      throw .error("--pod-selector=<pod_selector> must be a valid label selector")
    }
    let grace = invocation.integer("grace-period")
    let rules = DrainRules(
      ignoresDaemonSets: invocation.has("ignore-daemonsets"),
      deletesLocalData: invocation.has("delete-emptydir-data"), isForced: invocation.has("force"),
      labels: labels, skippedAfter: invocation.integer("skip-wait-for-delete-timeout"))
    manner = DrainManner(
      rules: rules, dryRun: options.dryRun, suffix: options.suffix,
      deletion: DeleteOptions(gracePeriodSeconds: grace < 0 ? nil : grace),
      evicts: !invocation.has("disable-eviction"), timeout: invocation.duration("timeout"))
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let found = try nodes.find(in: context)
    let drained = found.map { (name: $0.metadata.name, done: options.line($0, "drained")) }
    return .inOrder([
      .submit(found.map { $0.cordon(true, options) }),
      .wait(Draining(drained, manner: manner)),
    ])
  }
}

/// How pods are made to leave.
struct DrainManner: Sendable {
  var rules: DrainRules
  var dryRun: WriteOptions.DryRun
  /// ` (dry run)` and its like.
  var suffix: String
  var deletion: DeleteOptions
  /// Ask for evictions, which budgets may refuse, rather than delete.
  var evicts: Bool
  /// Zero waits as long as it takes.
  var timeout: SimSpan
}
