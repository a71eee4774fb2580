import Manifests
import Objects
import Store

/// `kubectl apply`: make the cluster look like the manifests.
struct Apply: Verb {
  static let name = "apply"
  static let summary = "Apply a configuration to a resource by file name or stdin"
  static let usage = "apply (-f FILENAME | -k DIRECTORY)"
  static let flags = FlagTable(
    """
    all false
    cascade background
    force false
    force-conflicts false
    grace-period -1
    openapi-patch true
    overwrite true
    prune false
    prune-allowlist []
    selector l ''
    server-side false
    subresource ''
    timeout 0s
    validate=strict strict
    wait false
    """
  ).with(WriteOptions.flags(as: "kubectl-client-side-apply")).with(ManifestFiles.flags)

  static let annotation = "kubectl.kubernetes.io/last-applied-configuration"

  private let files: ManifestFiles
  private let options: WriteOptions
  private let validation: ManifestFiles.Item.Validation
  private let labels: LabelSelector
  private let isServerSide: Bool
  private let part: ChangedPart

  init(_ invocation: Invocation) throws(UsageError) {
    if !invocation.words.isEmpty {
      throw .misuse(
        "Unexpected args: [\(invocation.words.joined(separator: " "))]", verb: Self.name)
    }
    files = try ManifestFiles(invocation)
    if files.isEmpty { throw .error("must specify one of -f and -k") }
    options = try WriteOptions(invocation)
    validation = try ManifestFiles.Item.Validation(invocation)
    labels = (try? LabelSelector(text: invocation["selector"] ?? "")) ?? LabelSelector()
    isServerSide = invocation.has("server-side")
    part = try ChangedPart(invocation)
  }

  var fileNeeds: [FileNeed] { files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    let (items, failures) = files.items(in: context, namespace: options.namespace)
    if items.isEmpty, failures.isEmpty { throw .error("no objects passed to apply") }
    var steps: [Step] = []
    var late = failures
    for item in items {
      do throws(Failure) {
        steps += try self.steps(for: item, in: context)
      } catch {
        late.append(error)
      }
    }
    return .submit(steps + late.map { .say(.failed($0)) })
  }

  private func steps(
    for item: ManifestFiles.Item, in context: Context
  ) throws(Failure) -> [Step] {
    guard !item.name.isEmpty else { throw Self.nameless(item) }
    guard let stored = context.state[item.key] else { return try create(item, in: context) }
    let doing = "error when patching \"\(item.source)\""
    let warnings = try item.check(validation, doing: doing)
    var wanted = item.document
    let record = Self.record(of: wanted)
    if !isServerSide { wanted = Self.annotated(wanted, record) }
    let object = try Self.merged(wanted, into: stored, in: context)
    let done = isServerSide ? "serverside-applied" : "configured"
    let unchanged = isServerSide ? done : "unchanged"
    return warnings.map(Step.say)
      + [
        options.step(
          try part.intent(for: object), object, done: done, unchanged: unchanged, doing: doing)
      ]
  }

  /// The stored object with everything that is wanted, and without what no longer is.
  static func merged(
    _ wanted: APIValue, into stored: any APIObject, in context: Context
  ) throws(Failure) -> any APIObject {
    var wanted = wanted
    wanted["status"] = nil
    // Apply always speaks of annotations: those that others have set stay.
    if wanted.value(at: ["metadata", "annotations"]) == nil {
      wanted["metadata"]?["annotations"] = .object(Members())
    }
    let last = stored.metadata.annotations[annotation].flatMap { try? YAML.value(in: $0) }
    var merged = StrategicMerge.apply(
      wanted, last: last, to: stored.document, kind: stored.kind.rawValue)
    merged["metadata"]?["resourceVersion"] = nil
    return try stored.kind.decode(merged, in: context)
  }

  private func create(
    _ item: ManifestFiles.Item, in context: Context
  ) throws(Failure) -> [Step] {
    let doing = "error when creating \"\(item.source)\""
    let warnings = try item.check(validation, doing: doing)
    let document =
      isServerSide ? item.document : Self.annotated(item.document, Self.record(of: item.document))
    let object = try item.kind.decode(document, in: context)
    let done = isServerSide ? "serverside-applied" : "created"
    return warnings.map(Step.say)
      + [options.step(.create(object), object, done: done, doing: doing)]
  }

  /// The manifest as apply remembers it in an annotation.
  static func record(of document: APIValue) -> String {
    var copy = document
    var metadata = copy["metadata"] ?? .object(Members())
    var annotations = metadata["annotations"] ?? .object(Members())
    annotations[annotation] = nil
    metadata["annotations"] = annotations
    copy["metadata"] = metadata
    return JSON.encode(copy, pretty: false) + "\n"
  }

  static func annotated(_ document: APIValue, _ record: String) -> APIValue {
    var copy = document
    var metadata = copy["metadata"] ?? .object(Members())
    var annotations = metadata["annotations"] ?? .object(Members())
    annotations[annotation] = .string(record)
    metadata["annotations"] = annotations
    copy["metadata"] = metadata
    return copy
  }

  private static func nameless(_ item: ManifestFiles.Item) -> Failure {
    let facts = item.kind.facts
    let version = facts.group.isEmpty ? "/\(facts.version)" : "\(facts.group)/\(facts.version)"
    return .error(
      "error when retrieving current configuration of:\n"
        + "Resource: \"\(version), Resource=\(facts.plural)\", GroupVersionKind: \"\(version), "
        + "Kind=\(item.kind.rawValue)\"\nName: \"\", Namespace: \"\(item.key.namespace)\"\n"
        + "from server for: \"\(item.source)\": resource name may not be empty")
  }
}
