import Engine

/// What a taint does to pods that do not tolerate it.
public enum TaintEffect: String, APIWord {
  case noSchedule = "NoSchedule"
  case preferNoSchedule = "PreferNoSchedule"
  case noExecute = "NoExecute"
  public static let standIn = TaintEffect.noSchedule
}

/// A mark on a node that keeps pods away.
public struct Taint: APIType {
  public var effect = TaintEffect.noSchedule
  public var key = ""
  public var timeAdded: SimTime?
  public var value: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Taint> {
    $0.always("effect", \.effect)
    $0.always("key", \.key)
    $0.optional("timeAdded", \.timeAdded)
    $0.optional("value", \.value)
  }
}

/// How a toleration is compared with a taint.
public enum TolerationOperator: String, APIWord {
  case equal = "Equal"
  case exists = "Exists"
  case lt = "Lt"
  case gt = "Gt"
  public static let standIn = TolerationOperator.equal
}

/// Which taints a pod puts up with, and for how long.
public struct Toleration: APIType {
  /// Nil tolerates every effect.
  public var effect: TaintEffect?
  /// Empty with Exists tolerates every key.
  public var key = ""
  public var op: TolerationOperator?
  public var tolerationSeconds: Int?
  public var value: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Toleration> {
    $0.optional("effect", \.effect)
    $0.unlessDefault("key", \.key, "")
    $0.optional("operator", \.op)
    $0.optional("tolerationSeconds", \.tolerationSeconds)
    $0.optional("value", \.value)
  }
}

extension Toleration {
  /// Whether this toleration puts up with `taint`.
  public func tolerates(_ taint: Taint) -> Bool {
    if let effect, effect != taint.effect { return false }
    if !key.isEmpty, key != taint.key { return false }
    switch op ?? .equal {
    case .exists: return true
    case .equal: return !key.isEmpty && (value ?? "") == (taint.value ?? "")
    case .lt: return Self.compare(taint.value, value) { $0 < $1 }
    case .gt: return Self.compare(taint.value, value) { $0 > $1 }
    }
  }

  private static func compare(
    _ taint: String?, _ bound: String?, _ holds: (Int, Int) -> Bool
  ) -> Bool {
    guard let taint = taint.flatMap({ Int($0) }), let bound = bound.flatMap({ Int($0) }) else {
      return false
    }
    return holds(taint, bound)
  }
}

extension [Toleration] {
  public func tolerate(_ taint: Taint) -> Bool { contains { $0.tolerates(taint) } }
}

extension Taint {
  public init(_ key: String, _ effect: TaintEffect, value: String? = nil, at time: SimTime? = nil) {
    self.init()
    self.key = key
    self.effect = effect
    self.value = value
    timeAdded = time
  }

  /// `key=value:Effect`, as kubectl writes it.
  public var text: String {
    let value = value ?? ""
    return value.isEmpty ? "\(key):\(effect.rawValue)" : "\(key)=\(value):\(effect.rawValue)"
  }
}
