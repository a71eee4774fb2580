import Objects

/// How describe shows kinds it knows nothing special about: every field, with a readable name.
enum GenericDescription {
  static func of(_ object: any APIObject) -> Description {
    var text = Description()
    text.field("Name", object.metadata.name)
    text.field("Namespace", object.metadata.namespace)
    text.labels("Labels", object.metadata.labels)
    text.annotations(object.metadata.annotations)
    text.field("API Version", object.kind.apiVersion)
    text.field("Kind", object.kind.rawValue)
    var document = object.shown(managedFields: false)
    for name in ["apiVersion", "kind"] { document[name] = nil }
    for name in ["name", "namespace", "labels", "annotations"] {
      if document["metadata"]?[name] != nil { document["metadata"]?[name] = nil }
    }
    add(document.object ?? Members(), level: 0, to: &text)
    return text
  }

  private static func add(_ members: Members, level: Int, to text: inout Description) {
    for (name, value) in members.sorted {
      let title = title(of: name)
      switch value {
      case .object(let inner):
        text.line(level, "\(title):")
        add(inner, level: level + 1, to: &text)
      case .array(let items):
        text.line(level, "\(title):")
        for item in items {
          if case .object(let inner) = item {
            add(inner, level: level + 1, to: &text)
          } else {
            text.line(level + 1, item.goText)
          }
        }
      case .null, .bool, .integer, .number, .string:
        text.field(title, value.goText, level: level)
      }
    }
  }

  /// `creationTimestamp` as `Creation Timestamp`.
  private static func title(of name: String) -> String {
    if ["uid", "api", "ip", "url", "id"].contains(name) { return name.uppercased() }
    var words = ""
    for (position, character) in name.enumerated() {
      if position == 0 {
        words += character.uppercased()
      } else {
        if character.isUppercase, words.last?.isLowercase == true { words += " " }
        words.append(character)
      }
    }
    return words
  }
}
