import Manifests

/// `kubectl explain`: what the fields of a kind are and hold.
struct Explain: Verb {
  static let name = "explain"
  static let summary = "Get documentation for a resource"
  static let usage =
    "explain TYPE [--recursive=FALSE|TRUE] [--api-version=api-version-group] "
    + "[-o|--output=plaintext|plaintext-openapiv2]"
  static let takes = WordMeaning.kinds
  static let examples = [
    "# A kind and its fields", "kubectl explain pods", "",
    "# A field, however deep", "kubectl explain pod.spec.containers.readinessProbe", "",
    "# Everything below a field, names only", "kubectl explain deployment.spec --recursive",
  ]
  static let flags = FlagTable(
    """
    api-version ''
    output o plaintext
    recursive R false
    """)

  private let resource: APIResource
  private let fields: [String]
  private let isRecursive: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    guard let word = invocation.words.first else {
      throw .error(
        "You must specify the type of resource to explain. Use \"kubectl api-resources\" for a "
          + "complete list of supported resources.")
    }
    guard invocation.words.count == 1 else {
      throw .error("We accept only this format: explain RESOURCE")
    }
    let parts = word.split(separator: ".").map(String.init)
    let name = parts.first?.lowercased() ?? ""
    guard let found = APIResource.all.first(where: { $0.answers(to: name) }) else {
      throw .unknownResourceType(parts.first ?? word)
    }
    resource = found
    // The words of the group, as in deployments.apps, are no fields.
    let group = resource.group.split(separator: ".").map(String.init)
    let rest = Array(parts.dropFirst())
    fields = !group.isEmpty && rest.starts(with: group) ? Array(rest.dropFirst(group.count)) : rest
    isRecursive = invocation.has("recursive")
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    var text = heading
    guard var type = Schema.current.type(resource.kind) else {
      throw .error("podlab has no description of \(resource.kind)")
    }
    var note = FieldNotes.note(onType: type.name)
    var last: (field: Schema.Field, isPlain: Bool)?
    for name in fields {
      guard let field = type[name], last?.isPlain != true else {
        throw .error("field \"\(name)\" does not exist")
      }
      note = FieldNotes.note(on: name, of: type.name)
      if let inner = Schema.current.type(field.form.element) {
        type = inner
        note = note ?? FieldNotes.note(onType: inner.name)
        last = (field, false)
      } else {
        last = (field, true)
      }
    }
    if let last { text += "FIELD: \(last.field.name) <\(last.field.form.text)>\n\n\n" }
    text += "DESCRIPTION:\n" + Self.wrapped(note ?? "<empty>", indentation: "    ") + "    \n"
    if last?.isPlain != true {
      text += "FIELDS:\n"
      text += isRecursive ? Self.tree(of: type, level: 1, above: [type.name]) : Self.list(of: type)
    }
    return .show(text + "\n")
  }

  private var heading: String {
    var text = ""
    if !resource.group.isEmpty { text += "GROUP:      \(resource.group)\n" }
    let version = resource.apiVersion.split(separator: "/").last.map(String.init) ?? ""
    return text + "KIND:       \(resource.kind)\nVERSION:    \(version)\n\n"
  }

  private static func list(of type: Schema.Fields) -> String {
    type.fields.map { field in
      let note = FieldNotes.note(on: field.name, of: type.name) ?? "<no description>"
      return line(for: field, level: 1) + wrapped(note, indentation: "    ")
    }.joined(separator: "\n")
  }

  private static func line(for field: Schema.Field, level: Int) -> String {
    let indentation = String(repeating: "  ", count: level)
    let mark = field.isRequired ? " -required-" : ""
    return "\(indentation)\(field.name)\t<\(field.form.text)>\(mark)\n"
  }

  /// Names and types all the way down; a type inside itself is not opened again.
  private static func tree(of type: Schema.Fields, level: Int, above: [String]) -> String {
    var text = ""
    for field in type.fields {
      text += line(for: field, level: level)
      let element = field.form.element
      if !above.contains(element), let inner = Schema.current.type(element) {
        text += tree(of: inner, level: level + 1, above: above + [element])
      }
    }
    return text
  }

  /// Lines of at most 80 columns.
  private static func wrapped(_ text: String, indentation: String) -> String {
    var lines: [String] = []
    var line = indentation
    for word in text.split(separator: " ") {
      if line.count + word.count > 79, line != indentation {
        lines.append(line)
        line = indentation
      }
      line += line == indentation ? String(word) : " \(word)"
    }
    return (lines + [line]).map { $0 + "\n" }.joined()
  }
}
