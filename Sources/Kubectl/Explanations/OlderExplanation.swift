import Descriptions

/// What `explain -o plaintext-openapiv2` prints: the layout before version 1.27.
struct OlderExplanation {
  let root: Schema.Fields
  let isRecursive: Bool

  private let schema = Schema.current
  private let sentences = Sentences.current

  init(of root: Schema.Fields, isRecursive: Bool) {
    self.root = root
    self.isRecursive = isRecursive
  }

  /// - Throws: the failure that names the field that is not there.
  func text(at path: [String]) throws(Failure) -> String {
    var form = Schema.Form.plain(root.name)
    var about: [String?] = []
    for name in path {
      guard let owner = schema.type(form.element), let field = owner[name] else {
        throw .error("field \"\(name)\" does not exist")
      }
      form = field.form
      about = [sentences.about(name, of: owner.name)]
    }
    about.append(sentences.about(form.element))
    let type = schema.type(form.element).flatMap { $0.fields.isEmpty ? nil : $0 }
    var text = "KIND:     \(root.name)\nVERSION:  \(root.apiVersion ?? "")\n\n"
    if let name = path.last {
      text += "\(type == nil ? "FIELD:   " : "RESOURCE:") \(name) <\(shown(form))>\n\n"
    }
    text += "DESCRIPTION:\n"
    let sentences = about.compactMap { $0 }
    text += (sentences.isEmpty ? ["<empty>"] : sentences)
      .map { Self.block($0, indentation: 5) }.joined(separator: "\n")
    guard let type else { return text }
    text += "\nFIELDS:\n"
    return text + (isRecursive ? tree(of: type, depth: 1, above: []) : list(of: type))
  }

  private func list(of type: Schema.Fields) -> String {
    type.fields.map { field in
      let mark = field.isRequired ? " -required-" : ""
      let sentence = sentences.about(field.name, of: type.name) ?? ""
      return "   \(field.name)\t<\(shown(field.form))>\(mark)\n"
        + Self.block(sentence, indentation: 5) + "\n"
    }.joined()
  }

  /// Names and types all the way down; a type inside itself is not opened again.
  private func tree(of type: Schema.Fields, depth: Int, above: [String]) -> String {
    var text = ""
    for field in type.fields {
      text += String(repeating: " ", count: 3 * depth) + "\(field.name)\t<\(shown(field.form))>\n"
      let element = field.form.element
      guard !above.contains(element), let inner = schema.type(element) else { continue }
      text += tree(of: inner, depth: depth + 1, above: above + [element])
    }
    return text
  }

  /// Types with fields are all called objects here, and the others by what they are written as.
  private func shown(_ form: Schema.Form) -> String {
    switch form {
    case .list(let inner): return "[]" + shown(inner)
    case .map(let inner): return "map[string]" + shown(inner)
    case .plain("object"): return "map[string]"
    case .plain(let name):
      guard let type = schema.type(name) else { return form.text }
      guard let plain = type.plainForm else { return "Object" }
      return shown(Schema.Form(plain[...]))
    }
  }

  private static func block(_ text: String, indentation: Int) -> String {
    let space = String(repeating: " ", count: indentation)
    return Explanation.wrapped(text, width: 80 - indentation).map { "\(space)\($0)\n" }.joined()
  }
}
