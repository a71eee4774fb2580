/// Rules by which requests from outside are to reach Services; a controller has to carry them out.
public struct Ingress: StatusBearing {
  public static let kind = Kind.ingress

  public var metadata = ObjectMeta()
  public var spec = IngressSpec()
  public var status = IngressStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Ingress> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }
}

/// Who carries the rules out, and what they are.
public struct IngressSpec: APIType {
  /// For requests that no rule is about.
  public var defaultBackend: IngressBackend?
  public var ingressClassName: String?
  public var rules: [IngressRule] = []
  public var tls: [IngressTLS] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<IngressSpec> {
    $0.optional("defaultBackend", \.defaultBackend)
    $0.optional("ingressClassName", \.ingressClassName)
    $0.unlessEmpty("rules", \.rules)
    $0.unlessEmpty("tls", \.tls)
  }
}

/// What requests for one host, or for any, come to.
public struct IngressRule: APIType {
  public var host: String?
  public var http: HTTPIngressRuleValue?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<IngressRule> {
    $0.optional("host", \.host)
    $0.optional("http", \.http)
  }
}

public struct HTTPIngressRuleValue: APIType {
  public var paths: [HTTPIngressPath] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<HTTPIngressRuleValue> {
    $0.always("paths", \.paths)
  }
}

/// Requests whose path is this one or begins with it.
public struct HTTPIngressPath: APIType {
  public var backend = IngressBackend()
  public var path: String?
  /// `Exact`, `Prefix` or `ImplementationSpecific`.
  public var pathType: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<HTTPIngressPath> {
    $0.always("backend", \.backend)
    $0.optional("path", \.path)
    $0.optional("pathType", \.pathType)
  }
}

/// Where requests go: a Service, or an object that the controller knows.
public struct IngressBackend: APIType {
  public var resource: TypedLocalReference?
  public var service: IngressServiceBackend?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<IngressBackend> {
    $0.optional("resource", \.resource)
    $0.optional("service", \.service)
  }
}

public struct IngressServiceBackend: APIType {
  public var name = ""
  public var port = ServiceBackendPort()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<IngressServiceBackend> {
    $0.always("name", \.name)
    $0.always("port", \.port)
  }
}

/// A port of a Service, by name or by number.
public struct ServiceBackendPort: APIType {
  public var name: String?
  public var number: Int?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ServiceBackendPort> {
    $0.optional("name", \.name)
    $0.optional("number", \.number)
  }

  /// `80`, `http`
  public var text: String {
    if let number, number != 0 { return "\(number)" }
    return name ?? "0"
  }
}

/// An object of the same namespace, of any kind.
public struct TypedLocalReference: APIType {
  public var apiGroup: String?
  public var kind = ""
  public var name = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<TypedLocalReference> {
    $0.optional("apiGroup", \.apiGroup)
    $0.always("kind", \.kind)
    $0.always("name", \.name)
  }
}

/// Hosts whose requests are encrypted, and the Secret with the certificate for them.
public struct IngressTLS: APIType {
  public var hosts: [String] = []
  public var secretName: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<IngressTLS> {
    $0.unlessEmpty("hosts", \.hosts)
    $0.optional("secretName", \.secretName)
  }
}

/// Where the controller takes requests in.
public struct IngressStatus: APIType {
  public var loadBalancer = LoadBalancerStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<IngressStatus> {
    $0.always("loadBalancer", \.loadBalancer)
  }
}
