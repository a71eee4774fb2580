import Engine
import Objects
import Store

/// Empties namespaces that are being deleted, and lets them go when nothing is left.
struct NamespaceController: ControlLoop {
  static let name = "namespace-controller"
  static let watched: Set<Kind>? = [.namespace]

  /// How long the content of a deleted namespace stays untouched.
  static let delay = SimSpan.seconds(5)
  /// How long objects that something else holds are given, where nothing says better.
  private static let finalizerEstimate = 15

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    guard let (before, after) = change.sides(Namespace.self), let after,
      after.metadata.isDeleting, before?.metadata.isDeleting != true
    else { return [] }
    return [(change.key, now + Self.delay)]
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, var namespace = draft.state[object] as? Namespace,
      namespace.metadata.isDeleting
    else { return }
    let name = namespace.metadata.name
    delete([.pod], in: name, &draft)
    let pods = draft.state.all(Pod.self, in: name)
    let patience = pods.filter { !$0.hasEnded }
      .map { $0.spec.terminationGracePeriodSeconds ?? 30 }.max()
    if let patience {
      // Everything else waits for the pods; the conditions do not say so, here as there.
      wait(for: patience, remaining: [:], in: namespace, &draft)
      return
    }
    let kinds = Kind.allCases.filter { $0.isNamespaced }
    delete(kinds, in: name, &draft)
    let remaining = Dictionary(
      uniqueKeysWithValues: kinds.map { ($0, draft.state.keys($0, in: name).count) })
    if remaining.values.contains(where: { $0 > 0 }) {
      wait(for: Self.finalizerEstimate, remaining: remaining, in: namespace, &draft)
    } else {
      namespace.spec.finalizers.removeAll { $0 == "kubernetes" }
      draft.attempt(.update(namespace))
    }
  }

  private func delete(_ kinds: [Kind], in namespace: String, _ draft: inout Draft) {
    for key in kinds.flatMap({ draft.state.keys($0, in: namespace) }) {
      if draft.state[key]?.metadata.isDeleting ?? true { continue }
      draft.attempt(.delete(key, DeleteOptions()))
    }
  }

  /// Looks again after half the time the rest is expected to need.
  private func wait(
    for seconds: Int, remaining: [Kind: Int], in namespace: Namespace, _ draft: inout Draft
  ) {
    var namespace = namespace
    for condition in Self.conditions(remaining, in: draft.state, namespace.metadata.name) {
      var condition = condition
      condition.lastTransitionTime = draft.now.wholeSecond
      namespace.status.conditions.set(condition)
    }
    draft.attempt(.updateStatus(namespace))
    draft.look(namespace.key, at: draft.now + .seconds(Int64(seconds / 2 + 1)))
  }

  private static func conditions(
    _ remaining: [Kind: Int], in state: ClusterState, _ namespace: String
  ) -> [Condition] {
    let left = remaining.filter { $0.value > 0 }.sorted { $0.key.rawValue < $1.key.rawValue }
    let counts = left.map { "\($0.key.qualifiedPlural). has \($0.value) resource instances" }
    let finalizers = left.flatMap { state.keys($0.key, in: namespace) }
      .flatMap { state[$0]?.metadata.finalizers ?? [] }
    let holders = Set(finalizers).sorted().map { name in
      "\(name) in \(finalizers.count { $0 == name }) resource instances"
    }
    return [
      Condition(
        "NamespaceDeletionDiscoveryFailure", .isFalse, reason: "ResourcesDiscovered",
        message: "All resources successfully discovered"),
      Condition(
        "NamespaceDeletionGroupVersionParsingFailure", .isFalse, reason: "ParsedGroupVersions",
        message: "All legacy kube types successfully parsed"),
      Condition(
        "NamespaceDeletionContentFailure", .isFalse, reason: "ContentDeleted",
        message: "All content successfully deleted, may be waiting on finalization"),
      counts.isEmpty
        ? Condition(
          "NamespaceContentRemaining", .isFalse, reason: "ContentRemoved",
          message: "All content successfully removed")
        : Condition(
          "NamespaceContentRemaining", .isTrue, reason: "SomeResourcesRemain",
          message: "Some resources are remaining: " + counts.joined(separator: ", ")),
      holders.isEmpty
        ? Condition(
          "NamespaceFinalizersRemaining", .isFalse, reason: "ContentHasNoFinalizers",
          message: "All content-preserving finalizers finished")
        : Condition(
          "NamespaceFinalizersRemaining", .isTrue, reason: "SomeFinalizersRemain",
          message: "Some content in the namespace has finalizers remaining: "
            + holders.joined(separator: ", ")),
    ]
  }
}
