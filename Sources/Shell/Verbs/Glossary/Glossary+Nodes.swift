extension Glossary {
  static let nodes = GlossaryGroup(
    title: "Nodes and resources",
    terms: [
      GlossaryTerm(
        "allocatable", lesson: "node-capacity", see: ["capacity", "request", "scheduler"],
        """
        What pods on a node may book: its capacity less what is kept for the system and as a
        reserve against running dry.
        The scheduler holds the sum of requests against it, never what is really used.
        So a node can be idle and full at once.
        """),
      GlossaryTerm(
        "capacity", lesson: "node-capacity", see: ["allocatable", "node"],
        """
        What a machine has: CPUs, memory, disk, and a number of pods it may hold, usually 110.
        The kubelet reports it; allocatable is the part of it that pods may book.
        The number of pods is a limit too: a node that has reached it takes no more, however much
        CPU is free.
        """),
      GlossaryTerm(
        "cgroup", lesson: "oom-and-throttle", see: ["limit", "throttling", "OOM kill"],
        """
        The kernel's means of counting and limiting what a group of processes uses.
        Each pod and each container has one: a CPU limit becomes a quota in it, a memory limit a
        ceiling.
        Limits are therefore enforced by the kernel at once, without any asking of Kubernetes.
        """),
      GlossaryTerm(
        "container runtime", or: ["runtime", "containerd", "CRI-O"], lesson: "what-a-node-runs",
        see: ["CRI", "kubelet", "image"],
        """
        The program on a node that pulls images and starts containers, such as containerd or CRI-O.
        The kubelet tells it what to do, over the CRI.
        When it stops, containers run on, but none can be started and the node becomes NotReady.
        """),
      GlossaryTerm(
        "cordon", or: ["uncordon", "SchedulingDisabled"], lesson: "pdb-and-drain",
        see: ["drain", "taint"],
        """
        To mark a node as unschedulable, so that no new pods are placed on it.
        Pods that run there stay and go on working; DaemonSet pods come all the same.
        It lasts until kubectl uncordon, also when the machine has long been mended.
        """),
      GlossaryTerm(
        "CPU", or: ["millicore", "CPU millicores", "millicpu"], lesson: "oom-and-throttle",
        see: ["request", "limit", "throttling"],
        """
        Computing time, counted in cores: 500m, five hundred thousandths, is half a core.
        A request gives a share when CPU is short, a limit a quota that is never exceeded.
        It can be taken back at any moment, so too little of it makes a program slow and does not
        kill it.
        """),
      GlossaryTerm(
        "CRI", or: ["container runtime interface"], lesson: "what-a-node-runs",
        see: ["container runtime", "kubelet"],
        """
        The calls by which a kubelet has a runtime handle pods, containers and images.
        It is spoken over a socket on the node, so one runtime can take the place of another.
        Docker itself does not speak it; images built with Docker run all the same.
        """),
      GlossaryTerm(
        "drain", lesson: "pdb-and-drain", see: ["cordon", "eviction", "PodDisruptionBudget"],
        """
        To cordon a node and evict its pods, before work on the machine.
        Evictions keep to PodDisruptionBudgets, so a drain may wait and try again for a long time.
        It refuses to begin with pods of DaemonSets, pods without a controller or emptyDir data,
        until a flag allows each.
        """),
      GlossaryTerm(
        "ephemeral storage", see: ["emptyDir", "node pressure", "eviction"],
        """
        Disk space of the node that pods use for emptyDirs, logs and their containers' own files.
        It can be requested and limited like memory.
        A pod over its limit is evicted, not only restarted, and what it had written is gone.
        """),
      GlossaryTerm(
        "eviction", or: ["evicted"], lesson: "eviction",
        see: ["node pressure", "drain", "PodDisruptionBudget", "taint"],
        """
        Ending a pod for the cluster's sake: by a drain, by a taint, or by a kubelet that runs out
        of memory or disk.
        The eviction API keeps to PodDisruptionBudgets; taints and the kubelet do not.
        An evicted pod does not move: its controller makes another, and a pod without one is gone.
        """),
      GlossaryTerm(
        "heartbeat", lesson: "pod-rescheduling", see: ["lease", "NotReady", "kubelet"],
        """
        A node's sign of life: its kubelet renews a lease every 10 seconds.
        The node controller looks every 5 seconds and gives a node up after 50 seconds of silence.
        So for most of the first minute after a machine has died, all looks well.
        """),
      GlossaryTerm(
        "in-place resize", or: ["pod resize"], lesson: "oom-and-throttle",
        see: ["request", "limit", "QoS class"],
        """
        Changing the CPU and memory of a running pod without replacing it, through its resize
        subresource.
        The kubelet does it when the node has room; until then it is Deferred, and Infeasible if it
        never will.
        The container's resizePolicy says whether it restarts, and the QoS class may not change.
        """),
      GlossaryTerm(
        "kubelet", lesson: "what-a-node-runs", see: ["node", "container runtime", "probe"],
        """
        The agent on every node: it starts, probes, restarts and ends the containers of the pods
        bound to its node.
        It learns of its pods from the API server and reports back what has become of them.
        When it falls silent its containers run on; only the cluster no longer hears of them.
        """),
      GlossaryTerm(
        "lease", lesson: "pod-rescheduling", see: ["heartbeat", "NotReady", "controller manager"],
        """
        A small object that says who holds something and when that was last renewed.
        Each kubelet keeps one for its node; schedulers and controller managers elect a leader by
        one.
        A node's lease that is not renewed for 50 seconds makes the node NotReady.
        """),
      GlossaryTerm(
        "limit", or: ["resource limit"], lesson: "requests-and-qos",
        see: ["request", "OOM kill", "throttling", "overcommit"],
        """
        The most a container may use of a resource.
        Over its CPU limit it is slowed down, over its memory limit it is killed; the node's kernel
        sees to both.
        The scheduler does not look at limits, so those on a node may add up to more than it has.
        """),
      GlossaryTerm(
        "memory", lesson: "oom-and-throttle", see: ["OOM kill", "request", "limit", "eviction"],
        """
        Counted in bytes: Ki, Mi and Gi are powers of 1024, k, M and G of 1000.
        It cannot be taken back from a process that has it, so a lack of it ends in a kill or an
        eviction.
        A small m behind a number of bytes means thousandths and is nearly always a slip.
        """),
      GlossaryTerm(
        "node", or: ["no", "worker", "machine"], lesson: "pod-or-node",
        see: ["pod", "kubelet", "allocatable", "NotReady"],
        """
        A machine of the cluster, real or virtual, on which pods run.
        It has an operating system, a container runtime and a kubelet, and offers CPU, memory and
        room for so many pods.
        Kubernetes manages the pods on it; somebody else has to provide and mend the machine.
        """),
      GlossaryTerm(
        "node pressure", or: ["MemoryPressure", "DiskPressure", "PIDPressure", "pressure"],
        lesson: "eviction", see: ["eviction", "QoS class", "condition", "taint"],
        """
        Memory, disk or process ids of a node run low.
        The kubelet sets a condition, which becomes a taint, and evicts one pod after another:
        first those that use more than they requested, among them by priority.
        The condition stays for five minutes after the shortage has ended.
        """),
      GlossaryTerm(
        "NotReady", lesson: "pod-rescheduling", see: ["heartbeat", "toleration", "eviction"],
        """
        A node whose condition Ready is not True.
        Its kubelet reports a problem, or has not been heard of for 50 seconds.
        Its pods get no requests from Services, but are evicted only after five more minutes,
        unless their tolerations say otherwise.
        """),
      GlossaryTerm(
        "OOM kill", or: ["OOM", "OOMKilled", "out of memory"], lesson: "oom-and-throttle",
        see: ["memory", "limit", "exit code", "QoS class"],
        """
        The kernel ends a process because memory has run out: what its container's limit allows, or
        all the node has.
        The container shows reason OOMKilled and exit code 137; then its restart policy applies.
        It restarts on the same node with the same limit, so a leak only begins anew.
        """),
      GlossaryTerm(
        "overcommit", lesson: "requests-and-qos", see: ["limit", "request", "QoS class"],
        """
        Limits of the pods on a node that add up to more than the node has.
        It works as long as they do not all use their limit at once; when memory runs short, some
        have to die.
        Requests cannot be overcommitted: the scheduler places nothing that does not fit.
        """),
      GlossaryTerm(
        "QoS class", or: ["QoS", "quality of service", "BestEffort", "Burstable", "Guaranteed"],
        lesson: "requests-and-qos", see: ["request", "limit", "OOM kill", "eviction"],
        """
        Whom the kernel kills first when a node is out of memory: BestEffort, then Burstable, and
        Guaranteed last.
        Guaranteed has CPU and memory limits equal to the requests in every container, BestEffort
        has neither in any.
        It is worked out from those numbers and cannot be set.
        """),
      GlossaryTerm(
        "request", or: ["resource request"], lesson: "requests-and-qos",
        see: ["limit", "allocatable", "QoS class", "scheduler"],
        """
        What the scheduler books for a container on a node, used or not.
        A pod fits where the sum of all requests stays within allocatable.
        Too high wastes machines; none at all books nothing, and such a pod is among the first to
        go when memory is short.
        """),
      GlossaryTerm(
        "throttling", or: ["CPU throttling"], lesson: "oom-and-throttle",
        see: ["CPU", "limit", "cgroup"],
        """
        Holding a container back because it has used up its CPU limit.
        The kernel counts in slices of 100 milliseconds: with a limit of 500m it may work for 50 of
        each and then waits.
        Nothing is killed and no event is written; it only shows as slow answers.
        """),
    ])
}
