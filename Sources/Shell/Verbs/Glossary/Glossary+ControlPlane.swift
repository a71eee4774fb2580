extension Glossary {
  static let controlPlane = GlossaryGroup(
    title: "Control plane",
    terms: [
      GlossaryTerm(
        "API server", or: ["kube-apiserver"], lesson: "what-the-control-plane-does",
        see: ["etcd", "admission", "watch", "kubectl"],
        """
        The program through which everything about the cluster is read and written.
        It checks who asks, whether they may and whether the object is valid, stores it in etcd,
        and tells all who watch.
        While it is down, running pods run on, but nothing can be asked or changed.
        """),
      GlossaryTerm(
        "condition", lesson: "pod-life", see: ["status", "NotReady", "readiness probe"],
        """
        One line of an object's status: a type such as Ready, then True, False or Unknown, with a
        reason and a time.
        Controllers write them, and kubectl wait waits for them.
        Unknown is not False: whoever should report has not been heard of.
        """),
      GlossaryTerm(
        "control plane", lesson: "what-the-control-plane-does",
        see: ["API server", "etcd", "scheduler", "controller manager"],
        """
        The programs that decide: API server, etcd, scheduler and controller manager.
        They mostly run on nodes of their own, which a taint keeps free of other pods.
        When they are gone, the nodes go on with what was decided last; only nothing new happens.
        """),
      GlossaryTerm(
        "controller", lesson: "replicasets", see: ["reconcile loop", "watch", "owner reference"],
        """
        A program that keeps one kind of object as wanted: the Deployment controller its
        ReplicaSets, the ReplicaSet controller its pods.
        It watches the API server, compares, and writes the next change there.
        Controllers never call each other: they meet only in the objects.
        """),
      GlossaryTerm(
        "controller manager", or: ["kube-controller-manager"],
        lesson: "what-the-control-plane-does", see: ["controller", "control plane", "lease"],
        """
        The program that runs most of Kubernetes' own controllers, in one process.
        When there are several copies, one leads and the others wait, which a lease decides.
        When it stops, pods run on, but none is replaced, no rollout moves and no dead node is
        noticed.
        """),
      GlossaryTerm(
        "desired state", or: ["declarative"], lesson: "replicasets",
        see: ["spec", "status", "reconcile loop"],
        """
        What you write into the spec of an object: three replicas of this image.
        Controllers bring what is there closer to it, step by step, and go on for good.
        You say the end and not the steps, so the same manifest can be applied again and again.
        """),
      GlossaryTerm(
        "etcd", lesson: "what-the-control-plane-does", see: ["API server", "control plane"],
        """
        The database in which the API server keeps every object.
        Its members decide by majority: three bear the loss of one, five the loss of two.
        A backup of it holds the cluster's objects, but not the data in volumes.
        """),
      GlossaryTerm(
        "event", or: ["ev"], lesson: "triage", see: ["FailedScheduling", "condition"],
        """
        A note that something happened to an object, such as Scheduled or FailedMount.
        Equal ones are counted in one, and each is deleted after an hour.
        They are meant for people: one may be dropped, so their absence proves nothing.
        """),
      GlossaryTerm(
        "garbage collection", or: ["garbage collector"], lesson: "replicasets",
        see: ["owner reference", "finalizer"],
        """
        Deleting what has lost its owner: the pods of a deleted ReplicaSet, say.
        It follows owner references, after the owner is gone; --cascade=foreground does it before,
        and orphan not at all.
        Kubelets have another one, for dead containers and unused images.
        """),
      GlossaryTerm(
        "reconcile loop", or: ["control loop", "reconciliation", "reconcile"],
        lesson: "replicasets", see: ["controller", "desired state", "watch"],
        """
        What every controller does: compare what is wanted with what is there, do something about
        the difference, look again.
        It acts on the state and not on the news, so a missed message does no harm.
        What you change by hand below a controller, it changes back.
        """),
      GlossaryTerm(
        "watch", lesson: "what-the-control-plane-does",
        see: ["resourceVersion", "controller", "API server"],
        """
        A request that stays open and tells of every change to some objects.
        Controllers, the scheduler, kubelets and kubectl get -w all learn of news this way.
        One that breaks is taken up again at a resourceVersion; when that is too old, all is read
        anew.
        """),
    ])
}
