import Objects
import Store

/// One line of what a name server answers.
enum NameRecord: Hashable, Sendable {
  case address(name: String, String)
  case alias(name: String, of: String)
  case name(of: String, String)
  case service(name: String, port: Int, target: String, share: Int)
}

/// What can be asked of a name.
enum NameQuestion: String, CaseIterable, Sendable {
  case soa, ns, a, aaaa, cname, mx, txt, ptr, srv, any
}

enum NameAnswer: Hashable, Sendable {
  /// The name is there; perhaps nothing of the kind that was asked for.
  case records([NameRecord])
  case noSuchName
  /// The server cannot find out.
  case failed
  /// There is no server at that address.
  case refused
  /// Nobody answers.
  case silent
}

/// What the cluster's DNS server knows: Services, the pods behind those without an address of
/// their own, pods by their address, and names outside.
struct NameService {
  let state: ClusterState
  static let domain = "cluster.local"

  func answer(_ name: String, _ question: NameQuestion) -> NameAnswer {
    let name = Self.plain(name)
    let labels = name.split(separator: ".").map(String.init)
    if name.hasSuffix(".in-addr.arpa") { return reverse(name, labels, question) }
    guard labels.suffix(2).joined(separator: ".") == Self.domain else {
      return OutsideNames.answer(name, question)
    }
    let inner = Array(labels.dropLast(2))
    guard let type = inner.last, inner.count >= 3 else {
      return inner.isEmpty || inner == ["svc"] ? .records([]) : .noSuchName
    }
    let namespace = inner[inner.count - 2]
    guard state.get(Namespace.self, namespace) != nil else { return .noSuchName }
    let rest = Array(inner.dropLast(2))
    switch type {
    case "svc": return service(rest, in: namespace, name, question)
    case "pod": return pod(rest, name, question)
    default: return .noSuchName
    }
  }

  /// Lower case and without the dot at the end.
  static func plain(_ name: String) -> String {
    let name = name.lowercased()
    return name.hasSuffix(".") ? String(name.dropLast()) : name
  }

  private func pod(_ labels: [String], _ name: String, _ question: NameQuestion) -> NameAnswer {
    let address = labels.joined(separator: ".").replacing("-", with: ".")
    guard labels.count == 1, AddressRange.number(address) != nil else { return .noSuchName }
    return .records(question == .a ? [.address(name: name, address)] : [])
  }

  // MARK: - Services

  private func service(
    _ labels: [String], in namespace: String, _ name: String, _ question: NameQuestion
  ) -> NameAnswer {
    guard let last = labels.last, let service = state.get(Service.self, last, in: namespace) else {
      return .noSuchName
    }
    if service.spec.type == .externalName {
      guard labels.count == 1, let target = service.spec.externalName else { return .noSuchName }
      return alias(name, of: target, question)
    }
    if labels.count == 3, labels[0].hasPrefix("_"), labels[1].hasPrefix("_") {
      return ports(
        String(labels[0].dropFirst()), String(labels[1].dropFirst()), of: service, name, question)
    }
    if labels.count == 2 { return member(labels[0], of: service, name, question) }
    guard labels.count == 1 else { return .noSuchName }
    guard service.spec.clusterIP == "None" else {
      let address = service.spec.clusterIP ?? ""
      return .records(question == .a ? [.address(name: name, address)] : [])
    }
    let members = members(of: service)
    if members.isEmpty { return .noSuchName }
    return .records(question == .a ? members.map { .address(name: name, $0.address) } : [])
  }

  /// Another name for something in the cluster or outside.
  private func alias(_ name: String, of target: String, _ question: NameQuestion) -> NameAnswer {
    let first = NameRecord.alias(name: name, of: target)
    guard question != .cname, case .records(let more) = answer(target, question) else {
      return .records([first])
    }
    return .records([first] + more)
  }

  /// One pod behind a Service, by its host name or its address with dashes.
  private func member(
    _ label: String, of service: Service, _ name: String, _ question: NameQuestion
  ) -> NameAnswer {
    let found = members(of: service).filter { $0.label == label }
    if found.isEmpty { return .noSuchName }
    return .records(question == .a ? found.map { .address(name: name, $0.address) } : [])
  }

  /// Where a named port is served.
  private func ports(
    _ port: String, _ transport: String, of service: Service, _ name: String,
    _ question: NameQuestion
  ) -> NameAnswer {
    let found = service.spec.ports.first {
      $0.name == port && ($0.protocolName ?? "TCP").lowercased() == transport
    }
    guard let found else { return .noSuchName }
    guard question == .srv || question == .any else { return .records([]) }
    let own = [service.metadata.name, service.metadata.namespace, "svc", Self.domain]
      .joined(separator: ".")
    guard service.spec.clusterIP == "None" else {
      return .records([.service(name: name, port: found.port, target: own, share: 100)])
    }
    let members = members(of: service)
    if members.isEmpty { return .noSuchName }
    return .records(
      members.map {
        .service(
          name: name, port: found.targetPort?.number ?? found.port, target: "\($0.label).\(own)",
          share: 100 / members.count)
      })
  }

  /// The addresses behind a Service that are ready, with the first part of their names.
  private func members(of service: Service) -> [(label: String, address: String)] {
    state.slices(of: service.key).flatMap(\.endpoints).compactMap { endpoint in
      guard endpoint.conditions.ready ?? true, let address = endpoint.addresses.first else {
        return nil
      }
      return (endpoint.hostname ?? address.replacing(".", with: "-"), address)
    }
  }

  // MARK: - Addresses

  private func reverse(
    _ name: String, _ labels: [String], _ question: NameQuestion
  ) -> NameAnswer {
    let address = labels.dropLast(2).reversed().joined(separator: ".")
    guard AddressRange.number(address) != nil else { return .noSuchName }
    var names: [String] = []
    if let service = state.service(at: address), service.spec.clusterIP == address {
      names = ["\(service.metadata.name).\(service.metadata.namespace).svc.\(Self.domain)"]
    } else {
      for pod in state.pods(at: address) {
        names += services(of: pod).flatMap { service in
          members(of: service).filter { $0.address == address }.map {
            "\($0.label).\(service.metadata.name).\(service.metadata.namespace).svc.\(Self.domain)"
          }
        }
      }
    }
    if names.isEmpty { return .noSuchName }
    guard question == .ptr || question == .any else { return .records([]) }
    return .records(names.map { .name(of: name, $0) })
  }

  private func services(of pod: Pod) -> [Service] {
    state.all(Service.self, in: pod.metadata.namespace).filter {
      !$0.spec.selector.isEmpty
        && LabelSelector(matchLabels: $0.spec.selector).matches(pod.metadata.labels)
    }
  }
}

extension IntOrString {
  fileprivate var number: Int? {
    if case .int(let number) = self { return number }
    return nil
  }
}

/// The few names that are said to be outside of the cluster. They have addresses, at which nobody
/// answers: there is no network beyond the machines.
enum OutsideNames {
  private static let addresses: [String: String] = [
    "example.com": "93.184.215.14", "example.org": "93.184.215.14",
    "www.example.com": "93.184.215.14", "google.com": "142.250.74.206",
    "www.google.com": "142.250.74.196", "github.com": "140.82.121.3",
    "kubernetes.io": "15.197.167.90", "registry.k8s.io": "34.96.108.209",
    "docker.io": "44.208.254.194", "cloudflare.com": "104.16.132.229",
    "one.one.one.one": "1.1.1.1", "dns.google": "8.8.8.8",
  ]

  static func answer(_ name: String, _ question: NameQuestion) -> NameAnswer {
    guard let address = addresses[NameService.plain(name)] else { return .noSuchName }
    return .records(question == .a || question == .any ? [.address(name: name, address)] : [])
  }
}
