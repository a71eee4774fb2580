import Objects

/// `kubectl create service`: the word before its four kinds.
struct CreateService: VerbGroup {
  static let name = "create service"
  static let aliases = ["create svc"]
  static let summary = "Create a service using a specified subcommand"
  static let usage = "create service [flags]"
}

/// `kubectl create service clusterip`.
struct CreateServiceClusterIP: Verb {
  static let name = "create service clusterip"
  static let aliases = ["create svc clusterip"]
  static let summary = "Create a ClusterIP service"
  static let usage =
    "create service clusterip NAME [--tcp=<port>:<targetPort>] [--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    clusterip ''
    save-config false
    tcp []
    validate=strict strict
    """
  ).with(WriteOptions.flags(as: "kubectl-create"))

  private let service: Service
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    var made = try Service(.clusterIP, from: invocation)
    made.spec.clusterIP = invocation["clusterip"]
    service = made
    options = try WriteOptions(invocation)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    try service.plan(options, in: context)
  }
}

/// `kubectl create service nodeport`.
struct CreateServiceNodePort: Verb {
  static let name = "create service nodeport"
  static let aliases = ["create svc nodeport"]
  static let summary = "Create a NodePort service"
  static let usage =
    "create service nodeport NAME [--tcp=port:targetPort] [--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    node-port 0
    save-config false
    tcp []
    validate=strict strict
    """
  ).with(WriteOptions.flags(as: "kubectl-create"))

  private let service: Service
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    var made = try Service(.nodePort, from: invocation)
    let number = invocation.integer("node-port")
    if number > 0 {
      for index in made.spec.ports.indices { made.spec.ports[index].nodePort = number }
    }
    service = made
    options = try WriteOptions(invocation)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    try service.plan(options, in: context)
  }
}

/// `kubectl create service loadbalancer`.
struct CreateServiceLoadBalancer: Verb {
  static let name = "create service loadbalancer"
  static let aliases = ["create svc loadbalancer"]
  static let summary = "Create a LoadBalancer service"
  static let usage =
    "create service loadbalancer NAME [--tcp=port:targetPort] [--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable("save-config false\ntcp []\nvalidate=strict strict").with(
    WriteOptions.flags(as: "kubectl-create"))

  private let service: Service
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    service = try Service(.loadBalancer, from: invocation)
    options = try WriteOptions(invocation)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    try service.plan(options, in: context)
  }
}

/// `kubectl create service externalname`.
struct CreateServiceExternalName: Verb {
  static let name = "create service externalname"
  static let aliases = ["create svc externalname"]
  static let summary = "Create an ExternalName service"
  static let usage =
    "create service externalname NAME --external-name external.name "
    + "[--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    external-name ''
    save-config false
    tcp []
    validate=strict strict
    """
  ).with(WriteOptions.flags(as: "kubectl-create"))

  private let service: Service
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    try invocation.require("external-name")
    var made = try Service(.externalName, from: invocation)
    let name = invocation["external-name"] ?? ""
    if name.isEmpty || name.contains(where: { !$0.isLetter && !$0.isNumber && !"-.".contains($0) })
    {
      throw .error("invalid service external name \(name)")
    }
    made.spec.externalName = name
    service = made
    options = try WriteOptions(invocation)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    try service.plan(options, in: context)
  }
}

extension Service {
  /// What the four verbs plan.
  fileprivate func plan(_ options: WriteOptions, in context: Context) throws(Failure) -> Plan {
    let type = (spec.type ?? .clusterIP).rawValue
    return .submit([
      try options.generate(self, failing: "failed to create \(type) service:", in: context)
    ])
  }

  /// The Service that `create service KIND NAME --tcp=…` describes.
  fileprivate init(_ type: ServiceType, from invocation: Invocation) throws(UsageError) {
    self.init()
    let name = try invocation.onlyName()
    metadata.name = name
    metadata.labels = ["app": name]
    spec.selector = ["app": name]
    spec.type = type
    let texts = invocation.commaList("tcp")
    let isHeadless = type == .clusterIP && invocation["clusterip"] == "None"
    if isHeadless, !texts.isEmpty { throw .error("can not map ports with clusterip=None") }
    if texts.isEmpty, !isHeadless, type != .externalName {
      throw .error("at least one tcp port specifier must be provided")
    }
    for text in texts {
      let sides = text.split(separator: ":", maxSplits: 1).map(String.init)
      guard let number = Int(sides[0]) else {
        throw .error("strconv.ParseUint: parsing \"\(sides[0])\": invalid syntax")
      }
      guard (1...65_535).contains(number) else {
        throw .error("invalid service port: \(text)")
      }
      var port = ServicePort()
      port.name = text.replacing(":", with: "-")
      port.port = number
      port.protocolName = "TCP"
      let target = sides.count > 1 ? sides[1] : sides[0]
      port.targetPort = Int(target).map(IntOrString.int) ?? .string(target)
      spec.ports.append(port)
    }
  }
}
