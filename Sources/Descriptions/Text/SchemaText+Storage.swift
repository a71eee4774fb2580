extension SchemaText {
  /// Types to do with persistent volumes, claims to them, and storage classes.
  static var storage: String {
    #"""
    PersistentVolume kind=v1
        A piece of storage in the cluster, with its own life apart from any pod. It belongs to no
        namespace; a provisioner makes it for a claim, or an administrator by hand.
      apiVersion string
        Always v1: volumes belong to the core group, though their classes do not.
      kind string
        PersistentVolume, or pv for short in kubectl.
      metadata ObjectMeta
        Name, pvc- and the claim's uid if a provisioner made the volume, and labels, by which claims
        may choose. There is no namespace.
      spec PersistentVolumeSpec
        Size, access modes, what kind of storage lies behind it, and what happens to it when its
        claim goes.
      status PersistentVolumeStatus
        Whether the volume is Available, Bound, Released or Failed.
    PersistentVolumeAccessMode = ReadOnlyMany ReadWriteMany ReadWriteOnce ReadWriteOncePod
    PersistentVolumeReclaimPolicy = Delete Recycle Retain
    PersistentVolumeMode = Block Filesystem
    PersistentVolumeSpec
        A piece of storage: how big, how it can be used, and where it really lies. Exactly one of
        the sources below is set, and it cannot be changed afterwards.
      accessModes []string enum=PersistentVolumeAccessMode list=atomic
        How the volume can be mounted: ReadWriteOnce, ReadOnlyMany, ReadWriteMany, ReadWriteOncePod.
        Used for matching claims; it does not itself protect the data from writers.
      awsElasticBlockStore AWSElasticBlockStoreVolumeSource
        The AWS disk that holds the data. Deprecated: handed to the CSI driver ebs.csi.aws.com.
      azureDisk AzureDiskVolumeSource
        The Azure disk that holds the data. Deprecated: handed to the CSI driver disk.csi.azure.com.
      azureFile AzureFilePersistentVolumeSource
        The Azure file share that holds the data. Deprecated: handed to the CSI driver
        file.csi.azure.com.
      capacity map[string]Quantity
        The size of the volume, under the key storage. A claim is bound to the smallest volume that
        is big enough.
      cephfs CephFSPersistentVolumeSource
        The CephFS that holds the data. The built-in driver was removed in 1.31, so it can no longer
        be mounted.
      cinder CinderPersistentVolumeSource
        The OpenStack disk that holds the data. Deprecated: handed to the CSI driver
        cinder.csi.openstack.org.
      claimRef ObjectReference map=granular
        The claim that the volume is bound to or reserved for. After the claim is deleted it stays,
        which is why a Released volume is not bound again until you remove it.
      csi CSIPersistentVolumeSource
        A volume served by a CSI driver: the usual case today, and what most StorageClasses make.
      fc FCVolumeSource
        The Fibre Channel disk that holds the data; the node must be able to see it.
      flexVolume FlexPersistentVolumeSource
        Storage served by a driver program on each node. Deprecated in favour of CSI drivers.
      flocker FlockerVolumeSource
        The Flocker dataset that held the data. The driver was removed in 1.25, so it can no longer
        be mounted.
      gcePersistentDisk GCEPersistentDiskVolumeSource
        The Google Cloud disk that holds the data. Deprecated: handed to the CSI driver
        pd.csi.storage.gke.io.
      glusterfs GlusterfsPersistentVolumeSource
        The Gluster volume that held the data. The driver was removed in 1.26, so it can no longer
        be mounted.
      hostPath HostPathVolumeSource
        A folder of the node where the pod happens to run. For trials on one node only: on another
        node the folder is another one.
      iscsi ISCSIPersistentVolumeSource
        The iSCSI disk that holds the data, attached to the node where a pod uses it.
      local LocalVolumeSource
        A disk or folder of one certain node. Needs nodeAffinity, so that pods come to that node.
      mountOptions []string list=atomic
        Options for the mount, such as hard or nfsvers=4.1. They are not checked: a wrong one makes
        the mount fail.
      nfs NFSVolumeSource
        The folder on an NFS server that holds the data.
      nodeAffinity VolumeNodeAffinity
        Which nodes can reach the volume. The scheduler puts pods only there. It cannot be changed
        once set.
      persistentVolumeReclaimPolicy string enum=PersistentVolumeReclaimPolicy default=Retain
        What happens when the claim is deleted. Retain keeps volume and data (the default for
        volumes made by hand), Delete removes both (the default of StorageClasses), Recycle is
        deprecated.
      photonPersistentDisk PhotonPersistentDiskVolumeSource
        The VMware Photon disk that held the data. The driver was removed in 1.16.
      portworxVolume PortworxVolumeSource
        The Portworx volume that holds the data. Deprecated: handed to the CSI driver
        pxd.portworx.com.
      quobyte QuobyteVolumeSource
        The Quobyte volume that held the data. The driver was removed in 1.25.
      rbd RBDPersistentVolumeSource
        The Ceph block device that held the data. The built-in driver was removed in 1.31; use the
        Ceph CSI driver.
      scaleIO ScaleIOPersistentVolumeSource
        The ScaleIO volume that held the data. The driver was removed in 1.22.
      storageClassName string
        The StorageClass the volume belongs to: only claims that name it are bound. Left out or
        empty, only claims with an empty class fit. The class need not exist.
      storageos StorageOSPersistentVolumeSource
        The StorageOS volume that held the data. The driver was removed in 1.25.
      volumeAttributesClassName string
        The VolumeAttributesClass that the volume has; a claim must name the same one to be bound.
      volumeMode string enum=PersistentVolumeMode default=Filesystem
        Filesystem (the default) or Block, a raw device. It must be the same as in the claim and
        cannot be changed.
      vsphereVolume VsphereVirtualDiskVolumeSource
        The vSphere disk that holds the data. Deprecated: handed to the CSI driver
        csi.vsphere.vmware.com.
    PersistentVolumePhase = Available Bound Failed Pending Released
    PersistentVolumeStatus
        How the volume stands: free, in use, or left over.
      lastPhaseTransitionTime Time
        When the volume last went from one phase to another, such as from Bound to Released.
      message string
        What is wrong with the volume, in a sentence, such as an error while it was being deleted.
      phase string enum=PersistentVolumePhase default=Pending
        Available: free; Bound: has a claim; Released: its claim is gone but the data is still
        there; Failed: removing it went wrong; Pending: just made.
      reason string
        One word for why the volume is Failed. Kubernetes itself leaves it empty and writes only
        message.
    VolumeNodeAffinity
        From which nodes a volume can be reached.
      required NodeSelector
        What a node must fulfil for pods with this volume to run there.
    LocalVolumeSource
        A disk, partition or folder of one node.
      fsType string
        The file system to make on a raw disk that has none, such as ext4. Left out, one is chosen.
        Unused if path is a folder.
      path string required
        The folder or block device on the node. It must exist there.
    CSIPersistentVolumeSource
        A volume behind a CSI driver: the usual kind today, in most cases filled in by the driver's
        provisioner.
      controllerExpandSecretRef SecretReference
        Secret the driver gets when its controller enlarges the volume; left out, none is passed.
      controllerPublishSecretRef SecretReference
        Secret the driver gets when the volume is attached to or detached from a node.
      driver string required
        Name of the CSI driver that serves the volume, as the driver itself reports it; at most 63
        characters.
      fsType string
        File system on the volume: ext4, xfs and so on. It counts when a blank volume is formatted
        at its first mount; left out, the driver picks, often ext4.
      nodeExpandSecretRef SecretReference
        Secret the driver gets on the node when the file system is enlarged there.
      nodePublishSecretRef SecretReference
        Secret the driver gets when the volume is mounted into a pod.
      nodeStageSecretRef SecretReference
        Secret the driver gets when the volume is prepared on a node, once before the mounts of the
        single pods.
      readOnly boolean
        With true the volume is attached for reading only, whatever the pod asks; false when left
        out.
      volumeAttributes map[string]string
        Facts about the volume that the driver stored when it made it, handed back at every mount.
      volumeHandle string required
        The driver's own identity of the volume, such as a disk's number; unique within the driver.
        A wrong one in a handwritten volume shows up only when it is mounted.
    PersistentVolumeClaim kind=v1
        A request for storage of a given size, access mode and class. It binds to exactly one
        PersistentVolume, and pods in the same namespace mount it by the claim's name.
      apiVersion string
        Always v1: claims belong to the core group, though storage classes do not.
      kind string
        PersistentVolumeClaim, or pvc for short in kubectl.
      metadata ObjectMeta
        Name that pods of the same namespace give as claimName; the finalizer
        kubernetes.io/pvc-protection keeps the claim while a pod uses it.
      spec PersistentVolumeClaimSpec
        Size, access modes, class and, if wished, the volume to bind or the source to copy from.
        After creation only the size may grow, and the attributes class may change.
      status PersistentVolumeClaimStatus
        Whether the claim is Pending, Bound or Lost, and the size really given.
    PersistentVolumeClaimSpec
        What storage is wanted: how much, of which class, for how many. Once bound only the request
        (upwards) and volumeAttributesClassName can change.
      accessModes []string enum=PersistentVolumeAccessMode list=atomic
        How the volume will be mounted: ReadWriteOnce (by one node), ReadOnlyMany, ReadWriteMany (by
        many nodes) or ReadWriteOncePod (by one pod only). A volume must offer all of them to fit.
      dataSource TypedLocalObjectReference
        What the new volume is filled from: a VolumeSnapshot, or another claim of the same namespace
        to clone. Kept equal to dataSourceRef.
      dataSourceRef TypedObjectReference
        What the new volume is filled from; any kind that a populator in the cluster understands. A
        kind nobody knows leaves the claim Pending.
      resources VolumeResourceRequirements
        How much is wanted, as requests.storage. It can be raised later if the class has
        allowVolumeExpansion, but not brought below the size it already has.
      selector LabelSelector
        Labels that a volume must have to be bound. A claim with a selector gets no volume made for
        it, only one that exists.
      storageClassName string
        The StorageClass that the volume shall come from. Left out, the default class is filled in;
        an empty text means a volume without a class, and none is made for it.
      volumeAttributesClassName string
        The VolumeAttributesClass with tunable properties such as IOPS. It can be changed while the
        volume is in use, if the CSI driver can do that.
      volumeMode string enum=PersistentVolumeMode default=Filesystem
        Filesystem (the default) for a volume with files, Block for a raw device, which containers
        use with volumeDevices.
      volumeName string
        The PersistentVolume that is bound to the claim. Filled in by the binding; set by hand it
        asks for that very volume.
    VolumeResourceRequirements
        How big the volume of a claim shall be: at least requests, at most limits.
      limits map[string]Quantity
        The most storage the volume may have; rarely used, as most drivers only look at requests.
      requests map[string]Quantity
        The least storage wanted, under the key storage, such as 5Gi. The volume may turn out
        bigger.
    ClaimResourceStatus = ControllerResizeInProgress ControllerResizeInfeasible
    & NodeResizeInProgress NodeResizeInfeasible NodeResizePending
    PersistentVolumeClaimPhase = Bound Lost Pending
    PersistentVolumeClaimStatus
        What the claim really got, and what is being done to it.
      accessModes []string enum=PersistentVolumeAccessMode list=atomic
        The access modes that the bound volume offers; may be more than was asked for.
      allocatedResourceStatuses map[string]string enum=ClaimResourceStatus map=granular
        How the growing of the volume stands, under the key storage: ControllerResizeInProgress,
        NodeResizePending, NodeResizeInProgress, or one ending in Infeasible. Empty when nothing is
        going on.
      allocatedResources map[string]Quantity
        The size that is being worked towards while the volume grows; it may be more than the
        request if that was lowered after a failure.
      capacity map[string]Quantity
        The real size of the bound volume, often more than was asked for. Behind the request while a
        growth is on its way.
      conditions []PersistentVolumeClaimCondition list=map keys=type patch=merge mergeKey=type
        What is being done to the volume, such as Resizing or FileSystemResizePending. Empty most of
        the time.
      currentVolumeAttributesClassName string
        The VolumeAttributesClass that the volume has now; behind spec while it is being changed.
      modifyVolumeStatus ModifyVolumeStatus
        How the change to another VolumeAttributesClass stands; missing when none is on its way.
      phase string enum=PersistentVolumeClaimPhase default=Pending
        Pending: no volume yet, perhaps because the class waits for the first pod; Bound: it has
        one; Lost: its volume has been deleted, and the data with it.
    PersistentVolumeClaimCondition
        One thing that is being done, or has failed, on a claim's volume.
      lastProbeTime Time
        When the claim's condition was last checked; usually empty.
      lastTransitionTime Time
        When the claim's condition last changed its status.
      message string
        What is being done or went wrong with the volume, in a sentence; often the CSI driver's own
        words.
      reason string
        One word for why the claim's condition is so, if the resizer gives one.
      status string required words=ConditionStatus
        True while the work that type names is going on or its error lasts; the condition is taken
        away when it is done.
      type string required
        Resizing, FileSystemResizePending (waits for the node), ControllerResizeError,
        NodeResizeError, ModifyingVolume or ModifyVolumeError.
    PersistentVolumeClaimModifyVolumeStatus = InProgress Infeasible Pending
    ModifyVolumeStatus
        How a change to another VolumeAttributesClass stands.
      status string required enum=PersistentVolumeClaimModifyVolumeStatus
        Pending: the class is missing or something else is waited for; InProgress: the driver is at
        it; Infeasible: the driver refuses, so choose another class.
      targetVolumeAttributesClassName string
        The VolumeAttributesClass whose properties the volume is to get; compare
        currentVolumeAttributesClassName.
    VolumeBindingMode = Immediate WaitForFirstConsumer
    StorageClass kind=storage.k8s.io/v1
        A kind of storage on offer: which driver makes volumes, with which parameters, and when.
        Claims choose it by name; one class can be marked as default by an annotation.
      allowVolumeExpansion boolean
        With true a bound claim of this class may ask for more space later by raising its request.
        Default false: such a change is refused. Shrinking is never possible.
      allowedTopologies []TopologySelectorTerm list=atomic
        Limits new volumes to nodes or zones with the given labels. Left out, any place the driver
        knows will do. Mostly used with volumeBindingMode WaitForFirstConsumer.
      apiVersion string
        storage.k8s.io/v1, while the volumes and claims themselves are in the core group.
      kind string
        StorageClass, or sc for short in kubectl.
      metadata ObjectMeta
        Name that claims give as storageClassName. The annotation
        storageclass.kubernetes.io/is-default-class makes the class that of claims without one.
        There is no namespace.
      mountOptions []string list=atomic
        Options for mounting, such as noatime, copied into every volume made. They are not checked
        here: a wrong one shows only when the mount fails.
      parameters map[string]string
        Settings for the driver, by its own names (disk type, replication and so on). At most 512
        entries and 256 KiB; cannot be changed later, so make a new class instead.
      provisioner string required
        The driver that makes the volumes, such as ebs.csi.aws.com. With
        kubernetes.io/no-provisioner nothing is made and volumes must exist already. Cannot be
        changed.
      reclaimPolicy string enum=PersistentVolumeReclaimPolicy default=Delete
        What becomes of a volume made by this class when its claim is deleted: Delete (default)
        removes the storage, Retain keeps volume and data. It is copied into each volume and cannot
        be changed on the class.
      volumeBindingMode string enum=VolumeBindingMode default=Immediate
        Immediate (default) makes and binds a volume as soon as the claim exists;
        WaitForFirstConsumer waits until a pod using the claim is scheduled, so that the volume lies
        where the pod can run. Cannot be changed.
    TopologySelectorTerm atomic
        Places in which a StorageClass may make volumes.
      matchLabelExpressions []TopologySelectorLabelRequirement list=atomic
        Demands on where the volume shall be, all of which must be met.
    TopologySelectorLabelRequirement
        One demand on the place of a new volume.
      key string required
        The node label that names the place, such as topology.kubernetes.io/zone.
      values []string required list=atomic
        The places allowed, such as zone-a and zone-b; one that fits is enough.
    """#
  }
}
