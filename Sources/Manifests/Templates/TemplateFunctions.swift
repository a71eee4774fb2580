import Objects

/// What a template may call: Go's own functions, and those kubectl adds.
enum TemplateFunctions {
  struct Problem: Error {
    var text: String
    /// Whether the function was called and failed, rather than being called wrongly.
    var isOfCall = true
  }

  static let names: Set<String> = [
    "and", "base64decode", "eq", "exists", "ge", "gt", "html", "index", "js", "le", "len", "lt",
    "ne", "not", "or", "print", "printf", "println", "slice", "urlquery",
  ]

  static func call(
    _ name: String, _ arguments: [TemplateValue]
  ) throws(Problem) -> TemplateValue {
    try count(arguments, for: name)
    switch name {
    case "and", "or": return arguments[arguments.count - 1]
    case "not": return .bool(!arguments[0].truth)
    case "len": return .whole(try length(of: arguments[0]))
    case "index": return try item(arguments)
    case "exists": return .bool(exists(arguments))
    case "slice": return try slice(arguments)
    case "print": return .string(GoFormat.print(arguments))
    case "println": return .string(arguments.map(\.inner).joined(separator: " ") + "\n")
    case "printf": return .string(try formatted(arguments))
    case "base64decode": return .string(try decoded(arguments[0]))
    case "html", "js", "urlquery":
      return .string(TemplateEscaping.escaped(GoFormat.print(arguments), for: name))
    case "eq": return .bool(try isEqualToAny(arguments))
    case "ne": return .bool(try !isEqual(arguments[0], arguments[1]))
    default: return .bool(try compares(name, arguments[0], arguments[1]))
    }
  }

  /// How many arguments are wanted at least, and at most.
  private static func count(_ arguments: [TemplateValue], for name: String) throws(Problem) {
    let count = arguments.count
    switch name {
    case "not", "len", "base64decode":
      if count != 1 { throw wrong(name, wants: "1", got: count) }
    case "ne", "lt", "le", "gt", "ge":
      if count != 2 { throw wrong(name, wants: "2", got: count) }
    case "and", "or", "index", "slice", "printf", "exists":
      if count < 1 { throw wrong(name, wants: "at least 1", got: count) }
    case "eq":
      if count < 1 { throw wrong(name, wants: "at least 1", got: count) }
      if count < 2 { throw Problem(text: "missing argument for comparison") }
    default: break
    }
  }

  private static func wrong(_ name: String, wants: String, got: Int) -> Problem {
    Problem(
      text: "wrong number of args for \(name): want \(wants) got \(got)", isOfCall: false)
  }

  // MARK: - Collections

  private static func length(of value: TemplateValue) throws(Problem) -> Int {
    switch value {
    case .string(let text): return text.utf8.count
    case .list(let items): return items.count
    case .object(let members): return members.sorted.count
    case .missing, .null:
      throw Problem(text: "reflect: call of reflect.Value.Type on zero Value")
    case .bool, .whole, .floating: throw Problem(text: "len of type \(value.typeName)")
    }
  }

  private static func item(_ arguments: [TemplateValue]) throws(Problem) -> TemplateValue {
    var value = arguments[0]
    for key in arguments.dropFirst() {
      switch (value, key) {
      case (.list(let items), .whole(let place)):
        guard items.indices.contains(place) else {
          throw Problem(text: "index out of range: \(place)")
        }
        value = items[place]
      case (.object(let members), .string(let name)):
        value = members[name].map(TemplateValue.init) ?? .missing
      case (.string(let text), .whole(let place)):
        let bytes = Array(text.utf8)
        guard bytes.indices.contains(place) else {
          throw Problem(text: "index out of range: \(place)")
        }
        value = .whole(Int(bytes[place]))
      case (.missing, _), (.null, _): throw Problem(text: "index of untyped nil")
      case (.list, _): throw Problem(text: "cannot index slice/array with type \(key.typeName)")
      case (.object, _):
        throw Problem(text: "value has type \(key.typeName); should be string")
      default: throw Problem(text: "can't index item of type \(value.typeName)")
      }
    }
    return value
  }

  /// kubectl's own: whether something is found on the way that the further arguments describe.
  private static func exists(_ arguments: [TemplateValue]) -> Bool {
    var value = arguments[0]
    for key in arguments.dropFirst() {
      switch (value, key) {
      case (.list(let items), .whole(let place)) where items.indices.contains(place):
        value = items[place]
      case (.object(let members), .string(let name)):
        guard let found = members[name] else { return false }
        value = TemplateValue(found)
      default: return false
      }
    }
    if case .missing = value { return false }
    return true
  }

  private static func slice(_ arguments: [TemplateValue]) throws(Problem) -> TemplateValue {
    var ends: [Int] = []
    for argument in arguments.dropFirst() {
      guard case .whole(let place) = argument else {
        throw Problem(text: "cannot index slice/array with type \(argument.typeName)")
      }
      ends.append(place)
    }
    let length = try length(of: arguments[0])
    let start = ends.first ?? 0
    let end = ends.count > 1 ? ends[1] : length
    guard 0 <= start, start <= end, end <= length else {
      throw Problem(text: "index out of range: \(start > end || start < 0 ? start : end)")
    }
    switch arguments[0] {
    case .list(let items): return .list(Array(items[start..<end]))
    case .string(let text):
      return .string(String(decoding: Array(text.utf8)[start..<end], as: UTF8.self))
    case .missing, .null, .bool, .whole, .floating, .object:
      throw Problem(text: "can't slice item of type \(arguments[0].typeName)")
    }
  }

  // MARK: - Texts

  private static func formatted(_ arguments: [TemplateValue]) throws(Problem) -> String {
    guard case .string(let format) = arguments[0] else {
      throw Problem(text: "wrong type for value; expected string", isOfCall: false)
    }
    return GoFormat.printf(format, Array(arguments.dropFirst()))
  }

  private static func decoded(_ value: TemplateValue) throws(Problem) -> String {
    guard case .string(let text) = value else {
      throw Problem(
        text: "wrong type for value; expected string; got \(value.typeName)", isOfCall: false)
    }
    guard case .success(let bytes) = Base64.decode(text) else {
      throw Problem(text: "base64 decode failed: illegal base64 data")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - Comparisons

  private static func isEqualToAny(_ arguments: [TemplateValue]) throws(Problem) -> Bool {
    for other in arguments.dropFirst() where try isEqual(arguments[0], other) { return true }
    return false
  }

  private static func isEqual(
    _ left: TemplateValue, _ right: TemplateValue
  ) throws(Problem) -> Bool {
    switch (left, right) {
    case (.bool(let left), .bool(let right)): return left == right
    case (.whole(let left), .whole(let right)): return left == right
    case (.floating(let left), .floating(let right)): return left == right
    case (.string(let left), .string(let right)): return left == right
    case (.missing, .missing), (.null, .null), (.missing, .null), (.null, .missing): return true
    case (.missing, _), (.null, _), (_, .missing), (_, .null): return false
    case (.list, _), (.object, _), (_, .list), (_, .object):
      throw Problem(text: "non-comparable type \(left.inner): \(left.typeName)")
    default: throw Problem(text: "incompatible types for comparison")
    }
  }

  private static func compares(
    _ name: String, _ left: TemplateValue, _ right: TemplateValue
  ) throws(Problem) -> Bool {
    func holds<T: Comparable>(_ left: T, _ right: T) -> Bool {
      switch name {
      case "lt": left < right
      case "le": left <= right
      case "gt": left > right
      default: left >= right
      }
    }
    switch (left, right) {
    case (.whole(let left), .whole(let right)): return holds(left, right)
    case (.floating(let left), .floating(let right)): return holds(left, right)
    case (.string(let left), .string(let right)): return holds(left, right)
    case (.list, _), (.object, _), (.bool, _), (.missing, _), (.null, _):
      throw Problem(text: "invalid type for comparison")
    default: throw Problem(text: "incompatible types for comparison")
    }
  }
}
