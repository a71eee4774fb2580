extension SchemaText {
  /// Types to do with pods and what is wanted of them.
  static var pods: String {
    #"""
    Pod kind=v1
        The smallest thing that is scheduled: one or more containers that live together on one node
        and share its IP address and volumes. Pods made by hand are not replaced when they die; let
        a Deployment, Job or other owner make them.
      apiVersion string
        Always v1: pods belong to the core group.
      kind string
        Pod, or po for short in kubectl.
      metadata ObjectMeta
        Name, which is also the host name inside unless spec.hostname is set, labels, by which
        Services and controllers find the pod, and the owner that made it.
      spec PodSpec
        What should run: containers, volumes, and the rules for placing them. Most of it cannot
        change after creation; image, activeDeadlineSeconds, added tolerations and (through the
        resize subresource) resources are the main exceptions.
      status PodStatus
        What the kubelet last saw: phase, conditions, addresses and container states. It can be out
        of date when the node has lost contact.
    PodTemplate kind=v1
        Keeps a description of pods on its own, outside of any controller. Hardly anything uses it.
      apiVersion string
        Always v1: pod templates belong to the core group.
      kind string
        PodTemplate. It is an object of its own, not the template inside a Deployment.
      metadata ObjectMeta
        Name and labels of the stored template; those of pods to be made stand in template.metadata.
      template PodTemplateSpec
        The description of pods that is kept: their labels and their spec.
    PodTemplateSpec
        The pod that a workload makes copies of: Deployments, StatefulSets, Jobs and their like hold
        one.
      metadata ObjectMeta
        Labels and annotations for the pods to be made. The labels must include those of the
        selector. Names are chosen by the owner.
      spec PodSpec
        What each pod shall be. For Deployments, StatefulSets and DaemonSets a change here starts an
        update.
    DNSPolicy = ClusterFirstWithHostNet ClusterFirst Default None
    PreemptionPolicy = PreemptLowerPriority Never
    RestartPolicy = Always OnFailure Never
    PodSpec
        What a pod shall be: its containers, its volumes, where it may run. Once the pod exists
        almost nothing here can be changed: only images, tolerations (added), activeDeadlineSeconds,
        gates (removed) and, through the resize subresource, CPU and memory.
      activeDeadlineSeconds integer(int64)
        Seconds the pod may be active, counted from status.startTime; at least 1. When they are over
        its containers are stopped and the pod ends as Failed with the reason DeadlineExceeded. Left
        out, there is no limit.
      affinity Affinity
        Rules about which nodes to choose (nodeAffinity) and which other pods to be near to
        (podAffinity) or away from (podAntiAffinity). They only count while a node is being chosen.
      automountServiceAccountToken boolean
        Whether the token of the service account is mounted into the containers at
        /var/run/secrets/kubernetes.io/serviceaccount. Left out, the service account's own setting
        counts, and then true.
      containers []Container required list=map keys=name patch=merge mergeKey=name
        The containers of the pod, at least one. They start together, share the pod's IP address and
        can reach each other on localhost. None can be added or removed once the pod exists.
      dnsConfig PodDNSConfig
        Name servers, search domains and resolver options that are merged into the /etc/resolv.conf
        that dnsPolicy makes. With dnsPolicy None it must name at least one server.
      dnsPolicy string enum=DNSPolicy default=ClusterFirst
        Where names are looked up. ClusterFirst (the default) asks the cluster's DNS, Default copies
        the node's resolv.conf, ClusterFirstWithHostNet is ClusterFirst for pods with hostNetwork,
        None uses dnsConfig alone. With hostNetwork, ClusterFirst works like Default.
      enableServiceLinks boolean default=true
        Whether containers get environment variables such as REDIS_SERVICE_HOST for every Service of
        the namespace that exists when they start. True unless set; many Services make a very long
        environment.
      ephemeralContainers []EphemeralContainer list=map keys=name patch=merge mergeKey=name
        Containers added to a running pod to look into it, as kubectl debug does. They cannot be
        given on creation, are never restarted and cannot be taken out again.
      hostAliases []HostAlias list=map keys=ip patch=merge mergeKey=ip
        Extra lines for the /etc/hosts of every container, one entry for each IP address. The file
        is written by the kubelet: edits from inside are lost at the next container start.
      hostIPC boolean
        Whether the pod uses the node's System V IPC and POSIX message queues instead of its own.
        False unless set; the Pod Security level baseline forbids true.
      hostNetwork boolean
        Whether the pod lives in the node's own network: it has the node's IP address, and its ports
        are the node's ports. False unless set. Two such pods with the same port cannot be on one
        node, and cluster names need dnsPolicy ClusterFirstWithHostNet.
      hostPID boolean
        Whether the containers see all processes of the node. False unless set; cannot be combined
        with shareProcessNamespace.
      hostUsers boolean
        With false the pod gets a user namespace of its own: root inside is an unprivileged user on
        the node. True unless set. False cannot be combined with hostNetwork, hostPID or hostIPC.
      hostname string
        The host name that the containers see, at most 63 characters. Left out, it is the pod's
        name. Together with subdomain it also makes a DNS name.
      hostnameOverride string
        A host name for the containers to see, at most 64 characters, that may contain dots and wins
        over hostname and subdomain. It changes no DNS record and excludes hostNetwork and
        setHostnameAsFQDN.
      imagePullSecrets []LocalObjectReference list=map keys=name patch=merge mergeKey=name
        Secrets of the same namespace, of the type kubernetes.io/dockerconfigjson, with the logins
        for private registries. Left out, those of the service account are taken. A Secret that is
        missing shows only when the pull fails.
      initContainers []Container list=map keys=name patch=merge mergeKey=name
        Containers that run one after the other, each to its end, before the ordinary ones start; if
        one fails it is tried again, or with restartPolicy Never the pod fails. One with
        restartPolicy Always is a sidecar: it starts in its turn and goes on running.
      nodeName string
        The node the pod is bound to. The scheduler fills it in. Set by hand it skips the scheduler:
        on a full node the pod fails, on one that does not exist it is soon deleted.
      nodeSelector map[string]string map=atomic
        Labels that a node must all have for the pod to run there. If no node has them the pod stays
        Pending. A simpler form of required node affinity; both together must hold.
      os PodOS
        The operating system the containers are made for. The kubelet refuses the pod on a node with
        another one, but the scheduler does not look at it: use a nodeSelector for that.
      overhead map[string]Quantity
        CPU and memory that running the pod costs beyond its containers, such as a small virtual
        machine. It comes from the RuntimeClass on creation and is added to the requests when a node
        is chosen.
      preemptionPolicy string enum=PreemptionPolicy
        PreemptLowerPriority (the default) lets the pod push out less important pods when no node
        has room; Never makes it wait, though still ahead of them in the queue. It is copied from
        the priority class.
      priority integer(int32)
        The number that says how important the pod is; higher goes first and may push out lower. It
        is filled in from priorityClassName on creation (0 without a class) and a different number
        is refused.
      priorityClassName string
        The PriorityClass to take priority from; system-node-critical and system-cluster-critical
        always exist. Left out, the class marked globalDefault counts, or 0. A class that does not
        exist makes the creation fail.
      readinessGates []PodReadinessGate list=atomic
        Further conditions that must be True before the pod is Ready. Something outside, such as a
        load balancer's controller, sets them in status.conditions; as long as one is missing the
        pod gets no traffic.
      resourceClaims []PodResourceClaim list=map keys=name patch=merge,retainKeys mergeKey=name
        Claims for devices, such as GPUs, that must be allocated before the pod can start.
        Containers use one by its name in resources.claims.
      resources ResourceRequirements
        CPU, memory and huge pages for the pod as a whole, which its containers share. Where set,
        the pod's requests count for the scheduler instead of the sum of the containers. Claims are
        not allowed here.
      restartPolicy string enum=RestartPolicy default=Always
        What happens when a container ends: Always (the default) starts it again, OnFailure only
        after a non-zero exit, Never not at all. Deployments, ReplicaSets and the like allow only
        Always, Jobs only the other two. Repeated restarts wait 10 s, 20 s and so on up to 5 min.
      runtimeClassName string
        The RuntimeClass that says which container runtime setup runs the pod, such as a sandbox.
        Left out, it is the node's usual one. A class that does not exist makes the creation fail.
      schedulerName string default=default-scheduler
        The scheduler that shall choose the node; default-scheduler unless set. If no scheduler of
        that name runs, the pod stays Pending without any event.
      schedulingGates []PodSchedulingGate list=map keys=name patch=merge mergeKey=name
        Names that hold the pod back: while one is left, the scheduler does not look at it and its
        STATUS is SchedulingGated. They can be set only on creation, and later only be removed.
      schedulingGroup PodSchedulingGroup
        The group of pods that are to be scheduled together. Needs the feature gate GenericWorkload,
        which is off in 1.36; without it the field is dropped.
      securityContext PodSecurityContext default={}
        User, groups, SELinux and seccomp settings for all containers of the pod. What a container
        sets in its own securityContext wins.
      serviceAccount string deprecated
        The old name of serviceAccountName, kept as a copy of it. Use serviceAccountName.
      serviceAccountName string
        Who the pod's programs are when they talk to the API server; a ServiceAccount of the same
        namespace. Left out it is default. If it does not exist, the pod is refused on creation.
      setHostnameAsFQDN boolean
        Whether the containers see the full name (hostname.subdomain.namespace.svc.cluster.local) as
        their host name. False unless set. A name longer than 64 characters keeps the pod from
        starting.
      shareProcessNamespace boolean
        Whether the containers see each other's processes and can send them signals; the first
        process is then the pause container. False unless set; cannot be combined with hostPID.
      subdomain string
        Gives the pod the DNS name hostname.subdomain.namespace.svc.cluster.local, provided a
        headless Service of that name selects it. StatefulSets set it to their serviceName.
      terminationGracePeriodSeconds integer(int64) default=30
        Seconds between the polite signal to end (usually TERM) and the kill; 30 unless set. The
        time of a preStop hook is included. 0 kills at once.
      tolerations []Toleration list=atomic
        Taints of nodes that the pod puts up with. Two are added on creation, if not given:
        not-ready and unreachable for 300 seconds, which is why pods leave a dead node only after
        five minutes.
      topologySpreadConstraints []TopologySpreadConstraint list=map
      & keys=topologyKey,whenUnsatisfiable patch=merge mergeKey=topologyKey
        How evenly pods like this one are spread over zones, nodes or other groups of nodes. Left
        out, the scheduler's own defaults still spread the pods of one controller a little, without
        ever refusing a node.
      volumes []Volume list=map keys=name patch=merge,retainKeys mergeKey=name
        The folders and devices that containers can mount by name with volumeMounts. They live as
        long as the pod, or longer where they stand for storage of their own.
    OSName = linux windows
    PodOS
        Which operating system a pod's containers are made for.
      name string required words=OSName
        linux or windows. Fields that make no sense for it must not be set; the kubelet refuses the
        pod on a node with another system.
    HostAlias
        One line for the /etc/hosts of a pod: an address and its names.
      hostnames []string list=atomic
        The names that shall lead to this address inside the pod.
      ip string required
        The address that the names lead to. Each address may have one entry.
    PodDNSConfig
        What goes into the pod's /etc/resolv.conf besides what dnsPolicy gives.
      nameservers []string list=atomic
        Addresses of DNS servers, put after those of dnsPolicy; at most 3 in all. At least one with
        dnsPolicy None.
      options []PodDNSConfigOption list=atomic
        Options of the resolver, such as ndots. One that dnsPolicy also gives is replaced.
      searches []string list=atomic
        Domains to try after short names, put after those of dnsPolicy; at most 32 and 2048
        characters in all.
    PodDNSConfigOption
        One option of the resolver in /etc/resolv.conf, such as ndots:2.
      name string
        The option, such as ndots, timeout or edns0.
      value string
        Its value, such as 2 for ndots; left out for options that have none.
    PodReadinessGate
        A further condition that a pod waits for before it is Ready.
      conditionType string required
        The type of the condition in status.conditions, such as example.com/feature-1. As long as it
        is missing it counts as False.
    PodSchedulingGate
        One thing that must be settled before the pod is scheduled.
      name string required
        The name of the gate, such as example.com/quota. Whoever put it there takes it away again.
    PodSchedulingGroup
        The group with which a pod is to be scheduled, for instance all of them or none. Needs the
        feature gate GenericWorkload, off in 1.36.
      podGroupName string
        The PodGroup, in the pod's namespace, that the pod belongs to. It cannot be changed.
    PodResourceClaim
        A device claim for the pod under a name that its containers use. Exactly one of
        resourceClaimName and resourceClaimTemplateName is set.
      name string required
        The name by which containers refer to the claim in resources.claims; unique in the pod.
      resourceClaimName string
        A ResourceClaim of the namespace that exists already and may be shared with other pods. The
        pod waits until it exists.
      resourceClaimTemplateName string
        A ResourceClaimTemplate from which a claim is made for this pod alone and deleted with it.
    Binding kind=v1
        Assigns a pod to a node, posted to the pod's binding subresource. The scheduler does it;
        once bound, a pod never moves.
      apiVersion string
        Always v1: bindings belong to the core group, whose name is left out of apiVersion.
      kind string
        Binding. It has no list and cannot be read back; schedulers send it to the binding
        subresource of a pod.
      metadata ObjectMeta
        Name and namespace of the pod that is bound; labels and annotations given here are copied
        onto it.
      target ObjectReference required
        The node to run the pod on; kind Node and its name. The node's fitness is not checked here,
        but the kubelet may turn the pod away.
    Eviction kind=policy/v1
        A polite request to remove one pod, posted to the pod's eviction subresource. It is refused
        with code 429 when a PodDisruptionBudget would be broken; kubectl drain works with it.
      apiVersion string
        policy/v1. The beta, policy/v1beta1, is gone since 1.25.
      deleteOptions DeleteOptions
        Options for the deletion that follows a granted eviction, such as the grace period or
        dryRun.
      kind string
        Eviction. It is no object that stays: it is posted to the eviction subresource of a pod, as
        kubectl drain does.
      metadata ObjectMeta
        Name and namespace of the pod to evict.
    """#
  }
}
