import Engine

/// Where a pod is in its life.
public enum PodPhase: String, APIWord {
  case pending = "Pending"
  case running = "Running"
  case succeeded = "Succeeded"
  case failed = "Failed"
  case unknown = "Unknown"
  public static let standIn = PodPhase.pending
}

/// Who suffers first when memory runs out.
public enum QualityOfService: String, APIWord {
  case guaranteed = "Guaranteed"
  case burstable = "Burstable"
  case bestEffort = "BestEffort"
  public static let standIn = QualityOfService.bestEffort
}

/// What has become of a pod.
public struct PodStatus: APIType {
  public var conditions: [PodCondition] = []
  public var containerStatuses: [ContainerStatus] = []
  public var ephemeralContainerStatuses: [ContainerStatus] = []
  public var hostIP: String?
  public var hostIPs: [PodAddress] = []
  public var initContainerStatuses: [ContainerStatus] = []
  public var message: String?
  public var nominatedNodeName: String?
  public var observedGeneration: Int?
  public var phase: PodPhase?
  public var podIP: String?
  public var podIPs: [PodAddress] = []
  public var qosClass: QualityOfService?
  public var reason: String?
  public var resources: APIValue?
  public var startTime: SimTime?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PodStatus> {
    $0.unlessEmpty("conditions", \.conditions)
    $0.unlessEmpty("containerStatuses", \.containerStatuses)
    $0.unlessEmpty("ephemeralContainerStatuses", \.ephemeralContainerStatuses)
    $0.optional("hostIP", \.hostIP)
    $0.unlessEmpty("hostIPs", \.hostIPs)
    $0.unlessEmpty("initContainerStatuses", \.initContainerStatuses)
    $0.optional("message", \.message)
    $0.optional("nominatedNodeName", \.nominatedNodeName)
    $0.optional("observedGeneration", \.observedGeneration)
    $0.optional("phase", \.phase)
    $0.optional("podIP", \.podIP)
    $0.unlessEmpty("podIPs", \.podIPs)
    $0.optional("qosClass", \.qosClass)
    $0.optional("reason", \.reason)
    $0.optional("resources", \.resources)
    $0.optional("startTime", \.startTime)
  }
}

/// One IP address of a pod or of its host.
public struct PodAddress: APIType {
  public var ip = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PodAddress> {
    $0.always("ip", \.ip)
  }
}

/// One line of a pod's conditions; unlike other kinds' it always shows a probe time, which is null.
///
/// Every pod has five or six: what most of them do not say takes no room.
public struct PodCondition: APIType {
  public var type = ""
  public var lastTransitionTime: SimTime?
  public var status = ConditionStatus.unknown
  public var observedGeneration: Int?
  @Rare private var rest: Rest?

  private struct Rest: Equatable, Sendable {
    var reason: String?
    var message: String?
    var lastProbeTime = APIValue.null
    var unlisted = Members()
  }

  public var reason: String? {
    get { rest?.reason }
    set { $rest.change(from: Rest()) { $0.reason = newValue } }
  }

  public var message: String? {
    get { rest?.message }
    set { $rest.change(from: Rest()) { $0.message = newValue } }
  }

  public var lastProbeTime: APIValue {
    get { rest?.lastProbeTime ?? .null }
    set { $rest.change(from: Rest()) { $0.lastProbeTime = newValue } }
  }

  public var unlisted: Members {
    get { rest?.unlisted ?? Members() }
    set { $rest.change(from: Rest()) { $0.unlisted = newValue } }
  }

  public init() {}

  public init(
    _ type: String, _ status: ConditionStatus, reason: String? = nil, message: String? = nil,
    at time: SimTime? = nil
  ) {
    self.type = type
    self.status = status
    $rest.change(from: Rest()) {
      $0.reason = reason
      $0.message = message
    }
    lastTransitionTime = time
  }

  public static let fields = FieldTable<PodCondition> {
    $0.always("lastProbeTime", \.lastProbeTime)
    $0.orNull("lastTransitionTime", \.lastTransitionTime)
    $0.optional("message", \.message)
    $0.optional("observedGeneration", \.observedGeneration)
    $0.optional("reason", \.reason)
    $0.always("status", \.status)
    $0.always("type", \.type)
  }
}

extension [PodCondition] {
  public subscript(type: String) -> PodCondition? { first { $0.type == type } }

  public func isTrue(_ type: String) -> Bool { self[type]?.status == .isTrue }

  /// Puts `condition` in, keeping the moment of the last change when the status stays the same.
  public mutating func set(_ condition: PodCondition) {
    guard let place = firstIndex(where: { $0.type == condition.type }) else {
      append(condition)
      return
    }
    var condition = condition
    if self[place].status == condition.status {
      condition.lastTransitionTime = self[place].lastTransitionTime
    }
    self[place] = condition
  }
}
