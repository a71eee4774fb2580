import Descriptions
import Objects

extension APIType {
  /// An instance with what the API server fills in where nothing is said, as the schema has it; the
  /// fields that it leaves alone are unset. Rules keep it in a constant, so that the schema is
  /// asked once for each type however many objects are made.
  static func standardValues(of type: String) -> Self {
    var members = Members()
    for field in Schema.current.type(type)?.fields ?? [] {
      if let value = field.defaultValue { members[field.name] = value }
    }
    var problems: [FieldProblem] = []
    let standard = Self(.object(members), at: FieldPath(), problems: &problems)
    assert(problems.isEmpty, "the schema gives \(type) defaults that it cannot hold")
    return standard
  }
}

extension Schema.Field {
  /// What the API server fills in where nothing is said; nil when it fills in nothing.
  var defaultValue: APIValue? {
    guard let text = defaultText else { return nil }
    switch form {
    case .list: return .array([])
    case .map: return .object(Members())
    case .plain(let name):
      if text == "{}" { return .object(Members()) }
      if name == "boolean" { return .bool(text == "true") }
      if name.hasPrefix("integer") || name == "IntOrString" {
        return Int64(text).map(APIValue.integer) ?? .string(text)
      }
      return .string(text)
    }
  }
}

extension Members {
  /// Fills in the defaults inside the members that are there, which are fields of `type`: for what
  /// the simulator only keeps, such as the disks of vendors.
  mutating func takeDefaults(in type: String) {
    guard !isEmpty, let type = Schema.current.type(type) else { return }
    for field in type.fields {
      guard var value = self[field.name] else { continue }
      value.takeDefaults(of: field.form, depth: 0)
      self[field.name] = value
    }
  }
}

extension APIValue {
  /// Fills in the defaults of a value that is kept as it came, and of all that is inside it.
  mutating func takeDefaults(of type: String, depth: Int = 0) {
    guard var members = object, let type = Schema.current.type(type), depth < 16 else { return }
    for field in type.fields {
      let name = field.name
      if var value = members[name], value != .null {
        value.takeDefaults(of: field.form, depth: depth + 1)
        members[name] = value
      } else if let standard = field.defaultValue {
        members[name] = standard
      }
    }
    self = .object(members)
  }

  fileprivate mutating func takeDefaults(of form: Schema.Form, depth: Int) {
    switch form {
    case .plain(let name): takeDefaults(of: name, depth: depth)
    case .list(let inner):
      guard let items = array else { return }
      self = .array(
        items.map { item in
          var item = item
          item.takeDefaults(of: inner, depth: depth)
          return item
        })
    case .map: break
    }
  }
}
