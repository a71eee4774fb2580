import Descriptions
import Objects

/// The order in which Go declares the fields of a type, and so prints them as JSON.
enum DeclaredOrder {
  /// The document with the fields of every object in the order of its type, and the names of maps
  /// sorted.
  static func arranged(_ document: APIValue) -> APIValue {
    arranged(document, as: "")
  }

  private static func arranged(_ value: APIValue, as type: String) -> APIValue {
    switch value {
    case .null, .bool, .integer, .number, .string: return value
    case .array(let items): return .array(items.map { arranged($0, as: type) })
    case .object(let members):
      // A whole object tells by itself what it is.
      let ownType = members["metadata"] == nil && !type.isEmpty ? nil : members["kind"]?.string
      let type = ownType ?? type
      var ordered = Members()
      for name in names(of: members, as: type) {
        ordered[name] = members[name].map { arranged($0, as: child(name, of: type)) }
      }
      return .object(ordered)
    }
  }

  /// The names of an object: those of its type first, others behind.
  private static func names(of members: Members, as type: String) -> [String] {
    let declared = orders[type] ?? []
    let known = declared.filter { members[$0] != nil }
    return known + members.sorted.names.filter { !declared.contains($0) }
  }

  /// The type of a field; nothing for the items of a map of plain values.
  private static func child(_ field: String, of type: String) -> String {
    guard let described = Schema.current.type(type) else { return "\(type).\(field)" }
    switch described[field]?.form {
    case .plain(let name)?: return name
    case .list(let form)?: return form.element
    case .map?, nil: return ""
    }
  }

  private static let orders: [String: [String]] = {
    var orders: [String: [String]] = [:]
    var type = ""
    for line in table.split(separator: "\n") {
      var words = line.split(separator: " ").map(String.init)
      if line.first != " " { type = String(words.removeFirst().dropLast()) }
      orders[type, default: []] += words
    }
    return orders
  }()
}
