extension SchemaText {
  /// Types to do with what becomes of pods and their containers.
  static var podStatus: String {
    #"""
    PodPhase = Pending Running Succeeded Failed Unknown
    PodQOSClass = Guaranteed Burstable BestEffort
    PodStatus
        What has become of a pod, reported by the kubelet of its node and by the scheduler. It may
        be some seconds old, and on a dead node it no longer changes.
      allocatedResources map[string]Quantity
        The pod-level CPU and memory requests that the node has set aside for this pod. Only there
        if spec.resources is used; after a resize it follows spec once the node agrees.
      conditions []PodCondition list=map keys=type patch=merge mergeKey=type
        Steps of the pod's life as True or False: PodScheduled, PodReadyToStartContainers,
        Initialized, ContainersReady, Ready; DisruptionTarget when it is about to be pushed out.
        Look here for why it is not Ready.
      containerStatuses []ContainerStatus list=atomic
        How each ordinary container fares: waiting, running or terminated, ready or not, how often
        restarted.
      ephemeralContainerStatuses []ContainerStatus list=atomic
        How the containers added for debugging fare. Empty as long as nobody added one.
      extendedResourceClaimStatus PodExtendedResourceClaimStatus
        The ResourceClaim that the scheduler made because a container asked for an extended resource
        that is served by dynamic resource allocation. Missing for pods without one.
      hostIP string
        The address of the node that the pod runs on. Empty until it is bound to one and the kubelet
        has taken it on.
      hostIPs []HostIP list=atomic patch=merge mergeKey=ip
        All addresses of the pod's node, the one in hostIP first; two in a dual-stack cluster.
      initContainerStatuses []ContainerStatus list=atomic
        How each init container fares, in the order in which they run; sidecars are among them. The
        first one that is not done is what the pod is waiting for.
      message string
        A sentence for people about why the pod is in this state, such as what it was evicted for.
        Usually empty; container problems are told in containerStatuses.
      nodeAllocatableResourceClaimStatuses []NodeAllocatableResourceClaimStatus list=atomic
        CPU, memory and the like that the pod got from its node through device claims. Needs the
        feature gate DRANodeAllocatableResources, off in 1.36, and is empty without it.
      nominatedNodeName string
        The node where room is being made for this pod by pushing out others, or where the scheduler
        expects to put it. Not a promise, and cleared once the pod is bound.
      observedGeneration integer(int64)
        The metadata.generation that the kubelet had seen when it last wrote this status. Smaller
        than the generation means that a change, such as a resize, is still on its way.
      phase string enum=PodPhase default=Pending
        The short story of the pod's life. Pending: not all containers have started; Running: at
        least one runs or restarts; Succeeded: all ended with 0; Failed: all ended, at least one
        badly; Unknown: its node is silent. CrashLoopBackOff is not a phase but a reason of a
        container.
      podIP string
        The address of the pod, the same for all its containers. It is kept until the pod is gone,
        restarts included; a replacement pod gets another one.
      podIPs []PodIP list=map keys=ip patch=merge mergeKey=ip
        All addresses of the pod, at most one IPv4 and one IPv6; the first is podIP.
      qosClass string enum=PodQOSClass
        Who is pushed out first when a node runs short of memory. BestEffort (no requests or limits)
        goes first, then Burstable, last Guaranteed (every container has CPU and memory limits equal
        to its requests). Fixed on creation.
      reason string
        One word for why the pod is as it is, such as Evicted, DeadlineExceeded or OutOfcpu. kubectl
        get shows it as STATUS.
      resize string
        The old word for how a change of CPU or memory in place goes on. Deprecated and no longer
        set: read the conditions PodResizePending and PodResizeInProgress.
      resourceClaimStatuses []PodResourceClaimStatus list=map keys=name patch=merge,retainKeys
      & mergeKey=name
        For each entry of spec.resourceClaims the ResourceClaim that really stands behind it, which
        matters where it was made from a template.
      resources ResourceRequirements
        The pod-level CPU and memory requests and limits that are in force on the node now. Only
        there if spec.resources is used.
      startTime Time
        When the kubelet took the pod on, before any image was pulled. activeDeadlineSeconds counts
        from here.
    PodCondition
        One step of a pod's life, or one fact about it, as True, False or Unknown.
      lastProbeTime Time
        When the pod's condition was last looked at; usually empty.
      lastTransitionTime Time
        When the pod's condition last went from one status to another; for Ready, since when it is
        ready or not.
      message string
        The details in a sentence. For PodScheduled this is the scheduler's list of why no node
        fits.
      observedGeneration integer(int64)
        The metadata.generation of the pod for which this condition was written.
      reason string
        Why in one word: Unschedulable or SchedulingGated for PodScheduled, ContainersNotReady for
        Ready, PreemptionByScheduler or EvictionByEvictionAPI for DisruptionTarget.
      status string required words=ConditionStatus
        True, False or Unknown. Unknown mostly means that the node does not answer.
      type string required
        PodScheduled, PodReadyToStartContainers, Initialized, ContainersReady, Ready,
        DisruptionTarget, PodResizePending or PodResizeInProgress, or a name from readinessGates.
    HostIP
        One address of the node that a pod runs on.
      ip string required
        An IPv4 or IPv6 address of the pod's node.
    PodIP
        One address of a pod, of one of the two families.
      ip string required
        An IPv4 or IPv6 address at which the pod can be reached within the cluster.
    PodResourceClaimStatus
        Which ResourceClaim stands behind one entry of the pod's resourceClaims.
      name string required
        The entry of spec.resourceClaims that this is about.
      resourceClaimName string
        The ResourceClaim that was made from the template. Empty if none was needed.
    PodExtendedResourceClaimStatus
        The claim that the scheduler made for extended resources, such as example.com/gpu: 1, which
        a device driver serves through claims.
      requestMappings []ContainerExtendedResourceRequest required list=atomic
        Which request of the claim belongs to which container and resource.
      resourceClaimName string required
        The ResourceClaim that the scheduler made, in the pod's namespace; it goes with the pod.
    ContainerExtendedResourceRequest
        Ties one extended resource of a container to the device request made for it by dynamic
        resource allocation. Beta in 1.36, written by the scheduler.
      containerName string required
        The container of the pod that asked for the resource in its requests.
      requestName string required
        The request inside the generated ResourceClaim that stands for this resource.
      resourceName string required
        The extended resource asked for, such as example.com/gpu, which a DeviceClass backs with
        devices.
    NodeAllocatableResourceClaimStatus
        What a pod got from its node's own CPU, memory and the like through one device claim. Needs
        the feature gate DRANodeAllocatableResources, off in 1.36.
      containers []string list=set
        The containers of the pod that use the claim.
      resourceClaimName string required
        The ResourceClaim through which the resources were given.
      resources map[string]Quantity required
        How much of each resource was given, such as cpu or memory.
    Signal = SIGABRT SIGALRM SIGBUS SIGCHLD SIGCLD SIGCONT SIGFPE SIGHUP SIGILL SIGINT SIGIO
    & SIGIOT SIGKILL SIGPIPE SIGPOLL SIGPROF SIGPWR SIGQUIT SIGRTMAX SIGRTMAX-1 SIGRTMAX-10
    & SIGRTMAX-11 SIGRTMAX-12 SIGRTMAX-13 SIGRTMAX-14 SIGRTMAX-2 SIGRTMAX-3 SIGRTMAX-4 SIGRTMAX-5
    & SIGRTMAX-6 SIGRTMAX-7 SIGRTMAX-8 SIGRTMAX-9 SIGRTMIN SIGRTMIN+1 SIGRTMIN+10 SIGRTMIN+11
    & SIGRTMIN+12 SIGRTMIN+13 SIGRTMIN+14 SIGRTMIN+15 SIGRTMIN+2 SIGRTMIN+3 SIGRTMIN+4 SIGRTMIN+5
    & SIGRTMIN+6 SIGRTMIN+7 SIGRTMIN+8 SIGRTMIN+9 SIGSEGV SIGSTKFLT SIGSTOP SIGSYS SIGTERM SIGTRAP
    & SIGTSTP SIGTTIN SIGTTOU SIGURG SIGUSR1 SIGUSR2 SIGVTALRM SIGWINCH SIGXCPU SIGXFSZ
    ContainerStatus
        What the kubelet last reported about one container of the pod.
      allocatedResources map[string]Quantity
        Requests the node has granted to this container. It can lag behind spec while a resize waits
        for room.
      allocatedResourcesStatus []ResourceStatus list=map keys=name patch=merge mergeKey=name
        Health of the devices given to this container, by resource name. Filled for device plugins
        and dynamic resource allocation; beta and on by default in 1.36.
      containerID string
        Identity of the current run at the runtime, as in containerd://hash. It changes at every
        restart.
      image string required
        Image the container runs, as the runtime names it; it may read differently from the spec,
        with docker.io and a tag added.
      imageID string required
        Exact identity of the running image, usually a name with sha256 digest. It tells two builds
        behind the same tag apart.
      lastState ContainerState
        How the previous run of the container ended; empty if it was never restarted. Look here for
        exit code and reason during CrashLoopBackOff.
      name string required
        The name of the container in the spec that this entry reports on.
      ready boolean required
        True while the container runs and its readiness probe, if any, succeeds. For an ordinary
        init container true means it has finished with exit code 0. All app containers must be ready
        for the pod to be Ready.
      resources ResourceRequirements
        Requests and limits actually in force on the node. After an in-place resize compare it with
        the spec to see whether the change has arrived.
      restartCount integer(int32) required
        How often the container was started again in this pod. It never goes down while the pod
        lives, and a replaced pod begins at 0.
      started boolean
        True once the container runs and its startup probe, if any, has succeeded. Until then
        liveness and readiness are not checked. A sidecar lets the next init container begin at this
        point.
      state ContainerState
        What the container is doing now: waiting, running or terminated.
      stopSignal string enum=Signal
        Signal used to stop this container, from the pod, the image or the default SIGTERM. Filled
        only with the gate ContainerStopSignals, which is off by default in 1.36.
      user ContainerUser
        User and groups the first process of the container started with, as the runtime reported
        them. Groups added by the image show up here and nowhere else.
      volumeMounts []VolumeMountStatus list=map keys=mountPath patch=merge mergeKey=mountPath
        How each volume mount of the container turned out, above all whether recursive read-only was
        reached.
    ContainerState
        What a container is doing right now or did last: exactly one of waiting, running and
        terminated is set. With none set it counts as waiting.
      running ContainerStateRunning
        Set while the process runs, with the time it started. It says nothing about readiness.
      terminated ContainerStateTerminated
        Set after the process ended, with exit code, reason and times. In lastState it tells why the
        previous run died.
      waiting ContainerStateWaiting
        Set while the container is not started: an image is being pulled, a back-off is running, or
        something it needs is missing. The reason says which.
    ContainerStateWaiting
        Details of a container that has not started or waits to start again.
      message string
        The explanation in words, for instance the registry's error or how long the back-off still
        lasts.
      reason string
        One word for the wait: ContainerCreating, PodInitializing, ErrImagePull, ImagePullBackOff,
        CrashLoopBackOff, CreateContainerConfigError and others. kubectl get pods shows it as
        STATUS.
    ContainerStateRunning
        Details of a container whose process is running.
      startedAt Time
        Time this run of the container began; after a restart it is the time of the latest start.
    ContainerStateTerminated
        Details of a container run that has ended.
      containerID string
        Identity of the ended run at the container runtime, as in containerd://hash. Handy for
        finding its log on the node.
      exitCode integer(int32) required
        Exit code of the process: 0 for success, otherwise failure. 137 means killed by SIGKILL
        (128+9), often out of memory; 143 means ended by SIGTERM (128+15).
      finishedAt Time
        Time the process ended. The restart back-off is counted from here.
      message string
        The container's last words: content of its termination message file or the end of its log,
        or the error of the runtime that could not start it.
      reason string
        One word for the end: Completed for exit code 0, Error for another, OOMKilled when the
        memory limit struck, StartError when the program could not be started.
      signal integer(int32)
        Number of the signal that ended the process. Today's runtimes do not report it, so it stays
        empty and only exitCode tells.
      startedAt Time
        Time the ended run had begun; the distance to finishedAt is how long it lived.
    ContainerUser
        Identity the first process of a container was given.
      linux LinuxContainerUser
        User and group numbers on a Linux node; empty for Windows containers.
    LinuxContainerUser
        The user and groups that the first process of a container started with.
      gid integer(int64) required
        The number of the process's main group.
      supplementalGroups []integer(int64) list=atomic
        The numbers of the further groups of that process, fsGroup and those of the image included.
      uid integer(int64) required
        The number of the user the process started as. It may since have become another.
    ResourceStatus
        Health of the devices that a container got under one name.
      name string required
        The resource: such as example.com/gpu, or claim:NAME/REQUEST for devices from a claim.
      resources []ResourceHealth list=map keys=resourceID
        The devices one by one, with their health.
    ResourceHealth
        How one device of a container fares, as its plugin or driver says.
      health string
        Healthy, Unhealthy or Unknown. Nothing is restarted because of it.
      message string
        More about the device's health in a sentence, from its driver.
      resourceID string required
        The device, by the unique name that its plugin or driver gives it.
    VolumeMountStatus
        How a mount of a container really turned out.
      mountPath string required
        Where in the container the volume is mounted; the same as in the spec.
      name string required
        The volume that is mounted here, as named in the pod's spec.volumes.
      readOnly boolean
        Whether the container can only read this mount.
      recursiveReadOnly string
        Whether mounts inside are read-only too: Enabled or Disabled. IfPossible of the spec has
        become one of the two.
      volumeStatus VolumeStatus
        Details of the mounted volume, for kinds that report any (images). Needs the feature gate
        ImageVolumeWithDigest, off in 1.36.
    VolumeStatus
        Details that a mounted volume reports, by its kind.
      image ImageVolumeStatus
        Which image an image volume really holds; only for that kind of volume.
    ImageVolumeStatus
        Which image an image volume was filled from.
      imageRef string required
        The image with its digest, so that it is known exactly which one a tag led to.
    """#
  }
}
