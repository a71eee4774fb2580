import Engine
import Nodes
import Objects
import Simulation
import Store

/// What happens to machines and to what runs on them.
extension RandomLife {
  mutating func pods(_ world: World) -> String {
    let team = team()
    let place = "-n \(team)"
    let names = world.state.keys(.pod, in: team).map(\.name)
    let pod = names.isEmpty ? "none" : pick(names)
    switch random.below(9) {
    case 0: return "kubectl run solo --image=nginx:1.27 \(place)"
    case 1: return "kubectl run once --image=busybox:1.36 --restart=Never \(place) -- sleep 30"
    case 2: return "kubectl delete pods -l app=\(app()) --force \(place)"
    case 3: return "kubectl delete pods --all --wait=false \(place)"
    case 4, 5: return "kubectl delete pod \(pod) --wait=false \(place)"
    case 6: return "kubectl label pod \(pod) round=\(random.below(9)) --overwrite \(place)"
    case 7: return "kubectl exec \(pod) \(place) -- sh -c 'echo hello > /tmp/hello'"
    default: return "fail container \(pod) \(place)"
    }
  }

  mutating func machines(_ world: World) -> String {
    let node = worker()
    switch random.below(12) {
    case 0, 1: return "kubectl cordon \(node)"
    case 2, 3: return "kubectl uncordon \(node)"
    case 4, 5:
      return "kubectl drain \(node) --ignore-daemonsets --force --delete-emptydir-data "
        + "--timeout=60s"
    case 6:
      noteTainted(node, true)
      let effect = pick(["NoExecute", "NoSchedule", "PreferNoSchedule"])
      return "kubectl taint node \(node) soak=yes:\(effect) --overwrite"
    case 7:
      noteTainted(node, false)
      return "kubectl taint node \(node) soak-"
    case 8: return "kubectl label node \(node) disk=\(pick(["fast", "slow"])) --overwrite"
    case 9: return "kubectl delete node \(node)"
    case 10:
      added += 1
      return "add node extra-\(added) --cpu 8 --memory 16Gi --zone zone-\(added % 3)"
    default:
      let spare = world.machines.names.filter {
        $0.hasPrefix("extra-") && !Self.hasVolumes($0, world.state)
      }
      return spare.isEmpty ? "kubectl get nodes" : "remove node \(pick(spare))"
    }
  }

  /// Whether a volume lies on a machine: without it some pods would never run again.
  private static func hasVolumes(_ node: String, _ state: ClusterState) -> Bool {
    state.all(PersistentVolume.self).contains { volume in
      (volume.spec.nodeAffinity?.required?.nodeSelectorTerms ?? []).contains { term in
        term.matchExpressions.contains { $0.values.contains(node) }
      }
    }
  }

  mutating func fault(_ world: World) -> String {
    let node = worker()
    let part = pick([
      "kube-scheduler", "kube-controller-manager", "kube-apiserver", "coredns",
    ])
    let what = pick([
      "node \(node)", "node \(node)", "kubelet \(node)", "kubelet \(node)", "runtime \(node)",
      "kube-proxy \(node)", "memory \(node)", "disk \(node)", "registry", "component \(part)",
      "component \(part)",
      nodeCount > 12 && chance(1, of: 4) ? "zone zone-1" : "node control-plane",
    ])
    noteBroken(what)
    return "fail \(what)"
  }
}
