import Objects
import Testing

@testable import Scheduling

/// Pods that want to be near others, away from others, or spread evenly.
@Suite struct NeighbourTests {
  private static let host = "kubernetes.io/hostname"
  private static let zone = "topology.kubernetes.io/zone"
  private static let web: StringMap = ["app": "web"]
  private static let noFriend = "node(s) didn't match pod affinity rules"
  private static let keepAway = "node(s) didn't match pod anti-affinity rules"
  private static let unwelcome = "node(s) didn't satisfy existing pods anti-affinity rules"
  private static let uneven = "node(s) didn't match pod topology spread constraints"

  /// Two nodes in the east, one in the west; a web pod on the first.
  private static func lab() -> Lab {
    var lab = Lab(node("e1", in: "east"), node("e2", in: "east"), node("w1", in: "west"))
    lab.add(pod("x", labels: web), on: "e1")
    return lab
  }

  @Test func nearMeansTheSameValue() {
    let lab = Self.lab()
    let near = { (key: String) in pod("p") { $0.requireNear(term(Self.web, per: key)) } }
    #expect(
      lab.verdicts(about: near(Self.host))
        == ["e1: fits", "w1: \(Self.noFriend)", "e2: \(Self.noFriend)"])
    #expect(
      lab.verdicts(about: near(Self.zone)) == ["e1: fits", "w1: \(Self.noFriend)", "e2: fits"])
    #expect(lab.verdicts(about: near("rack")).allSatisfy { $0.hasSuffix(Self.noFriend) })
  }

  @Test func theFirstOfItsKindNeedsNobody() {
    let lab = Lab(node("a"))
    let friendly = pod("p", labels: Self.web) { $0.requireNear(term(Self.web, per: Self.host)) }
    #expect(lab.verdicts(about: friendly) == ["a: fits"])
    let stranger = pod("p") { $0.requireNear(term(Self.web, per: Self.host)) }
    #expect(lab.verdicts(about: stranger) == ["a: \(Self.noFriend)"])
  }

  @Test func awayHoldsBothWays() {
    var lab = Self.lab()
    let shy = pod("p") { $0.requireAway(term(Self.web, per: Self.zone)) }
    #expect(
      lab.verdicts(about: shy) == ["e1: \(Self.keepAway)", "w1: fits", "e2: \(Self.keepAway)"])
    lab.add(shy, on: "w1")
    let web = pod("q", labels: Self.web)
    #expect(lab.verdicts(about: web) == ["e1: fits", "w1: \(Self.unwelcome)", "e2: fits"])
  }

  @Test func namespacesAreOwnUnlessNamed() {
    var lab = Lab(node("a"))
    lab.add(pod("x", labels: Self.web) { $0.metadata.namespace = "other" }, on: "a")
    func shy(_ edit: (inout PodAffinityTerm) -> Void) -> Pod {
      var away = term(Self.web, per: Self.host)
      edit(&away)
      return pod("p") { $0.requireAway(away) }
    }
    let avoided = ["a: \(Self.keepAway)"]
    #expect(lab.verdicts(about: shy { _ in }) == ["a: fits"])
    #expect(lab.verdicts(about: shy { $0.namespaces = ["other"] }) == avoided)
    #expect(lab.verdicts(about: shy { $0.namespaceSelector = LabelSelector() }) == avoided)
    let byLabel = LabelSelector(matchLabels: ["team": "other"])
    #expect(lab.verdicts(about: shy { $0.namespaceSelector = byLabel }) == avoided)
  }

  @Test func skewIsCountedAfterThePod() {
    let lab = Self.lab()
    let even = pod("p", labels: Self.web) {
      $0.spec.topologySpreadConstraints = [spread(Self.web, over: Self.zone)]
    }
    #expect(lab.verdicts(about: even) == ["e1: \(Self.uneven)", "w1: fits", "e2: \(Self.uneven)"])
    // A pod that does not count itself may go where one is more than elsewhere.
    let other = pod("p") {
      $0.spec.topologySpreadConstraints = [spread(Self.web, over: Self.zone)]
    }
    #expect(lab.verdicts(about: other) == ["e1: fits", "w1: fits", "e2: fits"])
  }

  @Test func nodesWithoutTheLabelAreOut() {
    let lab = Lab(node("e1", in: "east"), node("lost"))
    let even = pod("p", labels: Self.web) {
      $0.spec.topologySpreadConstraints = [spread(Self.web, over: Self.zone)]
    }
    let reports = lab.decision(about: even).reports
    #expect(
      reports.map(\.verdict) == [
        .fits,
        .rejects(reasons: ["\(Self.uneven) (missing required label)"], isResolvable: false),
      ])
  }

  @Test func tooFewDomainsCountAsEmpty() {
    let lab = Self.lab()
    let even = pod("p", labels: Self.web) {
      var constraint = spread(Self.web, over: Self.zone)
      constraint.minDomains = 3
      $0.spec.topologySpreadConstraints = [constraint]
    }
    // Only two zones: the emptiest counts 0 anyway, so the west fits and the east does not.
    #expect(lab.verdicts(about: even) == ["e1: \(Self.uneven)", "w1: fits", "e2: \(Self.uneven)"])
  }

  /// Nodes that a selector rules out do not hold the others back.
  @Test func whoCannotBeUsedIsNotCounted() {
    let lab = Self.lab()
    let eastern = pod("p", labels: Self.web) {
      $0.spec.nodeSelector = [Self.zone: "east"]
      $0.spec.topologySpreadConstraints = [spread(Self.web, over: Self.zone)]
    }
    #expect(lab.verdicts(about: eastern).filter { $0.hasSuffix("fits") }.count == 2)
  }

  @Test func softSpreadScores() {
    let lab = Self.lab()
    let soft = pod("p", labels: Self.web) {
      $0.spec.topologySpreadConstraints = [spread(Self.web, over: Self.zone, .scheduleAnyway)]
    }
    // One pod in a zone: 1 · ln(2 + 2) ≈ 1 for the east, 0 for the west; doubled.
    #expect(lab.scores(.podTopologySpread, for: soft) == [0, 200, 0])
  }

  /// Pods of a ReplicaSet or a Service are spread softly without asking.
  @Test func systemDefaultsNeedAnOwner() {
    var lab = Self.lab()
    #expect(
      lab.scores(.podTopologySpread, for: pod("p", labels: Self.web)) == [nil, nil, nil])
    var service = Service()
    service.metadata = ObjectMeta(name: "web", namespace: "default")
    service.spec.selector = Self.web
    var port = ServicePort()
    port.port = 80
    service.spec.ports = [port]
    lab.add(service)
    // Host: ln(3 + 2) a pod, zone: ln(2 + 2) a pod, and 2 + 4 for the skews:
    // e1 3.0 + 6 = 9, e2 1.39 + 6 = 7, w1 6; so 100 · (9 + 6 − s) / 9, doubled.
    #expect(
      lab.scores(.podTopologySpread, for: pod("p", labels: Self.web)) == [132, 200, 176])
  }
}
