import Engine
import HashTreeCollections
import Objects
import Store

/// Programs that break on purpose, and the server that all kubelets need.
extension Machines {
  /// Whether a container of a pod runs right now, seen by nobody but the machine.
  public func isAtWork(_ container: String, of pod: ObjectKey, on node: String) -> Bool {
    guard let machine = machines[node], machine.isPoweredOn, let worker = machine.workers[pod]
    else { return false }
    return worker.isRunning(container) && worker.inside?.exit(of: container) == nil
  }

  /// Makes a program end and fail from now on: everywhere, or on one machine.
  public mutating func spoil(
    _ program: String, on node: String?, at now: SimTime
  ) throws(Problem) -> Looks {
    let places = try places(of: program, on: node)
    if let node {
      guard machines[node]?.spoiltPrograms.insert(program).inserted ?? false else {
        throw .alreadyFailed("\(program) on \(node)")
      }
    } else {
      guard spoiltPrograms.insert(program).inserted else { throw .alreadyFailed(program) }
    }
    for place in places {
      machines[place.node]?.workers[place.pod]?.crash(program, at: now)
    }
    return places.map { (.pod(node: $0.node, pod: $0.pod), now) }
  }

  /// Mends it; whoever waits to start it again does so at once.
  public mutating func mend(
    _ program: String, on node: String?, at now: SimTime
  ) throws(Problem) -> Looks {
    // Nothing may run it at the moment: its pods may be looking for another place.
    let places = (try? places(of: program, on: node)) ?? []
    if let node {
      if machines[node] == nil { throw .noSuchMachine(node) }
      guard machines[node]?.spoiltPrograms.remove(program) != nil else {
        throw .notFailed("\(program) on \(node)")
      }
    } else {
      guard spoiltPrograms.remove(program) != nil else { throw .notFailed(program) }
    }
    for place in places {
      machines[place.node]?.workers[place.pod]?.forgetFailures(of: program)
    }
    return places.map { (.pod(node: $0.node, pod: $0.pod), now) }
  }

  /// The pods that have a container of this name.
  private func places(
    of program: String, on node: String?
  ) throws(Problem) -> [(node: String, pod: ObjectKey)] {
    if let node, machines[node] == nil { throw .noSuchMachine(node) }
    let found = names.filter { node == nil || $0 == node }.flatMap { name in
      let workers = machines[name]?.workers ?? SharedTree()
      return workers.keys.sorted().filter { workers[$0]?.runs(program) ?? false }.map {
        (node: name, pod: $0)
      }
    }
    guard !found.isEmpty else { throw .nobodyRuns(node.map { "\(program) on \($0)" } ?? program) }
    return found
  }

  static let proxy = "kube-proxy"

  /// The proxy of a machine stops following the cluster, so that the rules it last made stay; or it
  /// catches up. Where a pod does its work, that pod fails.
  public mutating func setProxy(
    of node: String, following isFollowing: Bool, _ state: ClusterState, at now: SimTime
  ) throws(Problem) -> Looks {
    let program = Self.proxy
    guard let machine = machines[node] else { throw .noSuchMachine(node) }
    if machine.workers.values.contains(where: { $0.runs(program) }) {
      return isFollowing
        ? try mend(program, on: node, at: now) : try spoil(program, on: node, at: now)
    }
    guard (machine.staleServices == nil) != isFollowing else {
      throw isFollowing
        ? .notFailed("\(program) on \(node)") : .alreadyFailed("\(program) on \(node)")
    }
    machines[node]?.staleServices = isFollowing ? nil : state
    return []
  }

  /// The server answers again: every kubelet tells what it could not tell, within its next round.
  public mutating func serverIsBack(at now: SimTime) -> Looks {
    var looks: Looks = []
    for name in names {
      machines[name]?.lastStatusAt = nil
      looks.append((.kubelet(node: name), now + .seconds(1)))
      let pods = machines[name]?.workers.keys.sorted() ?? []
      looks += pods.map { (.pod(node: name, pod: $0), now + .seconds(1)) }
    }
    return looks
  }
}

extension PodWorker {
  func runs(_ container: String) -> Bool { containers.contains { $0.spec.name == container } }

  /// The main process of a container ends with an error of its own.
  mutating func crash(_ container: String, at now: SimTime) {
    guard isRunning(container) else { return }
    sandbox?.crash(container, at: now)
  }

  mutating func forgetFailures(of container: String) {
    for place in containers.indices where containers[place].spec.name == container {
      containers[place].forgetFailures()
    }
  }
}
