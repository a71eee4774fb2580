import Objects

/// The addresses behind one port of a Service that a proxy leads to.
struct UsableEndpoints: Sendable {
  private var places: [(slice: Int, endpoint: Int)] = []
  private let slices: [EndpointSlice]
  private var numbers: [Int?]
  /// Addresses that are in the rules of the machines, but in no slice as one to lead to.
  private let late: [(address: String, port: Int)]
  /// Whether there are such addresses, but none on the machine that alone counts.
  private(set) var isElsewhere = false

  /// `node` names the machine whose own pods alone are led to; nil for all. `leaving` are those
  /// that ceased to be ready so lately that the rules have not been rewritten.
  init(
    _ slices: [EndpointSlice], portName: String, node: String?, leaving: [Traffic.Leaving]
  ) {
    self.slices = slices
    late = leaving.compactMap { member in
      guard node == nil || member.node == node else { return nil }
      return member.ports[portName].map { (member.address, $0) }
    }
    numbers = slices.map { slice in
      slice.ports.first { ($0.name ?? "") == portName }?.port
    }
    collect { $0.conditions.ready ?? true }
    keepLocal(to: node)
    guard places.isEmpty, late.isEmpty else { return }
    collect { ($0.conditions.serving ?? false) && ($0.conditions.terminating ?? false) }
    keepLocal(to: node)
  }

  private mutating func collect(where isUsable: (Endpoint) -> Bool) {
    for (slice, candidate) in slices.enumerated() where numbers[slice] != nil {
      for place in candidate.endpoints.indices where isUsable(candidate.endpoints[place]) {
        places.append((slice, place))
      }
    }
  }

  private mutating func keepLocal(to node: String?) {
    guard let node, !places.isEmpty else { return }
    isElsewhere = true
    places.removeAll { slices[$0.slice].endpoints[$0.endpoint].nodeName != node }
  }

  var count: Int { places.count + late.count }

  subscript(place: Int) -> (address: String, port: Int)? {
    if place >= places.count { return late[place - places.count] }
    let (slice, endpoint) = places[place]
    guard let address = slices[slice].endpoints[endpoint].addresses.first,
      let port = numbers[slice]
    else { return nil }
    return (address, port)
  }

  /// The number of the port at an address; nil when nobody is led there.
  func port(of address: String) -> Int? {
    places.first { slices[$0.slice].endpoints[$0.endpoint].addresses.first == address }
      .flatMap { numbers[$0.slice] }
  }
}
