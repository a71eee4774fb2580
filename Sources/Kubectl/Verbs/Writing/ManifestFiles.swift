import Manifests
import Objects
import Store

/// The manifests that `-f` names, or the kustomization that `-k` does.
struct ManifestFiles: Sendable {
  private let paths: [String]
  private let kustomization: String?
  private let isRecursive: Bool
  /// Whether it is kubectl that looks first whether a document is an object.
  private let validates: Bool
  /// Whether objects that name no namespace get the one that is meant.
  var fillsNamespaces = true

  /// One object of a manifest.
  struct Item: Sendable {
    var kind: Kind
    var document: APIValue
    /// The file it stands in, as messages name it.
    var source: String
    /// Whether the file itself says which namespace it is in.
    var namesNamespace = true

    var name: String { document.value(at: ["metadata", "name"])?.string ?? "" }
  }

  static let flags = FlagTable(
    """
    filename f []
    kustomize k ''
    recursive R false
    """)

  init(_ invocation: Invocation) throws(UsageError) {
    paths = invocation.commaList("filename")
    isRecursive = invocation.has("recursive")
    let validation = invocation["validate"]
    validates =
      validation != nil && (try? Item.Validation(invocation)).map { $0 != .ignore } ?? true
    let folder = invocation["kustomize"] ?? ""
    kustomization = folder.isEmpty ? nil : folder
    guard kustomization != nil else { return }
    if !paths.isEmpty { throw .error("only one of -f or -k can be specified") }
    if isRecursive { throw .error("the -k flag can't be used with -f or -R") }
  }

  var isEmpty: Bool { paths.isEmpty && kustomization == nil }

  /// Whether one path is given, not to be searched: then a single object in it stands for itself.
  var isSingleFile: Bool { kustomization != nil || paths.count == 1 && !isRecursive }

  var needs: [FileNeed] {
    if let kustomization { return [.kustomization(kustomization, isRestricted: true)] }
    return paths.map { .manifests($0, recursive: isRecursive) }
  }

  /// Every object, in the order of the files; `namespace` is set where one is missing.
  ///
  /// A path that leads nowhere keeps everything from being done. What cannot be read is told in
  /// `failures`; the rest is done all the same, as kubectl does.
  func items(in context: Context, namespace: String?) -> (items: [Item], failures: [Failure]) {
    var items: [Item] = []
    var failures = badPaths(in: context)
    if !failures.isEmpty { return ([], failures) }
    for need in needs {
      do throws(Failure) {
        if case .kustomization(let folder, _) = need {
          let documents = try Kustomize.documents(of: need, in: context)
          try take(documents, from: folder, in: context, namespace, &items, &failures)
          continue
        }
        for file in try files(need, in: context) {
          try read(file.text, from: file.path, in: context, namespace, &items, &failures)
        }
      } catch {
        failures.append(error)
      }
    }
    return (items, failures)
  }

  /// What is wrong with the paths themselves.
  func badPaths(in context: Context) -> [Failure] {
    needs.compactMap { need in
      guard case .manifests(let path, _) = need, path != "-" else { return nil }
      switch context.files[need] {
      case .missing?, .tree?, nil: return .error("the path \"\(path)\" does not exist")
      case .folder(let entries)? where entries.isEmpty:
        return .error(
          "error reading [\(path)]: recognized file extensions are [.json .yaml .yml]")
      case .file?, .folder?, .unreadable?: return nil
      }
    }
  }

  private func files(
    _ need: FileNeed, in context: Context
  ) throws(Failure) -> [FileContents.FolderEntry] {
    if need.path == "-" { return [.init(path: "STDIN", text: context.stdin ?? "")] }
    switch context.files[need] {
    case .file(let text)?: return [.init(path: need.path, text: text)]
    case .folder(let entries)?: return entries
    case .unreadable(let why)?: throw .error("open \(need.path): \(why)")
    // No item of such a path is asked for.
    case .missing?, .tree?, nil: return []
    }
  }

  private func read(
    _ text: String, from path: String, in context: Context, _ namespace: String?,
    _ items: inout [Item], _ failures: inout [Failure]
  ) throws(Failure) {
    let documents: [ManifestDocument]
    do throws(ManifestError) {
      documents = try YAML.documents(in: text)
    } catch {
      let place = [error.line, error.column].compactMap { $0.map { ":\($0)" } }.joined()
      throw .errorInFile(
        "error parsing \(path): error converting YAML to JSON: \(error.goMessage)",
        place: path + place)
    }
    try take(documents.map(\.value), from: path, in: context, namespace, &items, &failures)
  }

  private func take(
    _ documents: [APIValue], from path: String, in context: Context, _ namespace: String?,
    _ items: inout [Item], _ failures: inout [Failure]
  ) throws(Failure) {
    for document in documents.map(\.inCurrentVersion) {
      let isList = document["kind"]?.string == "List"
      for value in isList ? document["items"]?.array ?? [] : [document] {
        if validates { try checkHead(of: value, path) }
        // What is no object, or of an unknown kind, does not keep those behind it from being read.
        if let why = Self.whyUndecodable(value) {
          failures.append(.error("unable to decode \"\(path)\": \(why)"))
        } else if let failure = unknownKind(of: value, path) {
          failures.append(failure)
        } else if let item = try item(value, path, in: context, namespace) {
          items.append(item)
        }
      }
    }
  }

  private func checkHead(of document: APIValue, _ path: String) throws(Failure) {
    var problems: [String] = []
    if document.object == nil { problems = ["invalid object to validate"] }
    for field in ["apiVersion", "kind"] where document.object != nil {
      switch document[field] {
      case .string(let text)? where !text.isEmpty: break
      case .string?, .null?, nil: problems.append("\(field) not set")
      default: problems.append("\(field) isn't string type")
      }
    }
    guard let first = problems.first else { return }
    let why = problems.count == 1 ? first : "[\(problems.joined(separator: ", "))]"
    throw .error(
      "error validating \"\(path)\": error validating data: \(why); if you choose to ignore these "
        + "errors, turn validation off with --validate=false")
  }

  /// Why kubectl itself cannot read a document: it has to know whose it is, and only the rest of
  /// the fields is left to the server.
  private static func whyUndecodable(_ document: APIValue) -> String? {
    let start = "json: cannot unmarshal"
    guard document.object != nil else {
      return "\(start) \(document.typeName) into Go value of type unstructured.detector"
    }
    let head = "into Go struct field metadataOnlyObject"
    for field in ["apiVersion", "kind"] {
      guard let value = document[field], value != .null, value.string == nil else { continue }
      return "\(start) \(value.typeName) \(head).\(field) of type string"
    }
    guard !(document["kind"]?.string ?? "").isEmpty else {
      return "Object 'Kind' is missing in '\(JSON.encode(document, pretty: false))'"
    }
    guard let metadata = document["metadata"], metadata != .null else { return nil }
    guard metadata.object != nil else {
      return "\(start) \(metadata.typeName) \(head).metadata of type v1.ObjectMeta"
    }
    // Every kind has the same metadata.
    var part = Members()
    part["metadata"] = metadata
    return StrictDecoding(.object(part), kind: Kind.configMap.rawValue).typeError
  }

  /// The kind of a document, if it is one that is simulated.
  private func kind(of document: APIValue) -> Kind? {
    let kind = document["kind"]?.string.flatMap(Kind.init(rawValue:))
    return kind?.apiVersion == document["apiVersion"]?.string ? kind : nil
  }

  private func unknownKind(of document: APIValue, _ path: String) -> Failure? {
    if kind(of: document) != nil { return nil }
    let word = document["kind"]?.string ?? ""
    let version = document["apiVersion"]?.string ?? ""
    if APIResource.all.contains(where: { $0.kind == word && $0.apiVersion == version }) {
      return .error(
        "podlab does not simulate \(word) (\(version)) yet: it is left out of \"\(path)\"")
    }
    let name = document.value(at: ["metadata", "name"])?.string ?? ""
    let room = document.value(at: ["metadata", "namespace"])?.string ?? ""
    return .error(
      "resource mapping not found for name: \"\(name)\" namespace: \"\(room)\" from \"\(path)\": "
        + "no matches for kind \"\(word)\" in version \"\(version)\"\n"
        + "ensure CRDs are installed first")
  }

  private func item(
    _ document: APIValue, _ path: String, in context: Context, _ namespace: String?
  ) throws(Failure) -> Item? {
    guard let kind = kind(of: document) else { return nil }
    let own = document.value(at: ["metadata", "namespace"])?.string ?? ""
    return Item(
      kind: kind, document: try placed(document, kind, in: context, namespace), source: path,
      namesNamespace: !own.isEmpty)
  }

  /// The document with its namespace filled in.
  private func placed(
    _ document: APIValue, _ kind: Kind, in context: Context, _ namespace: String?
  ) throws(Failure) -> APIValue {
    guard kind.isNamespaced, fillsNamespaces else { return document }
    var document = document
    let own = document.value(at: ["metadata", "namespace"])?.string ?? ""
    if own.isEmpty {
      var metadata = document["metadata"] ?? .object(Members())
      metadata["namespace"] = .string(namespace ?? context.namespace)
      document["metadata"] = metadata
    } else if let namespace, own != namespace {
      throw .error(
        "the namespace from the provided object \"\(own)\" does not match the namespace "
          + "\"\(namespace)\". You must pass '--namespace=\(own)' to perform this operation.")
    }
    return document
  }
}

extension ManifestFiles.Item {
  var key: ObjectKey {
    ObjectKey(
      kind, namespace: document.value(at: ["metadata", "namespace"])?.string ?? "", name: name)
  }

  /// How strictly unknown fields are taken.
  enum Validation: Sendable {
    case strict
    case warn
    case ignore

    init(_ invocation: Invocation) throws(UsageError) {
      let word = invocation["validate"] ?? "strict"
      switch word {
      case "strict": self = .strict
      case "warn": self = .warn
      case "ignore": self = .ignore
      case _ where Invocation.truth(word) == true: self = .strict
      case _ where Invocation.truth(word) == false: self = .ignore
      default:
        throw .error(
          "invalid - validate option \"\(word)\"; must be one of: strict (or true), warn, ignore "
            + "(or false)")
      }
    }
  }

  /// Checks field names and types; the warnings are said, the errors thrown. `doing` goes before
  /// the server's sentence.
  func check(_ validation: Validation, doing: String) throws(Failure) -> [Part] {
    let decoding = StrictDecoding(document, kind: kind.rawValue)
    let version = kind.facts.version
    let start =
      "\(kind.rawValue) in version \"\(version)\" cannot be handled as a \(kind.rawValue): "
    if let error = decoding.typeError {
      throw .rejected(.badRequest(start + error), doing: doing)
    }
    let deprecation = [kind.deprecation].compactMap(\.self)
    if decoding.unknownFields.isEmpty { return deprecation }
    switch validation {
    case .ignore: return deprecation
    case .warn: return deprecation + decoding.unknownFields.map { .note("Warning: \($0)") }
    case .strict:
      throw .rejected(
        .badRequest(
          start + "strict decoding error: " + decoding.unknownFields.joined(separator: ", ")),
        doing: doing)
    }
  }
}

extension ManifestError {
  /// As the YAML library of kubectl words it: its parser names the line before the one that it
  /// could not go on with.
  var goMessage: String {
    if isOfJSON { return problem }
    guard let line else { return "yaml: \(problem)" }
    let isParser = problem.hasPrefix("did not find expected")
    // What its scanner finds in the first line has no place.
    if !isParser, line == 1 { return "yaml: \(problem)" }
    return "yaml: line \(isParser ? max(1, line - 1) : line): \(problem)"
  }
}
