import Engine
import Nodes
import Objects
import Store

/// What can be done to the machines of a world.
extension World {
  /// Puts a machine into the cluster and switches it on; its kubelet registers it, and runs
  /// `staticPods` without anybody's telling it to.
  public mutating func plugIn(
    _ hardware: Node, staticPods: [Pod] = []
  ) throws(Machines.Problem) {
    try change { machines, now, random throws(Machines.Problem) in
      try machines.plugIn(hardware, staticPods: staticPods, at: now, using: &random)
    }
    let server = ControlPlaneComponent.apiServer.rawValue
    if staticPods.contains(where: { $0.metadata.name == server }) {
      controlPlane.host = hardware.metadata.name
    }
  }

  /// Puts a pod's file into the folder that a machine's kubelet runs pods from.
  public mutating func addStaticPod(_ pod: Pod, to node: String) throws(Machines.Problem) {
    try change { machines, now, _ throws(Machines.Problem) in
      try machines.addStaticPod(pod, to: node, at: now)
    }
  }

  /// Takes the file of a static pod away.
  public mutating func removeStaticPod(
    _ name: String, from node: String
  ) throws(Machines.Problem) {
    try change { machines, now, _ throws(Machines.Problem) in
      try machines.removeStaticPod(name, from: node, at: now)
    }
  }

  /// Switches a machine off for good and takes its Node out of the cluster.
  public mutating func unplug(_ name: String) throws(Machines.Problem) {
    try change { machines, _, _ throws(Machines.Problem) in
      try machines.unplug(name)
      return []
    }
    // The Node may never have been registered, or be gone already.
    _ = try? submit(.delete(.node(name), .now), by: .system)
  }

  /// Gives a machine other amounts of what `resources` names.
  public mutating func resize(
    _ name: String, to resources: ResourceList
  ) throws(Machines.Problem) {
    try change { machines, now, _ throws(Machines.Problem) in
      try machines.resize(name, resources, at: now)
    }
  }

  public func hasMachine(_ name: String) -> Bool { machines.names.contains(name) }

  /// Cuts a machine's power, or brings it back.
  public mutating func setPower(of name: String, on isOn: Bool) throws(Machines.Problem) {
    try change { machines, now, random throws(Machines.Problem) in
      if isOn { return try machines.recoverNode(name, at: now, using: &random) }
      try machines.failNode(name)
      return []
    }
  }

  /// Cuts the power of all machines of a zone, or brings it back to those without.
  public mutating func setPower(ofZone zone: String, on isOn: Bool) throws(Machines.Problem) {
    let inside = machines.names(inZone: zone)
    guard !inside.isEmpty else { throw .noSuchZone(zone) }
    let affected = inside.filter { machines.isPoweredOn($0) != isOn }
    guard !affected.isEmpty else {
      throw isOn ? .notFailed("zone \(zone)") : .alreadyFailed("zone \(zone)")
    }
    for name in affected { try setPower(of: name, on: isOn) }
  }

  /// Stops or starts the program that leads Services' addresses to pods on a machine.
  public mutating func setProxy(of name: String, running isRunning: Bool) throws(Machines.Problem) {
    let knowledge = state
    try change { machines, now, _ throws(Machines.Problem) in
      try machines.setProxy(of: name, following: isRunning, knowledge, at: now)
    }
  }

  /// Stops or starts a machine's kubelet.
  public mutating func setKubelet(
    of name: String, running isRunning: Bool
  ) throws(Machines.Problem) {
    try change { machines, now, _ throws(Machines.Problem) in
      if isRunning { return try machines.recoverKubelet(name, at: now) }
      try machines.failKubelet(name)
      return []
    }
  }

  /// Stops or starts a machine's container runtime.
  public mutating func setRuntime(
    of name: String, running isRunning: Bool
  ) throws(Machines.Problem) {
    try change { machines, now, _ throws(Machines.Problem) in
      if isRunning { return try machines.recoverRuntime(name, at: now) }
      return try machines.failRuntime(name, at: now)
    }
  }

  /// Lets a machine run short of something, or have enough of it again.
  public mutating func setSupply(
    _ supply: NodeSupply, of name: String, isPlentiful: Bool
  ) throws(Machines.Problem) {
    try change { machines, now, _ throws(Machines.Problem) in
      try machines.setSupply(supply, of: name, isPlentiful: isPlentiful, at: now)
    }
  }

  /// Makes the registry that images come from answer, or not.
  public mutating func setRegistry(answering isAnswering: Bool) throws(Machines.Problem) {
    try change { machines, now, _ throws(Machines.Problem) in
      try machines.setRegistry(answering: isAnswering, at: now)
    }
  }

  /// Kills the main process of a container.
  public mutating func killContainer(
    _ container: String, of pod: Pod
  ) throws(Machines.Problem) {
    try change { machines, now, _ throws(Machines.Problem) in
      try machines.killContainer(container, of: pod, at: now)
    }
  }

  /// Does something to the machines and asks for what it calls for.
  mutating func change(
    _ body: (inout Machines, SimTime, inout SeededRandom) throws(Machines.Problem) ->
      Machines.Looks
  ) throws(Machines.Problem) {
    let looks = try body(&machines, now, &random)
    for look in looks { queue.add(.machines(look.key), at: max(look.at, now)) }
    lookAtControlPlane()
  }
}

/// What can be asked of the containers of a world.
extension World {
  /// Runs a command in a container. Time does not pass: the outcome says how long it took.
  public mutating func execute(
    _ words: [String], in container: String, of pod: Pod, stdin: String? = nil
  ) throws(Machines.AccessProblem) -> ExecOutcome {
    let outcome = try machines.execute(
      words, in: container, of: pod, stdin: stdin, state: state, at: now)
    for look in machines.takeOwedLooks() { queue.add(.machines(look.key), at: max(look.at, now)) }
    // It may have woken, started or ended something inside.
    queue.add(.machines(.pod(node: pod.spec.nodeName, pod: pod.key)), at: now)
    return outcome
  }
}
