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
  private let selector: LabelSelector?
  private let pruning: Pruning?
  /// Nil unless the server merges.
  private let server: ServerSideApplying?
  private let part: ChangedPart
  private let replacement: Replacement?

  init(_ invocation: Invocation) throws(UsageError) {
    try Self.check(invocation)
    files = try ManifestFiles(invocation)
    options = try WriteOptions(invocation)
    validation = try ManifestFiles.Item.Validation(invocation)
    selector = try Self.selector(invocation)
    pruning = try Pruning(invocation, options)
    part = try ChangedPart(invocation)
    server =
      invocation.has("server-side") ? ServerSideApplying(invocation, options, part) : nil
    replacement = invocation.has("force") ? try Replacement(invocation) : nil
    if files.isEmpty { throw .error("must specify one of -f and -k") }
  }

  private static func check(_ invocation: Invocation) throws(UsageError) {
    if !invocation.words.isEmpty {
      throw .misuse("Unexpected args: [\(invocation.words.joined(separator: " "))]", verb: name)
    }
    let isServerSide = invocation.has("server-side")
    let dryRun = invocation["dry-run"] ?? "none"
    if invocation.has("force-conflicts"), !isServerSide {
      throw .error("--force-conflicts only works with --server-side")
    }
    if isServerSide, dryRun == "client" || dryRun == "unchanged" {
      throw .error(
        "--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)")
    }
    if isServerSide, invocation.has("force") {
      throw .error("--force cannot be used with --server-side")
    }
    if dryRun == "server", invocation.has("force") {
      throw .error("--dry-run=server cannot be used with --force")
    }
  }

  /// The manifests that are meant, where `-l` picks some of them.
  private static func selector(_ invocation: Invocation) throws(UsageError) -> LabelSelector? {
    guard let text = invocation["selector"], !text.isEmpty else { return nil }
    do throws(LabelSelector.TextError) {
      return try LabelSelector(text: text)
    } catch {
      throw .error(error.message)
    }
  }

  var fileNeeds: [FileNeed] { files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    var (items, failures) = files.items(in: context, namespace: options.namespace)
    if let selector {
      items = items.filter { selector.matches($0.labels) }
    }
    if items.isEmpty, failures.isEmpty { throw .error("no objects passed to apply") }
    var plans: [Plan] = []
    var steps: [Step] = failures.map { .say(.failed($0)) }
    for item in items {
      do throws(Failure) {
        if let replacement, let plan = try replacing(item, replacement, in: context) {
          plans += [.submit(steps, gathered: .list), plan]
          steps = []
        } else {
          steps += try self.steps(for: item, in: context)
        }
      } catch {
        steps.append(.say(.failed(error)))
      }
    }
    plans.append(.submit(steps, gathered: .list))
    if let pruning { plans.append(.submit(pruning.steps(besides: items, in: context))) }
    return plans.count == 1 ? plans[0] : .inOrder(plans)
  }

  private func steps(
    for item: ManifestFiles.Item, in context: Context
  ) throws(Failure) -> [Step] {
    guard !item.name.isEmpty else { throw Self.nameless(item) }
    if let server { return [try server.step(for: item, validation)] }
    try context.ask(AccessRequest("get", item.key), doing: item.retrieval)
    guard let stored = context.state[item.key] else { return try create(item, in: context) }
    // What is there already stays as it is: only the server could tell what would come of it.
    if options.dryRun == .client {
      let document = stored.shown(managedFields: false)
      return [options.rehearsal(document, of: item.kind, done: "configured")]
    }
    let doing = "error when patching \"\(item.source)\""
    var notes = try item.check(validation, doing: doing)
    if stored.metadata.annotations[Self.annotation] == nil { notes.append(Self.unrecorded(item)) }
    if stored.metadata.isDeleting {
      notes.append(
        .note(
          "Warning: Detected changes to resource \(item.name) which is currently being deleted."))
    }
    let wanted = Self.annotated(item.document, Self.record(of: item.document))
    let merged = Self.merged(wanted, into: stored)
    let object = try stored.kind.decode(merged.unversioned, in: context, doing: doing)
    // What kubectl has to ask for is a change to it, even if the server finds nothing to do.
    let isSame = merged == stored.document
    return notes.map(Step.say)
      + [
        options.step(
          try part.intent(for: object), object, done: isSame ? "unchanged" : "configured",
          doing: doing)
      ]
  }

  /// Makes an object anew if the server will not take the change.
  private func replacing(
    _ item: ManifestFiles.Item, _ replacement: Replacement, in context: Context
  ) throws(Failure) -> Plan? {
    guard server == nil, options.dryRun == .none, let stored = context.state[item.key] else {
      return nil
    }
    _ = try item.check(validation, doing: "error when patching \"\(item.source)\"")
    let wanted = Self.annotated(item.document, Self.record(of: item.document))
    let changed = try stored.kind.decode(
      Self.merged(wanted, into: stored).unversioned, in: context)
    guard Replacement.isRefused(.update(changed), in: context) else { return nil }
    let object = try stored.kind.decode(wanted, in: context)
    return replacement.plan(
      replacing: stored, say: false,
      then: [options.step(.create(object), object, done: "configured")]
    )
  }

  private static func unrecorded(_ item: ManifestFiles.Item) -> Part {
    .note(
      "Warning: resource \(item.kind.facts.plural)/\(item.name) is missing the \(annotation) "
        + "annotation which is required by kubectl apply. kubectl apply should only be used on "
        + "resources created declaratively by either kubectl create --save-config or kubectl "
        + "apply. The missing annotation will be patched automatically.")
  }

  /// The stored object with everything that is wanted, and without what no longer is.
  static func merged(_ wanted: APIValue, into stored: any APIObject) -> APIValue {
    var wanted = wanted
    wanted["status"] = nil
    // Apply always speaks of annotations: those that others have set stay.
    if wanted.value(at: ["metadata", "annotations"]) == nil {
      wanted["metadata"]?["annotations"] = .object(Members())
    }
    let last = stored.metadata.annotations[annotation].flatMap { try? YAML.value(in: $0) }
    return StrategicMerge.apply(
      wanted, last: last, to: stored.document, kind: stored.kind.rawValue)
  }

  private func create(
    _ item: ManifestFiles.Item, in context: Context
  ) throws(Failure) -> [Step] {
    let doing = "error when creating \"\(item.source)\""
    let document = Self.annotated(item.document, Self.record(of: item.document))
    if options.dryRun == .client {
      return [options.rehearsal(document, of: item.kind, done: "created")]
    }
    let warnings = try item.check(validation, doing: doing)
    let object = try item.kind.decode(document, in: context, doing: doing)
    return warnings.map(Step.say)
      + [options.step(.create(object), object, done: "created", doing: doing)]
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

extension APIValue {
  /// An object's document that may be written whatever has become of the object meanwhile.
  var unversioned: APIValue {
    var copy = self
    copy["metadata"]?["resourceVersion"] = nil
    return copy
  }
}

extension ManifestFiles.Item {
  var labels: StringMap {
    var problems: [FieldProblem] = []
    return document.value(at: ["metadata", "labels"]).map {
      StringMap($0, at: FieldPath(), problems: &problems)
    } ?? StringMap()
  }
}
