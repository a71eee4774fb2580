import Engine
import HashTreeCollections
import Objects
import Store

/// What connections leave behind on the machines.
struct Traffic: Sendable {
  /// A client of a Service that leads everybody to the same pod each time.
  struct Client: Hashable, Sendable {
    var node: String
    var service: ObjectKey
    var port: Int
    var address: String
  }

  /// Where such a client was led, and when last.
  struct Pin: Sendable {
    var address: String
    var usedAt: SimTime
  }

  /// An address behind a Service that has just ceased to be ready.
  struct Leaving: Hashable, Sendable {
    var address: String
    var node: String?
    /// Its ports, by their names.
    var ports: [String: Int]
    /// Until then the rules on the machines lead there.
    var until: SimTime
  }

  /// A pod that was asked something, as it is since.
  struct Asked: Sendable {
    var node: String
    var sandbox: PodSandbox
  }

  /// How many connections there have been through Services.
  var connections: UInt64 = 0
  var pins = TreeDictionary<Client, Pin>()
  private var leaving = TreeDictionary<ObjectKey, [Leaving]>()
  /// The machine by whose rules synthetic traffic goes; empty before there is any.
  var loadMachine = ""
  private var known: [Rules: KnownEndpoints] = [:]
  /// Empty between two looks at the machines.
  var asked: [ObjectKey: Asked] = [:]

  /// The addresses behind a port of a Service, on one machine where only its own count.
  private struct Rules: Hashable, Sendable {
    var service: ObjectKey
    var port: String
    var node: String?
  }

  /// They hold as long as the slices are these.
  private struct KnownEndpoints: Sendable {
    var revisions: [Int]
    var endpoints: UsableEndpoints
  }

  private static let mostKnown = 1000

  /// How long a proxy takes to hear of a change and to write its rules.
  static let proxyDelay = SimSpan.milliseconds(200)
  private static let mostPins = 20_000

  /// A number below `count`, as good as drawn by chance, and the same whenever the same connections
  /// came before.
  mutating func choice(below count: Int) -> Int {
    connections += 1
    var random = SeededRandom(seed: connections)
    return random.below(count)
  }

  /// The addresses that are led to now; they are worked out anew only when the slices have changed.
  mutating func endpoints(
    of service: ObjectKey, _ slices: [EndpointSlice], portName: String, node: String?,
    leaving: [Leaving]
  ) -> UsableEndpoints {
    guard leaving.isEmpty else {
      return UsableEndpoints(slices, portName: portName, node: node, leaving: leaving)
    }
    let rules = Rules(service: service, port: portName, node: node)
    let revisions = slices.map(\.metadata.resourceVersion)
    if let found = known[rules], found.revisions == revisions { return found.endpoints }
    let endpoints = UsableEndpoints(slices, portName: portName, node: node, leaving: [])
    if known.count >= Self.mostKnown { known = [:] }
    known[rules] = KnownEndpoints(revisions: revisions, endpoints: endpoints)
    return endpoints
  }

  mutating func pin(_ client: Client, to address: String, at now: SimTime) {
    if pins.count > Self.mostPins { pins = [:] }
    pins[client] = Pin(address: address, usedAt: now)
  }

  /// The addresses that the rules for a Service still have, though they are not ready any more.
  func leaving(_ service: ObjectKey, at now: SimTime) -> [Leaving] {
    leaving[service]?.filter { $0.until > now } ?? []
  }

  /// Takes note of the addresses that a change of a slice takes out of a Service.
  mutating func note(_ change: Change, at now: SimTime) {
    guard let before = change.before as? EndpointSlice,
      let name = before.metadata.labels["kubernetes.io/service-name"]
    else { return }
    let service = ObjectKey(.service, namespace: before.metadata.namespace, name: name)
    let after = (change.after as? EndpointSlice)?.endpoints ?? []
    var left = leaving(service, at: now)
    for endpoint in before.endpoints where endpoint.conditions.ready ?? true {
      guard let address = endpoint.addresses.first else { continue }
      let isReady = after.contains {
        $0.addresses.first == address && ($0.conditions.ready ?? true)
      }
      if isReady { continue }
      let ports = before.ports.compactMap { port in port.port.map { (port.name ?? "", $0) } }
      left.append(
        Leaving(
          address: address, node: endpoint.nodeName,
          ports: Dictionary(ports, uniquingKeysWith: { first, _ in first }),
          until: now + Self.proxyDelay))
    }
    leaving[service] = left.isEmpty ? nil : left
  }
}

extension Machines {
  /// Takes back the pods that were asked something. Some go on at once because of it.
  mutating func deliver(_ traffic: Traffic, at now: SimTime) -> Looks {
    var looks: Looks = []
    for (pod, asked) in traffic.asked.sorted(by: { $0.key < $1.key }) {
      guard machines[asked.node]?.workers[pod]?.hasSandbox ?? false else { continue }
      machines[asked.node]?.workers[pod]?.sandbox = asked.sandbox
      machines[asked.node]?.hasNewUsage = true
      guard let wake = asked.sandbox.nextWake else { continue }
      looks.append((.pod(node: asked.node, pod: pod), max(wake, now)))
    }
    self.traffic = traffic
    self.traffic.asked = [:]
    return looks
  }
}
