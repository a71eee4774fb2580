extension FieldNotes {
  static let storageNotes = """
    Secret Settings that are not for everyone's eyes. Base64 hides nothing: who may read the \
    object can read the values.
    Secret.data The values by key, each as base64.
    Secret.stringData The values as plain text. The server turns them into data and never shows \
    this field again.
    Secret.type What the values are for, such as kubernetes.io/tls; Opaque unless set. It cannot \
    be changed.
    Secret.immutable Whether the values are fixed for good. Only a new object can take its place.
    ConfigMap.immutable Whether the values are fixed for good. Only a new object can take its place.
    ConfigMap.binaryData Values that are no text, each as base64.
    PersistentVolume A piece of storage. It belongs to the whole cluster and outlives pods.
    PersistentVolumeSpec.accessModes Who may mount it at a time: one node (ReadWriteOnce), many \
    (ReadOnlyMany, ReadWriteMany), or one pod (ReadWriteOncePod).
    PersistentVolumeSpec.capacity How large it is, under the name storage.
    PersistentVolumeSpec.claimRef The claim it is bound to or kept for.
    PersistentVolumeSpec.hostPath A folder of the node itself: for trials on a single node.
    PersistentVolumeSpec.local A disk or folder of one node; needs nodeAffinity to say which.
    PersistentVolumeSpec.nodeAffinity The nodes that reach it. Pods that use it run only there.
    PersistentVolumeSpec.persistentVolumeReclaimPolicy What becomes of it when its claim is gone: \
    Retain keeps it and its data, Delete takes it away.
    PersistentVolumeSpec.storageClassName The class it belongs to. Only claims of the same class \
    get it.
    PersistentVolumeSpec.volumeMode Filesystem, or Block for a bare device.
    LocalVolumeSource.path Where on the node it is.
    HostPathVolumeSource.path Where on the node it is.
    HostPathVolumeSource.type What must be there: Directory, File and so on; DirectoryOrCreate \
    makes the folder. Nothing is checked unless set.
    PersistentVolumeClaim A wish for storage, kept apart from the pods that use it. It is bound to \
    one volume, and keeps it until it is deleted.
    PersistentVolumeClaimSpec.accessModes What the volume must allow, at least one of \
    ReadWriteOnce, ReadOnlyMany, ReadWriteMany, ReadWriteOncePod.
    PersistentVolumeClaimSpec.resources How much room is asked for, under requests.storage. It can \
    only grow, and only where the class allows it.
    PersistentVolumeClaimSpec.selector Labels that the volume must have.
    PersistentVolumeClaimSpec.storageClassName The class of the volume. Left out it is the default \
    one; empty means a volume without a class, made by hand.
    PersistentVolumeClaimSpec.volumeMode Filesystem, or Block for a bare device.
    PersistentVolumeClaimSpec.volumeName The volume it is bound to. Set by hand it asks for just \
    that one.
    StorageClass A way to get storage: who makes volumes, how, and when.
    StorageClass.allowVolumeExpansion Whether claims of the class may ask for more later.
    StorageClass.allowedTopologies Where volumes may be made.
    StorageClass.parameters What the provisioner is told. It cannot be changed.
    StorageClass.provisioner Who makes the volumes; kubernetes.io/no-provisioner when they are all \
    made by hand.
    StorageClass.reclaimPolicy What becomes of a volume when its claim is gone: Delete unless set.
    StorageClass.volumeBindingMode Immediate binds a claim at once; WaitForFirstConsumer waits \
    until a pod that uses it has a node.
    PersistentVolumeClaimVolumeSource.claimName The claim, in the namespace of the pod.
    SecretVolumeSource.secretName The Secret, in the namespace of the pod.
    SecretVolumeSource.items Which keys become which files; all of them unless set.
    SecretVolumeSource.defaultMode The rights of the files, 0644 unless set.
    EmptyDirVolumeSource.sizeLimit How much may be written before the pod is evicted.
    EmptyDirVolumeSource.medium Memory keeps the files in memory; they count as such.
    Endpoints The addresses behind a Service in the older form; EndpointSlice has taken its place.
    """
}
