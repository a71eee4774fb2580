import Engine
import Kubectl
import Objects
import Simulation
import Store
import Testing

@testable import Shell

/// Kubelets that have nothing to tell make no rounds. Nobody can see a difference.
@Suite struct RestingKubeletTests {
  /// Everything that is to be seen, but for the numbers of writes, which events are named after:
  /// fewer are made.
  private static func everything(_ world: World) -> [String] {
    let state = world.state(showing: [.lease])
    let keys = Kind.allCases.flatMap { state.keys($0) }
    return keys.compactMap { state[$0] }.map { stored in
      var object = stored
      object.metadata.resourceVersion = 0
      if var event = object as? Event {
        event.metadata.name = ""
        event.involvedObject.resourceVersion = nil
        object = event
      }
      return "\(object.key): \(object.document)"
    }.sorted()
  }

  @Test(arguments: Array(stride(from: UInt64(0), to: 12, by: 6)))
  func whoRestsMissesNothing(first: UInt64) {
    var rests = 0
    for seed in first..<first + 6 {
      var resting = ChanceSession(seed: seed)
      var awake = ChanceSession(seed: seed)
      for _ in 0..<12 {
        awake.session.world.watchLeases(true)
        let command = awake.step()
        resting.step()
        let seen = Self.everything(resting.session.world)
        let difference = Self.everything(awake.session.world).difference(from: seen)
        #expect(difference.isEmpty, "seed \(seed), after \(command): \(resting.commands)")
        guard difference.isEmpty else { break }
      }
      let revisions = [resting, awake].map(\.session.world.state.revision)
      rests += revisions[0] < revisions[1] ? 1 : 0
    }
    // Not every session is long enough for a kubelet to come to rest.
    #expect(rests >= 3)
  }

  private static func renewal(_ session: inout Session, of node: String) -> String {
    session.reply(
      to: "kubectl get lease \(node) -n kube-node-lease -o jsonpath={.spec.renewTime}"
    ).text
  }

  private static func described(_ session: inout Session, _ node: String) -> Substring? {
    session.reply(to: "kubectl describe node \(node)").text.split(separator: "\n").first {
      $0.contains("RenewTime:")
    }
  }

  /// A cluster of the user's own, without the pods of the system.
  private static func bareCluster() -> Session {
    let nodes = ["a", "b", "c"].map { NodePlan(name: $0).node }
    return Session(ClusterStart(nodes: nodes), manner: .script, host: Host())
  }

  @Test func aLeaseIsRenewedEveryTenSecondsForWhoeverLooks() {
    var session = Self.bareCluster()
    _ = session.reply(to: "advance 10m")
    let written = session.world.history.revision
    for _ in 0..<6 {
      let (before, told) = (Self.renewal(&session, of: "b"), Self.described(&session, "b"))
      _ = session.reply(to: "advance 10s")
      #expect(before < Self.renewal(&session, of: "b"))
      #expect(told != nil && told != Self.described(&session, "b"))
    }
    #expect(session.world.history.revision == written)
  }

  @Test func whoWatchesLeasesSeesEveryRenewal() {
    var session = Self.bareCluster()
    _ = session.reply(to: "advance 10m")
    let seen = session.reply(
      to: "timeout 65 kubectl get leases -n kube-node-lease -w --no-headers"
    ).text
    // Three that are there, and six or seven renewals of each.
    #expect((21...24).contains(seen.split(separator: "\n").count), "\(seen)")
    // Then they rest again.
    _ = session.reply(to: "advance 1m")
    let written = session.world.history.revision
    _ = session.reply(to: "advance 1m")
    #expect(session.world.history.revision == written)
  }

  @Test func whoFallsSilentIsNoticedInTime() {
    var session = Self.bareCluster()
    _ = session.reply(to: "advance 13m7s")
    _ = session.reply(to: "fail kubelet b")
    let last = Self.renewal(&session, of: "b")
    _ = session.reply(to: "advance 39s")
    let ready = "kubectl get node b -o jsonpath='{.status.conditions[?(@.type==\"Ready\")].status}'"
    #expect(session.reply(to: ready).text == "True")
    _ = session.reply(to: "advance 16s")
    #expect(session.reply(to: ready).text == "Unknown")
    #expect(Self.renewal(&session, of: "b") == last)
  }

  @Test func aLeaseThatIsTakenAwayComesBackBeforeAnybodyWorries() {
    var session = Self.bareCluster()
    _ = session.reply(to: "advance 8m3s")
    let since =
      #"kubectl get node b -o jsonpath='{.status.conditions[?(@.type=="Ready")].lastTransitionTime}'"#
    let ready = session.reply(to: since).text
    _ = session.reply(to: "kubectl delete lease b -n kube-node-lease; advance 15s")
    #expect(ready.hasSuffix("Z") && session.reply(to: since).text == ready)
    #expect(Self.renewal(&session, of: "b").hasSuffix("Z"))
  }

  @Test func aRenewalInTheFutureIsNotWaitedFor() {
    var session = Self.bareCluster()
    let patch = #"kubectl patch lease b -n kube-node-lease --type merge -p '{"spec":"#
    for year in [2099, 2098] {
      _ = session.reply(to: patch + #"{"renewTime":"\#(year)-01-01T00:00:00.000000Z"}}'"#)
    }
    _ = session.reply(to: "advance 30s; fail kubelet b; advance 90s")
    #expect(session.reply(to: "kubectl get node b").text.contains("NotReady"))
  }
}
