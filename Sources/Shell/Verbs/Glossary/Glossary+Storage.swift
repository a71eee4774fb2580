extension Glossary {
  static let storage = GlossaryGroup(
    title: "Storage and configuration",
    terms: [
      GlossaryTerm(
        "access mode", or: ["ReadWriteOnce", "ReadWriteMany", "ReadOnlyMany", "ReadWriteOncePod"],
        lesson: "statefulset", see: ["claim", "PersistentVolume"],
        """
        How a persistent volume may be mounted: by the pods of one node or of many, to write or
        only to read.
        Claims are matched with volumes by it, and a volume of one node is not attached to two.
        Once means one node: pods on it may share the volume, unless the mode is ReadWriteOncePod.
        """),
      GlossaryTerm(
        "claim", or: ["PersistentVolumeClaim", "pvc"], lesson: "statefulset",
        see: ["PersistentVolume", "StorageClass", "WaitForFirstConsumer"],
        """
        A request for storage: so much of it, in that access mode, of that class.
        It is bound to one PersistentVolume, found or made for it, and pods mount it by name.
        It belongs to its namespace and outlives its pods; deleting it may delete the data.
        """),
      GlossaryTerm(
        "ConfigMap", or: ["cm"], lesson: "triage",
        see: ["Secret", "environment variable", "volume"],
        """
        Settings, as keys with values or as whole files, kept apart from the image.
        Pods read them as environment variables or as files of a volume.
        Files follow a change after a minute or two; variables and subPath mounts never do.
        """),
      GlossaryTerm(
        "CSI", or: ["container storage interface"], see: ["StorageClass", "PersistentVolume"],
        """
        The calls by which the driver of a storage system is asked to make, attach and mount
        volumes.
        A driver has one part for the cluster and one on every node.
        Only so many volumes can be attached to a node, which may keep a pod Pending.
        """),
      GlossaryTerm(
        "downward API", see: ["environment variable", "volume"],
        """
        It hands a pod facts about itself, such as its name, node, IP, labels or limits.
        They come as environment variables or as files, without any access to the API server.
        Variables are set once at the start; files follow when labels or annotations change.
        """),
      GlossaryTerm(
        "emptyDir", lesson: "shared-volume", see: ["volume", "ephemeral storage", "drain"],
        """
        A volume that begins empty with its pod and is deleted with it.
        All containers of the pod may mount it; it lies on the node's disk, or in memory if asked.
        It survives restarts of containers, and never a replacement of the pod.
        """),
      GlossaryTerm(
        "hostPath", see: ["volume", "Pod Security", "DaemonSet"],
        """
        A volume that is a folder or file of the node itself.
        It suits agents that look after the machine, such as log collectors.
        Elsewhere it is a trap: on another node there is another folder, and it opens the machine to
        the pod.
        """),
      GlossaryTerm(
        "PersistentVolume", or: ["pv"], lesson: "statefulset",
        see: ["claim", "reclaim policy", "StorageClass"],
        """
        A piece of storage that outlives pods; it belongs to the cluster and to no namespace.
        An administrator makes it, or a driver does when a claim asks, and it serves one claim.
        When the claim is deleted, its reclaim policy decides about the data.
        """),
      GlossaryTerm(
        "reclaim policy", or: ["Retain"], see: ["PersistentVolume", "claim"],
        """
        What becomes of a PersistentVolume when its claim is deleted: Delete or Retain.
        Volumes made by a StorageClass have Delete, unless the class says otherwise.
        A retained one is Released and not Available: no claim gets it until somebody clears its
        claimRef.
        """),
      GlossaryTerm(
        "Secret", lesson: "triage", see: ["ConfigMap", "RBAC", "environment variable"],
        """
        Like a ConfigMap, for passwords, keys and certificates.
        Roles decide who may read it; encryption in etcd has to be switched on.
        Base64 is a spelling and no encryption: whoever can read the object, or run a pod with it,
        has the password.
        """),
      GlossaryTerm(
        "StorageClass", or: ["sc"], see: ["claim", "CSI", "WaitForFirstConsumer"],
        """
        A sort of storage the cluster offers: which driver makes volumes, and how.
        A claim names one, or gets the cluster's default.
        A claim that names a class that does not exist stays Pending, unless a volume of that class
        has been made by hand.
        """),
      GlossaryTerm(
        "volume", or: ["volume mount"], lesson: "shared-volume",
        see: ["emptyDir", "claim", "ConfigMap"],
        """
        A folder that a pod offers to its containers, each of which mounts it where it likes.
        Its type says where the files are: emptyDir, ConfigMap, claim and others.
        Files elsewhere in a container are gone after its restart; those in a volume are not.
        """),
      GlossaryTerm(
        "WaitForFirstConsumer", or: ["volume binding mode"],
        see: ["StorageClass", "claim", "zone"],
        """
        A StorageClass's way to wait with the volume until a pod needs it.
        The scheduler picks a node first, and the volume is made where that node can reach it.
        Until then the claim is Pending, and that is as it should be.
        """),
    ])
}
