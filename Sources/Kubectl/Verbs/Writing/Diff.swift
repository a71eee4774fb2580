import Engine
import Manifests
import Objects
import Store

/// `kubectl diff`: what apply would change.
struct Diff: Verb {
  static let name = "diff"
  static let summary = "Diff the live version against a would-be applied version"
  static let usage = "diff -f FILENAME"
  static let flags = FlagTable(
    """
    concurrency 1
    field-manager kubectl-client-side-apply
    force-conflicts false
    prune false
    prune-allowlist []
    selector l ''
    server-side false
    show-managed-fields false
    show-secrets false
    """
  ).with(ManifestFiles.flags)

  /// 1 says that there are differences.
  static let failureStatus: Int32 = 2

  private let files: ManifestFiles
  private let namespace: String?
  private let selector: LabelSelector?
  private let isServerSide: Bool
  private let isForced: Bool
  private let showsManagers: Bool
  private let writer: FieldWriter

  init(_ invocation: Invocation) throws(UsageError) {
    if !invocation.words.isEmpty {
      throw .misuse(
        "Unexpected args: [\(invocation.words.joined(separator: " "))]", verb: Self.name)
    }
    files = try ManifestFiles(invocation)
    if files.isEmpty { throw .error("must specify one of -f and -k") }
    namespace = invocation.namespace
    selector = invocation["selector"].flatMap { try? LabelSelector(text: $0) }
    isServerSide = invocation.has("server-side")
    isForced = invocation.has("force-conflicts")
    if isForced, !isServerSide {
      throw .error("--force-conflicts only works with --server-side")
    }
    showsManagers = invocation.has("show-managed-fields")
    let usual = isServerSide ? "kubectl" : "kubectl-client-side-apply"
    let given = invocation.isSet("field-manager") ? invocation["field-manager"] : nil
    writer = FieldWriter(given ?? usual)
  }

  var fileNeeds: [FileNeed] { files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    let (items, failures) = files.items(in: context, namespace: namespace)
    // The differences are shown when all are known.
    if !failures.isEmpty {
      return .show(failures.map(Part.failed), status: Self.failureStatus)
    }
    var parts: [Part] = []
    for item in items where selector.map({ $0.matches(item.labels) }) ?? true {
      let text = try difference(for: item, in: context)
      if !text.isEmpty { parts.append(.out(.text(text))) }
    }
    return .show(parts, status: parts.isEmpty ? 0 : 1)
  }

  private func difference(
    for item: ManifestFiles.Item, in context: Context
  ) throws(Failure) -> String {
    _ = try item.check(.strict, doing: "error when diffing \"\(item.source)\"")
    try context.ask(for: item.key)
    let stored = context.state[item.key]
    let intent: Intent
    if isServerSide {
      intent = .applyServerSide(
        try ServerSideApplying.document(
          item, isForced: isForced, part: .whole, writer: writer))
    } else if let stored {
      let merged = Apply.merged(item.document, into: stored)
      intent = .update(try item.kind.decode(merged.unversioned, in: context))
    } else {
      intent = .create(try item.kind.decode(item.document, in: context))
    }
    let after = try outcome(of: intent, item.key, in: context)
    let facts = item.kind.facts
    let file = [facts.group, facts.version, item.kind.rawValue, item.key.namespace, item.name]
      .filter { !$0.isEmpty }.joined(separator: ".")
    return UnifiedDiff(
      before: stored.map { YAML.encode($0.shown(managedFields: showsManagers)) } ?? "",
      after: YAML.encode(after.shown(managedFields: showsManagers))
    ).text(before: "/tmp/LIVE/\(file)", after: "/tmp/MERGED/\(file)")
  }

  /// What the server would store; nothing is written.
  private func outcome(
    of intent: Intent, _ key: ObjectKey, in context: Context
  ) throws(Failure) -> any APIObject {
    var state = context.state
    var random = SeededRandom(seed: 0)
    do throws(Rejection) {
      _ = try state.apply(intent, by: .user, as: writer, at: context.now, using: &random)
    } catch {
      throw .rejected(error)
    }
    guard var object = state[key] else { throw .rejected(.notFound(key)) }
    // A rehearsal gets no version of its own.
    object.metadata.resourceVersion =
      context.state[key]?.metadata.resourceVersion ?? object.metadata.resourceVersion
    return object
  }
}
