import Objects

/// How describe shows kinds it knows nothing special about: every field, with a readable name.
enum GenericDescription {
  static func of(_ object: any APIObject) -> Description {
    var text = Description()
    text.field("Name", object.metadata.name)
    text.field("Namespace", object.metadata.namespace)
    text.labels("Labels", object.metadata.labels)
    text.annotations(object.metadata.annotations)
    var document = object.shown(managedFields: false)
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
      case .null: text.field(title, "<nil>", level: level)
      case .bool, .integer, .number, .string: text.field(title, value.goText, level: level)
      }
    }
  }

  /// Words that stand in capitals wherever they come.
  private static let acronyms: Set<String> = ["API", "URL", "UID", "OSB", "GUID"]

  /// `creationTimestamp` as `Creation Timestamp`; names with anything but letters and dashes in
  /// them, such as keys of a map, are left as they are.
  static func title(of name: String) -> String {
    guard name.allSatisfy({ $0.isLetter || $0 == "-" }) else { return name }
    return words(of: name).map { word in
      let capitals = word.uppercased()
      if acronyms.contains(capitals) { return capitals }
      return word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  /// The words of a name in camel case: `podCIDRs` is `pod`, `CID` and `Rs`, since the last of
  /// several capitals begins the word behind it.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    for character in name {
      guard let last = words.last?.last, kind(of: last) == kind(of: character) else {
        if let word = words.last, let last = word.last, last.isUppercase, character.isLowercase {
          words[words.count - 1].removeLast()
          if words[words.count - 1].isEmpty { words.removeLast() }
          words.append(String(last) + String(character))
        } else {
          words.append(String(character))
        }
        continue
      }
      words[words.count - 1].append(character)
    }
    return words
  }

  private static func kind(of character: Character) -> Int {
    character.isLowercase ? 0 : character.isUppercase ? 1 : 2
  }
}
