import Engine
import Kubectl
import Objects
import Scheduling
import Simulation
import Store

/// What the scheduler thought of every node when it looked for one for a pod.
struct SchedulingAccount {
  private let explanation: SchedulingExplanation
  /// The node the pod went to; nil while it waits.
  let chosen: String?
  /// The node where it only waits for its volumes; nil when it has no place yet.
  private(set) var reserved: String?
  /// What the cluster was like then.
  private let state: ClusterState
  private let pod: Pod

  /// How the pod fares now.
  init(of pod: Pod, in world: World) {
    self.pod = pod
    state = world.state
    chosen = nil
    explanation = world.scheduler.explanation(of: pod, in: world.state)
    reserved = world.scheduler.node(reservedFor: pod.key)
  }

  /// How a pod came to its node: nil when the change did not bind it, nobody chose, or what the
  /// cluster was like is forgotten.
  init?(of change: Change, in timeline: Timeline) {
    guard change.actor == .scheduler, let pod = change.after as? Pod, !pod.spec.nodeName.isEmpty,
      let then = timeline.hindsight(before: change.revision)
    else { return nil }
    self.pod = pod
    state = then.state
    chosen = pod.spec.nodeName
    explanation = then.scheduler.explanation(
      of: then.state.pod(change.key) ?? pod, in: then.state)
  }

  var decision: Decision { explanation.decision }

  // MARK: - Text

  /// A table: what shut a node out, or what it scored.
  var lines: [String] {
    if let refusal = decision.refusal { return [refusal] }
    let reports = decision.reports.sorted { rank($0) < rank($1) }
    let width = reports.map(\.node.count).max() ?? 0
    let shown = reports.prefix(Self.mostNodes)
    var lines = shown.flatMap { report in
      let node = report.node + String(repeating: " ", count: width - report.node.count)
      let mark = report.node == chosen ? "  ← chosen" : ""
      switch report.verdict {
      case .rejects(let reasons, _):
        let plugin = report.plugin.map { " (\($0.rawValue))" } ?? ""
        let detail = Obstacle(report, pod: pod, in: state).text.map { ["      \($0)"] } ?? []
        return ["\(node)  no: \(reasons.joined(separator: ", "))\(plugin)"] + detail
      case .fits:
        let total = report.scores.isEmpty ? "fits" : "scores \(report.total)"
        return ["\(node)  \(total)\(mark)"]
      }
    }
    let rest = reports.count - shown.count
    if rest > 0 { lines.append("and \(rest) more; why pod/NAME --node NODE tells of each") }
    lines += ScoreTable(of: reports.filter { !$0.scores.isEmpty }).lines
    return lines + preemptionLines
  }

  /// What would come of pushing other pods out.
  private var preemptionLines: [String] {
    switch explanation.preemption {
    case .victims(let victims, let node):
      [
        "Preemption: " + victims.map { "\($0)" }.joined(separator: ", ")
          + " would have to go from \(node)"
      ]
    case .useless, nil: []
    }
  }

  private static let mostNodes = 12

  /// The chosen one first, then the best, then by name.
  private func rank(_ report: Decision.NodeReport) -> (Int, Int, String) {
    (report.node == chosen ? 0 : report.verdict == .fits ? 1 : 2, -report.total, report.node)
  }

  /// The claims of the pod that have no volume yet, each with how far it is.
  var unboundClaims: [String] {
    pod.spec.volumes.compactMap { $0.claimName(in: pod) }.compactMap { name in
      let claim = state.get(PersistentVolumeClaim.self, name, in: pod.metadata.namespace)
      if claim?.isBound ?? false { return nil }
      return "persistentvolumeclaim/\(name): \(claim?.status.phase?.rawValue ?? "not there")"
    }
  }

  // MARK: - One node

  /// Why a pod is not, or is, on this node.
  func lines(about node: String) -> [String] {
    guard let report = decision.reports.first(where: { $0.node == node }) else {
      return ["\(node) was not looked at: enough others fitted"]
    }
    switch report.verdict {
    case .rejects(let reasons, let isResolvable):
      let plugin = report.plugin.map { " (\($0.rawValue))" } ?? ""
      var lines = ["\(node) was no choice\(plugin): \(reasons.joined(separator: ", "))"]
      if let detail = Obstacle(report, pod: pod, in: state).text { lines.append("  \(detail)") }
      if !isResolvable { lines.append("  Fewer pods on it would not change that.") }
      return lines
    case .fits:
      let winner = decision.reports.first { $0.node == (chosen ?? decision.node) }
      let rivals = [report] + [winner].compactMap(\.self).filter { $0.node != node }
      let total = report.scores.isEmpty ? "" : " with \(report.total) points"
      let word = node == chosen ? "was chosen" : "would have done"
      var lines = ["\(node) \(word)\(total)"]
      if let winner, winner.node != node {
        lines.append("\(winner.node) was better with \(winner.total)")
      }
      return lines + ScoreTable(of: rivals.filter { !$0.scores.isEmpty }).lines
    }
  }

  // MARK: - For programs

  var document: APIValue {
    var document: APIValue = ["nodes": .array(decision.reports.map(Self.document))]
    if let chosen { document["chosen"] = .string(chosen) }
    if decision.node == nil { document["message"] = .string(decision.failureMessage) }
    switch explanation.preemption {
    case .victims(let victims, let node):
      document["preemption"] = [
        "node": .string(node), "victims": .array(victims.map { .string("\($0)") }),
      ]
    case .useless(let why): document["preemption"] = ["message": .string(why)]
    case nil: break
    }
    return document
  }

  /// What is known of one node; null when it was not looked at.
  func document(of node: String) -> APIValue {
    decision.reports.first { $0.node == node }.map(Self.document) ?? .null
  }

  private static func document(_ report: Decision.NodeReport) -> APIValue {
    var document: APIValue = ["node": .string(report.node)]
    switch report.verdict {
    case .rejects(let reasons, let isResolvable):
      document["fits"] = .bool(false)
      document["plugin"] = report.plugin.map { .string($0.rawValue) }
      document["reasons"] = .array(reasons.map { .string($0) })
      document["fewerPodsWouldHelp"] = .bool(isResolvable)
    case .fits:
      document["fits"] = .bool(true)
      document["total"] = .integer(Int64(report.total))
      document["scores"] = .array(
        report.scores.map {
          [
            "plugin": .string($0.plugin.rawValue),
            "raw": $0.raw.map { .integer(Int64($0)) } ?? .null,
            "normalised": .integer(Int64($0.normalised)), "weight": .integer(Int64($0.weight)),
            "weighted": .integer(Int64($0.weighted)),
          ]
        })
    }
    return document
  }
}
