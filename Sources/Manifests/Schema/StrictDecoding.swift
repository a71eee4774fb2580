import Descriptions
import Objects

/// What the API server finds wrong with a document before it looks at its sense: fields that do
/// not exist, values of the wrong type. Worded as the server does.
public struct StrictDecoding: Sendable {
  /// `unknown field "spec.replicas"`, one for each, in the order of the paths.
  public private(set) var unknownFields: [String] = []
  /// The first value of a wrong type; nil when there is none.
  public private(set) var typeError: String?
  /// The type that should have stood there: `int32`.
  public private(set) var expectedType: String?

  /// Checks a document of this kind; a kind without a description has nothing wrong with it.
  public init(_ document: APIValue, kind: String) {
    guard let type = Schema.current.type(kind) else { return }
    check(document, type, path: "", plainPath: [], depth: 0)
  }

  /// The types of dates, quantities and the like are checked by those who read them.
  private static let openTypes: Set<String> = [
    "IntOrString", "Time", "MicroTime", "RawExtension", "JSON", "FieldsV1", "object",
  ]

  private mutating func check(
    _ value: APIValue, _ type: Schema.Fields, path: String, plainPath: [String], depth: Int
  ) {
    guard case .object(let members) = value, depth < 64 else { return }
    for (name, member) in members.sorted where member != .null {
      let place = path.isEmpty ? name : "\(path).\(name)"
      guard let field = type[name] else {
        unknownFields.append("unknown field \"\(place)\"")
        continue
      }
      check(
        member, field.form, of: type.name, path: place, plainPath: plainPath + [name],
        depth: depth + 1)
    }
  }

  private mutating func check(
    _ value: APIValue, _ form: Schema.Field.Form, of owner: String, path: String,
    plainPath: [String], depth: Int
  ) {
    switch form {
    case .list(let inner):
      guard let items = value.array else {
        return note(value, expected: Self.goName(form), owner, plainPath)
      }
      for (position, item) in items.enumerated() where item != .null {
        check(
          item, inner, of: owner, path: "\(path)[\(position)]", plainPath: plainPath, depth: depth)
      }
    case .map(let inner):
      guard let members = value.object else {
        return note(value, expected: Self.goName(form), owner, plainPath)
      }
      for (name, member) in members.sorted where member != .null {
        check(
          member, inner, of: owner, path: "\(path).\(name)", plainPath: plainPath, depth: depth)
      }
    case .plain(let name):
      // Quantities and the like are listed as types, but are written as plain values.
      let isScalar = name == "Quantity" || Self.openTypes.contains(name)
      if !isScalar, let type = Schema.current.type(name) {
        guard value.object != nil else {
          return note(value, expected: Self.goName(form), owner, plainPath)
        }
        check(value, type, path: path, plainPath: plainPath, depth: depth)
      } else {
        checkScalar(value, name, form, owner, plainPath)
      }
    }
  }

  private mutating func checkScalar(
    _ value: APIValue, _ name: String, _ form: Schema.Field.Form, _ owner: String,
    _ plainPath: [String]
  ) {
    if name == "IntOrString", case .integer(let number) = value, Int32(exactly: number) == nil {
      typeError =
        typeError ?? "json: cannot unmarshal number \(number) into Go value of type int32"
    }
    if Self.openTypes.contains(name) { return }
    let fits: Bool
    switch value {
    case .string(let text):
      if name == "Quantity" {
        if Quantity(text) == nil { typeError = typeError ?? Quantity.pattern }
        return
      }
      fits = name.hasPrefix("string")
    case .bool: fits = name == "boolean"
    case .integer(let number):
      if name == "integer(int32)", Int32(exactly: number) == nil {
        return note(value, "number \(number)", expected: "int32", owner, plainPath)
      }
      fits = name.hasPrefix("integer") || name.hasPrefix("number") || name == "Quantity"
    case .number: fits = name.hasPrefix("number") || name == "Quantity"
    case .null: fits = true
    case .array, .object: fits = false
    }
    if !fits { note(value, expected: Self.goName(form), owner, plainPath) }
  }

  private mutating func note(
    _ value: APIValue, _ wording: String? = nil, expected: String, _ owner: String,
    _ plainPath: [String]
  ) {
    guard typeError == nil else { return }
    expectedType = expected
    typeError =
      "json: cannot unmarshal \(wording ?? value.typeName) into Go struct field "
      + "\(owner).\(plainPath.joined(separator: ".")) of type \(expected)"
  }

  /// The name of a type in the server's own language.
  private static func goName(_ form: Schema.Field.Form) -> String {
    switch form {
    case .list(let inner): "[]" + goName(inner)
    case .map(let inner): "map[string]" + goName(inner)
    case .plain("boolean"): "bool"
    case .plain("integer(int32)"): "int32"
    case .plain("integer(int64)"), .plain("integer"): "int64"
    case .plain(let name):
      name.hasPrefix("string") ? "string" : name.first?.isUppercase == true ? "v1.\(name)" : name
    }
  }
}
