import Engine

/// When the kubelet pulls an image.
public enum PullPolicy: String, APIWord {
  case always = "Always"
  case ifNotPresent = "IfNotPresent"
  case never = "Never"
  public static let standIn = PullPolicy.ifNotPresent
}

/// One program with its image, its environment and its needs.
public struct Container: APIType {
  public var args: [String] = []
  public var command: [String] = []
  public var env: [EnvironmentVariable] = []
  public var envFrom: [EnvironmentSource] = []
  public var image = ""
  public var imagePullPolicy: PullPolicy?
  @Rare public var lifecycle: Lifecycle?
  @Rare public var livenessProbe: Probe?
  public var name = ""
  public var ports: [ContainerPort] = []
  @Rare public var readinessProbe: Probe?
  public var resources = ResourceRequirements()
  /// Only for init containers: `Always` makes a sidecar of it.
  public var restartPolicy: RestartPolicy?
  public var securityContext: APIValue?
  @Rare public var startupProbe: Probe?
  public var stdin: Bool?
  public var terminationMessagePath: String?
  public var terminationMessagePolicy: String?
  public var tty: Bool?
  public var volumeMounts: [VolumeMount] = []
  public var workingDir: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Container> {
    $0.unlessEmpty("args", \.args)
    $0.unlessEmpty("command", \.command)
    $0.unlessEmpty("env", \.env)
    $0.unlessEmpty("envFrom", \.envFrom)
    $0.unlessDefault("image", \.image, "")
    $0.optional("imagePullPolicy", \.imagePullPolicy)
    $0.optional("lifecycle", \.lifecycle)
    $0.optional("livenessProbe", \.livenessProbe)
    $0.always("name", \.name)
    $0.unlessEmpty("ports", \.ports)
    $0.optional("readinessProbe", \.readinessProbe)
    $0.always("resources", \.resources)
    $0.optional("restartPolicy", \.restartPolicy)
    $0.optional("securityContext", \.securityContext)
    $0.optional("startupProbe", \.startupProbe)
    $0.optional("stdin", \.stdin)
    $0.optional("terminationMessagePath", \.terminationMessagePath)
    $0.optional("terminationMessagePolicy", \.terminationMessagePolicy)
    $0.optional("tty", \.tty)
    $0.unlessEmpty("volumeMounts", \.volumeMounts)
    $0.optional("workingDir", \.workingDir)
  }
}

/// A port a container says it listens on.
public struct ContainerPort: APIType {
  public var containerPort = 0
  public var hostIP: String?
  public var hostPort: Int?
  public var name: String?
  public var protocolName: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ContainerPort> {
    $0.always("containerPort", \.containerPort)
    $0.optional("hostIP", \.hostIP)
    $0.optional("hostPort", \.hostPort)
    $0.optional("name", \.name)
    $0.optional("protocol", \.protocolName)
  }
}

/// What a container asks for, and what it may use at most.
public struct ResourceRequirements: APIType {
  public var limits = ResourceList()
  public var requests = ResourceList()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ResourceRequirements> {
    $0.unlessEmpty("limits", \.limits)
    $0.unlessEmpty("requests", \.requests)
  }
}

/// Where a container sees a volume.
public struct VolumeMount: APIType {
  public var mountPath = ""
  public var name = ""
  public var readOnly: Bool?
  public var subPath: String?
  /// As `subPath`, with variables of the container in it.
  public var subPathExpr: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<VolumeMount> {
    $0.always("mountPath", \.mountPath)
    $0.always("name", \.name)
    $0.optional("readOnly", \.readOnly)
    $0.optional("subPath", \.subPath)
    $0.optional("subPathExpr", \.subPathExpr)
  }
}
