import Engine
import Manifests
import Objects
import Store

/// What `-o` may ask for.
public enum OutputFormat: Sendable {
  case wide
  case name
  case yaml
  case json
  case jsonPath(JSONPath)
  /// The found values as a JSON list.
  case jsonPathAsJSON(JSONPath)
  case customColumns([CustomColumn])
  case goTemplate(GoTemplate)
  /// A template or columns that stand in a file; `option` is the word before the path.
  case inFile(option: String, path: String)

  /// A title and where its values are found.
  public struct CustomColumn: Sendable {
    var title: String
    var path: JSONPath
  }

  /// The formats a verb offers.
  public enum Offer: Sendable {
    /// Those for single objects.
    case documents
    /// Those for tables as well.
    case tables

    var list: String {
      let templates =
        "go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,"
        + "template,templatefile"
      return switch self {
      case .documents: templates + ",yaml"
      case .tables: "custom-columns,custom-columns-file," + templates + ",wide,yaml"
      }
    }
  }

  /// Reads the value of `-o`; nil stays nil, the verb's own form.
  public static func read(
    _ text: String?, template: String? = nil, offering offer: Offer
  ) throws(UsageError) -> OutputFormat? {
    guard let text else { return nil }
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let option = parts.first ?? ""
    let argument = parts.count > 1 ? parts[1] : template
    switch option {
    case "yaml", "kyaml": return .yaml
    case "json": return .json
    case "name": return .name
    case "jsonpath", "jsonpath-as-json":
      guard let argument else {
        throw .error("template format specified but no template given")
      }
      let path = try jsonPath(argument)
      return option == "jsonpath" ? .jsonPath(path) : .jsonPathAsJSON(path)
    case "jsonpath-file":
      return .inFile(option: option, path: argument ?? "")
    case "go-template", "template":
      guard let argument else {
        throw .error("template format specified but no template given")
      }
      return .goTemplate(try goTemplate(argument))
    case "go-template-file", "templatefile":
      return .inFile(option: "go-template-file", path: argument ?? "")
    default: break
    }
    if case .tables = offer {
      switch option {
      case "wide": return .wide
      case "custom-columns": return .customColumns(try columns(argument ?? ""))
      case "custom-columns-file": return .inFile(option: option, path: argument ?? "")
      default: break
      }
    }
    throw .error(
      "unable to match a printer suitable for the output format \"\(text)\", allowed formats are: "
        + offer.list)
  }

  private static func jsonPath(_ text: String) throws(UsageError) -> JSONPath {
    do throws(JSONPath.Problem) {
      return try JSONPath(text)
    } catch {
      throw .error("error parsing jsonpath \(text), \(error.message)")
    }
  }

  private static func goTemplate(_ text: String) throws(UsageError) -> GoTemplate {
    do throws(GoTemplate.Problem) {
      return try GoTemplate(text)
    } catch {
      throw .error("error parsing template \(text), \(error.message)")
    }
  }

  private static func columns(_ text: String) throws(UsageError) -> [CustomColumn] {
    if text.isEmpty {
      throw .error("custom-columns format specified but no custom columns given")
    }
    var columns: [CustomColumn] = []
    for part in text.split(separator: ",") {
      let sides = part.split(separator: ":", maxSplits: 1).map(String.init)
      guard sides.count == 2 else {
        throw .error(
          "unexpected custom-columns spec: \(part), expected <header>:<json-path-expr>")
      }
      columns.append(CustomColumn(title: sides[0], path: try jsonPath(sides[1])))
    }
    return columns
  }

  /// The file this format needs before it can be used.
  public var fileNeed: FileNeed? {
    if case .inFile(_, let path) = self { .file(path) } else { nil }
  }

  /// This format with what its file holds.
  func resolved(in context: Context) throws(Failure) -> OutputFormat {
    guard case .inFile(let option, let path) = self else { return self }
    guard case .file(let text)? = context.files[.file(path)] else {
      throw .error("error reading template \(path), open \(path): no such file or directory")
    }
    do throws(UsageError) {
      if option == "jsonpath-file" { return .jsonPath(try Self.jsonPath(text.trimmingEnds())) }
      if option == "go-template-file" { return .goTemplate(try Self.goTemplate(text)) }
      let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      let titles = lines.first ?? []
      let paths = lines.dropFirst().first ?? []
      return .customColumns(
        try Self.columns(zip(titles, paths).map { "\($0):\($1)" }.joined(separator: ",")))
    } catch {
      throw .usage(error)
    }
  }
}

extension OutputFormat {
  /// How one object or list looks in this format; wide and name are for tables and nil here.
  func part(for document: APIValue) -> Part? {
    switch self {
    case .wide, .name, .inFile: return nil
    case .yaml: return .out(.document(document, .yaml))
    case .json: return .out(.document(document, .json))
    case .jsonPathAsJSON(let path):
      return .out(.document(.array(path.values(in: document)), .json))
    case .customColumns(let columns):
      return .out(.table(Self.table([document], columns)))
    case .goTemplate(let template):
      do throws(GoTemplate.Problem) {
        return .out(.text(try template.text(of: document)))
      } catch {
        return .failed(
          .error("error executing template \"\(template.source)\": \(error.message)"))
      }
    case .jsonPath(let path):
      do throws(JSONPath.Problem) {
        return .out(.text(try path.text(of: document)))
      } catch {
        return .failed(.error("error executing jsonpath: \(error.message)"))
      }
    }
  }

  /// What a command that has written `object` prints with this format.
  public func part(for object: any APIObject, managedFields: Bool = false) -> Part {
    part(for: object.shown(managedFields: managedFields || showsManagers))
      ?? .line("\(object.kind.qualifiedSingular)/\(object.metadata.name)")
  }

  /// Whether what this format prints may hold the record of field managers. Unlike the plain
  /// documents, templates get it without being asked.
  var showsManagers: Bool {
    switch self {
    case .wide, .name, .yaml, .json, .inFile: false
    case .jsonPath(let path), .jsonPathAsJSON(let path): path.showsFieldManagers
    case .customColumns(let columns): columns.contains { $0.path.showsFieldManagers }
    case .goTemplate(let template): template.source.contains("managedFields")
    }
  }

  static func table(_ documents: [APIValue], _ columns: [CustomColumn]) -> Table {
    Table(
      header: columns.map(\.title),
      rows: documents.map { document in
        columns.map { column in
          let found = column.path.values(in: document).map(\.goText)
          return found.isEmpty ? "<none>" : found.joined(separator: ",")
        }
      })
  }
}

extension APIObject {
  /// The document as kubectl shows it, without the record of who manages which field unless asked.
  func shown(managedFields: Bool) -> APIValue {
    if !managedFields { return document }
    var copy = self
    copy.metadata.managedFields = ManagedFields.entries(of: self)
      .map(\.document)
    return copy.document
  }
}

extension APIValue {
  /// As Go prints a value of any type: `map[cpu:100m]`, `[a b]`, `<nil>`.
  var goText: String {
    switch self {
    case .null: return "<none>"
    case .bool(let flag): return "\(flag)"
    case .integer(let number): return "\(number)"
    case .number(let number): return "\(number)"
    case .string(let text): return text
    case .array(let items): return "[" + items.map(\.goText).joined(separator: " ") + "]"
    case .object(let members):
      let texts = members.sorted.map { "\($0.name):\($0.value.goText)" }
      return "map[" + texts.joined(separator: " ") + "]"
    }
  }
}
