import Manifests
import Objects
import Store

/// `kubectl patch`: some fields of an object.
struct Patch: Verb {
  static let name = "patch"
  static let summary = "Update fields of a resource"
  static let usage = "patch (-f FILENAME | TYPE NAME) [-p PATCH|--patch-file FILE]"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    local false
    patch p ''
    patch-file ''
    subresource ''
    type strategic
    """
  ).with(WriteOptions.flags(as: "kubectl-patch")).with(ManifestFiles.flags)

  private enum Form: String {
    case strategic
    case merge
    case json
  }

  private let targets: WriteTargets
  private let options: WriteOptions
  private let text: String?
  private let file: FileNeed?
  private let form: Form
  private let part: ChangedPart
  private let isLocal: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    text = invocation["patch"].flatMap { $0.isEmpty ? nil : $0 }
    file = invocation["patch-file"].map { .file($0) }
    isLocal = invocation.has("local")
    if text != nil, file != nil {
      throw .error("cannot specify --patch and --patch-file together")
    }
    if text == nil, file == nil {
      throw .error("must specify --patch or --patch-file containing the contents of the patch")
    }
    let word = invocation["type"] ?? "strategic"
    guard let form = Form(rawValue: word) else {
      throw .error("--type must be one of [json merge strategic], not \"\(word)\"")
    }
    self.form = form
    part = try ChangedPart(invocation)
    var options = try WriteOptions(invocation)
    // kubectl forgets that it was a rehearsal when it words what has become of the object.
    options.saysRehearsal = false
    self.options = options
    targets = try WriteTargets(invocation)
    if isLocal, targets.files.isEmpty {
      throw .error("cannot specify --local and server resources")
    }
  }

  var fileNeeds: [FileNeed] { targets.files.needs + (file.map { [$0] } ?? []) }

  func plan(in context: Context) throws(Failure) -> Plan {
    let patch = try readPatch(in: context)
    if isLocal { return try localPlan(patch, in: context) }
    return .submit(
      try targets.steps(in: context) { object throws(Failure) in
        options.staysInside
          ? try rehearsal(of: object, patch) : try steps(for: object, patch, in: context)
      })
  }

  /// What files say, patched and printed as it then is: the cluster is not asked.
  private func localPlan(_ patch: APIValue, in context: Context) throws(Failure) -> Plan {
    var files = targets.files
    files.fillsNamespaces = false
    let (items, failures) = files.items(in: context, namespace: options.namespace)
    var parts: [Part] = []
    for item in items {
      let document = try patched(item.document, item.kind, patch)
      if let shown = options.format?.parts(for: document) {
        parts += shown
      } else {
        let name = "\(item.kind.qualifiedSingular)/\(item.name)"
        let done = document == item.document ? "patched (no change)" : "patched"
        parts.append(.line(options.format == nil ? "\(name) \(done)" : name))
      }
    }
    return .show(parts + failures.map(Part.failed))
  }

  /// What kubectl itself makes of an object: nobody minds fields that do not exist.
  private func rehearsal(
    of object: any APIObject, _ patch: APIValue
  ) throws(Failure) -> [Step] {
    let document = try patched(object.document, object.kind, patch)
    let done = document == object.document ? "patched (no change)" : "patched"
    return [options.rehearsal(document, of: object.kind, done: done)]
  }

  private func readPatch(in context: Context) throws(Failure) -> APIValue {
    var source = text ?? ""
    if let file {
      guard case .file(let text)? = context.files[file] else {
        throw .error("unable to read patch file: open \(file.path): no such file or directory")
      }
      source = text
    }
    do throws(ManifestError) {
      // A patch may be YAML as well; only what begins as JSON must be JSON.
      guard source.trimmingEnds().first == "{" else { return try YAML.value(in: source) }
    } catch {
      throw .error(
        "unable to parse \(GoQuoting.quoted(text ?? "")): \(error.goMessage)")
    }
    do throws(ManifestError) {
      return try JSON.decode(source)
    } catch {
      throw .rejected(.badRequest(error.problem))
    }
  }

  private func steps(
    for object: any APIObject, _ patch: APIValue, in context: Context
  ) throws(Failure) -> [Step] {
    var document = try patched(object.document, object.kind, patch)
    let name = document.value(at: ["metadata", "name"])?.string ?? ""
    if name != object.metadata.name {
      throw .rejected(
        .badRequest(
          "the name of the object (\(name)) does not match the name on the URL "
            + "(\(object.metadata.name))"))
    }
    let decoding = StrictDecoding(document, kind: object.kind.rawValue)
    if decoding.typeError != nil {
      let type = decoding.expectedType ?? "string"
      throw .plain(
        "The request is invalid: patch: Invalid value: \(GoQuoting.quoted(patch.goText)): "
          + "unrecognized type: \(type)")
    }
    // Only who names a version insists on it.
    if patch["metadata"]?["resourceVersion"] == nil { document = document.unversioned }
    document = StrictDecoding.known(document, kind: object.kind.rawValue)
    let changed = try object.kind.decode(document, in: context)
    // Who patches gets told of fields that do not exist, which are then left out.
    let warnings = decoding.unknownFields.map { Part.note("Warning: \($0)") }
    return warnings.map(Step.say) + [
      options.step(
        try part.intent(for: changed), changed, done: "patched",
        unchanged: "patched (no change)")
    ]
  }

  private func patched(
    _ document: APIValue, _ kind: Kind, _ patch: APIValue
  ) throws(Failure) -> APIValue {
    if options.staysInside { try checkIsObject(patch) }
    switch form {
    case .strategic: return try strategically(document, kind, patch)
    case .merge: return MergePatch.merge(patch, into: document)
    case .json:
      do throws(JSONPatch.Problem) {
        return try JSONPatch.apply(patch, to: document)
      } catch {
        if options.staysInside { throw .error(error.message) }
        throw .plain(
          "The request is invalid: the server rejected our request due to an error in our request")
      }
    }
  }

  /// Throws when kubectl is to merge what is no object.
  private func checkIsObject(_ patch: APIValue) throws(Failure) {
    guard patch.object == nil else { return }
    switch form {
    case .strategic: throw .error("invalid JSON document")
    case .merge where patch.array != nil:
      throw .error("json: cannot unmarshal array into Go value of type unstructured.detector")
    case .merge: throw .error("Invalid JSON Patch")
    case .json: return
    }
  }

  private func strategically(
    _ document: APIValue, _ kind: Kind, _ patch: APIValue
  ) throws(Failure) -> APIValue {
    do throws(StrategicMerge.Problem) {
      return try StrategicMerge.patch(patch, onto: document, kind: kind.rawValue)
    } catch {
      if options.staysInside { throw .error(error.message) }
      if error.isBadRequest { throw .rejected(.badRequest(error.message)) }
      throw .plain("Error from server: \(error.message)")
    }
  }
}
