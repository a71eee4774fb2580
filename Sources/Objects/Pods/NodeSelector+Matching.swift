extension NodeSelector {
  /// Whether one of the terms holds for a node. An empty term holds for none.
  public func matches(_ node: Node) -> Bool {
    nodeSelectorTerms.contains { $0.matches(node) }
  }
}

extension NodeSelectorTerm {
  public func matches(_ node: Node) -> Bool {
    if matchExpressions.isEmpty, matchFields.isEmpty { return false }
    let fields: StringMap = ["metadata.name": node.metadata.name]
    return matchExpressions.allSatisfy { $0.matches(node.metadata.labels) }
      && matchFields.allSatisfy { $0.matches(fields) }
  }
}
