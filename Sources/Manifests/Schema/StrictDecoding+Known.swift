import Descriptions
import Objects

extension StrictDecoding {
  /// The document without the fields that do not exist: the server drops them when it is not told
  /// to refuse them.
  public static func known(_ document: APIValue, kind: String) -> APIValue {
    guard let type = Schema.current.type(kind) else { return document }
    return known(document, type)
  }

  private static func known(_ value: APIValue, _ type: Schema.Fields) -> APIValue {
    guard type.plainForm == nil, let members = value.object else { return value }
    var result = Members()
    for (name, member) in members {
      if let field = type[name] { result[name] = known(member, field.form) }
    }
    return .object(result)
  }

  private static func known(_ value: APIValue, _ form: Schema.Form) -> APIValue {
    switch form {
    case .plain(let name):
      guard let type = Schema.current.type(name), !type.fields.isEmpty else { return value }
      return known(value, type)
    case .list(let inner):
      guard let items = value.array else { return value }
      return .array(items.map { known($0, inner) })
    case .map(let inner):
      guard let members = value.object else { return value }
      return .object(Members(members.map { ($0.name, known($0.value, inner)) }))
    }
  }
}
