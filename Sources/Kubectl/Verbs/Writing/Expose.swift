import Objects
import Store

/// `kubectl expose`: a Service for the pods of something.
struct Expose: Verb {
  static let name = "expose"
  static let summary =
    "Take a replication controller, service, deployment or pod and expose it as a new Kubernetes "
    + "service"
  static let usage =
    "expose (-f FILENAME | TYPE NAME) [--port=port] [--protocol=TCP|UDP|SCTP] "
    + "[--target-port=number-or-name] [--name=name] [--external-ip=external-ip-of-service] "
    + "[--type=type]"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    cluster-ip ''
    external-ip ''
    labels l ''
    load-balancer-ip ''
    name ''
    override-type merge
    overrides ''
    port ''
    protocol ''
    save-config false
    selector ''
    session-affinity ''
    target-port ''
    type ''
    """
  ).with(WriteOptions.flags(as: "kubectl-expose")).with(ManifestFiles.flags)

  private let words: ResourceWords
  private let files: ManifestFiles
  private let options: WriteOptions
  private let overrides: Override?
  private let invocation: Invocation

  init(_ invocation: Invocation) throws(UsageError) {
    options = try WriteOptions(invocation)
    words = try ResourceWords(invocation.arguments)
    files = try ManifestFiles(invocation)
    if invocation.arguments.isEmpty, files.isEmpty {
      throw .nothingNamed
    }
    if !words.isByName, files.isEmpty {
      throw .error("resource(s) were provided, but no name was specified")
    }
    overrides = try Override(invocation["overrides"], type: invocation["override-type"])
    self.invocation = invocation
  }

  var fileNeeds: [FileNeed] { files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    let (items, failures) = files.items(in: context, namespace: options.namespace)
    if let failure = failures.first { throw failure }
    var steps: [Step] = []
    let named = words.names.map { name in
      ObjectKey(name.kind, namespace: options.namespace ?? context.namespace, name: name.name)
    }
    for key in files.isEmpty ? named : items.map(\.key) {
      do throws(Failure) {
        let object = try ObjectSelection.object(key, in: context)
        steps.append(try step(exposing: object, in: context))
      } catch {
        steps.append(.say(.failed(error)))
      }
    }
    return .submit(steps, gathered: .apart)
  }

  private func step(exposing object: any APIObject, in context: Context) throws(Failure) -> Step {
    var document = try service(for: object).document
    // What is no type is the server's to say.
    if let type = invocation["type"] { document["spec"]?["type"] = .string(type) }
    if invocation["type"] == ServiceType.loadBalancer.rawValue {
      document["spec"]?["loadBalancerIP"] = invocation["load-balancer-ip"].map(APIValue.string)
    }
    if let overrides { document = try overrides.applied(to: document, of: .service) }
    guard options.dryRun != .client else {
      if let room = options.namespace { document["metadata"]?["namespace"] = .string(room) }
      return options.rehearsal(document, of: .service, done: "exposed")
    }
    return options.create(
      try Service.decode(document, in: context), in: context, done: "exposed")
  }

  private func service(for object: any APIObject) throws(Failure) -> Service {
    var service = Service()
    service.metadata.name = invocation["name"] ?? object.metadata.name
    service.metadata.labels = try pairs(invocation["labels"]) ?? object.metadata.labels
    service.spec.selector = try selector(of: object)
    service.spec.clusterIP = invocation["cluster-ip"]
    service.spec.sessionAffinity = invocation["session-affinity"]
    if let word = invocation["session-affinity"], !["None", "ClientIP"].contains(word) {
      throw .error("unknown session affinity: \(word)")
    }
    if let address = invocation["external-ip"] { service.spec.externalIPs = [address] }
    let numbers = try ports(of: object)
    guard !numbers.isEmpty else {
      throw .error("couldn't find port via --port flag or introspection")
    }
    for number in numbers {
      var port = ServicePort()
      port.port = number
      port.protocolName = invocation["protocol"] ?? "TCP"
      let target = invocation["target-port"]
      port.targetPort = target.map { Int($0).map(IntOrString.int) ?? .string($0) } ?? .int(number)
      if numbers.count > 1 { port.name = "port-\(service.spec.ports.count + 1)" }
      service.spec.ports.append(port)
    }
    return service
  }

  private func selector(of object: any APIObject) throws(Failure) -> StringMap {
    if object is DaemonSet || object is StatefulSet {
      throw .error("cannot expose a \(object.kind.rawValue).\(object.kind.facts.group)")
    }
    if let given = try pairs(invocation["selector"]) { return given }
    if let service = object as? Service, service.spec.selector.isEmpty {
      throw .error(
        "couldn't retrieve selectors via --selector flag or introspection: the service has no pod "
          + "selector set")
    }
    if let pod = object as? Pod {
      guard !pod.metadata.labels.isEmpty else {
        throw .error(
          "couldn't retrieve selectors via --selector flag or introspection: the pod has no "
            + "labels and cannot be exposed")
      }
      return pod.metadata.labels
    }
    guard let found = PodTarget.selector(of: object) else {
      throw .error("cannot expose a \(object.kind.rawValue)")
    }
    guard found.matchExpressions.isEmpty else {
      throw .error(
        "couldn't retrieve selectors via --selector flag or introspection: couldn't convert "
          + "expressions - \"\(found.text)\" to map-based selector format")
    }
    return found.matchLabels
  }

  private func ports(of object: any APIObject) throws(Failure) -> [Int] {
    if let text = invocation["port"] {
      var numbers: [Int] = []
      for part in text.split(separator: ",") {
        guard let number = Int(part) else {
          throw .error("strconv.Atoi: parsing \"\(part)\": invalid syntax")
        }
        numbers.append(number)
      }
      return numbers
    }
    if let service = object as? Service { return service.spec.ports.map(\.port) }
    var found: [Int] = []
    _ = object.withPodSpec { spec in
      found = spec.containers.flatMap(\.ports).map(\.containerPort)
    }
    return found
  }

  private func pairs(_ text: String?) throws(Failure) -> StringMap? {
    guard let text else { return nil }
    do throws(UsageError) {
      return try StringMap(pairsOfCommand: text)
    } catch {
      throw .usage(error)
    }
  }
}
