extension SchemaText {
  /// Types to do with volumes of one vendor each.
  static var vendorDisks: String {
    #"""
    AWSElasticBlockStoreVolumeSource
        An Amazon EBS disk named directly. Its own code left Kubernetes in 1.27: the fields are
        still accepted and passed on to the CSI driver ebs.csi.aws.com, which must be installed. Use
        a claim of that driver's class for new work.
      fsType string
        File system on the EBS disk, such as ext4 (default) or xfs; handed to the CSI driver.
      partition integer(int32)
        Which partition of the disk to mount, 0 to 255; left out or 0 means the whole disk.
      readOnly boolean
        With true the EBS disk is mounted for reading only; false when left out.
      volumeID string required
        Identity of the disk at Amazon, as in vol-0abc or aws://zone/vol-0abc. Disk and node must be
        in the same zone.
    AzureDataDiskCachingMode = None ReadOnly ReadWrite
    AzureDataDiskKind = Dedicated Managed Shared
    AzureDiskVolumeSource
        An Azure data disk named directly. Its own code left Kubernetes in 1.27; uses are passed on
        to the CSI driver disk.csi.azure.com, which must be installed.
      cachingMode string enum=AzureDataDiskCachingMode default=ReadWrite
        How the host caches the disk: None, ReadOnly or ReadWrite (default).
      diskName string required
        Name of the disk in Azure, as shown in the portal.
      diskURI string required
        Full address of the disk: for managed disks the resource path beginning with
        /subscriptions/.
      fsType string default=ext4
        File system on the Azure disk, ext4 when left out; handed to the CSI driver.
      kind string enum=AzureDataDiskKind default=Shared
        Manner of the disk: Shared (default, several disks in one storage account), Dedicated (one
        account each) or Managed. Only Managed disks are served by the CSI driver.
      readOnly boolean default=false
        With true the Azure disk is mounted for reading only; false when left out.
    AzureFileVolumeSource
        An Azure Files share written straight into the pod. Handled by the CSI driver
        file.csi.azure.com, which must be installed.
      readOnly boolean
        With true this pod gets the share for reading only; false when left out.
      secretName string required
        Secret in the pod's namespace with the storage account's name and key.
      shareName string required
        The share to mount, by its name at Azure Files.
    AzureFilePersistentVolumeSource
        An Azure Files share as a PersistentVolume. Handled by the CSI driver file.csi.azure.com,
        which must be installed; Kubernetes has no code of its own for it any more.
      readOnly boolean
        With true all pods get the share for reading only; false when left out.
      secretName string required
        Secret with name and key of the Azure storage account that holds the share.
      secretNamespace string
        Namespace of that Secret. Left out, the namespace of the bound claim is taken.
      shareName string required
        Name of the share within the storage account.
    CinderVolumeSource
        An OpenStack Cinder disk written straight into the pod, passed on to the CSI driver
        cinder.csi.openstack.org since its own code left in 1.26.
      fsType string
        File system the pod expects on the Cinder disk; ext4 when left out.
      readOnly boolean
        With true this pod can only read the Cinder disk; false when left out.
      secretRef LocalObjectReference
        Secret in the pod's namespace for logging in to OpenStack; the CSI driver does not need it.
      volumeID string required
        UUID of the Cinder disk to give to the pod; it must exist already.
    CinderPersistentVolumeSource
        An OpenStack Cinder disk as a PersistentVolume. Its own code left Kubernetes in 1.26; uses
        are passed on to the CSI driver cinder.csi.openstack.org.
      fsType string
        File system on the Cinder disk, ext4 when left out; handed to the CSI driver.
      readOnly boolean
        With true the Cinder disk is mounted for reading only; false when left out.
      secretRef SecretReference
        Secret with the parameters for logging in to OpenStack; the CSI driver brings its own
        configuration instead.
      volumeID string required
        Identity of the disk in Cinder, a UUID. The node must be in the same OpenStack cloud.
    GCEPersistentDiskVolumeSource
        A Google Compute Engine disk named directly. Its own code left Kubernetes in 1.28; uses are
        passed on to the CSI driver pd.csi.storage.gke.io, which must be installed.
      fsType string
        File system on the Google disk, ext4 when left out; handed to the CSI driver.
      partition integer(int32)
        Which partition of the Google disk to mount; left out or 0 means all of it.
      pdName string required
        Name of the disk in Compute Engine. It must be in the project and zone of the node.
      readOnly boolean
        With true the Google disk is mounted for reading only, and several nodes may do so at once;
        false when left out.
    PhotonPersistentDiskVolumeSource
        A disk of VMware Photon. The driver was removed in 1.16, and pods with it never start.
      fsType string
        The file system on the Photon disk; ext4 unless set.
      pdID string required
        The identity of the Photon disk.
    PortworxVolumeSource
        A Portworx volume. Deprecated: since the built-in driver is gone, the CSI driver
        pxd.portworx.com must be installed to serve it.
      fsType string
        The file system on the Portworx volume, such as xfs; ext4 unless set.
      readOnly boolean
        Whether the Portworx volume is mounted read-only; false unless set.
      volumeID string required
        The identity of the volume in Portworx.
    QuobyteVolumeSource
        A Quobyte volume. The driver was removed in 1.25, and pods with it never start.
      group string
        The group to which access to the Quobyte volume was mapped.
      readOnly boolean
        Whether the Quobyte volume was mounted read-only; false unless set.
      registry string required
        Hosts and ports of the Quobyte registry, separated by commas.
      tenant string
        The Quobyte tenant that owned the volume.
      user string
        The user to which access to the Quobyte volume was mapped; the service account's user unless
        set.
      volume string required
        The name of the volume in Quobyte.
    ScaleIOVolumeSource
        A ScaleIO volume for a pod. The driver was removed in 1.22, and pods with it never start.
      fsType string default=xfs
        The file system on the pod's ScaleIO volume; xfs unless set.
      gateway string required
        The address of the ScaleIO gateway that the node talked to.
      protectionDomain string
        The ScaleIO protection domain in which the volume lay.
      readOnly boolean
        Whether the pod's ScaleIO volume was mounted read-only; false unless set.
      secretRef LocalObjectReference required
        A Secret of the pod's namespace with the login for the ScaleIO gateway.
      sslEnabled boolean
        Whether the gateway was spoken to over TLS; false unless set.
      storageMode string default=ThinProvisioned
        How space was taken: ThinProvisioned (the default) as needed, or ThickProvisioned at once.
      storagePool string
        The ScaleIO storage pool within the protection domain.
      system string required
        The name of the ScaleIO storage system.
      volumeName string
        The volume, made before, in the ScaleIO system.
    ScaleIOPersistentVolumeSource
        A ScaleIO volume as a persistent volume. The driver was removed in 1.22, so it can no longer
        be mounted.
      fsType string default=xfs
        The file system on the persistent ScaleIO volume; xfs unless set.
      gateway string required
        The ScaleIO gateway through which the volume was managed.
      protectionDomain string
        The protection domain in which the persistent ScaleIO volume lay.
      readOnly boolean
        Whether the persistent ScaleIO volume was mounted read-only; false unless set.
      secretRef SecretReference required
        The Secret, with its namespace, that held the login for the ScaleIO gateway.
      sslEnabled boolean
        Whether nodes spoke TLS with the volume's gateway; false unless set.
      storageMode string default=ThinProvisioned
        How space for the volume was taken: ThinProvisioned (the default) or ThickProvisioned.
      storagePool string
        The ScaleIO pool that held the persistent volume.
      system string required
        The ScaleIO system that held the persistent volume.
      volumeName string
        The ScaleIO volume behind the persistent volume.
    StorageOSVolumeSource
        A StorageOS volume for a pod. The driver was removed in 1.25, and pods with it never start.
      fsType string
        The file system on the pod's StorageOS volume; ext4 unless set.
      readOnly boolean
        Whether the pod's StorageOS volume was mounted read-only; false unless set.
      secretRef LocalObjectReference
        A Secret of the pod's namespace with the login for the StorageOS API.
      volumeName string
        The name of the volume within its StorageOS namespace.
      volumeNamespace string
        The StorageOS namespace of the volume; the pod's namespace unless set.
    StorageOSPersistentVolumeSource
        A StorageOS volume as a persistent volume. The driver was removed in 1.25, so it can no
        longer be mounted.
      fsType string
        The file system on the persistent StorageOS volume; ext4 unless set.
      readOnly boolean
        Whether the persistent StorageOS volume was mounted read-only; false unless set.
      secretRef ObjectReference
        The Secret, with its namespace, that held the login for the StorageOS API.
      volumeName string
        The StorageOS volume behind the persistent volume.
      volumeNamespace string
        The StorageOS namespace of the persistent volume; that of the pod using it unless set.
    VsphereVirtualDiskVolumeSource
        A virtual disk of vSphere. Deprecated: since the built-in driver is gone, the CSI driver
        csi.vsphere.vmware.com must be installed to serve it.
      fsType string
        The file system on the vSphere disk; ext4 unless set.
      storagePolicyID string
        The identity of the storage policy named in storagePolicyName.
      storagePolicyName string
        The vSphere storage policy that the disk follows.
      volumePath string required
        The path of the disk file, such as [datastore1] volumes/data.vmdk.
    """#
  }
}
