import Engine
import HashTreeCollections
import Objects
import Store

/// The part of a kubelet that ends pods before its machine runs out of something.
struct EvictionManager {
  let state: ClusterState
  let now: SimTime

  /// One look: takes note of what is short, and evicts at most one pod.
  func round(_ machine: inout Machine) -> [Reaction<Machines.Key>] {
    guard machine.hasNewUsage || !machine.pressure.isIdle else { return [] }
    machine.hasNewUsage = false
    var reactions: [Reaction<Machines.Key>] = []
    for supply in NodeSupply.allCases {
      var found = MachineSupply(supply, of: machine, at: now)
      machine.pressure.note(supply, isShort: found.isShort, at: now)
      guard found.isShort, reactions.isEmpty else { continue }
      reactions.append(threshold(of: supply, machine))
      if supply == .disk, removeUnusedImages(from: &machine) {
        // What nobody uses goes first.
        found = MachineSupply(supply, of: machine, at: now)
        guard found.isShort else { continue }
      }
      reactions += evictOne(found, from: &machine)
    }
    return reactions
  }

  private func threshold(of supply: NodeSupply, _ machine: Machine) -> Reaction<Machines.Key> {
    var subject = ObjectReference()
    subject.kind = Kind.node.rawValue
    subject.name = machine.name
    return .submit(
      .record(
        EventNote(
          .warning, "EvictionThresholdMet", "Attempting to reclaim \(supply.resource)",
          about: subject)))
  }

  private func removeUnusedImages(from machine: inout Machine) -> Bool {
    let used = Set(
      machine.workers.values.flatMap { $0.containers.map { ImageName($0.image).fullName } })
    let unused = machine.images.keys.filter { !used.contains($0) }
    for name in unused { machine.images[name] = nil }
    return !unused.isEmpty
  }

  // MARK: - Victims

  private struct Candidate {
    let pod: Pod
    let used: Int
    let requested: Int

    /// Who takes more than it asked for goes first, then who matters less, then who takes most.
    var rank: (Int, Int, Int) {
      (used > requested ? 0 : 1, pod.spec.priority ?? 0, requested - used)
    }
  }

  private func evictOne(
    _ supply: MachineSupply, from machine: inout Machine
  ) -> [Reaction<Machines.Key>] {
    let uses = SupplyUses(supply.supply, on: machine, at: now)
    let candidates = state.pods(on: machine.name).filter { pod in
      !Self.isCritical(pod)
        && machine.workers[pod.key].map { $0.failure == nil && $0.hasSandbox } ?? false
        && !pod.metadata.isDeleting
    }.map { pod in
      Candidate(
        pod: pod,
        used: uses.bytes(of: pod.key),
        requested: pod.spec.containers.reduce(0) {
          $0.addingClamped($1.resources.requests[supply.supply.resource]?.whole ?? 0)
        })
    }
    guard let victim = candidates.min(by: { $0.rank < $1.rank })?.pod else { return [] }
    let message = message(to: victim, supply, uses)
    machine.workers[victim.key]?.evict(message)
    return [
      .submit(.record(EventNote(.warning, "Evicted", message, about: victim))),
      .look(.pod(node: machine.name, pod: victim.key), at: now),
    ]
  }

  /// Pods of the system that nothing may push out.
  static func isCritical(_ pod: Pod) -> Bool {
    pod.metadata.annotations["kubernetes.io/config.mirror"] != nil
      || (pod.spec.priority ?? 0) >= 2_000_000_000
  }

  private func message(to pod: Pod, _ supply: MachineSupply, _ uses: SupplyUses) -> String {
    let resource = supply.supply.resource
    var message =
      "The node was low on resource: \(resource). Threshold quantity: "
      + "\(Self.text(supply.threshold)), available: \(Self.text(supply.available)). "
    for container in pod.spec.containers {
      let request = container.resources.requests[resource]
      guard let bytes = uses.bytes(of: container.name, in: pod.key), bytes > request?.whole ?? 0
      else { continue }
      message +=
        "Container \(container.name) was using \(Self.text(bytes)), request is "
        + "\(request?.text ?? "0"), has larger consumption of \(resource). "
    }
    return message
  }

  /// `100Mi`, `61380Ki`: whole kibibytes are what is measured.
  private static func text(_ bytes: Int) -> String {
    Quantity(max(0, bytes) & ~1023, format: .binary).text
  }
}

extension PodWorker {
  /// Whether the pod was ended and nothing of it runs any more: then its files go, too.
  var isCleanedUp: Bool {
    failure != nil && sandbox?.containers.values.allSatisfy { $0.exit != nil } ?? true
  }

  /// Ends all containers within a second, for good.
  mutating func evict(_ message: String) {
    failure = ("Evicted", message)
    eviction = message
  }
}
