extension SchemaText {
  /// Types to do with stateful sets, daemon sets and their revisions.
  static var statefulSets: String {
    #"""
    StatefulSet kind=apps/v1
        Runs pods that keep their name, order and storage: web-0, web-1 and so on, each with its own
        claims. For databases and other programs whose copies are not interchangeable.
      apiVersion string
        apps/v1. Manifests for apps/v1beta1 or apps/v1beta2 are refused since 1.16.
      kind string
        StatefulSet, or sts for short in kubectl.
      metadata ObjectMeta
        Name, to which pods and claims add their number: web-0 is the first pod of web.
      spec StatefulSetSpec
        The wanted number of pods, their template, the claims each pod gets, and the order of
        starting and updating.
      status StatefulSetStatus
        Counts of pods of the old and the new revision, as the StatefulSet controller last saw them.
    PodManagementPolicyType = OrderedReady Parallel
    StatefulSetSpec
        Which pods a StatefulSet keeps, with fixed names and storage of their own. After creation
        only replicas, template, updateStrategy, ordinals, minReadySeconds, revisionHistoryLimit and
        persistentVolumeClaimRetentionPolicy can be changed.
      minReadySeconds integer(int32)
        Seconds a pod must stay ready before it counts as available and the next one is handled; 0
        unless set.
      ordinals StatefulSetOrdinals
        Where the numbers in the pods' names begin; with 0 unless set.
      persistentVolumeClaimRetentionPolicy StatefulSetPersistentVolumeClaimRetentionPolicy
        Whether the claims made from volumeClaimTemplates go when the set is deleted or made
        smaller. Left out, they always stay.
      podManagementPolicy string enum=PodManagementPolicyType default=OrderedReady
        OrderedReady (the default) makes pods one by one and waits for each to be ready, and removes
        them from the highest down; Parallel makes and removes all at once. Rolling updates go in
        order either way.
      replicas integer(int32) default=1
        How many pods there shall be, named from set-0 on; 1 unless set. Made smaller, the highest
        numbers go first.
      revisionHistoryLimit integer(int32) default=10
        How many old templates are kept as ControllerRevisions for kubectl rollout undo; 10 unless
        set.
      selector LabelSelector required
        Labels by which the set finds its pods. It must match the template's labels and cannot be
        changed.
      serviceName string
        The headless Service that gives each pod a DNS name such as set-0.service. You must make it
        yourself: without it the pods run but the names do not exist.
      template PodTemplateSpec required
        What each pod is made from. A change replaces pods one by one, from the highest number down,
        unless updateStrategy says OnDelete. A pod stuck in a broken version may have to be deleted
        by hand once the template is mended.
      updateStrategy StatefulSetUpdateStrategy
        How a change of the template gets to the pods: RollingUpdate unless set.
      volumeClaimTemplates []PersistentVolumeClaim list=atomic
        Claims to make for each pod, named template-set-0 and so on. The replacement of a pod gets
        the same claim, and so its data. The list cannot be changed afterwards.
    StatefulSetUpdateStrategyType = OnDelete RollingUpdate
    StatefulSetUpdateStrategy
        How a new template gets to the pods of a StatefulSet.
      rollingUpdate RollingUpdateStatefulSetStrategy
        How the rolling update goes, when type is RollingUpdate.
      type string enum=StatefulSetUpdateStrategyType default=RollingUpdate
        RollingUpdate (the default) replaces the pods one by one, from the highest number down;
        OnDelete replaces a pod only when you delete it.
    RollingUpdateStatefulSetStrategy
        How a StatefulSet replaces its pods during an update.
      maxUnavailable IntOrString
        How many pods, or what share of them, may be missing at once. Needs the feature gate
        MaxUnavailableStatefulSet, off in 1.36; without it the field is dropped and it is always
        one.
      partition integer(int32) default=0
        Only pods with this number or a higher one are updated; 0 (all) unless set. With replicas
        minus 1, just the last pod is tried out first.
    PersistentVolumeClaimRetentionPolicyType = Delete Retain
    StatefulSetPersistentVolumeClaimRetentionPolicy
        What becomes of the claims made from volumeClaimTemplates: Retain keeps claim and data,
        Delete removes them. A reused claim gives a new pod the old data.
      whenDeleted string enum=PersistentVolumeClaimRetentionPolicyType default=Retain
        What happens to all the claims when the StatefulSet is deleted. Retain (the default) leaves
        them for you to delete; Delete removes them once their pods are gone.
      whenScaled string enum=PersistentVolumeClaimRetentionPolicyType default=Retain
        What happens to the claim of a pod that goes because replicas was lowered. Retain (the
        default) keeps its data for when the set grows again; Delete removes it.
    StatefulSetOrdinals
        Where the numbering of a StatefulSet's pods begins.
      start integer(int32)
        The number of the first pod; 0 unless set. With 5 and three replicas the pods are set-5 to
        set-7, which helps to move a set between clusters.
    StatefulSetStatus
        How far the StatefulSet has got with its pods and with its latest update.
      availableReplicas integer(int32)
        Pods of the set that have been ready for at least minReadySeconds.
      collisionCount integer(int32)
        How often the name of a revision was already taken by another one; only used to find a free
        name.
      conditions []StatefulSetCondition list=map keys=type patch=merge mergeKey=type
        Conditions of the set; Kubernetes itself defines none, so it is usually empty.
      currentReplicas integer(int32)
        Pods that still have the revision named in currentRevision.
      currentRevision string
        The revision that pods had before the running update; equal to updateRevision when the
        update is done.
      observedGeneration integer(int64)
        The generation of the StatefulSet that its controller saw last; older than
        metadata.generation while a change waits.
      readyReplicas integer(int32)
        Pods of the set that are Ready. In OrderedReady mode the count stops growing at the first
        pod that is not.
      replicas integer(int32) required
        Pods of the set that exist, ready or not.
      updateRevision string
        The revision of the newest template; the label controller-revision-hash shows which one a
        pod has.
      updatedReplicas integer(int32)
        Pods that already have the newest revision, updateRevision. The update is done when it
        equals replicas.
    StatefulSetCondition
        A condition of a StatefulSet, set by some program outside Kubernetes.
      lastTransitionTime Time
        When the StatefulSet's condition last changed its status.
      message string
        What the condition means, in a sentence, by the program that set it on the StatefulSet.
      reason string
        One word for why the StatefulSet's condition has its status.
      status string required words=ConditionStatus
        Whether what the condition says of the StatefulSet holds: True, False or Unknown.
      type string required
        The name of the condition, chosen by the program that sets it: the StatefulSet controller
        sets none.
    DaemonSet kind=apps/v1
        Runs one copy of a pod on every node, or on every node its template's selectors and
        tolerations allow. For log collectors, network agents and the like; new nodes get theirs by
        themselves.
      apiVersion string
        apps/v1. Manifests for extensions/v1beta1 or apps/v1beta2 are refused since 1.16.
      kind string
        DaemonSet, or ds for short in kubectl.
      metadata ObjectMeta
        Name from which those of the pods are made, and labels of the DaemonSet itself; pods get
        theirs from the template.
      spec DaemonSetSpec
        The pod to run on each node, and how a change of it is rolled out.
      status DaemonSetStatus
        On how many nodes the pod should run, does run, and is ready.
    DaemonSetSpec
        What a DaemonSet runs on the nodes. There is no replicas field: the nodes that fit decide
        the number.
      minReadySeconds integer(int32)
        Seconds a new daemon pod must stay Ready before it counts as available, which lets a rolling
        update go on to the next node. Default 0.
      revisionHistoryLimit integer(int32) default=10
        How many old revisions, stored as ControllerRevisions, are kept for kubectl rollout undo.
        Default 10.
      selector LabelSelector required
        Which pods belong to this DaemonSet. It must match the template's labels and stays fixed
        after creation.
      template PodTemplateSpec required
        The pod for each node; restartPolicy can only be Always. Its nodeSelector and affinity
        choose the nodes, its tolerations open tainted ones. Tolerations for not-ready, unreachable,
        pressure and cordoned nodes are added by the controller.
      updateStrategy DaemonSetUpdateStrategy
        How running daemon pods are replaced after a change of the template; default RollingUpdate
        with one node at a time.
    DaemonSetUpdateStrategyType = OnDelete RollingUpdate
    DaemonSetUpdateStrategy
        When daemon pods of an older template are replaced.
      rollingUpdate RollingUpdateDaemonSet
        How many nodes may be without, or doubly served by, the pod during the update. Only with
        type RollingUpdate; left out, maxUnavailable is 1 and maxSurge 0.
      type string enum=DaemonSetUpdateStrategyType default=RollingUpdate
        RollingUpdate (default) replaces the pods node by node; OnDelete leaves old pods alone until
        you delete them yourself.
    RollingUpdateDaemonSet
        How a DaemonSet replaces its pods, node by node. Either this many may be missing or this
        many may be double, not both.
      maxSurge IntOrString default=0
        On how many nodes (a number or a share, rounded up) a new pod may run beside the old one; 0
        unless set. Not allowed for pods with a hostPort, as both cannot have it.
      maxUnavailable IntOrString default=1
        On how many nodes (a number or a share, rounded up) the pod may be missing at once; 1 unless
        set. Must be 0 if maxSurge is used.
    DaemonSetStatus
        How far a DaemonSet has come, counted in nodes rather than pods.
      collisionCount integer(int32)
        How often the hash naming a new revision met one already used; it is mixed in to get a free
        name. Usually empty.
      conditions []DaemonSetCondition list=map keys=type patch=merge mergeKey=type
        Room for findings about the DaemonSet. The built-in controller writes none today, so it
        stays empty; watch the counts instead.
      currentNumberScheduled integer(int32) required
        Nodes that should run the daemon pod and have at least one; CURRENT in kubectl get.
      desiredNumberScheduled integer(int32) required
        Nodes that should run the daemon pod, by selector, affinity and taints; DESIRED in kubectl
        get.
      numberAvailable integer(int32)
        Nodes whose daemon pod has been Ready for at least minReadySeconds; AVAILABLE in kubectl
        get.
      numberMisscheduled integer(int32) required
        Nodes that run the daemon pod although they should not, for instance because a label was
        removed. The controller deletes such pods.
      numberReady integer(int32) required
        Nodes that should run the daemon pod and have one that is Ready.
      numberUnavailable integer(int32)
        Nodes that should run the daemon pod but have none that is available. The rolling update
        keeps this within maxUnavailable.
      observedGeneration integer(int64)
        The metadata.generation these counts refer to; while it lags, the controller has not yet
        seen the latest change.
      updatedNumberScheduled integer(int32)
        Nodes whose daemon pod comes from the current template; UP-TO-DATE in kubectl get. The
        rollout is done when it reaches desiredNumberScheduled and all are available.
    DaemonSetCondition
        A finding about a DaemonSet. The type exists in the API, but the built-in controller sets no
        conditions.
      lastTransitionTime Time
        When a DaemonSet's condition would last have changed its status; unused by the built-in
        controller.
      message string
        Room for a sentence about the DaemonSet's state, for tools that set such a condition.
      reason string
        Room for the one-word cause of a DaemonSet condition; nothing built in fills it.
      status string required words=ConditionStatus
        True, False or Unknown, as to whether the DaemonSet is in the state named by type.
      type string required
        Name of the state the condition speaks of. No names are defined for DaemonSets so far.
    ControllerRevision kind=apps/v1
        A stored former state of a StatefulSet's or DaemonSet's template, kept for rollback. Made by
        the controllers, not by hand.
      apiVersion string
        apps/v1, like the StatefulSet or DaemonSet whose past it keeps.
      data RawExtension
        The stored state, usually the pod template as a patch; it never changes once written.
      kind string
        ControllerRevision. It is written by controllers; kubectl rollout history reads it.
      metadata ObjectMeta
        Name made from the owner's and a hash of the template, labels of the owner's pods, and the
        owner reference by which it goes with its owner.
      revision integer(int64) required
        Number of the revision, rising with each change; rollout undo --to-revision takes it. Unlike
        data it may change: an old state that becomes current again gets the highest number.
    """#
  }
}
