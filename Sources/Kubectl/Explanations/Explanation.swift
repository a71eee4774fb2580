import Descriptions

/// What the plain format of `explain` prints about a kind, or about a field inside it.
struct Explanation {
  let root: Schema.Fields
  let isRecursive: Bool

  private let schema = Schema.current
  private let sentences = Sentences.current

  init(of root: Schema.Fields, isRecursive: Bool) {
    self.root = root
    self.isRecursive = isRecursive
  }

  /// Everything below the heading; nil when the names lead nowhere.
  func text(at path: [String]) -> String? {
    var form = Schema.Form.plain(root.name)
    var about: [String?] = []
    var text = ""
    for name in path {
      guard let owner = schema.type(form.element), let field = owner[name] else { return nil }
      form = field.form
      about = [sentences.about(name, of: owner.name)]
      text = "FIELD: \(name) <\(Self.shown(form))>\n\(Self.longWords(of: field))\n\n"
    }
    about.append(sentences.about(form.element))
    let description = about.compactMap { $0 }.map { $0 + "\n" }.joined()
    text += "DESCRIPTION:\n"
    text += Self.block(description.isEmpty ? "<empty>" : description, width: 76, indentation: 4)
    guard let type = schema.type(form.element), !type.fields.isEmpty else { return text }
    return text + "FIELDS:\n" + list(of: type, level: 1, above: [])
  }

  /// A type that is inside itself is not opened again.
  private func list(of type: Schema.Fields, level: Int, above: [String]) -> String {
    var text = ""
    for field in type.fields {
      let indentation = String(repeating: " ", count: 2 * level)
      let mark = field.isRequired ? " -required-" : ""
      text += "\(indentation)\(field.name)\t<\(Self.shown(field.form))>\(mark)"
      text += Self.shortWords(of: field, indentation: indentation) + "\n"
      if isRecursive {
        let element = field.form.element
        guard !above.contains(element), let inner = schema.type(element) else { continue }
        text += list(of: inner, level: level + 1, above: above + [element])
      } else {
        let sentence = sentences.about(field.name, of: type.name) ?? "<no description>"
        text += Self.block(sentence, width: 78 - 2 * level, indentation: 2 * level + 2) + "\n"
      }
    }
    return text
  }

  /// One word a line.
  private static func longWords(of field: Schema.Field) -> String {
    let words = publishedWords(of: field)
    return words.isEmpty ? "" : "ENUM:" + words.map { "\n    \($0)" }.joined()
  }

  /// The first four words in a line.
  private static func shortWords(of field: Schema.Field, indentation: String) -> String {
    let words = publishedWords(of: field)
    guard !words.isEmpty else { return "" }
    let rest = words.count > 4 ? ", ...." : ""
    return "\n\(indentation)enum: " + words.prefix(4).joined(separator: ", ") + rest
  }

  /// The words of a list's items stand elsewhere in what the API publishes, where nobody looks.
  private static func publishedWords(of field: Schema.Field) -> [String] {
    guard field.publishesWords, case .plain = field.form else { return [] }
    return field.words.sorted().map { $0.isEmpty ? "\"\"" : $0 }
  }

  /// What a field holds, between `<` and `>`: times are strings, the other types go by their names.
  private static func shown(_ form: Schema.Form) -> String {
    switch form {
    case .plain("Time"), .plain("MicroTime"): "string"
    case .plain("object"): "Object"
    case .plain, .list, .map: form.text
    }
  }

  /// Wrapped and indented; every line ends, the empty one behind a line's end too.
  private static func block(_ text: String, width: Int, indentation: Int) -> String {
    let space = String(repeating: " ", count: indentation)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapped(String($0), width: width) }.map { "\(space)\($0)\n" }.joined()
  }

  /// Lines of at most `width` characters, but for a word that is longer.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return lines + [line]
  }
}
