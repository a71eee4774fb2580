import Objects
import Testing

@testable import Scheduling

/// What each plugin gives, in the reference's own numbers.
@Suite struct ScoreTests {
  private static let small = "cpu=500m memory=256Mi"

  @Test func workedExample() {
    let lab = Lab(node("a"), node("b"), node("c"))
    let asked = pod("p", wants: Self.small)
    #expect(lab.scores(.nodeResourcesFit, for: asked) == [91, 91, 91])
    #expect(lab.scores(.nodeResourcesBalancedAllocation, for: asked) == [72, 72, 72])
    #expect(lab.scores(.taintToleration, for: asked) == [300, 300, 300])
    #expect(lab.decision(about: asked).reports.map(\.total) == [463, 463, 463])
    #expect(lab.decision(about: asked).node == "a")
  }

  @Test func oneFeasibleNodeIsNotScored() {
    let lab = Lab(node("a"), node("b") { $0.spec.unschedulable = true })
    let decision = lab.decision(about: pod("p", wants: Self.small))
    #expect(decision.node == "a")
    #expect(decision.reports.allSatisfy { $0.scores.isEmpty })
  }

  /// Containers that ask for nothing weigh 100m and 200Mi, so that they do not pile up.
  @Test func modestPodsStillWeigh() {
    var lab = Lab(node("a"), node("b"))
    lab.add(pod("x"), on: "a")
    // a: (4000 − 200) · 100 / 4000 = 95 and (8192 − 400) · 100 / 8192 = 95; b: 97 and 97.
    #expect(lab.scores(.nodeResourcesFit, for: pod("p")) == [95, 97])
    #expect(lab.scores(.nodeResourcesBalancedAllocation, for: pod("p")) == [nil, nil])
    #expect(PodFacts(pod("p", wants: "cpu=0")).assumedCPUMillis == 0)
  }

  @Test(arguments: [
    (0, 0, 100), (500, 256, 95), (2000, 4096, 100), (4000, 0, 50), (8000, 0, 50),
  ])
  func balance(_ cpu: Int, _ mebibytes: Int, _ expected: Int) {
    let facts = NodeFacts(node("n"))
    #expect(BalancedAllocation.balance((cpu, mebibytes << 20), on: facts) == expected)
  }

  @Test func softTaints() {
    let soft = { Taint($0, .preferNoSchedule) }
    let lab = Lab(
      node("a", taints: [soft("x"), soft("y")]), node("b", taints: [soft("x")]), node("c"))
    #expect(lab.scores(.taintToleration, for: pod("p")) == [0, 150, 300])
    let patient = pod("p") { $0.spec.tolerations = [toleration("y", .exists)] }
    #expect(lab.scores(.taintToleration, for: patient) == [0, 0, 300])
  }

  @Test func preferredNodes() {
    let lab = Lab(
      node("a", labels: ["disk": "ssd"]), node("b", labels: ["disk": "ssd", "fast": "yes"]),
      node("c"))
    let choosy = pod("p") {
      $0.preferNodes(nodes("disk", .isIn, "ssd"), weight: 20)
      $0.preferNodes(nodes("fast", .exists), weight: 40)
    }
    // 20 of 60, 60 of 60, 0 of 60, in whole percent, twice.
    #expect(lab.scores(.nodeAffinity, for: choosy) == [66, 200, 0])
    #expect(lab.scores(.nodeAffinity, for: pod("p")) == [nil, nil, nil])
  }

  @Test func images() {
    let mebibyte = 1 << 20
    let holder = node("a") {
      var image = ContainerImage()
      image.names = ["registry.k8s.io/pause:3.10"]
      image.sizeBytes = 1000 * mebibyte
      $0.status.images = [image]
    }
    let lab = Lab(holder, node("b"))
    // Half of the nodes have it: 500 of 1000Mi, less 23 on both sides.
    #expect(lab.scores(.imageLocality, for: pod("p")) == [100 * 477 / 977, 0])
    #expect(ImageLocality.withTag("nginx") == "nginx:latest")
    #expect(ImageLocality.withTag("host:5000/nginx") == "host:5000/nginx:latest")
    #expect(ImageLocality.withTag("nginx:1.27") == "nginx:1.27")
  }

  @Test func neighboursLikeAndDislike() {
    var lab = Lab(node("a"), node("b"), node("c"))
    let host = "kubernetes.io/hostname"
    lab.add(pod("x", labels: ["app": "web"]), on: "a")
    lab.add(pod("y", labels: ["app": "web"]), on: "b")
    lab.add(pod("z", labels: ["app": "web"]), on: "b")
    let fond = pod("p") { $0.preferNear(term(["app": "web"], per: host), weight: 10) }
    // 10, 20 and 0, from least to most, twice.
    #expect(lab.scores(.interPodAffinity, for: fond) == [100, 200, 0])
  }

  /// A pod that must be near this one counts 1 for it, even if this one does not care.
  @Test func thoseWhoNeedYouPull() {
    var lab = Lab(node("a"), node("b"))
    let host = "kubernetes.io/hostname"
    lab.add(
      pod("x", labels: ["app": "web"]) { $0.requireNear(term(["app": "web"], per: host)) }, on: "b")
    #expect(lab.scores(.interPodAffinity, for: pod("p", labels: ["app": "web"])) == [0, 200])
    #expect(lab.scores(.interPodAffinity, for: pod("p")) == [nil, nil])
  }

  @Test(
    arguments: [
      ([], nil), ([5], 0), ([5, 5, 5], 0), ([1, 5, 5], 1), ([5, 1, 5], 0), ([1, 1, 5, 5], 3),
      ([1, 2, 3], 2), ([1, 1, 5, 4, 5], 4),
    ] as [([Int], Int?)])
  func equalTotalsGoToTheTopOfTheHeap(_ totals: [Int], _ top: Int?) {
    #expect(Decision.top(of: totals) == top)
  }

  @Test(arguments: [
    (1, 1), (99, 99), (100, 100), (500, 230), (1000, 420), (5000, 500), (6000, 300),
  ])
  func enoughNodes(_ nodes: Int, _ enough: Int) {
    #expect(Decision.enough(of: nodes) == enough)
  }

  @Test func zonesTakeTurnsInTheOrderOfNodes() {
    let lab = Lab(
      node("a1", in: "a"), node("a2", in: "a"), node("b1", in: "b"), node("a3", in: "a"))
    #expect(lab.decision(about: pod("p")).reports.map(\.node) == ["a1", "b1", "a2", "a3"])
  }
}
