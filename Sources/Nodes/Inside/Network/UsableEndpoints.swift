import Objects

/// The addresses behind one port of a Service that a proxy leads to.
struct UsableEndpoints {
  private var places: [(slice: Int, endpoint: Int)] = []
  private let slices: [EndpointSlice]
  private var numbers: [Int?]
  /// Whether there are such addresses, but none on the machine that alone counts.
  private(set) var isElsewhere = false

  /// `node` names the machine whose own pods alone are led to; nil for all. `leaving` says of an
  /// address whether the rules have not been rewritten since it ceased to be ready.
  init(
    _ slices: [EndpointSlice], portName: String, node: String?, leaving: (String) -> Bool
  ) {
    self.slices = slices
    numbers = slices.map { slice in
      slice.ports.first { ($0.name ?? "") == portName }?.port
    }
    collect { endpoint in
      (endpoint.conditions.ready ?? true) || endpoint.addresses.first.map(leaving) ?? false
    }
    keepLocal(to: node)
    guard places.isEmpty else { return }
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

  var count: Int { places.count }

  subscript(place: Int) -> (address: String, port: Int)? {
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
