import Objects
import Store
import Testing

@testable import Scheduling

/// Who shuts which node out, and in which words.
@Suite struct FilterTests {
  struct Row: CustomTestStringConvertible {
    let testDescription: String
    let node: Node
    let pod: Pod
    let verdict: FilterVerdict

    init(_ what: String, _ node: Node, _ pod: Pod, _ reasons: String..., resolvable: Bool = false) {
      testDescription = what
      self.node = node
      self.pod = pod
      verdict =
        reasons.isEmpty ? .fits : .rejects(reasons: reasons, isResolvable: resolvable)
    }
  }

  static let gpu = Taint("gpu", .noSchedule, value: "yes")
  static let selectorReason = "node(s) didn't match Pod's node affinity/selector"

  static let rows: [Row] = [
    Row(
      "cordoned", node("n") { $0.spec.unschedulable = true }, pod("p"),
      "node(s) were unschedulable"),
    Row(
      "cordoned but tolerated", node("n") { $0.spec.unschedulable = true },
      pod("p") {
        $0.spec.tolerations = [toleration("node.kubernetes.io/unschedulable", .exists)]
      }),
    Row("tainted", node("n", taints: [gpu]), pod("p"), "node(s) had untolerated taint(s)"),
    Row(
      "taint tolerated by value", node("n", taints: [gpu]),
      pod("p") { $0.spec.tolerations = [toleration("gpu", .equal, "yes", .noSchedule)] }),
    Row(
      "toleration of another value", node("n", taints: [gpu]),
      pod("p") { $0.spec.tolerations = [toleration("gpu", .equal, "no")] },
      "node(s) had untolerated taint(s)"),
    Row(
      "soft taints shut nobody out", node("n", taints: [Taint("a", .preferNoSchedule)]), pod("p")),
    Row(
      "NoExecute shuts out too", node("n", taints: [Taint("a", .noExecute)]), pod("p"),
      "node(s) had untolerated taint(s)"),
    Row(
      "selector", node("n", labels: ["disk": "hdd"]),
      pod("p") { $0.spec.nodeSelector = ["disk": "ssd"] }, selectorReason),
    Row(
      "selector met", node("n", labels: ["disk": "ssd"]),
      pod("p") { $0.spec.nodeSelector = ["disk": "ssd"] }),
    Row(
      "affinity: one term of several is enough", node("n", labels: ["cores": "8"]),
      pod("p") { $0.requireNodes(nodes("disk", .exists), nodes("cores", .greaterThan, "4")) }),
    Row(
      "affinity: numbers compare as numbers", node("n", labels: ["cores": "10"]),
      pod("p") { $0.requireNodes(nodes("cores", .lessThan, "9")) }, selectorReason),
    Row(
      "affinity: an empty term matches nothing", node("n"),
      pod("p") { $0.requireNodes(NodeSelectorTerm()) }, selectorReason),
    Row(
      "affinity: another node by name", node("n"),
      pod("p") { $0.requireNodes(nodes(named: "m")) },
      "node(s) didn't satisfy plugin(s) [NodeAffinity]"),
    Row(
      "affinity: this node by name", node("n"),
      pod("p") { $0.requireNodes(nodes(named: "m"), nodes(named: "n")) }),
    Row("larger than the node", node("n"), pod("p", wants: "cpu=5"), "Insufficient cpu"),
    Row(
      "several resources", node("n"),
      pod("p", wants: "cpu=5 memory=9Gi ephemeral-storage=1Ti example.com/fpga=1"),
      "Insufficient cpu", "Insufficient memory", "Insufficient ephemeral-storage",
      "Insufficient example.com/fpga"),
    Row("exactly as large as the node", node("n"), pod("p", wants: "cpu=4 memory=8Gi")),
    Row(
      "no room for a pod at all", node("n", has: "pods=0"), pod("p"), "Too many pods",
      resolvable: true),
  ]

  @Test(arguments: rows) func verdict(_ row: Row) {
    let lab = Lab(row.node)
    #expect(lab.decision(about: row.pod).reports.map(\.verdict) == [row.verdict])
  }

  @Test func whatOthersTakeIsMissing() {
    var lab = Lab(node("n"))
    lab.add(pod("a", wants: "cpu=3"), on: "n")
    #expect(lab.verdicts(about: pod("p", wants: "cpu=1")) == ["n: fits"])
    #expect(lab.verdicts(about: pod("p", wants: "cpu=1001m")) == ["n: Insufficient cpu"])
    lab.finish("a")
    #expect(lab.verdicts(about: pod("p", wants: "cpu=4")) == ["n: fits"])
  }

  @Test func startUpStepsAndSidecarsCount() {
    let lab = Lab(node("n"))
    let staged = pod("p", wants: "cpu=1") {
      var sidecar = $0.spec.containers[0]
      sidecar.name = "side"
      sidecar.restartPolicy = .always
      var step = $0.spec.containers[0]
      step.name = "step"
      step.resources.requests = amounts("cpu=3500m")
      $0.spec.initContainers = [sidecar, step]
    }
    // The step runs beside the sidecar: 1 + 3.5; afterwards 1 + 1.
    #expect(PodFacts(staged).requests.cpuMillis == 4500)
    #expect(lab.verdicts(about: staged) == ["n: Insufficient cpu"])
  }

  @Test(arguments: [
    (nil, nil, false), ("10.0.0.1", nil, false), ("10.0.0.1", "10.0.0.2", true),
  ])
  func hostPorts(_ first: String?, _ second: String?, _ fits: Bool) {
    var lab = Lab(node("n"))
    lab.add(pod("a") { $0.hostPort(8080, address: first) }, on: "n")
    let verdicts = lab.verdicts(about: pod("p") { $0.hostPort(8080, address: second) })
    let clash = "n: node(s) didn't have free ports for the requested pod ports"
    #expect(verdicts == [fits ? "n: fits" : clash])
    #expect(lab.verdicts(about: pod("p") { $0.hostPort(8081) }) == ["n: fits"])
  }

  @Test func theFirstFilterThatObjectsSpeaks() {
    let lab = Lab(node("n", taints: [Self.gpu]) { $0.spec.unschedulable = true })
    #expect(lab.decision(about: pod("p", wants: "cpu=9")).reports[0].plugin == .nodeUnschedulable)
  }

  /// Real Kubernetes counts neither pods that have ended nor those of nodes that are not there.
  @Test func endedPodsLeaveTheirRoom() {
    var lab = Lab(node("n"))
    lab.add(pod("a", wants: "cpu=4"), on: "n")
    var ended = lab.pod("a")
    ended.status.phase = .succeeded
    lab.attempt(.updateStatus(ended))
    lab.add(pod("p", wants: "cpu=4"))
    lab.settle()
    #expect(lab.node(of: "p") == "n")
  }
}
