extension SchemaText {
  /// Types to do with volumes that come over the network by open protocols.
  static var networkDisks: String {
    #"""
    NFSVolumeSource
        A folder exported by an NFS server, which many nodes can mount at once. The server must
        already export it.
      path string required
        The exported folder on the server, such as /srv/data.
      readOnly boolean
        Whether the export is mounted read-only; false unless set.
      server string required
        The host name or address of the NFS server. It is looked up by the node, so names of
        Services usually do not work.
    ISCSIVolumeSource
        A disk that the pod's node reaches over iSCSI. Without sharing it can be written by one node
        at a time.
      chapAuthDiscovery boolean
        Whether looking for the pod's iSCSI target needs a CHAP login.
      chapAuthSession boolean
        Whether the session with the pod's iSCSI target needs a CHAP login.
      fsType string
        The file system on the iSCSI disk, such as xfs; ext4 unless set. It is made if the disk is
        empty.
      initiatorName string
        The name by which the node presents itself to the target. Left out, the node's own.
      iqn string required
        The name of the target, such as iqn.2026-01.com.example:storage.
      iscsiInterface string default=default
        The network interface setup for iSCSI on the node; default (over TCP) unless set.
      lun integer(int32) required
        The number of the disk at the target, 0 to 255.
      portals []string list=atomic
        Further addresses of the same target, for a second way to it.
      readOnly boolean
        Whether the pod's iSCSI disk is mounted read-only; false unless set.
      secretRef LocalObjectReference
        A Secret of the pod's namespace with the CHAP user and password.
      targetPortal string required
        Address and port of the target, such as 203.0.113.5:3260.
    ISCSIPersistentVolumeSource
        A disk that nodes reach over iSCSI, as the storage of a persistent volume.
      chapAuthDiscovery boolean
        Whether looking for the volume's iSCSI target needs a CHAP login.
      chapAuthSession boolean
        Whether the session for the volume's iSCSI disk needs a CHAP login.
      fsType string
        The file system on the persistent iSCSI disk; ext4 unless set, and made if there is none.
      initiatorName string
        The initiator name to use for this volume instead of each node's own.
      iqn string required
        The iSCSI name of the target that holds the volume.
      iscsiInterface string default=default
        The iSCSI interface setup that nodes use for the volume; default unless set.
      lun integer(int32) required
        The number of the volume's disk at the target, 0 to 255.
      portals []string list=atomic
        More addresses under which the volume's target can be reached.
      readOnly boolean
        Whether the persistent iSCSI disk is mounted read-only; false unless set.
      secretRef SecretReference
        The Secret, with its namespace, that holds the CHAP login for the volume.
      targetPortal string required
        Address and port of the volume's target; port 3260 is the usual one.
    FCVolumeSource
        A disk reached over Fibre Channel, mounted by the kubelet itself. Give either targetWWNs
        with lun, or wwids. Still works in 1.36.
      fsType string
        File system to mount, such as ext4 (default) or xfs.
      lun integer(int32)
        Number of the unit on the target, 0 to 255; needed together with targetWWNs.
      readOnly boolean
        With true the disk is mounted for reading only; false when left out.
      targetWWNs []string list=atomic
        World wide names of the storage ports that offer the disk; goes with lun and excludes wwids.
      wwids []string list=atomic
        World wide identifiers of the disk itself, instead of targetWWNs and lun.
    RBDVolumeSource
        A Ceph block device (RBD) for a pod. The built-in driver was removed in 1.31, and pods with
        it never start; use the Ceph CSI driver.
      fsType string
        The file system on the pod's RBD image, such as ext4.
      image string required
        The name of the RBD image in its pool.
      keyring string default=/etc/ceph/keyring
        The file with Ceph keys on the node; /etc/ceph/keyring unless set.
      monitors []string required list=atomic
        Addresses of the Ceph monitors that were asked for the image.
      pool string default=rbd
        The Ceph pool with the pod's image; rbd unless set.
      readOnly boolean
        Whether the pod's RBD image was mounted read-only; false unless set.
      secretRef LocalObjectReference
        A Secret of the pod's namespace with the Ceph key; it went before keyring.
      user string default=admin
        The Ceph user for the pod's image; admin unless set.
    RBDPersistentVolumeSource
        A Ceph block device (RBD) as a persistent volume. The built-in driver was removed in 1.31;
        use the Ceph CSI driver.
      fsType string
        The file system on the persistent RBD image, such as ext4.
      image string required
        The RBD image that held the volume's data.
      keyring string default=/etc/ceph/keyring
        The file with Ceph keys on every node; /etc/ceph/keyring unless set.
      monitors []string required list=atomic
        Addresses of the Ceph monitors for this persistent volume.
      pool string default=rbd
        The Ceph pool with the volume's image; rbd unless set.
      readOnly boolean
        Whether the persistent RBD image was mounted read-only; false unless set.
      secretRef SecretReference
        The Secret, with its namespace, that held the Ceph key for the volume.
      user string default=admin
        The Ceph user for the persistent volume; admin unless set.
    CephFSVolumeSource
        A Ceph file system written straight into the pod. Removed in 1.31: a pod with it hangs in
        ContainerCreating. Use the ceph-csi driver.
      monitors []string required list=atomic
        Ceph monitors the node connected to, host:port each. Not read any more.
      path string
        Directory within Ceph that the pod saw as root of the volume; default was /.
      readOnly boolean
        With true the pod could only read the Ceph files; false when left out.
      secretFile string
        Path on the node of the file with the user's Ceph key, by default /etc/ceph/user.secret;
        ignored when secretRef was set.
      secretRef LocalObjectReference
        Secret in the pod's namespace with the user's Ceph key, in place of secretFile.
      user string
        Name under which the pod logged in to Ceph; admin when left out.
    CephFSPersistentVolumeSource
        A Ceph file system as a PersistentVolume. Removed in 1.31 without a stand-in: such a volume
        can no longer be mounted. Use the ceph-csi driver.
      monitors []string required list=atomic
        Addresses of the Ceph monitors, host:port. No longer used since 1.31.
      path string
        Directory of the Ceph file system that was mounted; default was /.
      readOnly boolean
        With true the Ceph file system was mounted for reading only; false when left out.
      secretFile string
        File on the node with the key of the Ceph user; default was /etc/ceph/user.secret. secretRef
        took precedence over it.
      secretRef SecretReference
        Secret, in any namespace, with the key of the Ceph user; it replaced secretFile.
      user string
        Ceph user for the login, default admin.
    GlusterfsVolumeSource
        A Gluster file system written straight into the pod. Removed in 1.26: a pod with it cannot
        start.
      endpoints string required
        Endpoints object in the pod's namespace with the addresses of the Gluster servers.
      path string required
        The Gluster volume the pod wanted, by name. No longer read.
      readOnly boolean
        With true the pod could only read the Gluster files; false when left out.
    GlusterfsPersistentVolumeSource
        A Gluster file system as a PersistentVolume. Removed in 1.26 without a stand-in: it can no
        longer be mounted.
      endpoints string required
        Name of the Endpoints object that listed the Gluster servers.
      endpointsNamespace string
        Namespace of that Endpoints object; left out, the one of the bound claim was meant.
      path string required
        Name of the Gluster volume to mount. Not used since 1.26.
      readOnly boolean
        With true the Gluster volume was mounted for reading only; false when left out.
    FlexVolumeSource
        Storage for one pod from a FlexVolume driver, a program on the node. Deprecated since 1.23;
        it works only where such a driver is still installed. Use a CSI driver.
      driver string required
        The FlexVolume program to call, vendor/driver; a node without it cannot start the pod.
      fsType string
        File system the FlexVolume program should mount, as ext4; its own default otherwise.
      options map[string]string
        Settings handed to the FlexVolume program with each call; their names depend on the driver.
      readOnly boolean
        With true the pod gets the FlexVolume for reading only; false when left out.
      secretRef LocalObjectReference
        Secret in the pod's namespace whose keys the FlexVolume program receives; none when left
        out.
    FlexPersistentVolumeSource
        Storage served by a FlexVolume driver, a program placed on every node. Deprecated since 1.23
        in favour of CSI; the kubelet still runs such drivers where they are installed, though
        kubeadm no longer sets them up.
      driver string required
        Name of the driver program, as in vendor/driver; it must lie in the node's plugin directory.
      fsType string
        File system passed to the FlexVolume driver; left out, the driver's script decides.
      options map[string]string
        Further settings for the FlexVolume driver, by its own names.
      readOnly boolean
        With true the driver is told to mount for reading only; false when left out.
      secretRef SecretReference
        Secret whose content is passed to the driver program; none when left out. It may lie in any
        namespace.
    GitRepoVolumeSource
        A directory filled by cloning a git repository at pod start. Off since 1.33 and impossible
        to turn on in 1.36: the pod hangs in ContainerCreating. Clone in an init container into an
        emptyDir instead.
      directory string
        Directory within the volume for the clone, without '..'; '.' meant the volume itself; left
        out, a subdirectory named after the repository.
      repository string required
        URL of the repository to clone. Cloning as root from such a URL was the hole that ended this
        volume type.
      revision string
        Commit to check out after the clone; left out, the head of the default branch.
    FlockerVolumeSource
        A data set of Flocker, a volume manager that is no longer made. Removed in 1.25: pods with
        it cannot start.
      datasetName string
        Name of the Flocker data set, kept in its metadata; long deprecated in favour of
        datasetUUID.
      datasetUUID string
        UUID of the Flocker data set to mount. Nothing reads it any more.
    """#
  }
}
