import Engine

/// Whether something is so: True, False, or nobody knows.
public enum ConditionStatus: String, APIWord {
  case isTrue = "True"
  case isFalse = "False"
  case unknown = "Unknown"
  public static let standIn = ConditionStatus.unknown

  public init(_ flag: Bool) { self = flag ? .isTrue : .isFalse }
}

/// One line of an object's `status.conditions`. The times a kind does not use stay nil.
public struct Condition: APIType {
  public var type = ""
  public var status = ConditionStatus.unknown
  public var reason: String?
  public var message: String?
  public var lastTransitionTime: SimTime?
  /// Deployments only: when the condition was last looked at and found changed.
  public var lastUpdateTime: SimTime?
  /// Nodes only.
  public var lastHeartbeatTime: SimTime?
  public var observedGeneration: Int?
  public var unlisted = Members()

  public init() {}

  public init(
    _ type: String, _ status: ConditionStatus, reason: String? = nil, message: String? = nil,
    at time: SimTime? = nil
  ) {
    self.type = type
    self.status = status
    self.reason = reason
    self.message = message
    lastTransitionTime = time
  }

  public static let fields = FieldTable<Condition> {
    $0.optional("lastHeartbeatTime", \.lastHeartbeatTime)
    $0.optional("lastTransitionTime", \.lastTransitionTime)
    $0.optional("lastUpdateTime", \.lastUpdateTime)
    $0.optional("message", \.message)
    $0.optional("observedGeneration", \.observedGeneration)
    $0.optional("reason", \.reason)
    $0.always("status", \.status)
    $0.always("type", \.type)
  }
}

extension [Condition] {
  public subscript(type: String) -> Condition? { first { $0.type == type } }

  public func isTrue(_ type: String) -> Bool {
    contains { $0.type == type && $0.status == .isTrue }
  }

  /// Puts `condition` in, keeping the moment of the last change when the status stays the same.
  /// A new type goes to the end.
  public mutating func set(_ condition: Condition) {
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
