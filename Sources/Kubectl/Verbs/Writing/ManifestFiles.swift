import Manifests
import Objects
import Store

/// The manifests that `-f` names, or the kustomization that `-k` does.
struct ManifestFiles: Sendable {
  private let paths: [String]
  private let kustomization: String?
  private let isRecursive: Bool
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
    let folder = invocation["kustomize"] ?? ""
    kustomization = folder.isEmpty ? nil : folder
    guard kustomization != nil else { return }
    if !paths.isEmpty { throw .error("only one of -f or -k can be specified") }
    if isRecursive { throw .error("the -k flag can't be used with -f or -R") }
  }

  var isEmpty: Bool { paths.isEmpty && kustomization == nil }

  /// Whether one path is given, not to be searched: then a single object in it stands for itself.
  var isSingleFile: Bool { paths.count == 1 && !isRecursive }

  var needs: [FileNeed] {
    if let kustomization { return [.kustomization(kustomization, isRestricted: true)] }
    return paths.map { .manifests($0, recursive: isRecursive) }
  }

  /// Every object, in the order of the files; `namespace` is set where one is missing.
  ///
  /// What cannot be read is told in `failures`; the rest is done all the same, as kubectl does.
  func items(in context: Context, namespace: String?) -> (items: [Item], failures: [Failure]) {
    var items: [Item] = []
    var failures: [Failure] = []
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

  private func files(
    _ need: FileNeed, in context: Context
  ) throws(Failure) -> [FileContents.FolderEntry] {
    if need.path == "-" { return [.init(path: "STDIN", text: context.stdin ?? "")] }
    switch context.files[need] {
    case .file(let text)?: return [.init(path: need.path, text: text)]
    case .folder(let entries)?: return entries
    case .unreadable(let why)?: throw .error("open \(need.path): \(why)")
    case .missing?, .tree?, nil: throw .error("the path \"\(need.path)\" does not exist")
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
        try checkHead(of: value, path)
        // A document of an unknown kind does not keep those behind it from being read.
        if let failure = unknownKind(of: value, path) {
          failures.append(failure)
        } else if let item = try item(value, path, in: context, namespace) {
          items.append(item)
        }
      }
    }
  }

  private func checkHead(of document: APIValue, _ path: String) throws(Failure) {
    guard document.object != nil else {
      throw .error(
        "error parsing \(path): error converting YAML to JSON: document is not an object")
    }
    for field in ["kind", "apiVersion"] where (document[field]?.string ?? "").isEmpty {
      throw .error(
        "error validating \"\(path)\": error validating data: \(field) not set; if you choose to "
          + "ignore these errors, turn validation off with --validate=false")
    }
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
      switch invocation["validate"] ?? "strict" {
      case "strict", "true": self = .strict
      case "warn": self = .warn
      case "ignore", "false": self = .ignore
      default:
        throw .error(
          "invalid argument \"\(invocation["validate"] ?? "")\" for \"--validate\" flag: "
            + "must be one of strict, warn or ignore")
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
    return "yaml: line \(isParser ? max(1, line - 1) : line): \(problem)"
  }
}
