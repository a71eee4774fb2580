import Engine
import Kubectl
import Objects
import Simulation
import Store
import Testing

@testable import Shell

/// Chance sessions: whatever is typed, what must hold holds.
@Suite struct WorldPropertyTests {
  /// Commands that together touch most of what can happen.
  private static let commands = [
    "kubectl create deployment a --image=nginx:1.27 --replicas=3",
    "kubectl create deployment b --image=redis:7 --replicas=2",
    "kubectl scale deployment a --replicas=9", "kubectl scale deployment a --replicas=1",
    "kubectl set image deployment/a nginx=nginx:1.28",
    "kubectl set image deployment/b redis=redis:99.9", "kubectl rollout undo deployment/a",
    "kubectl run solo --image=nginx:1.27", "kubectl delete pod solo --wait=false",
    "kubectl delete deployment b", "kubectl cordon worker-1", "kubectl uncordon worker-1",
    "kubectl taint node worker-2 k=v:NoExecute", "kubectl taint node worker-2 k-",
    "kubectl label pods --all seen=yes --overwrite", "kubectl expose deployment a --port=80",
    "kubectl delete service a", "fail node worker-3", "recover node worker-3",
    "fail kubelet worker-1", "recover kubelet worker-1", "advance 7s", "advance 1m", "advance 6m",
    "add node extra --cpu 1 --memory 1Gi", "remove node extra", "kubectl apply -f none.yaml",
    "kubectl drain worker-1 --force --ignore-daemonsets --timeout=10s",
    "kubectl delete pods --all --wait=false",
    "kubectl patch deployment a -p '{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":"
      + "\"nginx\",\"resources\":{\"requests\":{\"cpu\":\"900m\"}}}]}}}}'",
  ]

  private func session() -> Session { Session(.standard(), manner: .interactive, host: Host()) }

  /// Everything there is to see, as text.
  private func everything(_ session: Session) -> String {
    var copy = session
    let kinds =
      "nodes,pods,deployments,replicasets,services,endpointslices,configmaps,events,leases"
    return copy.reply(to: "kubectl get \(kinds) -A -o yaml").chunks.map(\.text).joined()
  }

  @Test(arguments: 0..<6)
  func whatMustHoldHolds(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var session = session()
    for _ in 0..<25 {
      let command = Self.commands[random.below(Self.commands.count)]
      let before = everything(session)
      let marks = session.timeline.past.count
      _ = session.reply(to: command)
      check(session.world, after: command)
      if session.timeline.past.count > marks, random.below(4) == 0 {
        let after = everything(session)
        _ = session.reply(to: "undo")
        #expect(everything(session) == before, "undo of \(command)")
        _ = session.reply(to: "redo")
        #expect(everything(session) == after, "redo of \(command)")
      }
    }
    checkBindings(session.world)
  }

  /// No node carries more than it has, and every ReplicaSet owns only pods it selects.
  private func check(_ world: World, after command: String) {
    for node in world.state.all(Node.self) {
      let pods = world.state.pods(on: node.metadata.name).filter {
        $0.status.phase != .succeeded && $0.status.phase != .failed
      }
      let cpu = pods.reduce(0) { sum, pod in
        sum + pod.spec.containers.reduce(0) { $0 + $1.resources.requests.cpuMillis }
      }
      #expect(cpu <= node.status.allocatable.cpuMillis, "\(node.metadata.name) after \(command)")
      #expect(pods.count <= node.status.allocatable["pods"]?.whole ?? 0)
    }
  }

  /// A pod's node never changes once it has one.
  private func checkBindings(_ world: World) {
    var nodes: [String: String] = [:]
    for change in world.history.changes() {
      guard let pod = change.after as? Pod, !pod.spec.nodeName.isEmpty else { continue }
      let known = nodes[pod.metadata.uid] ?? pod.spec.nodeName
      #expect(known == pod.spec.nodeName)
      nodes[pod.metadata.uid] = pod.spec.nodeName
    }
  }

  @Test func theSameSeedAndCommandsGiveTheSameBytes() {
    func run() -> String {
      var session = session()
      var text = ""
      for command in Self.commands {
        text += session.reply(to: command).chunks.map(\.text).joined()
      }
      return text + everything(session)
    }
    #expect(run() == run())
  }

  @Test func rewindingRestoresAnEarlierWorld() {
    var session = session()
    _ = session.reply(to: "kubectl create deployment a --image=nginx:1.27")
    _ = session.reply(to: "advance 30s")
    let then = everything(session)
    let moment = session.now
    _ = session.reply(to: "kubectl delete deployment a")
    _ = session.reply(to: "advance 10m")
    _ = session.reply(to: "rewind \(moment.clockText)")
    #expect(everything(session) == then)
  }
}
