import HashTreeCollections
import Objects

/// Who is reached where: what a packet's way is looked up in.
struct NetworkIndex: Sendable {
  /// Something on the network that objects are looked up by.
  private enum Place: Hashable {
    /// An address that a Service is reached at.
    case service(address: String)
    case nodePort(Int)
    case pod(address: String)
    /// What belongs to a Service: its EndpointSlices.
    case behind(ObjectKey)
  }

  private var keys = TreeDictionary<Place, SortedKeys>()

  func services(at address: String) -> [ObjectKey] { self[.service(address: address)] }
  func services(atNodePort port: Int) -> [ObjectKey] { self[.nodePort(port)] }
  func pods(at address: String) -> [ObjectKey] { self[.pod(address: address)] }
  func slices(of service: ObjectKey) -> [ObjectKey] { self[.behind(service)] }

  /// Whether another index lists the same objects in the same places.
  func holdsTheSame(as other: NetworkIndex) -> Bool {
    keys.count == other.keys.count && keys.allSatisfy { $0.value.keys == other.keys[$0.key]?.keys }
  }

  private subscript(place: Place) -> [ObjectKey] { keys[place]?.keys ?? [] }

  /// Lists a key where its new version is reached, and no longer where its old one was.
  mutating func move(_ key: ObjectKey, from old: (any APIObject)?, to new: (any APIObject)?) {
    if let old = old as? Pod, let new = new as? Pod, old.status.podIP == new.status.podIP { return }
    let before = old.map(Self.places) ?? []
    let after = new.map(Self.places) ?? []
    if before == after { return }
    for place in before where !after.contains(place) {
      keys[place, default: SortedKeys()].remove(key)
      if keys[place]?.isEmpty ?? true { keys[place] = nil }
    }
    for place in after { keys[place, default: SortedKeys()].insert(key) }
  }

  private static func places(of object: any APIObject) -> [Place] {
    if let pod = object as? Pod { return pod.status.podIP.map { [.pod(address: $0)] } ?? [] }
    if let slice = object as? EndpointSlice {
      guard let name = slice.metadata.labels["kubernetes.io/service-name"] else { return [] }
      return [.behind(ObjectKey(.service, namespace: slice.metadata.namespace, name: name))]
    }
    guard let service = object as? Service else { return [] }
    let balancer = service.status.loadBalancer.ingress.compactMap { $0["ip"]?.string }
    let addresses = [service.spec.clusterIP].compactMap(\.self) + service.spec.externalIPs
    return (addresses + balancer).filter { $0 != "None" && !$0.isEmpty }
      .map { .service(address: $0) } + service.spec.ports.compactMap(\.nodePort).map(Place.nodePort)
  }
}

extension ClusterState {
  /// The Service that is reached at an address: its own, an external one or a load balancer's.
  public func service(at address: String) -> Service? {
    network.services(at: address).lazy.compactMap { objects[$0] as? Service }.first
  }

  /// The Services that nodes publish on a port; two may share it, by TCP and by UDP.
  public func services(atNodePort port: Int) -> [Service] {
    network.services(atNodePort: port).compactMap { objects[$0] as? Service }
  }

  /// The pods that have an address; those on the host's network share their node's.
  public func pods(at address: String) -> [Pod] {
    objects(Pod.self, under: network.pods(at: address))
  }

  /// The addresses behind a Service, by the name of the slice.
  public func slices(of service: ObjectKey) -> [EndpointSlice] {
    network.slices(of: service).compactMap { objects[$0] as? EndpointSlice }
  }
}
