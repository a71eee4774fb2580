import Objects

/// What controllers ask of a node.
extension Node {
  /// The status of its Ready condition; nil before there is one.
  var readiness: ConditionStatus? { status.conditions["Ready"]?.status }

  /// The failure zone it is in; nodes without labels share one.
  var failureZone: String {
    let region = metadata.labels["topology.kubernetes.io/region"] ?? ""
    let zone = metadata.labels["topology.kubernetes.io/zone"] ?? ""
    return region + "/" + zone
  }

  /// Whether its failure counts in the health of its zone.
  var countsForZone: Bool {
    metadata.labels["node.kubernetes.io/exclude-disruption"] == nil
  }

  /// Whether somebody has promised that the node's containers are gone for good.
  var isOutOfService: Bool {
    spec.taints.contains { $0.key == NodeConditionTaints.outOfService }
  }
}
