import Engine
import Manifests
import Objects
import Store

/// What `-o` may ask for.
public enum OutputFormat: Sendable {
  case wide
  case name
  case yaml
  case kyaml
  /// `isDeclared` when kubectl has typed objects, whose fields it prints in the order in which
  /// they are declared; what it only passes on has its names sorted.
  case json(isDeclared: Bool = false)
  case jsonPath(JSONPath, allowsMissing: Bool = true)
  /// The found values as a JSON list.
  case jsonPathAsJSON(JSONPath)
  case customColumns([CustomColumn])
  case goTemplate(GoTemplate, allowsMissing: Bool = true)
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

  /// Reads the value of `-o`; nil stays nil, the verb's own form. `allowsMissing` is what
  /// `--allow-missing-template-keys` says.
  public static func read(
    _ text: String?, template: String? = nil, offering offer: Offer, allowsMissing: Bool = true
  ) throws(UsageError) -> OutputFormat? {
    guard let text = text ?? template.map({ _ in "go-template" }) else { return nil }
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    let option = parts.first ?? ""
    if parts.count == 1, let plain = plain(option, offering: offer) { return plain }
    let argument = parts.count > 1 && !parts[1].isEmpty ? parts[1] : template
    let found = try templated(option, argument, offering: offer)
    guard let found else {
      throw .error(
        "unable to match a printer suitable for the output format \"\(text)\", allowed formats "
          + "are: " + offer.list)
    }
    return found.allowingMissing(allowsMissing)
  }

  /// Those that are a word and nothing else.
  private static func plain(_ option: String, offering offer: Offer) -> OutputFormat? {
    // These go by their names however they are written, the wide table does not.
    switch (option.lowercased(), offer) {
    case ("yaml", _): .yaml
    case ("kyaml", _): .kyaml
    case ("json", _): .json()
    case ("name", _): .name
    case ("wide", .tables): option == "wide" ? .wide : nil
    default: nil
    }
  }

  private static func templated(
    _ option: String, _ argument: String?, offering offer: Offer
  ) throws(UsageError) -> OutputFormat? {
    func given() throws(UsageError) -> String {
      if let argument { return argument }
      throw .error("template format specified but no template given")
    }
    switch (option, offer) {
    case ("jsonpath", _): return .jsonPath(try jsonPath(try given()))
    case ("jsonpath-as-json", _): return .jsonPathAsJSON(try jsonPath(try given()))
    case ("go-template", _), ("template", _): return .goTemplate(try goTemplate(try given()))
    case ("jsonpath-file", _): return .inFile(option: option, path: try given())
    case ("go-template-file", _), ("templatefile", _):
      return .inFile(option: "go-template-file", path: try given())
    case ("custom-columns", .tables): return .customColumns(try columns(argument ?? ""))
    case ("custom-columns-file", .tables):
      guard let argument else { throw noColumns }
      return .inFile(option: option, path: argument)
    default: return nil
    }
  }

  /// This format with an error for every field that is not there, unless they may be missing.
  private func allowingMissing(_ allowsMissing: Bool) -> OutputFormat {
    switch self {
    case .jsonPath(let path, _): .jsonPath(path, allowsMissing: allowsMissing)
    case .goTemplate(let template, _): .goTemplate(template, allowsMissing: allowsMissing)
    case .wide, .name, .yaml, .kyaml, .json, .jsonPathAsJSON, .customColumns, .inFile: self
    }
  }

  private static let noColumns = UsageError.error(
    "custom-columns format specified but no custom columns given")

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
    if text.isEmpty { throw noColumns }
    var columns: [CustomColumn] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      guard sides.count == 2 else {
        throw .error(
          "unexpected custom-columns spec: \(part), expected <header>:<json-path-expr>")
      }
      do throws(JSONPath.Problem) {
        columns.append(CustomColumn(title: sides[0], path: try JSONPath(relaxed: sides[1])))
      } catch {
        throw .error(error.message)
      }
    }
    return columns
  }

  /// The file this format needs before it can be used.
  public var fileNeed: FileNeed? {
    if case .inFile(_, let path) = self { .file(path) } else { nil }
  }

  /// This format where kubectl has typed objects to print.
  var ofTyped: OutputFormat {
    if case .json = self { .json(isDeclared: true) } else { self }
  }

  /// This format with what its file holds.
  func resolved(in context: Context) throws(Failure) -> OutputFormat {
    guard case .inFile(let option, let path) = self else { return self }
    guard case .file(let text)? = context.files[.file(path)] else {
      let flag = option == "custom-columns-file" ? "template" : "--template"
      throw .error("error reading \(flag) \(path), open \(path): no such file or directory")
    }
    do throws(UsageError) {
      if option == "jsonpath-file" { return .jsonPath(try Self.jsonPath(text)) }
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
  /// Whether it is of whole documents, not of their names.
  var showsDocuments: Bool {
    switch self {
    case .wide, .name, .inFile: false
    case .yaml, .kyaml, .json, .customColumns, .goTemplate, .jsonPath, .jsonPathAsJSON: true
    }
  }

  /// How one object or list looks in this format; wide and name are for tables and nil here.
  func parts(for document: APIValue) -> [Part]? {
    switch self {
    case .wide, .name, .inFile: return nil
    case .yaml: return [.out(.document(document, .yaml))]
    case .kyaml: return [.out(.document(document, .kyaml))]
    case .json(let isDeclared):
      return [.out(.document(document, isDeclared ? .declaredJSON : .json))]
    case .customColumns(let columns):
      let (table, failure) = Self.table([document], columns)
      return [.out(.table(table))] + failure
    case .goTemplate(let template, let allowsMissing):
      return Self.parts(for: document, template, allowsMissing: allowsMissing)
    case .jsonPathAsJSON(let path):
      do throws(JSONPath.Problem) {
        let lists = try path.results(in: document)
        return [.out(.text(lists.map { JSON.encode(.array($0), pretty: true) + "\n" }.joined()))]
      } catch {
        return [Self.failure(path, error, document)]
      }
    case .jsonPath(let path, let allowsMissing):
      do throws(JSONPath.Problem) {
        return [.out(.text(try path.text(of: document, allowMissing: allowsMissing)))]
      } catch {
        return [Self.failure(path, error, document)]
      }
    }
  }

  /// Everything that may help to find what is wrong with a path, as kubectl tells it.
  private static func failure(
    _ path: JSONPath, _ problem: JSONPath.Problem, _ document: APIValue
  ) -> Part {
    .failed(
      .error(
        "error executing jsonpath \(GoQuoting.quoted(path.source)): Error executing template: "
          + "\(problem.message). Printing more information for debugging the template:\n"
          + "\ttemplate was:\n\t\t\(path.source)\n"
          + "\tobject given to jsonpath engine was:\n\t\t\(document.goSyntax)\n\n"))
  }

  private static func parts(
    for document: APIValue, _ template: GoTemplate, allowsMissing: Bool
  ) -> [Part] {
    let (text, problem) = template.run(over: document, allowMissing: allowsMissing)
    guard let problem else { return [.out(.text(text))] }
    let debugging =
      "Error executing template: \(problem.message). Printing more information for debugging the "
      + "template:\n\ttemplate was:\n\t\t\(template.source)\n"
      + "\traw data was:\n\t\t\(JSON.encode(document, pretty: false))\n"
      + "\tobject given to template engine was:\n\t\t\(document.goValueText)\n\n"
    return [
      .out(.text(text + debugging)),
      .failed(
        .error(
          "error executing template \(GoQuoting.quoted(template.source)): \(problem.message)")),
    ]
  }

  /// What a command that has written `object` prints with this format.
  public func parts(for object: any APIObject, managedFields: Bool = false) -> [Part] {
    parts(for: object.shown(managedFields: managedFields || showsManagers))
      ?? [.line("\(object.kind.qualifiedSingular)/\(object.metadata.name)")]
  }

  /// Whether what this format prints may hold the record of field managers. Unlike the plain
  /// documents, templates get it without being asked.
  var showsManagers: Bool {
    switch self {
    case .wide, .name, .yaml, .kyaml, .json, .inFile: false
    case .jsonPath(let path, _), .jsonPathAsJSON(let path): path.showsFieldManagers
    case .customColumns(let columns): columns.contains { $0.path.showsFieldManagers }
    case .goTemplate(let template, _): template.source.contains("managedFields")
    }
  }

  /// The columns of as many documents as their paths can be followed in, and why not in the next.
  /// A value with line breaks in it ends its line wherever it stands, as kubectl lets it.
  static func table(
    _ documents: [APIValue], _ columns: [CustomColumn]
  ) -> (table: Table, failure: [Part]) {
    var rows: [[String]] = []
    var failure: [Part] = []
    do throws(JSONPath.Problem) {
      for document in documents { rows.append(try row(of: document, columns)) }
    } catch {
      failure = [.failed(.error(error.message))]
    }
    let lines = rows.flatMap { row in
      row.joined(separator: "\t").split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
    }
    return (Table(header: columns.map(\.title), rows: lines), failure)
  }

  private static func row(
    of document: APIValue, _ columns: [CustomColumn]
  ) throws(JSONPath.Problem) -> [String] {
    var cells: [String] = []
    for column in columns {
      let found = try column.path.results(in: document).flatMap(\.self).map(\.goValueText)
      cells.append(found.isEmpty ? "<none>" : found.joined(separator: ","))
    }
    return cells
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
  var goText: String { goValueText }
}
