import Engine
import Objects
import Simulation
import Store

/// Looks over everything there is at one moment and says what must not be, or must not stay.
struct Census {
  /// Something that is wrong once it has been so for longer than `patience`.
  struct Complaint {
    var text: String
    var patience: SimSpan

    init(_ text: String, after patience: SimSpan = .zero) {
      self.text = text
      self.patience = patience
    }
  }

  private let world: World
  private var state: ClusterState { world.state }
  private var uids: Set<String> = []
  private var namespaces: [String: Namespace] = [:]
  private(set) var complaints: [Complaint] = []

  init(of world: World) {
    self.world = world
    for namespace in world.state.all(Namespace.self) {
      namespaces[namespace.metadata.name] = namespace
    }
    for kind in Kind.allCases {
      for key in state.keys(kind) {
        if let object = state[key] { uids.insert(object.metadata.uid) }
      }
    }
    for kind in Kind.allCases {
      for key in state.keys(kind) where kind.isNamespaced { lookAtOwners(of: key) }
    }
    lookAtEvents()
    lookAtAddresses()
    lookAtEndpoints()
    lookAtServices()
    lookAtReplicas()
    lookAtDaemons()
    lookAtClaims()
    lookAtQuotas()
    lookAtPlaces()
    complaints += state.indexFaults.map { Complaint($0) }
  }

  /// Whether things in a namespace may be left unfinished: it is about to go.
  private func isGoing(_ namespace: String) -> Bool {
    namespaces[namespace]?.metadata.isDeleting ?? true
  }

  private mutating func lookAtOwners(of key: ObjectKey) {
    if namespaces[key.namespace] == nil {
      complaints.append(
        Complaint("\(key) is in namespace \(key.namespace), which is not there"))
    }
    // What has been told to go may wait long for that: its machine is down, or a finalizer is held.
    guard let metadata = state[key]?.metadata, !metadata.isDeleting else { return }
    for owner in metadata.ownerReferences where !uids.contains(owner.uid) {
      complaints.append(
        Complaint(
          "\(key) in \(key.namespace) is owned by \(owner.kind) \(owner.name), which is gone",
          after: .minutes(10)))
    }
  }

  private mutating func lookAtEvents() {
    for event in state.all(Event.self) {
      let times = [
        event.metadata.creationTimestamp, event.lastTimestamp, event.series?.lastObservedTime?.time,
      ]
      guard let newest = times.compactMap(\.self).max() else { continue }
      if world.now - newest > .minutes(65) {
        complaints.append(
          Complaint("\(event.key) is still there after \((world.now - newest).goText)"))
      }
    }
  }

  private mutating func lookAtAddresses() {
    var holders: [String: ObjectKey] = [:]
    for pod in state.all(Pod.self) where pod.spec.hostNetwork != true {
      guard let address = pod.status.podIP, !pod.hasEnded else { continue }
      if let other = holders[address] {
        complaints.append(
          Complaint(
            "\(pod.key) and \(other) in \(pod.metadata.namespace) both have \(address)",
            after: .minutes(10)))
      }
      holders[address] = pod.key
    }
  }

  private mutating func lookAtEndpoints() {
    for slice in state.all(EndpointSlice.self) where !isGoing(slice.metadata.namespace) {
      for endpoint in slice.endpoints where endpoint.conditions.ready ?? true {
        guard let target = endpoint.targetRef, target.kind == "Pod", let name = target.name else {
          continue
        }
        let pod = state.get(Pod.self, name, in: slice.metadata.namespace)
        let isRight =
          pod.map {
            $0.status.conditions.isTrue("Ready") && endpoint.addresses == [$0.status.podIP ?? ""]
          } ?? false
        if !isRight {
          complaints.append(
            Complaint("\(slice.key) sends to \(name), which is not ready", after: .minutes(10)))
        }
      }
    }
  }

  private mutating func lookAtServices() {
    var addresses: [String: ObjectKey] = [:]
    var ports: [Int: ObjectKey] = [:]
    for service in state.all(Service.self) {
      if let address = service.spec.clusterIP, address != "None", !address.isEmpty {
        if let other = addresses[address] {
          complaints.append(Complaint("\(service.key) and \(other) both have \(address)"))
        }
        addresses[address] = service.key
      }
      for port in service.spec.ports.compactMap(\.nodePort) {
        if let other = ports[port], other != service.key {
          complaints.append(Complaint("\(service.key) and \(other) both have port \(port)"))
        }
        ports[port] = service.key
      }
    }
  }

  private mutating func lookAtReplicas() {
    for set in state.all(ReplicaSet.self) {
      let isHindered =
        set.metadata.isDeleting || isGoing(set.metadata.namespace)
        || set.status.conditions.isTrue("ReplicaFailure")
      if !isHindered, set.status.replicas != set.spec.replicas ?? 1 {
        complaints.append(
          Complaint(
            "\(set.key) in \(set.metadata.namespace) does not come to its number of pods",
            after: .minutes(30)))
      }
    }
    for job in state.all(Job.self) {
      if let wanted = job.spec.completions, job.status.succeeded > wanted {
        complaints.append(Complaint("\(job.key) has succeeded \(job.status.succeeded) times"))
      }
    }
  }

  private mutating func lookAtDaemons() {
    for set in state.all(DaemonSet.self) {
      var places: Set<String> = []
      for pod in state.owned(by: set.metadata.uid, Pod.self)
      where !pod.hasEnded && !pod.metadata.isDeleting && !pod.spec.nodeName.isEmpty {
        if !places.insert(pod.spec.nodeName).inserted {
          complaints.append(
            Complaint("\(set.key) has two pods on \(pod.spec.nodeName)", after: .minutes(10)))
        }
      }
    }
  }

  private mutating func lookAtClaims() {
    for claim in state.all(PersistentVolumeClaim.self) where claim.status.phase == .bound {
      let volume = claim.spec.volumeName.flatMap { state.get(PersistentVolume.self, $0) }
      if volume?.spec.claimRef?.uid != claim.metadata.uid {
        complaints.append(
          Complaint("\(claim.key) is bound to what is not bound to it", after: .minutes(10)))
      }
    }
  }

  private mutating func lookAtQuotas() {
    for quota in state.all(ResourceQuota.self) where !isGoing(quota.metadata.namespace) {
      guard let used = quota.status.used["pods"] else { continue }
      let alive = state.all(Pod.self, in: quota.metadata.namespace).filter { !$0.hasEnded }
      // What is on its way out counts for as long as its grace lasts.
      let staying = alive.count { !$0.metadata.isDeleting }
      if !(staying...alive.count).contains(used.whole) {
        complaints.append(
          Complaint(
            "\(quota.key) in \(quota.metadata.namespace) does not count its pods rightly",
            after: .minutes(30)))
      }
    }
  }

  private mutating func lookAtPlaces() {
    for pod in state.all(Pod.self) where !pod.spec.nodeName.isEmpty {
      if state.node(pod.spec.nodeName) == nil {
        complaints.append(
          Complaint("\(pod.key) is on \(pod.spec.nodeName), which is gone", after: .minutes(30)))
      }
    }
  }
}
