/// Which labels an object must carry, as controllers and affinity rules say it.
public struct LabelSelector: APIType {
  public var matchLabels = StringMap()
  public var matchExpressions: [Requirement] = []
  public var unlisted = Members()

  public init() {}

  public init(matchLabels: StringMap) {
    self.matchLabels = matchLabels
  }

  public static let fields = FieldTable<LabelSelector> {
    $0.unlessEmpty("matchExpressions", \.matchExpressions)
    $0.unlessEmpty("matchLabels", \.matchLabels)
  }

  /// One expression of a selector: `tier In (web, api)`.
  public struct Requirement: APIType {
    public enum Operator: String, Hashable, Sendable {
      case isIn = "In"
      case notIn = "NotIn"
      case exists = "Exists"
      case doesNotExist = "DoesNotExist"
      /// Only for nodes: the label is a number above the value.
      case greaterThan = "Gt"
      /// Only for nodes: the label is a number below the value.
      case lessThan = "Lt"
      static let standIn = Operator.exists
    }

    public var key = ""
    public var op = Operator.exists {
      didSet { unknownOperator = nil }
    }
    /// What was written where no operator is known that is called so: a rule refuses it, in words
    /// that fit the place.
    public private(set) var unknownOperator: String? = ""
    public var values: [String] = []
    public var unlisted = Members()

    public init() {}

    public init(_ key: String, _ op: Operator, _ values: [String] = []) {
      self.key = key
      self.op = op
      unknownOperator = nil
      self.values = values
    }

    public static let fields = FieldTable<Requirement> {
      $0.always("key", \.key)
      $0.always("operator", \.operatorText)
      $0.unlessEmpty("values", \.values)
    }

    /// The operator as it was written.
    public var operatorText: String {
      get { unknownOperator ?? op.rawValue }
      set {
        op = Operator(rawValue: newValue) ?? .standIn
        unknownOperator = Operator(rawValue: newValue) == nil ? newValue : nil
      }
    }

    public func matches(_ labels: StringMap) -> Bool {
      let label = labels[key]
      switch op {
      case .isIn: return label.map(values.contains) ?? false
      case .notIn: return label.map { !values.contains($0) } ?? true
      case .exists: return label != nil
      case .doesNotExist: return label == nil
      case .greaterThan, .lessThan:
        guard let number = label.flatMap({ Int($0) }), let bound = values.first.flatMap({ Int($0) })
        else { return false }
        return op == .greaterThan ? number > bound : number < bound
      }
    }
  }

  /// An empty selector matches everything.
  public var isEmpty: Bool { matchLabels.isEmpty && matchExpressions.isEmpty }

  public func matches(_ labels: StringMap) -> Bool {
    matchLabels.allSatisfy { labels[$0.key] == $0.value }
      && matchExpressions.allSatisfy { $0.matches(labels) }
  }

  /// As kubectl prints a selector, by key: `app=web,tier in (api,web)`; `<none>` when empty.
  public var text: String {
    var parts = matchLabels.map { (key: $0.key, text: "\($0.key)=\($0.value)") }
    for requirement in matchExpressions {
      func add(_ text: String) { parts.append((requirement.key, text)) }
      let values = requirement.values.sorted().joined(separator: ",")
      switch requirement.op {
      case .isIn: add("\(requirement.key) in (\(values))")
      case .notIn: add("\(requirement.key) notin (\(values))")
      case .exists: add(requirement.key)
      case .doesNotExist: add("!\(requirement.key)")
      case .greaterThan: add("\(requirement.key)>\(values)")
      case .lessThan: add("\(requirement.key)<\(values)")
      }
    }
    let ordered = parts.enumerated().sorted { left, right in
      (left.element.key, left.offset) < (right.element.key, right.offset)
    }
    return ordered.isEmpty ? "<none>" : ordered.map(\.element.text).joined(separator: ",")
  }
}
