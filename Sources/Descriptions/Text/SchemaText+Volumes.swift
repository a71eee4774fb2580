extension SchemaText {
  /// Types to do with the volumes of pods, as far as they come from the cluster itself.
  static var volumes: String {
    #"""
    Volume
        A folder or device that the containers of the pod can mount by its name. Exactly one source
        says what is in it; with none, it is an emptyDir.
      awsElasticBlockStore AWSElasticBlockStoreVolumeSource
        A disk of AWS. Deprecated: it is handed to the CSI driver ebs.csi.aws.com, which must be
        installed.
      azureDisk AzureDiskVolumeSource
        A managed disk of Azure. Deprecated: it is handed to the CSI driver disk.csi.azure.com,
        which must be installed.
      azureFile AzureFileVolumeSource
        A file share of Azure. Deprecated: it is handed to the CSI driver file.csi.azure.com, which
        must be installed.
      cephfs CephFSVolumeSource
        A CephFS file system. The built-in driver was removed in 1.31, so a pod with it never
        starts; use the Ceph CSI driver.
      cinder CinderVolumeSource
        A disk of OpenStack. Deprecated: it is handed to the CSI driver cinder.csi.openstack.org,
        which must be installed.
      configMap ConfigMapVolumeSource
        The keys of a ConfigMap as files. They follow changes of the ConfigMap after up to a minute
        or two, except where mounted with subPath.
      csi CSIVolumeSource
        A volume that a CSI driver makes for this pod alone and removes with it. Only drivers that
        allow inline use; for lasting storage use a claim.
      downwardAPI DownwardAPIVolumeSource
        Facts about the pod itself, such as its labels, as files.
      emptyDir EmptyDirVolumeSource
        An empty folder made when the pod comes to its node. It outlives container restarts but is
        deleted for good with the pod.
      ephemeral EphemeralVolumeSource
        A claim made for this pod from a template and deleted with it: like emptyDir, but on storage
        of a StorageClass.
      fc FCVolumeSource
        A Fibre Channel disk that the node can see, attached to the pod's node.
      flexVolume FlexVolumeSource
        A volume served by a driver program on the node. Deprecated in favour of CSI drivers.
      flocker FlockerVolumeSource
        A Flocker dataset. The driver was removed in 1.25, so a pod with it never starts.
      gcePersistentDisk GCEPersistentDiskVolumeSource
        A persistent disk of Google Cloud. Deprecated: it is handed to the CSI driver
        pd.csi.storage.gke.io, which must be installed.
      gitRepo GitRepoVolumeSource
        A folder filled by git clone. Switched off for good in 1.36, so a pod with it never starts;
        clone in an init container into an emptyDir instead.
      glusterfs GlusterfsVolumeSource
        A Gluster volume. The driver was removed in 1.26, so a pod with it never starts.
      hostPath HostPathVolumeSource
        A file or folder of the node itself. Powerful and dangerous: the Pod Security level baseline
        forbids it, and the content differs from node to node.
      image ImageVolumeSource
        The content of an OCI image or artifact as a read-only folder. It is pulled like a container
        image when the pod starts.
      iscsi ISCSIVolumeSource
        An iSCSI disk that is attached to the pod's node.
      name string required
        The name by which volumeMounts and volumeDevices refer to this volume, unique in the pod; at
        most 63 lower-case letters, digits and -.
      nfs NFSVolumeSource
        A folder exported by an NFS server. Its content is shared with all who mount it and outlives
        the pod.
      persistentVolumeClaim PersistentVolumeClaimVolumeSource
        The storage behind a PersistentVolumeClaim of the same namespace. The pod stays Pending
        until the claim is bound or can be bound on its node.
      photonPersistentDisk PhotonPersistentDiskVolumeSource
        A disk of VMware Photon. The driver was removed in 1.16, so a pod with it never starts.
      portworxVolume PortworxVolumeSource
        A Portworx volume. Deprecated: it is handed to the CSI driver pxd.portworx.com, which must
        be installed.
      projected ProjectedVolumeSource
        Several sources (Secrets, ConfigMaps, facts about the pod, service account tokens) as files
        in one folder. The API token of every pod comes this way.
      quobyte QuobyteVolumeSource
        A Quobyte volume. The driver was removed in 1.25, so a pod with it never starts.
      rbd RBDVolumeSource
        A Ceph block device. The built-in driver was removed in 1.31, so a pod with it never starts;
        use the Ceph CSI driver.
      scaleIO ScaleIOVolumeSource
        A ScaleIO volume. The driver was removed in 1.22, so a pod with it never starts.
      secret SecretVolumeSource
        The keys of a Secret as files, kept in memory on the node and never on its disk. They follow
        changes of the Secret, except where mounted with subPath.
      storageos StorageOSVolumeSource
        A StorageOS volume. The driver was removed in 1.25, so a pod with it never starts.
      vsphereVolume VsphereVirtualDiskVolumeSource
        A virtual disk of vSphere. Deprecated: it is handed to the CSI driver
        csi.vsphere.vmware.com, which must be installed.
    EmptyDirVolumeSource
        An empty directory made when the pod comes to its node and deleted with the pod. Containers
        of the pod share it; it survives container restarts but not the pod's replacement.
      medium string
        Where the data lies: empty text (default) for the node's disk, Memory for a RAM file system
        whose content counts against the container's memory limit, HugePages or HugePages-SIZE for
        huge pages.
      sizeLimit Quantity
        Most the directory may hold. On disk the kubelet evicts the pod when it grows past it; with
        medium Memory it is the size of the file system, at most the pod's memory limits. Default:
        no limit of its own.
    HostPathType = "" BlockDevice CharDevice Directory DirectoryOrCreate File FileOrCreate
    & Socket
    HostPathVolumeSource
        A file or folder of the node, put into the pod.
      path string required
        The path on the node. A symbolic link is followed to where it leads.
      type string enum=HostPathType default=""
        What must be there before the mount. Empty (the default): no check; DirectoryOrCreate and
        FileOrCreate make it if missing; Directory, File, Socket, CharDevice and BlockDevice must
        exist, else the pod waits.
    ConfigMapVolumeSource
        A ConfigMap mounted as a directory, one file per key. Files follow changes of the ConfigMap
        within about a minute, except for mounts with subPath.
      defaultMode integer(int32) default=420
        Permission bits of the files, 0 to 0777 octal; JSON takes decimal only (420 is 0644).
        Default 0644. An entry's own mode and the pod's fsGroup can change the result.
      items []KeyToPath list=atomic
        Which keys become files and under which path. Left out, each key becomes a file of its name;
        once set, keys not listed do not appear at all.
      name string
        The ConfigMap to mount; it must be in the pod's namespace.
      optional boolean
        With true a missing ConfigMap gives an empty directory. Default false: the pod stays in
        ContainerCreating with FailedMount events until it exists.
    SecretVolumeSource
        The keys of a Secret as files in a folder kept in memory.
      defaultMode integer(int32) default=420
        Permissions of the Secret's files, octal in YAML such as 0400; 0644 unless set.
      items []KeyToPath list=atomic
        Which keys of the Secret become files, and under which paths. Left out, every key becomes a
        file of its name. A key that is missing keeps the pod from starting.
      optional boolean
        Whether the pod may start without the Secret or its keys; false unless set.
      secretName string
        The Secret to mount, in the pod's namespace. If it is missing the pod waits in
        ContainerCreating.
    KeyToPath
        Puts one key of a ConfigMap or Secret into a file.
      key string required
        The key whose value becomes the file's content.
      mode integer(int32)
        Permissions of this file, octal in YAML such as 0400. Left out, the volume's defaultMode.
      path string required
        The path of the file within the volume, such as conf/app.ini. It must not be absolute nor
        contain two dots as a step.
    DownwardAPIVolumeSource
        Fields of the pod written as files into a volume. Unlike variables, files of labels and
        annotations follow later changes.
      defaultMode integer(int32) default=420
        Permission bits of the files unless an item sets its own; 0 to 0777 octal, decimal in JSON.
        Default 0644; fsGroup can alter the outcome.
      items []DownwardAPIVolumeFile list=atomic
        The files to write, each with a path and the field it shows.
    DownwardAPIVolumeFile
        One file holding one fact about the pod; exactly one of fieldRef and resourceFieldRef is
        set.
      fieldRef ObjectFieldSelector
        Field of the pod to write: metadata.name, namespace, uid, labels or annotations, whole or a
        single key. Node name and addresses are possible only as variables.
      mode integer(int32)
        Permission bits of this one file, 0 to 0777 octal or decimal in JSON. Left out, the volume's
        defaultMode counts.
      path string required
        Path of the file inside the volume; relative, and without '..'.
      resourceFieldRef ResourceFieldSelector
        Request or limit to write, of cpu, memory, ephemeral-storage or huge pages; containerName
        must say whose.
    ProjectedVolumeSource
        Several sources as files in one folder; all are read-only and of the pod's own namespace.
      defaultMode integer(int32) default=420
        Permissions of the files, as octal such as 0440 in YAML (decimal in JSON); 0644 unless set.
        Single files can have their own.
      sources []VolumeProjection list=atomic
        What to put into the folder. Two sources must not make the same path.
    VolumeProjection
        One of the sources that make up a projected volume; exactly one field is set.
      clusterTrustBundle ClusterTrustBundleProjection
        Certificates to trust, from ClusterTrustBundles. Needs a feature gate that is off in 1.36.
      configMap ConfigMapProjection
        Keys of a ConfigMap of the pod's namespace as files in the common folder.
      downwardAPI DownwardAPIProjection
        Facts about the pod, such as labels or limits, as files in the common folder.
      podCertificate PodCertificateProjection
        A private key and certificate made for this pod, renewed in time. Needs the feature gate
        PodCertificateRequest, off in 1.36.
      secret SecretProjection
        Keys of a Secret of the pod's namespace as files in the common folder.
      serviceAccountToken ServiceAccountTokenProjection
        A token of the pod's service account with an audience and an end, renewed by the kubelet.
    ConfigMapProjection
        A ConfigMap as one part of a projected volume, beside Secrets, tokens and pod fields.
      items []KeyToPath list=atomic
        Which keys become files, and under which path. Left out, every key becomes a file of its own
        name; a listed key that is missing is an error unless optional is true.
      name string
        Name of the ConfigMap to project, in the pod's namespace.
      optional boolean
        With true the volume is built without these files when the ConfigMap or a listed key is
        missing. Default false: the pod waits with FailedMount.
    SecretProjection
        The keys of a Secret as part of a projected volume.
      items []KeyToPath list=atomic
        Which keys of the Secret to take, and their paths. Left out, all keys.
      name string
        The Secret to take files from, in the pod's namespace.
      optional boolean
        Whether the projected volume may be made without this Secret; false unless set.
    DownwardAPIProjection
        Fields of the pod as one part of a projected volume.
      items []DownwardAPIVolumeFile list=atomic
        The files this part adds to the projected volume; their paths must not collide with those of
        the other parts.
    ServiceAccountTokenProjection
        A file with a short-lived token of the pod's service account.
      audience string
        For whom the token is meant; that service must check it. Left out, the API server itself.
      expirationSeconds integer(int64) default=3600
        How long the token is good for; 3600 unless set, at least 600. The kubelet writes a new one
        when 80% of the time is over or after 24 hours, so programs must read the file again.
      path string required
        The file name of the token within the volume, such as token.
    ClusterTrustBundleProjection
        CA certificates from ClusterTrustBundle objects, as a file in a projected volume. The gate
        is off by default in 1.36, so most clusters drop it.
      labelSelector LabelSelector
        Picks bundles of signerName by label and joins them. Left out it matches none, empty it
        matches all. Only together with signerName.
      name string
        A single bundle chosen by its name; cannot be combined with signerName and labelSelector.
      optional boolean
        With true the pod starts even if no bundle fits, and the file is empty. Default false: the
        kubelet waits until one exists.
      path string required
        Where in the volume the file with the PEM certificates appears; a relative path.
      signerName string
        All bundles of this signer, narrowed down by labelSelector. Cannot be combined with name.
    PodCertificateProjection
        A private key and a certificate chain made for this pod by a signer and renewed by the
        kubelet. Needs the feature gate PodCertificateRequest, off in 1.36.
      certificateChainPath string
        The file for the certificate chain alone. With keyPath beside it a reader may catch a key
        and a certificate that do not belong together; credentialBundlePath avoids that.
      credentialBundlePath string
        One file with the private key first and the certificate chain after it, in PEM.
      keyPath string
        The file for the private key alone; most programs do better with credentialBundlePath.
      keyType string required
        The kind of key to make: RSA3072, RSA4096, ECDSAP256, ECDSAP384, ECDSAP521 or ED25519.
      maxExpirationSeconds integer(int32)
        How long the certificate may be good for; 86400 (a day) unless set, from 3600 to 7862400 (91
        days). The signer may choose less.
      signerName string required
        The signer that issues the certificate, such as example.com/internal.
      userAnnotations map[string]string
        Further wishes for the signer as keys and texts; the keys begin with a domain that the
        signer knows.
    PersistentVolumeClaimVolumeSource
        Mounts the storage behind a claim, so that the data outlives the pod.
      claimName string required
        The PersistentVolumeClaim to use, in the pod's namespace. As long as it does not exist the
        pod stays Pending.
      readOnly boolean
        Whether the claim is mounted read-only for all containers of the pod; false unless set.
    EphemeralVolumeSource
        A claim made for this pod alone and deleted with it: storage from a StorageClass with the
        life of the pod.
      volumeClaimTemplate PersistentVolumeClaimTemplate
        The claim to make, named POD-VOLUME after pod and volume. If a claim of that name exists
        that does not belong to the pod, the pod does not start.
    PersistentVolumeClaimTemplate
        The claim that is made for a pod with an ephemeral volume.
      metadata ObjectMeta
        Labels and annotations for the claim. Its name is fixed: the pod's name, a dash and the
        volume's name.
      spec PersistentVolumeClaimSpec required
        What storage the claim asks for; the same fields as in a PersistentVolumeClaim.
    ImageVolumeSource
        The content of an OCI image or artifact, mounted as a read-only folder.
      pullPolicy string enum=PullPolicy
        When to pull it: Always, IfNotPresent or Never. Left out, Always for the tag latest and
        IfNotPresent otherwise.
      reference string
        The image or artifact, such as registry.example.com/models/small:2. The logins are those of
        the pod's imagePullSecrets.
    CSIVolumeSource
        A volume written straight into the pod and served by a CSI driver, living and dying with the
        pod. Works only with drivers made for it, such as secrets stores.
      driver string required
        Name of the CSI driver; it must be installed on the node and list Ephemeral among its
        lifecycle modes.
      fsType string
        File system to make or expect, such as ext4. Left out, the driver decides.
      nodePublishSecretRef LocalObjectReference
        Secret in the pod's namespace handed to the driver when it mounts the volume; all its keys
        are passed on.
      readOnly boolean
        With true the driver mounts the volume for reading only; false when left out.
      volumeAttributes map[string]string
        Settings the driver understands, by its own names; look them up in its manual.
    """#
  }
}
