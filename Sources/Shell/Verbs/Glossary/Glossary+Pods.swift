extension Glossary {
  static let pods = GlossaryGroup(
    title: "Pods and containers",
    terms: [
      GlossaryTerm(
        "back-off", lesson: "crash-loop", see: ["CrashLoopBackOff", "ImagePullBackOff"],
        """
        The growing pause before something that failed is tried again.
        A container that keeps ending is restarted at once the first time, then after 10, 20, 40
        seconds and so on, up to five minutes; a run of more than ten minutes resets it.
        Nothing breaks anew during the pause: the kubelet only waits.
        """),
      GlossaryTerm(
        "container", lesson: "first-container", see: ["image", "pod", "container runtime"],
        """
        A process, started from an image, with files and a view of the machine of its own.
        The container runtime starts it on a node, and the node's kernel keeps it apart from others
        and limits what it uses.
        It is no small machine: when its first process ends, the container has ended.
        """),
      GlossaryTerm(
        "container state", or: ["last state"], lesson: "first-container",
        see: ["phase", "exit code", "CrashLoopBackOff"],
        """
        What the kubelet says of one container: Waiting, Running or Terminated, with a reason.
        The word in the STATUS column of kubectl get pods is mostly such a reason and not the pod's
        phase.
        The last state tells how the run before this one ended, with its exit code.
        """),
      GlossaryTerm(
        "ContainerCreating", or: ["PodInitializing"], lesson: "pod-life",
        see: ["Pending", "volume", "init container"],
        """
        The reason of a container that waits for its first start: network, volumes and image are
        being made ready.
        It usually lasts seconds; in a pod with init containers it is called PodInitializing.
        A pod that stays there often waits for a volume whose ConfigMap, Secret or disk is missing;
        its events say which.
        """),
      GlossaryTerm(
        "CrashLoopBackOff", or: ["crash loop"], lesson: "crash-loop",
        see: ["back-off", "exit code", "restart policy", "liveness probe"],
        """
        A container ended, was restarted, ended again, and now waits for its next start.
        The kubelet doubles the wait each time: 10 seconds, 20, up to five minutes.
        The word names no cause: kubectl logs --previous and the exit code of the last state do.
        """),
      GlossaryTerm(
        "CreateContainerConfigError", lesson: "triage",
        see: ["ConfigMap", "Secret", "ContainerCreating"],
        """
        A container cannot be made because something it names is not there, such as a ConfigMap, a
        Secret or a key in one.
        The kubelet tries again by itself, so it is enough to create what is missing.
        When a volume names the missing object, the pod stays in ContainerCreating instead.
        """),
      GlossaryTerm(
        "environment variable", or: ["env"], lesson: "triage",
        see: ["ConfigMap", "Secret", "downward API"],
        """
        A name with a value that a container's process is given at its start.
        The value stands in the pod or comes from a ConfigMap, a Secret or a field of the pod.
        It never changes while the container runs: after a change of the ConfigMap, the container
        has to be started anew.
        """),
      GlossaryTerm(
        "ephemeral container", or: ["debug container"], lesson: "pod-ip",
        see: ["container", "network namespace"],
        """
        A container that kubectl debug adds to a running pod, to look into it.
        It shares the pod's network and, with --target, sees the processes of one container.
        It is never restarted and cannot be taken away: it goes when the pod goes.
        """),
      GlossaryTerm(
        "exit code", or: ["exit status"], lesson: "first-container",
        see: ["container state", "OOM kill", "CrashLoopBackOff"],
        """
        The number with which a process ends: 0 for success, anything else for failure.
        Codes above 128 mean a signal: 137 is SIGKILL, 143 is SIGTERM.
        Do not take 137 for a lack of memory: that it was one is told by the reason OOMKilled.
        """),
      GlossaryTerm(
        "graceful shutdown", lesson: "probes-and-shutdown",
        see: ["termination grace period", "lifecycle hook", "EndpointSlice"],
        """
        The orderly end of a pod: its preStop hook runs, its processes get SIGTERM, finish what
        they have begun and end.
        Whatever still runs when the grace period is over is killed.
        Services drop the pod at the same time, not before, so a program should go on answering for
        some seconds.
        """),
      GlossaryTerm(
        "image", or: ["container image", "tag", "digest"], lesson: "first-container",
        see: ["image pull policy", "ImagePullBackOff", "container"],
        """
        The files and the start command of a container, kept in a registry under a name and a tag.
        The runtime of a node pulls it once and keeps it until the disk fills up.
        A tag can be moved to other content; only a digest always means the same image.
        """),
      GlossaryTerm(
        "image pull policy", or: ["pull policy"],
        see: ["image", "ImagePullBackOff"],
        """
        It says when the kubelet has an image pulled: Always, IfNotPresent or Never.
        Left out, it is Always for the tag latest or no tag at all, and IfNotPresent otherwise.
        Always does not download everything again: it asks which digest the tag has and fetches
        only what is missing.
        """),
      GlossaryTerm(
        "ImagePullBackOff", or: ["ErrImagePull"], lesson: "triage",
        see: ["image", "back-off", "image pull policy"],
        """
        An image could not be pulled, and the kubelet waits before it tries again.
        It takes turns with ErrImagePull, shown right after a failed try; the waits grow from 10
        seconds to five minutes.
        The usual causes are a mistyped name or tag and a registry that wants a login.
        """),
      GlossaryTerm(
        "init container", lesson: "init-and-sidecar", see: ["sidecar", "Pending", "container"],
        """
        A container that runs to its end before the pod's own containers start.
        Init containers run one after another, each after the one before has ended with 0; one that
        fails is tried again unless the restart policy is Never.
        Until they are done the pod is Pending, with a STATUS that begins with Init.
        """),
      GlossaryTerm(
        "lifecycle hook", or: ["preStop", "postStart", "hook"], lesson: "probes-and-shutdown",
        see: ["graceful shutdown", "termination grace period"],
        """
        Something the kubelet does right after a container starts (postStart) or before it tells it
        to stop (preStop).
        SIGTERM comes when preStop is done, and the hook's time counts against the grace period.
        A postStart hook that fails kills its container.
        """),
      GlossaryTerm(
        "liveness probe", lesson: "probes-and-shutdown",
        see: ["probe", "readiness probe", "startup probe"],
        """
        A check whose failure makes the kubelet restart the container.
        It is made every 10 seconds and must fail three times in a row, unless said otherwise.
        Let it look at the container alone: one that asks the database restarts every pod when the
        database is slow.
        """),
      GlossaryTerm(
        "localhost", lesson: "localhost", see: ["network namespace", "pod", "pod IP"],
        """
        The address 127.0.0.1, by which a process reaches its own network namespace.
        The containers of a pod share one, so they reach each other there and cannot listen on the
        same port.
        The localhost of another pod is out of reach, even on the same node.
        """),
      GlossaryTerm(
        "Pending", lesson: "triage", see: ["phase", "FailedScheduling", "ContainerCreating"],
        """
        The first phase of a pod: accepted, but its containers have not all been started.
        Either no node has been chosen, or the node is still pulling images, mounting volumes or
        running init containers.
        The events in kubectl describe pod tell which it is.
        """),
      GlossaryTerm(
        "phase", or: ["pod phase", "pod lifecycle"], lesson: "pod-life",
        see: ["container state", "Pending", "pod"],
        """
        Where a pod is in its life: Pending, Running, Succeeded, Failed or Unknown.
        It sums up the states of its containers and goes in one direction only.
        Running does not mean healthy: a pod whose container crashes over and over is Running.
        """),
      GlossaryTerm(
        "pod", or: ["po"], lesson: "pod-or-node",
        see: ["container", "node", "pod IP", "Deployment"],
        """
        One or more containers that run on one node and share an address and volumes.
        It is the smallest thing Kubernetes runs; Deployments, Jobs and the like make pods.
        A pod never moves: when it is lost, its controller makes a new one, with another name and
        another IP.
        """),
      GlossaryTerm(
        "pod IP", lesson: "pod-ip", see: ["Service", "network namespace", "NetworkPolicy"],
        """
        The address of a pod inside the cluster, shared by all its containers.
        Every pod reaches every other by it, on any node, unless a NetworkPolicy forbids it.
        It stays when containers restart, but a replacement pod has another one: that is why there
        are Services.
        """),
      GlossaryTerm(
        "probe", or: ["health check"], lesson: "probes-and-shutdown",
        see: ["liveness probe", "readiness probe", "startup probe"],
        """
        A question the kubelet asks a container: by a command, HTTP, a TCP connection or gRPC.
        Readiness decides whether Services send requests, liveness whether the container is
        restarted, startup when the other two begin.
        The default is a try every 10 seconds, one second for the answer, and three failures.
        """),
      GlossaryTerm(
        "readiness probe", or: ["ready", "readiness"], lesson: "probes-and-shutdown",
        see: ["probe", "EndpointSlice", "rollout"],
        """
        A check that says whether a pod may get requests now.
        While it fails the pod is not Ready and Services leave it out; nothing is restarted.
        Without one a container counts as ready as soon as it runs, also while its program is still
        loading.
        """),
      GlossaryTerm(
        "restart policy", lesson: "pod-life", see: ["back-off", "Job", "CrashLoopBackOff"],
        """
        It says what the kubelet does when a container ends: Always, OnFailure or Never restart it.
        Always is the default and all a Deployment allows; a Job needs one of the others.
        Restarts happen in the same pod on the same node: a pod on another node is the work of a
        controller.
        """),
      GlossaryTerm(
        "sidecar", or: ["sidecar container"], lesson: "init-and-sidecar",
        see: ["init container", "container", "Job"],
        """
        A helper that runs beside the app for the pod's whole life, such as a proxy.
        It is an init container with restartPolicy Always: it starts before the app and is stopped
        after it.
        An ordinary container in its place would keep a Job's pod from ever completing.
        """),
      GlossaryTerm(
        "startup probe", lesson: "probes-and-shutdown", see: ["probe", "liveness probe"],
        """
        A check for programs that take long to start.
        Until it has succeeded once, liveness and readiness are not asked; when it has failed too
        often, the container is restarted.
        Its period times its failure threshold is the time the program has: 30 seconds by default.
        """),
      GlossaryTerm(
        "static pod", or: ["mirror pod"], lesson: "what-the-control-plane-does",
        see: ["kubelet", "control plane"],
        """
        A pod that a kubelet runs from a file on its node; many clusters run their control plane so.
        The API server only shows a mirror of it, with the node's name at the end.
        Deleting the mirror does not end the pod; taking the file away does.
        """),
      GlossaryTerm(
        "Terminating", lesson: "pod-life",
        see: ["termination grace period", "finalizer", "NotReady"],
        """
        What kubectl shows for an object that has been deleted but is not gone.
        A pod is so while its node stops its containers, within the grace period.
        One that stays so sits on a node that does not answer, or has a finalizer that nobody takes
        off.
        """),
      GlossaryTerm(
        "termination grace period", or: ["grace period", "terminationGracePeriodSeconds"],
        lesson: "probes-and-shutdown", see: ["graceful shutdown", "lifecycle hook"],
        """
        How long a pod may take to end: 30 seconds unless it says otherwise.
        It begins with the deletion, covers the preStop hook and the time after SIGTERM, and ends
        with SIGKILL.
        A process that ignores SIGTERM uses up all of it, every time, and makes rollouts slow.
        """),
    ])
}
