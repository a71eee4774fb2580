import Objects

/// Something that happened to the cluster and that may let a waiting pod be placed.
enum ClusterEvent: Sendable {
  case podBound(PodFacts)
  case podGone(PodFacts)
  /// A bound pod got other labels, asks for other amounts, or is on its way out.
  case podChanged(PodFacts, before: PodFacts)
  case nodeAdded(Node)
  case nodeChanged(Node, before: Node)
  case nodeGone(Node)
  case namespaceChanged
  /// A claim, a volume or a storage class came, changed or went.
  case storageChanged(ObjectKey)
}
