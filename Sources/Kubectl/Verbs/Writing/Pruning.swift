import Objects
import Store

/// `apply --prune`: what was applied once and stands in no manifest any longer is deleted.
struct Pruning: Sendable {
  private let options: WriteOptions
  private let selector: LabelSelector
  private let kinds: [Kind]
  private let deletion: DeleteOptions

  /// The kinds that kubectl looks through unless it is told others, those in namespaces first.
  private static let usualKinds: [Kind] = [
    .configMap, .endpoints, .persistentVolumeClaim, .pod, .secret, .service, .job, .cronJob,
    .daemonSet, .deployment, .replicaSet, .statefulSet, .namespace, .persistentVolume,
  ]

  /// Nil without `--prune`.
  init?(_ invocation: Invocation, _ options: WriteOptions) throws(UsageError) {
    let text = invocation["selector"] ?? ""
    if invocation.has("all"), !text.isEmpty {
      throw .error("cannot set --all and --selector at the same time")
    }
    guard invocation.has("prune") else { return nil }
    if !invocation.has("all"), text.isEmpty {
      throw .error(
        "all resources selected for prune without explicitly passing --all. To prune all "
          + "resources, pass the --all flag. If you did not mean to prune all resources, specify a "
          + "label selector")
    }
    self.options = options
    selector = (try? LabelSelector(text: text)) ?? LabelSelector()
    let named = invocation.commaList("prune-allowlist")
    var kinds: [Kind] = []
    for word in named { kinds.append(try Self.kind(word)) }
    self.kinds = named.isEmpty ? Self.usualKinds : kinds
    deletion = DeleteOptions(
      propagation: try DeleteOptions.Propagation(word: invocation["cascade"] ?? "background"))
  }

  private static func kind(_ word: String) throws(UsageError) -> Kind {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else {
      throw .error(
        "invalid GroupVersionKind format: \(word), please follow <group/version/kind>")
    }
    let group = parts[0] == "core" ? "" : parts[0]
    guard let kind = Kind(rawValue: parts[2]), kind.facts.group == group,
      kind.facts.version == parts[1]
    else {
      let version = group.isEmpty ? parts[1] : "\(group)/\(parts[1])"
      throw .error("no matches for kind \"\(parts[2])\" in version \"\(version)\"")
    }
    return kind
  }

  /// The deletions of what is in none of `items`, in the namespaces that these are in.
  func steps(besides items: [ManifestFiles.Item], in context: Context) -> [Step] {
    let applied = Set(items.map(\.key))
    var namespaces: [String] = []
    for item in items where item.kind.isNamespaced && !namespaces.contains(item.key.namespace) {
      namespaces.append(item.key.namespace)
    }
    var steps: [Step] = []
    for namespace in namespaces {
      for kind in kinds where kind.isNamespaced {
        steps += context.state.keys(kind, in: namespace).compactMap {
          step(pruning: $0, unless: applied, in: context)
        }
      }
    }
    // Where -n is given, only that namespace is meant.
    guard options.namespace == nil else { return steps }
    for kind in kinds where !kind.isNamespaced {
      steps += context.state.keys(kind).compactMap {
        step(pruning: $0, unless: applied, in: context)
      }
    }
    return steps
  }

  private func step(
    pruning key: ObjectKey, unless applied: Set<ObjectKey>, in context: Context
  ) -> Step? {
    guard !applied.contains(key), let object = context.state[key],
      object.metadata.annotations[Apply.annotation] != nil,
      selector.matches(object.metadata.labels)
    else { return nil }
    let line = options.line(object, "pruned")
    if options.dryRun == .client { return .say(.line(line)) }
    return .write(
      Write(.delete(key, deletion), answer: .line(line), isDryRun: options.dryRun == .server))
  }
}
