/// A question the kubelet asks a container again and again.
public struct Probe: APIType {
  public var exec: ExecAction?
  public var failureThreshold: Int?
  public var grpc: APIValue?
  public var httpGet: HTTPGetAction?
  public var initialDelaySeconds: Int?
  public var periodSeconds: Int?
  public var successThreshold: Int?
  public var tcpSocket: TCPSocketAction?
  public var terminationGracePeriodSeconds: Int?
  public var timeoutSeconds: Int?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Probe> {
    $0.optional("exec", \.exec)
    $0.optional("failureThreshold", \.failureThreshold)
    $0.optional("grpc", \.grpc)
    $0.optional("httpGet", \.httpGet)
    $0.optional("initialDelaySeconds", \.initialDelaySeconds)
    $0.optional("periodSeconds", \.periodSeconds)
    $0.optional("successThreshold", \.successThreshold)
    $0.optional("tcpSocket", \.tcpSocket)
    $0.optional("terminationGracePeriodSeconds", \.terminationGracePeriodSeconds)
    $0.optional("timeoutSeconds", \.timeoutSeconds)
  }
}

/// Run this in the container: an exit code of 0 is success.
public struct ExecAction: APIType {
  public var command: [String] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ExecAction> {
    $0.unlessEmpty("command", \.command)
  }
}

/// Ask for this page: 200 to 399 is success.
public struct HTTPGetAction: APIType {
  public var host: String?
  public var httpHeaders: [APIValue] = []
  public var path: String?
  public var port = IntOrString.int(0)
  public var scheme: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<HTTPGetAction> {
    $0.optional("host", \.host)
    $0.unlessEmpty("httpHeaders", \.httpHeaders)
    $0.optional("path", \.path)
    $0.always("port", \.port)
    $0.optional("scheme", \.scheme)
  }
}

/// Connect to this port: an open connection is success.
public struct TCPSocketAction: APIType {
  public var host: String?
  public var port = IntOrString.int(0)
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<TCPSocketAction> {
    $0.optional("host", \.host)
    $0.always("port", \.port)
  }
}

/// Wait so long.
public struct SleepAction: APIType {
  public var seconds = 0
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<SleepAction> {
    $0.always("seconds", \.seconds)
  }
}

/// What to do right after a container's start and right before its end.
public struct Lifecycle: APIType {
  public var postStart: LifecycleHandler?
  public var preStop: LifecycleHandler?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Lifecycle> {
    $0.optional("postStart", \.postStart)
    $0.optional("preStop", \.preStop)
  }
}

/// One thing to do; one of these is set.
public struct LifecycleHandler: APIType {
  public var exec: ExecAction?
  public var httpGet: HTTPGetAction?
  public var sleep: SleepAction?
  public var tcpSocket: TCPSocketAction?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<LifecycleHandler> {
    $0.optional("exec", \.exec)
    $0.optional("httpGet", \.httpGet)
    $0.optional("sleep", \.sleep)
    $0.optional("tcpSocket", \.tcpSocket)
  }
}
