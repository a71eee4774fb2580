import Engine

/// Annotations by which the parts of the cluster tell each other how far they are with a volume.
public enum StorageAnnotations {
  /// On a claim: the node that its first pod goes to. The scheduler writes it.
  public static let selectedNode = "volume.kubernetes.io/selected-node"
  /// On a claim that has its volume.
  public static let bindCompleted = "pv.kubernetes.io/bind-completed"
  /// On a claim or volume whose counterpart was chosen for it.
  public static let boundByController = "pv.kubernetes.io/bound-by-controller"
  /// On a volume: who made it.
  public static let provisionedBy = "pv.kubernetes.io/provisioned-by"
  /// On a claim: who is to make a volume for it.
  public static let provisioner = "volume.kubernetes.io/storage-provisioner"
  public static let olderProvisioner = "volume.beta.kubernetes.io/storage-provisioner"
  public static let defaultClass = "storageclass.kubernetes.io/is-default-class"
  public static let olderDefaultClass = "storageclass.beta.kubernetes.io/is-default-class"
  /// On a claim: its class, from before there was a field for it.
  public static let olderClass = "volume.beta.kubernetes.io/storage-class"
}

/// Finalizers that keep storage while it is in use.
public enum StorageFinalizers {
  public static let claim = "kubernetes.io/pvc-protection"
  public static let volume = "kubernetes.io/pv-protection"
}

extension AccessMode {
  /// `RWO`
  public var abbreviation: String {
    switch self {
    case .readWriteOnce: "RWO"
    case .readOnlyMany: "ROX"
    case .readWriteMany: "RWX"
    case .readWriteOncePod: "RWOP"
    }
  }

  /// In the order in which they are listed.
  public static let listed: [AccessMode] = [
    .readWriteOnce, .readOnlyMany, .readWriteMany, .readWriteOncePod,
  ]
}

extension [AccessMode] {
  /// `RWO,RWX`
  public var abbreviations: String {
    AccessMode.listed.filter(contains).map(\.abbreviation).joined(separator: ",")
  }
}

extension StorageClass {
  /// Whether claims that name no class get this one.
  public var isDefault: Bool {
    metadata.annotations[StorageAnnotations.defaultClass] == "true"
      || metadata.annotations[StorageAnnotations.olderDefaultClass] == "true"
  }

  /// The class that a claim without one gets: the newest of the default ones, then by name.
  public static func standard(among classes: [StorageClass]) -> StorageClass? {
    classes.filter(\.isDefault).min { left, right in
      let ages = [left, right].map { $0.metadata.creationTimestamp?.milliseconds ?? 0 }
      return ages[0] == ages[1] ? left.metadata.name < right.metadata.name : ages[0] > ages[1]
    }
  }
}

extension PersistentVolumeClaim {
  /// The name of its class; empty for none.
  public var className: String {
    metadata.annotations[StorageAnnotations.olderClass] ?? spec.storageClassName ?? ""
  }

  public var requested: Quantity { spec.resources.requests["storage"] ?? .zero }

  public var isBound: Bool { metadata.annotations[StorageAnnotations.bindCompleted] != nil }

  /// The node whose storage it is to have; nil as long as the scheduler has not chosen one.
  public var selectedNode: String? { metadata.annotations[StorageAnnotations.selectedNode] }
}

extension PersistentVolume {
  public var className: String {
    metadata.annotations[StorageAnnotations.olderClass] ?? spec.storageClassName ?? ""
  }

  public var size: Quantity { spec.capacity["storage"] ?? .zero }

  /// Whether it was made for this claim, or is already its own. A reference without a uid means
  /// whichever claim has the name.
  public func isMeant(for claim: PersistentVolumeClaim) -> Bool {
    guard let reference = spec.claimRef, reference.name == claim.metadata.name,
      reference.namespace == claim.metadata.namespace
    else { return false }
    return (reference.uid ?? "").isEmpty || reference.uid == claim.metadata.uid
  }

  /// The claim it is kept for; nil when it is free.
  public var claimKey: ObjectKey? {
    spec.claimRef.map {
      ObjectKey(.persistentVolumeClaim, namespace: $0.namespace ?? "", name: $0.name ?? "")
    }
  }

  /// Whether a node with these labels reaches it.
  public func isReachable(from node: Node) -> Bool {
    spec.nodeAffinity?.required?.matches(node) ?? true
  }
}
