import Engine

/// What has become of one container of a pod.
public struct ContainerStatus: APIType {
  /// The requests that the kubelet has granted.
  public var allocatedResources = ResourceList()
  public var containerID: String?
  public var image = ""
  public var imageID = ""
  public var lastState = ContainerState()
  public var name = ""
  public var ready = false
  public var resources: APIValue?
  public var restartCount = 0
  public var started: Bool?
  public var state = ContainerState()
  public var volumeMounts: [APIValue] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ContainerStatus> {
    $0.unlessEmpty("allocatedResources", \.allocatedResources)
    $0.optional("containerID", \.containerID)
    $0.always("image", \.image)
    $0.always("imageID", \.imageID)
    $0.always("lastState", \.lastState)
    $0.always("name", \.name)
    $0.always("ready", \.ready)
    $0.optional("resources", \.resources)
    $0.always("restartCount", \.restartCount)
    $0.optional("started", \.started)
    $0.always("state", \.state)
    $0.unlessEmpty("volumeMounts", \.volumeMounts)
  }
}

/// Waiting, running or terminated: at most one of the three is set.
public struct ContainerState: APIType {
  public var running: Running?
  @Rare public var terminated: Terminated?
  @Rare public var waiting: Waiting?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ContainerState> {
    $0.optional("running", \.running)
    $0.optional("terminated", \.terminated)
    $0.optional("waiting", \.waiting)
  }
}

extension ContainerState {
  /// Its process runs.
  public struct Running: APIType {
    public var startedAt: SimTime?
    public var unlisted = Members()

    public init() {}

    public init(since startedAt: SimTime) {
      self.startedAt = startedAt
    }

    public static let fields = FieldTable<Running> {
      $0.optional("startedAt", \.startedAt)
    }
  }

  /// Its process has ended.
  public struct Terminated: APIType {
    public var containerID: String?
    public var exitCode = 0
    public var finishedAt: SimTime?
    public var message: String?
    public var reason: String?
    public var signal: Int?
    public var startedAt: SimTime?
    public var unlisted = Members()

    public init() {}

    public static let fields = FieldTable<Terminated> {
      $0.optional("containerID", \.containerID)
      $0.always("exitCode", \.exitCode)
      $0.optional("finishedAt", \.finishedAt)
      $0.optional("message", \.message)
      $0.optional("reason", \.reason)
      $0.optional("signal", \.signal)
      $0.optional("startedAt", \.startedAt)
    }
  }

  /// It has not started, or is about to start again.
  public struct Waiting: APIType {
    public var message: String?
    public var reason: String?
    public var unlisted = Members()

    public init() {}

    public init(_ reason: String, message: String? = nil) {
      self.reason = reason
      self.message = message
    }

    public static let fields = FieldTable<Waiting> {
      $0.optional("message", \.message)
      $0.optional("reason", \.reason)
    }
  }
}
