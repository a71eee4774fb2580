import Objects
import Store

/// Tells which pods an affinity term means.
struct TermMatcher {
  /// What a term looks at in a pod.
  struct Target {
    let namespace: String
    let labels: StringMap

    init(_ namespace: String, _ labels: StringMap) {
      self.namespace = namespace
      self.labels = labels
    }
  }

  let state: ClusterState

  func term(_ term: PodAffinityTerm, of owner: PodFacts, picks other: Target) -> Bool {
    guard covers(term, of: owner, namespace: other.namespace),
      let selector = term.labelSelector
    else { return false }
    return selector.matches(other.labels)
  }

  private func covers(_ term: PodAffinityTerm, of owner: PodFacts, namespace: String) -> Bool {
    if term.namespaces.contains(namespace) { return true }
    if let selector = term.namespaceSelector {
      if selector.isEmpty { return true }
      let labels = state.get(Namespace.self, namespace)?.metadata.labels ?? [:]
      return selector.matches(labels)
    }
    return term.namespaces.isEmpty && namespace == owner.key.namespace
  }
}
