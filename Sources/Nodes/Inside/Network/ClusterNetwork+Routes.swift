import Engine
import HashTreeCollections
import Objects
import Store

/// How a connection finds its way: the rules of the proxies, the machines' ports, the pods.
extension ClusterNetwork {
  /// Where a connection to a port of an address comes out.
  mutating func route(
    to address: String, port: Int, by transport: Transport, from client: NetworkClient,
    at now: SimTime
  ) -> NetworkRoute {
    if client.isHost, address.hasPrefix("127.") || address == client.address {
      return hostRoute(
        port, by: transport, from: client, isLoopback: address != client.address, now)
    }
    if let service = rules(of: client.node).service(at: address) {
      let published = service.spec.ports.first {
        $0.port == port && ($0.protocolName ?? "TCP") == transport.rawValue
      }
      guard let published else { return .lost }
      let isLocal = service.spec.internalTrafficPolicy == "Local"
      return route(
        to: service, published, from: client, client.address, on: client.node, isLocal: isLocal, now
      )
    }
    return direct(to: address, port: port, by: transport, from: client, at: now)
  }

  /// The way to an address that no Service has.
  private mutating func direct(
    to address: String, port: Int, by transport: Transport, from client: NetworkClient,
    at now: SimTime
  ) -> NetworkRoute {
    if podPlace(at: address) != nil || address == client.address {
      return podRoute(to: address, port: port, by: transport, from: client, client.address)
    }
    if let target = machine(at: address) {
      guard target.isPoweredOn else { return .lost }
      if let published = published(port, by: transport, on: target, from: client, at: now) {
        return published
      }
      let isAllowed = mayLeave(client, to: address, pod: nil, port: port, transport)
      return isAllowed ? .node(name: target.name, port: port, source: client.address) : .lost
    }
    if AddressRange.contains(AddressRange.services, address) { return .lost }
    if AddressRange.contains(AddressRange.machines, address) { return .unreachable }
    return isNobodys(address) ? .unreachable : .lost
  }

  /// The way to a pod's own address, if policies let it pass.
  private func podRoute(
    to address: String, port: Int, by transport: Transport, from client: NetworkClient,
    _ source: String
  ) -> NetworkRoute {
    // A pod always reaches itself; while it asks it is in nobody's hands but its own.
    if address == client.address, !client.isHost {
      return .pod(address: address, port: port, source: source)
    }
    guard let place = podPlace(at: address) else { return .unreachable }
    guard let target = machine(named: place.node), target.isPoweredOn else { return .lost }
    guard target.workers[place.pod]?.hasSandbox ?? false else { return .unreachable }
    let pod = state.pod(place.pod)
    guard mayLeave(client, to: address, pod: pod, port: port, transport),
      mayEnter(pod, on: place.node, from: client, port: port, transport)
    else { return .lost }
    return .pod(address: address, port: port, source: source)
  }

  // MARK: - Ports of machines

  /// A machine's port as its own programs see it.
  private mutating func hostRoute(
    _ port: Int, by transport: Transport, from client: NetworkClient, isLoopback: Bool,
    _ now: SimTime
  ) -> NetworkRoute {
    if let target = machine(named: client.node),
      let published = published(port, by: transport, on: target, from: client, at: now)
    {
      return published
    }
    let source = isLoopback ? "127.0.0.1" : client.address
    return .node(name: client.node, port: port, source: source)
  }

  /// A pod's `hostPort`, or a Service's `nodePort`, at the address of a machine.
  private mutating func published(
    _ port: Int, by transport: Transport, on target: Machine, from client: NetworkClient,
    at now: SimTime
  ) -> NetworkRoute? {
    for pod in state.pods(on: target.name) where pod.spec.hostNetwork != true {
      for published in pod.spec.containers.flatMap(\.ports)
      where published.hostPort == port
        && (published.protocolName ?? "TCP") == transport.rawValue
      {
        guard let inner = pod.status.podIP else { continue }
        return podRoute(
          to: inner, port: published.containerPort, by: transport, from: client, client.address)
      }
    }
    for service in rules(of: target.name).services(atNodePort: port) {
      let published = service.spec.ports.first {
        $0.nodePort == port && ($0.protocolName ?? "TCP") == transport.rawValue
      }
      guard let published else { continue }
      // Whoever is on the machine itself is led on as by the cluster's own address.
      let isOutside = client.node != target.name
      let isLocal = isOutside && service.spec.externalTrafficPolicy == "Local"
      return route(
        to: service, published, from: client, isLocal ? client.address : nil, on: target.name,
        isLocal: isLocal, now)
    }
    return nil
  }

  // MARK: - Services

  /// The way to one of the pods behind a Service. `source` is what the pod sees; nil when the
  /// machine that leads the way puts its own address there.
  private mutating func route(
    to service: Service, _ port: ServicePort, from client: NetworkClient, _ source: String?,
    on node: String, isLocal: Bool, _ now: SimTime
  ) -> NetworkRoute {
    // Its machine may be outside the cluster: then nothing says where.
    if service.metadata.name == "kubernetes", service.metadata.namespace == "default" {
      return mayLeave(client, to: service.spec.clusterIP ?? "", pod: nil, port: 6443, .tcp)
        ? .apiServer : .lost
    }
    let slices = rules(of: node).slices(of: service.key)
    switch endpoint(of: service, port, slices, client, node, isLocal: isLocal, now) {
    case .refused: return .refused
    case .dropped: return .lost
    case .chosen(let address, let number):
      let transport: Transport = port.protocolName == "UDP" ? .udp : .tcp
      if isGone(address), address != client.address { return .refused }
      guard podPlace(at: address) != nil || address == client.address else {
        return direct(to: address, port: number, by: transport, from: client, at: now)
      }
      var seen = source ?? masqueraded(on: node, towards: address)
      // A pod that is led back to itself sees its node ask.
      if address == client.address { seen = AddressRange.gateway(of: address) }
      return podRoute(to: address, port: number, by: transport, from: client, seen)
    }
  }

  /// Whether an address lies in the range of a node that runs, which says that nobody has it.
  private func isNobodys(_ address: String) -> Bool {
    guard AddressRange.contains(AddressRange.pods, address) else { return false }
    let owner = state.all(Node.self).first { node in
      node.spec.podCIDR.map { AddressRange.contains($0, address) } ?? false
    }
    return owner.flatMap { machine(named: $0.metadata.name) }?.isPoweredOn ?? false
  }

  /// Whether a pod has ended that the rules still lead to: its network outlives its programs a
  /// little.
  private func isGone(_ address: String) -> Bool {
    AddressRange.contains(AddressRange.pods, address) && podPlace(at: address) == nil
  }

  /// The address under which a machine passes on what came to one of its ports.
  private func masqueraded(on node: String, towards address: String) -> String {
    let isNear = podPlace(at: address).map { $0.node == node } ?? true
    return isNear ? AddressRange.gateway(of: address) : machine(named: node)?.address ?? address
  }

  private enum EndpointChoice {
    case chosen(address: String, port: Int)
    case refused
    case dropped
  }

  /// One of the addresses behind a Service: of those that are ready, or of those that are ending
  /// and still serve when no other is left.
  private mutating func endpoint(
    of service: Service, _ port: ServicePort, _ slices: [EndpointSlice], _ client: NetworkClient,
    _ node: String, isLocal: Bool, _ now: SimTime
  ) -> EndpointChoice {
    let usable = traffic.endpoints(
      of: service.key, slices, portName: port.name ?? "", node: isLocal ? node : nil,
      leaving: rulesAreSettled ? [] : traffic.leaving(service.key, at: now))
    guard usable.count > 0 else { return usable.isElsewhere ? .dropped : .refused }
    let pinned = Traffic.Client(
      node: node, service: service.key, port: port.port, address: client.address)
    if service.spec.sessionAffinity == "ClientIP", let pin = traffic.pins[pinned] {
      let limit = service.spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 10_800
      if now - pin.usedAt <= .seconds(Int64(limit)), let number = usable.port(of: pin.address) {
        traffic.pin(pinned, to: pin.address, at: now)
        return .chosen(address: pin.address, port: number)
      }
    }
    guard let chosen = usable[traffic.choice(below: usable.count)] else { return .refused }
    if service.spec.sessionAffinity == "ClientIP" {
      traffic.pin(pinned, to: chosen.address, at: now)
    }
    return .chosen(address: chosen.address, port: chosen.port)
  }
}
