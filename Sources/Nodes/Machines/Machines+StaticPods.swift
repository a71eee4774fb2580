import Engine
import HashTreeCollections
import Objects
import Store

/// Files in the folder of a machine that its kubelet runs pods from.
extension Machines {
  /// Puts a pod's file there, in place of one of the same name: that pod is ended first.
  public mutating func addStaticPod(
    _ file: Pod, to node: String, at now: SimTime
  ) throws(Problem) -> Looks {
    guard let machine = machines[node] else { throw .noSuchMachine(node) }
    let mirror = StaticPod.mirror(of: file, on: node)
    let known = machine.staticPods.firstIndex { $0.key == mirror.key }
    if let known {
      guard machine.staticPods[known] != mirror else { return [] }
      machines[node]?.staticPods[known] = mirror
    } else {
      machines[node]?.staticPods.append(mirror)
    }
    return [(.pod(node: node, pod: mirror.key), now), (.kubelet(node: node), now)]
  }

  /// Takes a file away: its pod is ended, and what the cluster shows of it goes too.
  public mutating func removeStaticPod(
    _ name: String, from node: String, at now: SimTime
  ) throws(Problem) -> Looks {
    guard let machine = machines[node] else { throw .noSuchMachine(node) }
    let names = [name, "\(name)-\(node)"]
    guard let place = machine.staticPods.firstIndex(where: { names.contains($0.metadata.name) })
    else { throw .nobodyRuns("\(name) on \(node)") }
    let key = machine.staticPods[place].key
    machines[node]?.staticPods.remove(at: place)
    return [(.pod(node: node, pod: key), now)]
  }
}
