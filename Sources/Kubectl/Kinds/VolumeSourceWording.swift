import Objects

/// How describe words one kind of volume source: what it is, and which of its fields are shown.
struct VolumeSourceWording: Sendable {
  /// Whose volume it is: a persistent one may hold more in its source than that of a pod.
  enum Owner: Sendable {
    case pod
    case persistentVolume
  }

  /// One line: its title, the field behind it, and how the value is written.
  struct Row: Sendable {
    var title: String
    var field: String
    var form: Form

    init(_ title: String, _ field: String, _ form: Form = .text, hasColon: Bool = true) {
      self.title = hasColon ? "\(title):" : title
      self.field = field
      self.form = form
    }
  }

  /// How a value is written, as Go prints the type that the field has.
  enum Form: Sendable {
    /// Nothing when it is not there.
    case text
    /// These words when it is not there.
    case or(String)
    case flag
    case number
    /// `[a b]`
    case list
    /// `a, b`
    case joined
    /// `map[a:b]`
    case map
    /// A secret by its name, or by name and namespace.
    case reference
    /// A size, unless it is zero.
    case size
  }

  /// The name of the source in the API.
  var field: String
  var type: String
  var rows: [Row]

  init(_ field: String, _ type: String, _ rows: [Row] = []) {
    self.field = field
    self.type = type
    self.rows = rows
  }

  /// The wording for the source that `volume` has; nil when it has none that kubectl knows.
  static func first(in volume: APIValue, of owner: Owner) -> VolumeSourceWording? {
    let extra = owner == .persistentVolume ? persistent : []
    let plain = common.filter { wording in
      owner == .pod || !extra.contains { $0.field == wording.field }
    }
    return (extra + plain).first { volume[$0.field] != nil }
  }
}

extension VolumeSourceWording.Form {
  func text(_ value: APIValue?) -> String {
    switch self {
    case .text: return value?.goText ?? ""
    case .or(let words): return value?.goText ?? words
    case .flag: return value?.goText ?? "false"
    case .number: return value?.goText ?? "0"
    case .list: return value?.goText ?? "[]"
    case .map: return value?.goText ?? "map[]"
    case .joined: return (value?.array ?? []).map(\.goText).joined(separator: ", ")
    case .reference: return Self.reference(value)
    case .size:
      guard let size = value?.string.flatMap({ Quantity($0) }), size > .zero else {
        return "<unset>"
      }
      return size.text
    }
  }

  private static func reference(_ value: APIValue?) -> String {
    guard let value else { return "nil" }
    let name = value["name"]?.string ?? ""
    guard let namespace = value["namespace"]?.string else {
      return "&LocalObjectReference{Name:\(name),}"
    }
    return "&SecretReference{Name:\(name),Namespace:\(namespace),}"
  }
}

extension VolumeSourceWording {
  private static let readOnly = Row("ReadOnly", "readOnly", .flag)
  private static let fileSystem = Row("FSType", "fsType")
  private static let secret = Row("SecretRef", "secretRef", .reference)

  /// The sources of pods, in the order in which kubectl looks for them.
  private static let common: [VolumeSourceWording] =
    [
      .init(
        "hostPath", "HostPath (bare host directory volume)",
        [Row("Path", "path"), Row("HostPathType", "type", .or("<none>"))]),
      .init(
        "emptyDir", "EmptyDir (a temporary directory that shares a pod's lifetime)",
        [Row("Medium", "medium"), Row("SizeLimit", "sizeLimit", .size)]),
      .init(
        "gcePersistentDisk",
        "GCEPersistentDisk (a Persistent Disk resource in Google Compute Engine)",
        [
          Row("PDName", "pdName"), fileSystem, Row("Partition", "partition", .number), readOnly,
        ]),
      .init(
        "awsElasticBlockStore", "AWSElasticBlockStore (a Persistent Disk resource in AWS)",
        [
          Row("VolumeID", "volumeID"), fileSystem, Row("Partition", "partition", .number), readOnly,
        ]),
      .init(
        "gitRepo", "GitRepo (a volume that is pulled from git when the pod is created)",
        [Row("Repository", "repository"), Row("Revision", "revision")]),
      .init(
        "secret", "Secret (a volume populated by a Secret)",
        [Row("SecretName", "secretName"), Row("Optional", "optional", .flag)]),
      .init(
        "configMap", "ConfigMap (a volume populated by a ConfigMap)",
        [Row("Name", "name"), Row("Optional", "optional", .flag)]),
      .init(
        "nfs", "NFS (an NFS mount that lasts the lifetime of a pod)",
        [Row("Server", "server"), Row("Path", "path"), readOnly]),
      iscsi,
      .init(
        "glusterfs", "Glusterfs (a Glusterfs mount on the host that shares a pod's lifetime)",
        [Row("EndpointsName", "endpoints"), Row("Path", "path"), readOnly]),
      .init(
        "persistentVolumeClaim",
        "PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)",
        [Row("ClaimName", "claimName"), readOnly]),
      .init(
        "ephemeral",
        "EphemeralVolume (an inline specification for a volume that gets created and deleted with "
          + "the pod)"),
      .init(
        "rbd", "RBD (a Rados Block Device mount on the host that shares a pod's lifetime)",
        [
          Row("CephMonitors", "monitors", .list), Row("RBDImage", "image"), fileSystem,
          Row("RBDPool", "pool"), Row("RadosUser", "user"), Row("Keyring", "keyring"), secret,
          readOnly,
        ]),
      .init(
        "quobyte", "Quobyte (a Quobyte mount on the host that shares a pod's lifetime)",
        [Row("Registry", "registry"), Row("Volume", "volume"), readOnly]),
      .init(
        "downwardAPI", "DownwardAPI (a volume populated by information about the pod)"),
    ] + remote

  private static let iscsi = VolumeSourceWording(
    "iscsi",
    "ISCSI (an ISCSI Disk resource that is attached to a kubelet's host machine and then exposed "
      + "to the pod)",
    [
      Row("TargetPortal", "targetPortal"), Row("IQN", "iqn"), Row("Lun", "lun", .number),
      Row("ISCSIInterface", "iscsiInterface", hasColon: false), fileSystem, readOnly,
      Row("Portals", "portals", .list), Row("DiscoveryCHAPAuth", "chapAuthDiscovery", .flag),
      Row("SessionCHAPAuth", "chapAuthSession", .flag), secret,
      Row("InitiatorName", "initiatorName", .or("<none>")),
    ])

  private static let scaleIO = [
    Row("Gateway", "gateway"), Row("System", "system"),
    Row("Protection Domain", "protectionDomain"), Row("Storage Pool", "storagePool"),
    Row("Storage Mode", "storageMode"), Row("VolumeName", "volumeName"),
  ]

  /// Those that other programs serve.
  private static let remote: [VolumeSourceWording] = [
    .init(
      "azureDisk", "AzureDisk (an Azure Data Disk mount on the host and bind mount to the pod)",
      [
        Row("DiskName", "diskName"), Row("DiskURI", "diskURI"),
        Row("Kind: ", "kind", .or("Shared"), hasColon: false),
        Row("FSType", "fsType", .or("ext4")),
        Row("CachingMode", "cachingMode", .or("ReadWrite")), readOnly,
      ]),
    .init(
      "vsphereVolume", "vSphereVolume (a Persistent Disk resource in vSphere)",
      [
        Row("VolumePath", "volumePath"), fileSystem,
        Row("StoragePolicyName", "storagePolicyName"),
      ]),
    .init(
      "cinder", "Cinder (a Persistent Disk resource in OpenStack)",
      [Row("VolumeID", "volumeID"), fileSystem, readOnly, secret]),
    .init(
      "photonPersistentDisk",
      "PhotonPersistentDisk (a Persistent Disk resource in photon platform)",
      [Row("PdID", "pdID"), fileSystem]),
    .init(
      "portworxVolume", "PortworxVolume (a Portworx Volume resource)",
      [Row("VolumeID", "volumeID")]),
    .init(
      "scaleIO", "ScaleIO (a persistent volume backed by a block device in ScaleIO)",
      scaleIO + [fileSystem, readOnly]),
    .init(
      "cephfs", "CephFS (a CephFS mount on the host that shares a pod's lifetime)",
      [
        Row("Monitors", "monitors", .list), Row("Path", "path"), Row("User", "user"),
        Row("SecretFile", "secretFile"), secret, readOnly,
      ]),
    .init(
      "storageos", "StorageOS (a StorageOS Persistent Disk resource)",
      [
        Row("VolumeName", "volumeName"), Row("VolumeNamespace", "volumeNamespace"), fileSystem,
        readOnly,
      ]),
    .init(
      "fc", "FC (a Fibre Channel disk)",
      [
        Row("TargetWWNs", "targetWWNs", .joined), Row("LUN", "lun", .or("<none>")), fileSystem,
        readOnly,
      ]),
    .init(
      "azureFile",
      "AzureFile (an Azure File Service mount on the host and bind mount to the pod)",
      [Row("SecretName", "secretName"), Row("ShareName", "shareName"), readOnly]),
    .init(
      "flexVolume",
      "FlexVolume (a generic volume resource that is provisioned/attached using an exec based "
        + "plugin)",
      [
        Row("Driver", "driver"), fileSystem, secret, readOnly, Row("Options", "options", .map),
      ]),
    .init(
      "flocker", "Flocker (a Flocker volume mounted by the Flocker agent)",
      [Row("DatasetName", "datasetName"), Row("DatasetUUID", "datasetUUID")]),
    .init(
      "projected", "Projected (a volume that contains injected data from multiple sources)"),
    .init(
      "csi", "CSI (a Container Storage Interface (CSI) volume source)",
      [Row("Driver", "driver"), fileSystem, readOnly]),
    .init(
      "image", "Image (a container image or OCI artifact)",
      [Row("Reference", "reference"), Row("PullPolicy", "pullPolicy")]),
  ]

  /// What persistent volumes have besides, or word with more.
  private static let persistent: [VolumeSourceWording] = [
    .init(
      "local", "LocalVolume (a persistent volume backed by local storage on a node)",
      [Row("Path", "path")]),
    .init(
      "glusterfs", "Glusterfs (a Glusterfs mount on the host that shares a pod's lifetime)",
      [
        Row("EndpointsName", "endpoints"),
        Row("EndpointsNamespace", "endpointsNamespace", .or("<unset>")), Row("Path", "path"),
        readOnly,
      ]),
    .init(
      "azureFile",
      "AzureFile (an Azure File Service mount on the host and bind mount to the pod)",
      [
        Row("SecretName", "secretName"), Row("SecretNamespace", "secretNamespace"),
        Row("ShareName", "shareName"), readOnly,
      ]),
    .init(
      "csi", "CSI (a Container Storage Interface (CSI) volume source)",
      [
        Row("Driver", "driver"), fileSystem, Row("VolumeHandle", "volumeHandle"), readOnly,
      ]),
  ]
}
