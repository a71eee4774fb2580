import Engine
import Manifests
import Objects
import Store

/// `kubectl replace`: objects as the manifests have them, nothing kept.
struct Replace: Verb {
  static let name = "replace"
  static let summary = "Replace a resource by file name or stdin"
  static let usage = "replace -f FILENAME"
  static let flags = FlagTable(
    """
    cascade background
    force false
    grace-period -1
    raw ''
    save-config false
    subresource ''
    timeout 0s
    validate=strict strict
    wait false
    """
  ).with(WriteOptions.flags(as: "kubectl-replace")).with(ManifestFiles.flags)

  private let files: ManifestFiles
  private let options: WriteOptions
  private let validation: ManifestFiles.Item.Validation
  private let isForced: Bool
  private let part: ChangedPart
  private let replacement: Replacement

  init(_ invocation: Invocation) throws(UsageError) {
    files = try ManifestFiles(invocation)
    if files.isEmpty { throw .error("must specify one of -f and -k") }
    options = try WriteOptions(invocation)
    validation = try ManifestFiles.Item.Validation(invocation)
    part = try ChangedPart(invocation)
    isForced = invocation.has("force")
    replacement = try Replacement(invocation)
    try check(invocation)
  }

  /// Deleting first is not rehearsed, and how to delete is only a question where that is done.
  private func check(_ invocation: Invocation) throws(UsageError) {
    if isForced, options.dryRun != .none {
      throw .error("--dry-run can not be used when --force is set")
    }
    guard !isForced else { return }
    if invocation.integer("grace-period") >= 0 {
      throw .error("--grace-period must have --force specified")
    }
    if invocation.duration("timeout") != .zero {
      throw .error("--timeout must have --force specified")
    }
  }

  var fileNeeds: [FileNeed] { files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    let (items, failures) = files.items(in: context, namespace: options.namespace)
    var steps: [Step] = []
    var deletions: [Step] = []
    var targets: [(key: ObjectKey, uid: String)] = []
    for item in items {
      do throws(Failure) {
        if options.dryRun == .client {
          steps.append(options.rehearsal(item.document, of: item.kind, done: "replaced"))
          continue
        }
        let object = try object(for: item, in: context)
        if isForced {
          if let stored = context.state[item.key] {
            deletions.append(replacement.step(deleting: stored, say: true))
            targets.append((stored.key, stored.metadata.uid))
          }
          steps.append(options.create(object, in: context, done: "replaced"))
        } else {
          let doing = "error when replacing \"\(item.source)\""
          guard context.state[item.key] != nil else {
            throw .rejected(.notFound(item.key), doing: doing)
          }
          steps.append(
            try options.step(part.intent(for: object), object, done: "replaced", doing: doing))
        }
      } catch {
        steps.append(.say(.failed(error)))
      }
    }
    let submit = Plan.submit(
      steps + failures.map { .say(.failed($0)) }, gathered: .apart)
    guard isForced, !targets.isEmpty else { return submit }
    return .inOrder([
      .submit(deletions), .wait(replacement.wait(for: targets)), submit,
    ])
  }

  private func object(
    for item: ManifestFiles.Item, in context: Context
  ) throws(Failure) -> any APIObject {
    let doing = "error when replacing \"\(item.source)\""
    _ = try item.check(validation, doing: doing)
    var document = item.document
    // What the cluster hands out is not taken back by a manifest that does not mention it.
    if item.kind == .service, let stored = context.state[item.key] as? Service,
      document.value(at: ["spec", "clusterIP"]) == nil
    {
      document["spec"]?["clusterIP"] = stored.spec.clusterIP.map(APIValue.string)
      document["spec"]?["clusterIPs"] = .array(stored.spec.clusterIPs.map(APIValue.string))
    }
    return try item.kind.decode(document, in: context, doing: doing)
  }
}
