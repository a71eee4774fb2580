extension SchemaText {
  /// Types to do with the containers of pods.
  static var containers: String {
    #"""
    PullPolicy = Always IfNotPresent Never
    TerminationMessagePolicy = FallbackToLogsOnError File
    Container
        One program the pod runs from an image, with its settings. All containers of a pod share one
        IP address and may share volumes; each has its own files, processes and limits.
      args []string list=atomic
        Arguments handed to the program; they replace the image's CMD and are added after command.
        Left out, the image's own CMD is used, unless command is set, in which case there are no
        arguments. $(NAME) is replaced by the variable from env, $$(NAME) stays as the literal text
        $(NAME).
      command []string list=atomic
        The program to run, as a list of words; it replaces the image's ENTRYPOINT, and the image's
        CMD is then ignored too. Left out, the image decides. No shell is involved: pipes, && and
        $NAME work only through something like sh, -c, '...'.
      env []EnvVar list=map keys=name patch=merge mergeKey=name
        Environment variables set one by one. They win over variables of the same name from envFrom,
        and a later entry may use an earlier one as $(NAME). Values are read when the container
        starts and never change while it runs.
      envFrom []EnvFromSource list=atomic
        Turns every key of the named ConfigMaps and Secrets into a variable. When two sources hold
        the same key the later one wins; an entry of the same name in env beats both.
      image string
        Image reference: registry/path:tag or registry/path@sha256:digest. Without a registry
        docker.io is meant, without a tag latest. It is one of the few fields that may change on a
        running pod: the kubelet then restarts just this container with the new image.
      imagePullPolicy string enum=PullPolicy
        When the node pulls the image. Always asks the registry at every start (layers already
        present are reused), IfNotPresent pulls only if the node lacks it, Never fails with
        ErrImageNeverPull if it is absent. Default: Always for the tag latest or no tag, otherwise
        IfNotPresent; the default is fixed at creation and does not follow a later image change.
      lifecycle Lifecycle
        Hooks the kubelet runs right after this container starts and right before it is stopped.
        Left out, it gets only SIGTERM and, after the grace period, SIGKILL.
      livenessProbe Probe
        Periodic check whether the container still works; after failureThreshold failures in a row
        the kubelet kills and restarts it. Left out, only the end of the process counts as death.
        Held back until startupProbe has succeeded.
      name string required
        Name of the container within the pod: a DNS label of at most 63 characters, unique among
        containers, init and ephemeral containers. It is what -c in kubectl logs and exec takes; it
        cannot be changed.
      ports []ContainerPort list=map keys=containerPort,protocol patch=merge
      & mergeKey=containerPort
        Ports the container says it listens on. The list is for readers, for named ports and for
        hostPort: a port missing here is still reachable on the pod IP, and a port listed here is
        not opened by it.
      readinessProbe Probe
        Periodic check whether the container can take traffic. While it fails the pod is not Ready
        and Services send it nothing, but nothing is restarted. Left out, a running container counts
        as ready.
      resizePolicy []ContainerResizePolicy list=atomic
        Says, for cpu and for memory, whether changing that resource on the running pod needs a
        container restart. A resource not listed is resized without one (NotRequired).
      resources ResourceRequirements
        CPU, memory and other resources the container asks for (requests) and may use at most
        (limits). Requests decide where the pod fits, limits are enforced on the node. With nothing
        set in any container the pod is BestEffort and among the first to be evicted.
      restartPolicy string words=RestartPolicy
        Overrides the pod's restartPolicy for this container: Always, OnFailure or Never. Left out,
        the pod's policy holds. Always on an init container makes it a sidecar: it starts before the
        app containers, keeps running beside them and stops after them.
      restartPolicyRules []ContainerRestartRule list=atomic
        Rules tried in order when the container exits; the first match decides, and without a match
        restartPolicy does. At most 20 rules, and the container's own restartPolicy must be set as
        well. Beta in 1.36, on by default.
      securityContext SecurityContext
        User, capabilities, privilege and file system settings of this container. What is set here
        wins over the same field of the pod's securityContext.
      startupProbe Probe
        Check for slow starters: until it succeeds once, liveness and readiness probes do not run.
        If it fails failureThreshold times in a row, the container is killed and restarted by its
        restart policy.
      stdin boolean
        Keeps an input stream open for the container, so kubectl attach -i or run -i can feed it.
        Default false: a read from standard input meets the end of file at once.
      stdinOnce boolean
        Closes standard input for good after the first attached client leaves; it stays closed until
        the container restarts. Default false: the stream stays open across several attachments.
        Needs stdin.
      terminationMessagePath string default=/dev/termination-log
        File in the container whose content becomes the message of its terminated state. Default
        /dev/termination-log. At most 4096 bytes are kept, and 12 KiB over all containers of the
        pod. Cannot be changed later.
      terminationMessagePolicy string enum=TerminationMessagePolicy default=File
        Where the termination message comes from. File (default) reads terminationMessagePath only;
        FallbackToLogsOnError takes the end of the log (at most 80 lines or 2048 bytes) if that file
        is empty and the container failed.
      tty boolean
        Gives the container a terminal, as interactive shells want; set stdin too. Default false.
        With a terminal, standard output and standard error arrive as one stream.
      volumeDevices []VolumeDevice list=map keys=devicePath patch=merge mergeKey=devicePath
        Raw block devices given to the container, from claims with volumeMode Block. The device
        appears at devicePath without a file system.
      volumeMounts []VolumeMount list=map keys=mountPath patch=merge mergeKey=mountPath
        Places in the container's file tree where volumes of the pod appear. Each names an entry of
        the pod's volumes; two mounts cannot share one mountPath.
      workingDir string
        Directory in which the program starts. Left out, the image's WORKDIR holds, and failing that
        the root directory.
    EphemeralContainer
        A container added to a running pod for a look inside, as kubectl debug does. It has no
        guaranteed resources, is never restarted, and can be neither changed nor removed once added.
      args []string list=atomic
        Arguments for the program of the debugging container, replacing the image's CMD. $(NAME) is
        filled in from its env.
      command []string list=atomic
        Program to run in place of the image's ENTRYPOINT, as a list of words without a shell. Left
        out, the image decides, which for a tool image is often a shell.
      env []EnvVar list=map keys=name patch=merge mergeKey=name
        Variables for the debugging container only; it does not inherit those of the container it
        looks at.
      envFrom []EnvFromSource list=atomic
        ConfigMaps and Secrets whose keys become variables of the debugging container; a same name
        in env wins.
      image string
        Image with the tools you want, such as busybox; required in practice. It cannot be replaced
        afterwards: add another ephemeral container instead.
      imagePullPolicy string enum=PullPolicy
        When the node pulls the debugging image: Always, IfNotPresent or Never. Default Always for
        the tag latest or none, otherwise IfNotPresent.
      lifecycle Lifecycle
        Hooks are not allowed in an ephemeral container; setting them is refused.
      livenessProbe Probe
        Not allowed here: an ephemeral container is never checked or restarted.
      name string required
        Name to use with kubectl attach, logs and exec -c; it must differ from all other containers
        of the pod, including earlier ephemeral ones.
      ports []ContainerPort list=map keys=containerPort,protocol patch=merge
      & mergeKey=containerPort
        Not allowed here: a debugging container does not serve traffic. It shares the pod's network
        all the same.
      readinessProbe Probe
        Not allowed here: an ephemeral container has no say in the pod's readiness.
      resizePolicy []ContainerResizePolicy list=atomic
        Not allowed here, as an ephemeral container has no resources of its own to resize.
      resources ResourceRequirements
        Not allowed here: it uses what the pod and node have to spare, so a hungry tool can squeeze
        the app.
      restartPolicy string words=RestartPolicy
        Not allowed here; an ephemeral container that ends stays ended whatever the pod's policy.
      restartPolicyRules []ContainerRestartRule list=atomic
        Not allowed here, since nothing ever restarts an ephemeral container.
      securityContext SecurityContext
        User, capabilities and privilege of the debugging container. kubectl debug fills it by
        --profile; Pod Security admission checks it like that of any container.
      startupProbe Probe
        Not allowed here: there is nothing to wait for after an ephemeral container starts.
      stdin boolean
        Keeps an input stream open so that you can type into the debugging shell; kubectl debug -i
        sets it. Left out, a shell meets the end of its input at once and ends.
      stdinOnce boolean
        Closes the input after the first session detaches; a shell then ends, and the container with
        it. Left out, you can attach again.
      targetContainerName string
        Container of the pod whose processes the debugging container shall see; needs a runtime that
        supports it. Left out, it sees only its own, unless the pod shares one process namespace.
      terminationMessagePath string default=/dev/termination-log
        File whose content becomes the closing message of the debugging container. Default
        /dev/termination-log.
      terminationMessagePolicy string enum=TerminationMessagePolicy default=File
        Where the closing message is read from: File (default), or FallbackToLogsOnError for the end
        of the log after a failure.
      tty boolean
        Gives the debugging container a terminal, for prompts and line editing; kubectl debug -t
        sets it together with stdin. Left out, there is none.
      volumeDevices []VolumeDevice list=map keys=devicePath patch=merge mergeKey=devicePath
        Raw block devices of the pod handed to the debugging container as well.
      volumeMounts []VolumeMount list=map keys=mountPath patch=merge mergeKey=mountPath
        Volumes the pod already has, mounted for inspection. No new volumes can be added, and
        subPath is refused.
      workingDir string
        Directory the tool starts in; left out, the WORKDIR of the debugging image.
    Protocol = SCTP TCP UDP
    ContainerPort
        One port a container listens on, with an optional name and an optional opening on the node.
      containerPort integer(int32) required
        Number of the port on the pod's IP address, 1 to 65535. Together with protocol it identifies
        the entry in the list.
      hostIP string
        Address of the node on which hostPort is opened. Left out, all addresses of the node are
        used.
      hostPort integer(int32)
        Opens this port, 1 to 65535, on the node that runs the pod. Only one pod per node can hold
        it, so it limits where the scheduler can place pods; use a Service instead where possible.
        With hostNetwork it must equal containerPort.
      name string
        Name by which Services (targetPort), probes, hooks and NetworkPolicies can call the port
        instead of its number. At most 15 lowercase letters, digits and hyphens with at least one
        letter; unique in the pod.
      protocol string enum=Protocol default=TCP
        TCP (default), UDP or SCTP. The same number may be listed once for each protocol.
    ResourceResizeRestartPolicy = NotRequired RestartContainer
    ContainerResizePolicy
        How one resource of a container is changed while the pod runs.
      resourceName string required
        The resource the rule is for: cpu or memory, no other.
      restartPolicy string required words=ResourceResizeRestartPolicy
        NotRequired changes the limit under the running process; RestartContainer restarts the
        container so that it sees the new size, as a Java heap often needs. In a pod with
        restartPolicy Never only NotRequired is allowed.
    ContainerRestartRuleAction = Restart RestartAllContainers
    ContainerRestartRule
        One rule that says what to do when a container ends in a certain way.
      action string required words=ContainerRestartRuleAction
        What happens on a match: Restart restarts this container even where restartPolicy would not;
        RestartAllContainers starts the whole pod afresh in place, init containers included, keeping
        its IP address and volumes (beta in 1.36).
      exitCodes ContainerRestartRuleOnExitCodes
        The exit codes that make the rule match; it must be set, since exit codes are the only
        condition there is.
    ContainerRestartRuleOnExitCodesOperator = In NotIn
    ContainerRestartRuleOnExitCodes
        Set of exit codes and whether the container's code must be in it or outside it.
      operator string required words=ContainerRestartRuleOnExitCodesOperator
        In matches when the exit code is among values; NotIn matches when it is not.
      values []integer(int32) list=set
        Exit codes compared with that of the container, at most 255 of them, each listed once.
    ResourceRequirements
        What a container (or pod) is given for sure and what it may use at most. Without any, it may
        use what is free and is the first to go when memory runs short.
      claims []ResourceClaim list=map keys=name
        Device claims that this container uses, by their names in the pod's spec.resourceClaims. Not
        allowed for the pod as a whole.
      limits map[string]Quantity
        The most it may use. More CPU and it is slowed down; more memory and a process is killed
        (OOMKilled); more ephemeral-storage and the pod is evicted. Left out, there is no limit but
        the node, unless a LimitRange gives one.
      requests map[string]Quantity
        What it is given for sure: the scheduler looks for a node with that much left, whatever is
        really used. Left out, it is equal to limits where those are given, else nothing. Must not
        be above limits.
    ResourceClaim
        One device claim that a container uses. The pod lists the claims, the container picks from
        them.
      name string required
        The claim, by its name in the pod's spec.resourceClaims.
      request string
        Which of the claim's requests to use. Left out, all devices of the claim are made available.
    MountPropagationMode = Bidirectional HostToContainer None
    RecursiveReadOnlyMode = Disabled Enabled IfPossible
    VolumeMount
        Where a volume of the pod appears in a container's files. It hides whatever the image has at
        that place.
      mountPath string required
        The folder in the container where the volume appears; it must not contain a colon and each
        may be used once. It is made if missing.
      mountPropagation string enum=MountPropagationMode
        Whether mounts made later inside the volume are passed on. None (the default): no;
        HostToContainer: those of the node show up here; Bidirectional: also those made here on the
        node, only for privileged containers.
      name string required
        The volume to mount: a name of the pod's spec.volumes. One that is not there makes the pod
        invalid.
      readOnly boolean
        Whether the container may only read; false unless set. ConfigMap, Secret and image volumes
        are read-only anyway.
      recursiveReadOnly string words=RecursiveReadOnlyMode
        Whether mounts inside this mount become read-only too. Disabled (the default): no;
        IfPossible: where the runtime can; Enabled: it must, or the container does not start. Needs
        readOnly true.
      subPath string
        A file or folder within the volume to mount instead of its root. It does not follow later
        changes of a ConfigMap or Secret, a frequent surprise.
      subPathExpr string
        Like subPath, but with $(NAME) replaced by the container's environment variables, such as
        the pod's name. Only one of the two may be set.
    VolumeDevice
        A raw block device put into a container, in place of a mount with files.
      devicePath string required
        The path of the device in the container, such as /dev/xvda.
      name string required
        The volume of the pod to use. It must be a claim with volumeMode Block.
    """#
  }
}
