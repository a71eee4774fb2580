extension Glossary {
  static let workloads = GlossaryGroup(
    title: "Workloads and scaling",
    terms: [
      GlossaryTerm(
        "cluster autoscaler", or: ["node autoscaler"], lesson: "scale-nodes-up-and-out",
        see: ["HPA", "Pending", "request"],
        """
        It adds machines when pods stay Pending for lack of room, and gives back those that are
        hardly booked.
        It goes by requests: would the pod fit on a fresh machine of one of its groups?
        It does not look at load, and cannot help a pod that no machine of its groups can hold.
        """),
      GlossaryTerm(
        "CronJob", or: ["cj"], lesson: "daemonset-job-cronjob", see: ["Job"],
        """
        It makes a Job at set times, given as minute, hour, day, month and weekday.
        concurrencyPolicy says what happens when the run before is not done: Allow, Forbid or
        Replace.
        Times are those of the controller manager, mostly UTC, unless timeZone is set.
        """),
      GlossaryTerm(
        "DaemonSet", or: ["ds"], lesson: "daemonset-job-cronjob",
        see: ["node", "toleration", "drain"],
        """
        It runs one pod on every node that fits, also on those that join later.
        Its pods tolerate nodes that are cordoned, not ready or under pressure.
        It has no replicas to set: the number of nodes is the number of pods.
        """),
      GlossaryTerm(
        "Deployment", or: ["deploy"], lesson: "rolling-update",
        see: ["ReplicaSet", "rollout", "pod template", "replica"],
        """
        It keeps a number of equal pods and replaces them step by step when their template changes.
        It works through ReplicaSets, one for each version of the template.
        Scaling makes no new version; any change of the template does, even of a label.
        """),
      GlossaryTerm(
        "HPA", or: ["HorizontalPodAutoscaler", "autoscaler"], lesson: "autoscaling",
        see: ["metrics server", "request", "cluster autoscaler"],
        """
        It sets the replicas of a workload by what its pods use.
        Every 15 seconds it multiplies the pods by measured over wanted use and rounds up; a tenth
        off counts as right, and before going down it waits five minutes.
        Percentages are of the requests: without requests it does nothing.
        """),
      GlossaryTerm(
        "Job", lesson: "daemonset-job-cronjob", see: ["CronJob", "restart policy", "back-off"],
        """
        It runs pods until enough of them have succeeded.
        completions says how many, parallelism how many at once, backoffLimit how many failures it
        bears, 6 unless set.
        A failed try may have done half its work, so the program must bear being run twice.
        """),
      GlossaryTerm(
        "maxSurge", or: ["surge"], lesson: "rolling-update",
        see: ["maxUnavailable", "rollout", "replica"],
        """
        How many pods a rolling update may have above the wanted number: 25% unless set, rounded
        up.
        More of it makes an update faster, but needs room on the nodes.
        It and maxUnavailable may not both be 0, or nothing could begin.
        """),
      GlossaryTerm(
        "maxUnavailable", lesson: "rolling-update",
        see: ["maxSurge", "rollout", "PodDisruptionBudget"],
        """
        How many of the wanted pods may be missing during a rolling update: 25% unless set, rounded
        down.
        With 0, a new pod must be available before an old one goes.
        A PodDisruptionBudget has a field of the same name, which counts for evictions only.
        """),
      GlossaryTerm(
        "metrics server", or: ["metrics API"], lesson: "autoscaling",
        see: ["HPA", "kubelet"],
        """
        It asks every kubelet, every 15 seconds, what its pods use now.
        kubectl top and autoscalers get their numbers from it.
        It is an add-on and keeps no history: without it, an HPA shows unknown and does nothing.
        """),
      GlossaryTerm(
        "minReadySeconds", or: ["available"], lesson: "bad-rollout",
        see: ["readiness probe", "rollout"],
        """
        How long a new pod must stay Ready before it counts as available: 0 unless set.
        A rollout goes on only as pods become available.
        With 0, a version that crashes after three seconds can replace every pod that worked.
        """),
      GlossaryTerm(
        "pod template", or: ["template"], lesson: "rolling-update",
        see: ["Deployment", "ReplicaSet", "pod"],
        """
        The part of a Deployment, Job or other workload that says what its pods are like.
        Each pod is made from it, with a name of its own.
        A change of it never reaches pods that exist: they have to be replaced, and that is a
        rollout.
        """),
      GlossaryTerm(
        "PodDisruptionBudget", or: ["pdb", "disruption budget"], lesson: "pdb-and-drain",
        see: ["drain", "eviction", "maxUnavailable"],
        """
        It says how many of a group of pods must stay, or may be missing, when pods are evicted on
        purpose.
        The eviction API refuses what would break it, and kubectl drain asks again every five
        seconds.
        Deletions, crashes, dead nodes and memory pressure do not ask it.
        """),
      GlossaryTerm(
        "replica", or: ["replicas", "scale"], lesson: "pod-or-node",
        see: ["ReplicaSet", "Deployment", "topology spread"],
        """
        One of several equal pods made from the same template.
        spec.replicas says how many are wanted; the status counts those that exist and those that
        are ready.
        Several on one node all go with that node, so spread them.
        """),
      GlossaryTerm(
        "ReplicaSet", or: ["rs"], lesson: "replicasets",
        see: ["Deployment", "owner reference", "selector"],
        """
        It keeps a number of pods that match its selector, making or deleting some.
        It adopts matching pods that nobody owns, and lets go those whose labels no longer match.
        It updates no pods: that is a Deployment's work, so you seldom make one yourself.
        """),
      GlossaryTerm(
        "revision", or: ["rollout history"], lesson: "bad-rollout",
        see: ["rollback", "ReplicaSet"],
        """
        The number of a version of a Deployment, noted on its ReplicaSets.
        kubectl rollout history lists those that are kept: ten old ones unless set otherwise.
        Going back makes a new number: after revision 3, undoing to 1 gives 4, and 1 leaves the
        list.
        """),
      GlossaryTerm(
        "rollback", or: ["rollout undo"], lesson: "bad-rollout", see: ["revision", "rollout"],
        """
        Going back to an earlier revision with kubectl rollout undo.
        It is a rollout like any other, by the same rules: the old ReplicaSet grows again.
        It brings back the pod template and nothing else: no replicas, ConfigMaps or data.
        """),
      GlossaryTerm(
        "rollout", or: ["rolling update", "Recreate"], lesson: "rolling-update",
        see: ["maxSurge", "maxUnavailable", "readiness probe", "rollback"],
        """
        The way from one version of pods to the next, begun by a change of the template.
        RollingUpdate lets the new ReplicaSet grow as the old one shrinks; Recreate ends all old
        pods first.
        Pods that never become ready stop it half-way, and the old ones that are left go on.
        """),
      GlossaryTerm(
        "StatefulSet", or: ["sts", "ordinal"], lesson: "statefulset",
        see: ["headless service", "claim", "Deployment"],
        """
        It keeps pods with fixed names, db-0, db-1, each with its own claim, which its replacement
        gets again.
        Pods are made in order from 0, and updated and removed from the highest down.
        When a node is lost, no second db-1 is made before the first is known to be gone.
        """),
    ])
}
