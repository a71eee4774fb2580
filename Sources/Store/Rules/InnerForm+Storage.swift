import Objects

/// Claims and volumes in the API server's own form, in which it shows what may not change of them.
extension InnerForm {
  static func of(_ spec: PersistentVolumeClaimSpec) -> Node {
    node(spec.value, "PersistentVolumeClaimSpec")
  }

  /// Only where its storage is.
  static func ofSource(_ spec: PersistentVolumeSpec) -> Node {
    node(spec.value, "PersistentVolumeSource")
  }

  static func of(_ affinity: VolumeNodeAffinity) -> Node {
    node(affinity.value, "VolumeNodeAffinity")
  }

  static let storageTable = """
    PersistentVolumeClaimSpec: AccessModes n; Selector n; Resources VolumeResources; VolumeName s;
      StorageClassName n; VolumeMode n; DataSource *DataSource; DataSourceRef *DataSourceRef;
      VolumeAttributesClassName n
    VolumeResources: Limits n; Requests n
    DataSource: APIGroup n; Kind s; Name s
    DataSourceRef: APIGroup n; Kind s; Name s; Namespace n
    VolumeNodeAffinity: Required *NodeSelector
    PersistentVolumeSource: GCEPersistentDisk n; AWSElasticBlockStore n; HostPath *HostPath;
      Glusterfs n; NFS *NFS; RBD n; Quobyte n; ISCSI n; FlexVolume n; Cinder n; CephFS n; FC n;
      Flocker n; AzureFile n; VsphereVolume n; AzureDisk n; PhotonPersistentDisk n;
      PortworxVolume n; ScaleIO n; Local *Local; StorageOS n; CSI *PersistentCSI
    Local: Path s; FSType n
    PersistentCSI: Driver s; VolumeHandle s; ReadOnly b; FSType s; VolumeAttributes n;
      ControllerPublishSecretRef *SecretReference; NodeStageSecretRef *SecretReference;
      NodePublishSecretRef *SecretReference; ControllerExpandSecretRef *SecretReference;
      NodeExpandSecretRef *SecretReference
    SecretReference: Name s; Namespace s
    """
}
