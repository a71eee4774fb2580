/// A piece of JSON or YAML: what manifests hold and what every object can be turned into.
public enum APIValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([APIValue])
  case object(Members)

  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  public var integer: Int64? {
    if case .integer(let number) = self { number } else { nil }
  }

  public var bool: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }

  public var array: [APIValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  public var object: Members? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The member called `name`, nil when this is no object or has no such member. Setting on
  /// anything but an object makes it one; setting nil removes the member.
  public subscript(name: String) -> APIValue? {
    get { object?[name] }
    set {
      var members = object ?? Members()
      self = .null
      members[name] = newValue
      self = .object(members)
    }
  }

  /// What follows `names` from here, one member a name.
  public func value(at names: [String]) -> APIValue? {
    var place: APIValue? = self
    for name in names { place = place?[name] }
    return place
  }

  /// What JSON calls this kind of value: used in messages about wrong types.
  public var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .integer, .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}

extension APIValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral text: String) { self = .string(text) }
  public init(integerLiteral number: Int64) { self = .integer(number) }
  public init(booleanLiteral flag: Bool) { self = .bool(flag) }
  public init(arrayLiteral items: APIValue...) { self = .array(items) }
  public init(dictionaryLiteral members: (String, APIValue)...) {
    self = .object(Members(members))
  }
}
