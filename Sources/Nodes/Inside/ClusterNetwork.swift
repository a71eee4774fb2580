import Engine
import HashTreeCollections
import Objects
import Store

/// What a process of one pod can reach beyond it: other pods, Services, names.
public struct ClusterNetwork: Sendable {
  /// A request that went to another pod: it is told to that pod afterwards, so that its log has it.
  struct Visit: Sendable {
    var pod: ObjectKey
    var port: Int
    var request: NetworkRequest
    var source: String
  }

  private let machines: Machines
  private let state: ClusterState
  /// The machine that is being worked on, which is not among `machines` meanwhile.
  private let machine: Machine?
  private(set) var visits: [Visit] = []

  init(machines: Machines, state: ClusterState, machine: Machine?) {
    self.machines = machines
    self.state = state
    self.machine = machine
  }

  /// Asks `port` of an address from another pod of the cluster.
  mutating func ask(
    _ address: String, port: Int, _ request: NetworkRequest, from source: String, at now: SimTime
  ) -> NetworkAnswer {
    if let service = service(at: address) {
      guard let target = target(of: service, port: port, from: source, at: now) else {
        return service.spec.ports.contains { $0.port == port } ? .refused : .timedOut
      }
      return ask(target.address, port: target.port, request, from: source, at: now)
    }
    if let inner = machineEndpoint(of: address, port: port, from: source, at: now) {
      return ask(inner.address, port: inner.port, request, from: source, at: now)
    }
    guard let (key, worker) = worker(at: address), var sandbox = worker.sandbox else {
      return isMachine(address) ? .refused : .timedOut
    }
    visits.append(Visit(pod: key, port: port, request: request, source: source))
    return sandbox.ask(port: port, request, from: source, at: now)
  }

  /// Where a Service's address, or a published port of a machine, leads; nil when it is none of
  /// these, or leads nowhere.
  func endpoint(of address: String, port: Int, from source: String, at now: SimTime) -> (
    address: String, port: Int
  )? {
    if let service = service(at: address) {
      return target(of: service, port: port, from: source, at: now)
    }
    return machineEndpoint(of: address, port: port, from: source, at: now)
  }

  private func isMachine(_ address: String) -> Bool {
    machine?.address == address || machines.machines.values.contains { $0.address == address }
  }

  /// A pod's `hostPort`, or a Service's `nodePort`, at the address of a machine.
  private func machineEndpoint(of address: String, port: Int, from source: String, at now: SimTime)
    -> (
      address: String, port: Int
    )?
  {
    let all = [machine].compactMap(\.self) + machines.machines.values
    guard let node = all.first(where: { $0.address == address && $0.isPoweredOn }) else {
      return nil
    }
    for pod in state.pods(on: node.name) where pod.spec.hostNetwork != true {
      for published in pod.spec.containers.flatMap(\.ports) where published.hostPort == port {
        if let inner = pod.status.podIP { return (inner, published.containerPort) }
      }
    }
    for service in services.all(Service.self) {
      if let published = service.spec.ports.first(where: { $0.nodePort == port }) {
        return target(of: service, port: published.port, from: source, at: now)
      }
    }
    return nil
  }

  /// Whether another pod of the machine that uses its network listens on a port.
  func isHostPortTaken(_ port: Int) -> Bool {
    guard let machine else { return false }
    return machine.workers.values.contains { worker in
      guard let sandbox = worker.sandbox, sandbox.usesHostNetwork else { return false }
      return sandbox.listeners.contains { $0.port == port }
    }
  }

  /// Whether something answers to pings at an address.
  func isThere(_ address: String) -> Bool { worker(at: address)?.1.sandbox != nil }

  /// The address of a name, as the cluster's DNS knows it; nil without a DNS server or an answer.
  func resolve(_ name: String, from namespace: String) -> String? {
    guard hasDNS else { return nil }
    var parts = name.split(separator: ".").map(String.init)
    if parts.count >= 3, parts[2] == "svc" { parts = Array(parts.prefix(2)) }
    guard let service = parts.first, parts.count <= 2 else { return nil }
    let found = state.get(Service.self, service, in: parts.count == 2 ? parts[1] : namespace)
    guard let found, found.spec.clusterIP == "None" else { return found?.spec.clusterIP }
    // A headless Service's name leads straight to its pods.
    return state.all(EndpointSlice.self, in: found.metadata.namespace).filter {
      $0.metadata.labels["kubernetes.io/service-name"] == service
    }.flatMap(\.endpoints).first { $0.conditions.ready ?? true }?.addresses.first
  }

  /// A cluster has a DNS server when its Service leads to one.
  var hasDNS: Bool {
    guard let service = services.get(Service.self, "kube-dns", in: "kube-system") else {
      return false
    }
    return target(of: service, port: 53, from: "", at: SimTime(milliseconds: 0)) != nil
  }

  /// What the proxy of the machine at work knows of Services: while it is down, what it knew last.
  private var services: ClusterState { machine?.staleServices ?? state }

  private func service(at address: String) -> Service? {
    guard address.hasPrefix("10.9") || address.hasPrefix("10.10") || address.hasPrefix("10.11")
    else { return nil }
    return services.all(Service.self).first { $0.spec.clusterIP == address }
  }

  /// One of the Service's endpoints: ready ones, or those that are ending when there is no other.
  private func target(
    of service: Service, port: Int, from source: String, at now: SimTime
  ) -> (address: String, port: Int)? {
    guard let wanted = service.spec.ports.first(where: { $0.port == port }) else { return nil }
    let slices = services.all(EndpointSlice.self, in: service.metadata.namespace).filter {
      $0.metadata.labels["kubernetes.io/service-name"] == service.metadata.name
    }
    for slice in slices {
      let ready = slice.endpoints.filter { $0.conditions.ready ?? true }
      let ending = slice.endpoints.filter {
        $0.conditions.serving == true && $0.conditions.terminating == true
      }
      let usable = ready.isEmpty ? ending : ready
      let number = slice.ports.first { ($0.name ?? "") == (wanted.name ?? "") }?.port
      if usable.isEmpty { continue }
      // Spread over the endpoints by what went before, as a real cluster does by chance.
      let choice = usable[(visits.count + Int(now.seconds)) % usable.count]
      if let address = choice.addresses.first, let number { return (address, number) }
    }
    return nil
  }

  private func worker(at address: String) -> (ObjectKey, PodWorker)? {
    for candidate in [machine].compactMap(\.self) + machines.machines.values {
      guard candidate.isPoweredOn else { continue }
      for (key, worker) in candidate.workers where worker.address == address {
        if state.pod(key)?.spec.hostNetwork != true { return (key, worker) }
      }
    }
    // A machine's own address leads to the pods that use its network.
    for candidate in [machine].compactMap(\.self) + machines.machines.values
    where candidate.address == address && candidate.isPoweredOn {
      for (key, worker) in candidate.workers.sorted(by: { $0.key < $1.key })
      where state.pod(key)?.spec.hostNetwork == true && worker.sandbox != nil {
        return (key, worker)
      }
    }
    return nil
  }
}
