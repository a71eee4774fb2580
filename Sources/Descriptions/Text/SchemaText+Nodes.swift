extension SchemaText {
  /// Types to do with nodes and what their kubelets report.
  static var nodes: String {
    #"""
    Node kind=v1
        One machine of the cluster and what its kubelet reports about it. Nodes register themselves;
        you label, taint, cordon or drain them.
      apiVersion string
        Always v1: nodes belong to the core group.
      kind string
        Node, or no for short in kubectl.
      metadata ObjectMeta
        Name, usually the machine's host name, and labels such as kubernetes.io/hostname and
        topology.kubernetes.io/zone, by which pods choose nodes. There is no namespace.
      spec NodeSpec
        What the cluster decides about the node: taints, cordoning and its range of pod addresses.
      status NodeStatus
        What the kubelet reports: capacity, conditions, addresses, versions and images. Renewed by
        heartbeat; when heartbeats stop, Ready turns to Unknown after 50 seconds.
    NodeSpec
        What a node is told: its addresses for pods, its taints, whether it takes new pods.
      configSource NodeConfigSource deprecated
        Where a node once got its kubelet's settings from. The feature was removed in 1.24; do not
        use it.
      externalID string deprecated
        An old name of the machine; no longer filled in by kubelets.
      podCIDR string
        The range of addresses for this node's pods, such as 10.244.1.0/24. Handed out by the
        controller manager when it is told to.
      podCIDRs []string list=set patch=merge
        All ranges for the node's pods, at most one IPv4 and one IPv6; the first is podCIDR.
      providerID string
        What the cloud provider calls this machine, such as aws:///eu-central-1a/i-0abc. Empty
        outside of clouds; once set it stays.
      taints []Taint list=atomic
        Marks that keep pods away unless they tolerate them. Controllers add their own, such as
        node.kubernetes.io/not-ready.
      unschedulable boolean
        With true no new pods come here, while running ones stay; what kubectl cordon sets. The
        taint node.kubernetes.io/unschedulable comes with it.
    NodeConfigSource
        Where a node once got its kubelet's settings from; the feature was removed in 1.24.
      configMap ConfigMapNodeConfigSource
        The ConfigMap that held the kubelet's settings. No longer read.
    ConfigMapNodeConfigSource
        Pointed a node's kubelet at a ConfigMap with its configuration. Removed with dynamic kubelet
        configuration in 1.24; the kubelet ignores it.
      kubeletConfigKey string required
        Key in the ConfigMap that held the kubelet's configuration file. Without effect since 1.24.
      name string required
        Name of the ConfigMap the kubelet used to load its configuration from. No longer read.
      namespace string required
        Namespace of that ConfigMap, often kube-system. No longer read.
      resourceVersion string
        In a node's status, the version of the ConfigMap then in use; it was not allowed in the
        spec. Now always empty.
      uid string
        In a node's status, the UID of the ConfigMap then in use; it was not allowed in the spec.
        Now always empty.
    NodePhase = Pending Running Terminated
    NodeStatus
        What the kubelet reports about its node: addresses, room, conditions, versions. It stops
        changing when the kubelet does.
      addresses []NodeAddress list=map keys=type patch=merge mergeKey=type
        Addresses and host names of the node. InternalIP is the one the cluster talks to.
      allocatable map[string]Quantity
        What pods can have in all: capacity less what is kept for the system and for eviction. The
        scheduler counts against this, not against capacity.
      capacity map[string]Quantity
        What the machine has in all: cpu, memory, ephemeral-storage, pods and perhaps devices.
      conditions []NodeCondition list=map keys=type patch=merge mergeKey=type
        How the node fares: Ready should be True, MemoryPressure, DiskPressure and PIDPressure
        False. Unknown everywhere means that the kubelet has gone silent.
      config NodeConfigStatus
        How the settings from spec.configSource fare. The feature was removed in 1.24, so this stays
        empty.
      daemonEndpoints NodeDaemonEndpoints
        The port on which the kubelet of this node listens.
      declaredFeatures []string list=atomic
        Names of newer features that this node's kubelet can do, so that the scheduler keeps pods
        that need them off older nodes.
      features NodeFeatures
        What the container runtime of the node as a whole can do.
      images []ContainerImage list=atomic
        Container images that lie on the node, at most 50 of the biggest. The scheduler likes nodes
        that already have a pod's image.
      nodeInfo NodeSystemInfo
        Versions and identities: kernel, operating system, kubelet, container runtime.
      phase string enum=NodePhase
        Once a short word for the node's life. Never filled in now: read the conditions.
      runtimeHandlers []NodeRuntimeHandler list=atomic
        The ways in which this node's runtime can run pods, one for each handler a RuntimeClass may
        name.
      volumesAttached []AttachedVolume list=atomic
        Volumes that are attached to the node, written by the controller that attaches them.
      volumesInUse []string list=atomic
        Attachable volumes that the node's pods mount. They are not detached as long as they are
        listed.
    NodeCondition
        One statement on how a node fares. Controllers turn bad ones into taints.
      lastHeartbeatTime Time
        When the kubelet last confirmed the condition. Signs of life come more often through the
        node's Lease in kube-node-lease.
      lastTransitionTime Time
        When the node's condition last changed its status; how long a node is NotReady counts from
        here.
      message string
        The state in a sentence, such as that the kubelet is posting ready status or has stopped
        doing so.
      reason string
        One word for it, such as KubeletReady, KubeletNotReady, KubeletHasDiskPressure or
        NodeStatusUnknown.
      status string required words=ConditionStatus
        True, False or Unknown. For Ready True is good, for the pressures False; Unknown is set by
        the node controller when the kubelet is silent for 50 seconds.
      type string required
        Ready (the kubelet can run pods), MemoryPressure, DiskPressure, PIDPressure (something runs
        short) or NetworkUnavailable (routes are not set up).
    NodeAddress
        One address or host name of a node.
      address string required
        The address or name itself, such as 10.0.0.12 or worker-1.
      type string required
        InternalIP (used within the cluster), ExternalIP, Hostname, InternalDNS or ExternalDNS.
    NodeDaemonEndpoints
        Where daemons of a node can be reached.
      kubeletEndpoint DaemonEndpoint
        The port of the kubelet, usually 10250; kubectl logs and exec go through it.
    DaemonEndpoint
        Port of a daemon that runs on the node.
      Port integer(int32) required
        Port the kubelet listens on at the node's address, usually 10250; the API server connects
        there for logs, exec and port-forward. Spelled with a capital P.
    NodeSystemInfo
        Versions and identities of a node's machine and software.
      architecture string required
        The processor family, such as amd64 or arm64; also the label kubernetes.io/arch.
      bootID string required
        A number that changes with each start of the machine; a new one shows that it was rebooted.
      containerRuntimeVersion string required
        The container runtime and its version, such as containerd://2.1.4.
      kernelVersion string required
        The version of the kernel, as uname -r gives it.
      kubeProxyVersion string required deprecated
        Once the version of kube-proxy. Deprecated and left empty: the kubelet never really knew it.
      kubeletVersion string required
        The version of the kubelet, shown as VERSION by kubectl get nodes. It may be older than the
        API server, by up to three minor versions.
      machineID string required
        The identity in /etc/machine-id. Cloned machines sometimes share it by mistake.
      operatingSystem string required
        The system of the node, linux or windows; also the label kubernetes.io/os.
      osImage string required
        The name of the operating system, such as Debian GNU/Linux 12 (bookworm).
      swap NodeSwapStatus
        How much swap memory the node has; missing if it is not reported.
      systemUUID string required
        The identity that the hardware or the virtual machine gives itself.
    NodeSwapStatus
        The swap memory of a node, as its kernel reports it.
      capacity integer(int64)
        Swap memory in all, in bytes; missing if the node has none.
    ContainerImage
        One image present on a node.
      names []string list=atomic
        All names the image is known by on the node, with tags and digests. The scheduler compares
        them with the pod's image to favour nodes that have it.
      sizeBytes integer(int64)
        Size of the image in bytes; it weighs in the scheduler's preference for nodes that already
        have the image.
    AttachedVolume
        One volume attached to a node, as the attach and detach controller recorded it.
      devicePath string required
        Path of the attached device on the node. With CSI drivers it is usually empty, since the
        driver finds the device itself.
      name string required
        Unique name of the volume, made of driver and volume handle, as in
        kubernetes.io/csi/driver^handle.
    CSINode kind=storage.k8s.io/v1
        Which storage drivers a node has, as its kubelet writes down when a CSI driver registers
        there.
      apiVersion string
        storage.k8s.io/v1, though the Node it belongs to is in the core group.
      kind string
        CSINode. Write it in full in kubectl: it has no short name.
      metadata ObjectMeta
        Name, which is that of the node, and the node as owner. There is no namespace.
      spec CSINodeSpec required
        The drivers that are registered on the node.
    CSINodeSpec
        The CSI drivers of one node.
      drivers []CSINodeDriver required list=map keys=name patch=merge mergeKey=name
        One entry for each driver; an empty list says that the kubelet has been there, but no driver
        has registered.
    CSINodeDriver
        One CSI driver, as it is set up on one node.
      allocatable VolumeNodeResources
        How many of its volumes the node can take; without it the scheduler knows no limit.
      name string required
        Name by which the driver calls itself, as volumes and storage classes write it.
      nodeID string required
        What the driver calls this node: often the number that a cloud gives to the machine.
      topologyKeys []string list=atomic
        Labels of the node that say where its volumes can be reached, such as the zone; the driver
        chooses them.
    VolumeNodeResources
        What a node can take of a driver's volumes.
      count integer(int32)
        Most volumes of the driver that can be in use on the node at once. With nothing written
        there is no limit; 0 means none.
    NodeConfigStatus
        How a node's settings from a ConfigMap fared; unused since the feature was removed in 1.24.
      active NodeConfigSource
        The settings that the kubelet was using. Always empty now.
      assigned NodeConfigSource
        The settings that the kubelet was to try. Always empty now.
      error string
        Why the assigned settings could not be used. Always empty now.
      lastKnownGood NodeConfigSource
        The settings to fall back to. Always empty now.
    NodeFeatures
        What a node's container runtime can do, whatever the handler.
      supplementalGroupsPolicy boolean
        Whether the runtime knows the pod field supplementalGroupsPolicy and reports the users of
        containers.
    NodeRuntimeHandler
        One way in which a node's runtime can run pods.
      features NodeRuntimeHandlerFeatures
        What pods of this handler can use, such as user namespaces.
      name string
        The handler's name, as in the field handler of a RuntimeClass. Empty is the usual one.
    NodeRuntimeHandlerFeatures
        What one handler of a node's runtime can do.
      recursiveReadOnlyMounts boolean
        Whether recursiveReadOnly of volume mounts works with this handler.
      userNamespaces boolean
        Whether pods with hostUsers false can run with this handler.
    RuntimeClass kind=node.k8s.io/v1
        Gives a name to a way of running containers, such as a sandboxed runtime; pods choose it by
        runtimeClassName.
      apiVersion string
        node.k8s.io/v1. The betas are gone since 1.25.
      handler string required
        Name of the handler configured in the node's container runtime, such as runc or kata: a
        lowercase DNS label. A node that lacks it cannot start the pod. It is fixed once the class
        exists.
      kind string
        RuntimeClass. Write it in full in kubectl: it has no short name.
      metadata ObjectMeta
        Name that pods give as runtimeClassName. There is no namespace.
      overhead Overhead
        Resources the runtime itself needs for each pod; the scheduler and quotas add them to the
        pod's own requests.
      scheduling Scheduling
        Which nodes have this runtime, so that pods using it land only there. Left out, all nodes
        are taken to have it.
    Overhead
        What running a pod of a RuntimeClass costs beyond its containers.
      podFixed map[string]Quantity
        CPU and memory for each pod of the class, such as 120Mi for its virtual machine. Copied to
        the pod's overhead and counted by scheduler, quota and cgroup.
    Scheduling
        Where pods of a RuntimeClass can run, so that only nodes with its runtime get them.
      nodeSelector map[string]string map=atomic
        Labels of the nodes that have the runtime, merged into the nodeSelector of each pod. A pod
        that contradicts them is refused.
      tolerations []Toleration list=atomic
        Tolerations that each pod of the class gets in addition.
    ComponentStatus kind=v1
        How a part of the control plane says it fares, asked when it is read. Deprecated: nothing
        keeps it true for parts that run elsewhere.
      apiVersion string
        Always v1. The kind is deprecated since 1.19, yet still served.
      conditions []ComponentCondition list=map keys=type patch=merge mergeKey=type
        Whether the part is healthy; the one condition there is has the type Healthy.
      kind string
        ComponentStatus, or cs for short in kubectl.
      metadata ObjectMeta
        Only the name is filled in: scheduler, controller-manager or that of an etcd member.
    ComponentCondition
        Whether one part of the control plane is healthy.
      error string
        What went wrong when the part was asked, as kubectl get cs shows in its last column.
      message string
        What the part answered: ok when all is well.
      status string required words=ConditionStatus
        True, False, or Unknown when the part could not be asked.
      type string required
        Healthy; there are no other types.
    """#
  }
}
