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

  /// An address behind a Service.
  struct Member: Hashable, Sendable {
    var service: ObjectKey
    var address: String
  }

  /// A pod that was asked something, as it is since.
  struct Asked: Sendable {
    var node: String
    var sandbox: PodSandbox
  }

  /// How many connections there have been through Services.
  var connections: UInt64 = 0
  var pins = TreeDictionary<Client, Pin>()
  /// Addresses that have just ceased to be ready: until then the rules on the machines lead there.
  var leaving = TreeDictionary<Member, SimTime>()
  /// Empty between two looks at the machines.
  var asked: [ObjectKey: Asked] = [:]

  /// How long a proxy takes to hear of a change and to write its rules.
  static let proxyDelay = SimSpan.milliseconds(100)
  private static let mostPins = 20_000

  /// A number below `count`, as good as drawn by chance, and the same whenever the same connections
  /// came before.
  mutating func choice(below count: Int) -> Int {
    connections += 1
    var random = SeededRandom(seed: connections)
    return random.below(count)
  }

  mutating func pin(_ client: Client, to address: String, at now: SimTime) {
    if pins.count > Self.mostPins { pins = [:] }
    pins[client] = Pin(address: address, usedAt: now)
  }

  /// Takes note of the addresses that a change of a slice takes out of a Service.
  mutating func note(_ change: Change, at now: SimTime) {
    guard let before = change.before as? EndpointSlice, let after = change.after as? EndpointSlice,
      let name = after.metadata.labels["kubernetes.io/service-name"]
    else { return }
    if !leaving.isEmpty { leaving = leaving.filter { $0.value > now } }
    let service = ObjectKey(.service, namespace: after.metadata.namespace, name: name)
    for endpoint in after.endpoints where !(endpoint.conditions.ready ?? true) {
      guard let address = endpoint.addresses.first else { continue }
      let old = before.endpoints.first { $0.addresses.first == address }
      guard let old, old.conditions.ready ?? true else { continue }
      leaving[Member(service: service, address: address)] = now + Self.proxyDelay
    }
  }
}

extension Machines {
  /// Takes back the pods that were asked something. Some go on at once because of it.
  mutating func deliver(_ traffic: Traffic, at now: SimTime) -> Looks {
    var looks: Looks = []
    for (pod, asked) in traffic.asked.sorted(by: { $0.key < $1.key }) {
      guard machines[asked.node]?.workers[pod]?.sandbox != nil else { continue }
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
