extension SchemaText {
  /// Types to do with budgets, quotas, limits and priorities.
  static var policy: String {
    #"""
    PodDisruptionBudget kind=policy/v1
        Limits how many pods of a set may be taken away at once on purpose, as by kubectl drain. It
        stops only evictions: plain deletions, rollouts and node failures pass it by.
      apiVersion string
        policy/v1. The beta, policy/v1beta1, for which an empty selector meant no pods, is gone
        since 1.25.
      kind string
        PodDisruptionBudget, or pdb for short in kubectl.
      metadata ObjectMeta
        Name, and the namespace whose pods the budget protects; labels on it play no part.
      spec PodDisruptionBudgetSpec
        Which pods are guarded, and how many must stay or may be missing.
      status PodDisruptionBudgetStatus
        How many pods are healthy, how many must be, and how many may go right now.
    UnhealthyPodEvictionPolicyType = AlwaysAllow IfHealthyBudget
    PodDisruptionBudgetSpec
        How many pods must stay when nodes are drained. It protects from evictions only, not from
        deletions or failing nodes. With neither number set, no eviction is allowed.
      maxUnavailable IntOrString
        How many of the pods, as a number or a share such as 25% (rounded up), may be missing after
        an eviction; 0 forbids all evictions. Only one of this and minAvailable. Works only for pods
        of a controller.
      minAvailable IntOrString
        How many of the pods, as a number or a share (rounded up), must be left after an eviction;
        100% forbids all. Equal to the replicas of a Deployment it blocks every drain.
      selector LabelSelector patch=replace
        The pods of this namespace that are protected. Empty means all, left out none.
      unhealthyPodEvictionPolicy string enum=UnhealthyPodEvictionPolicyType
        Whether running pods that are not Ready may be evicted. IfHealthyBudget (the default): only
        while enough others are healthy; AlwaysAllow: always, so that broken pods do not block a
        drain.
    PodDisruptionBudgetStatus
        How much room for evictions there is right now.
      conditions []Condition list=map keys=type patch=merge mergeKey=type
        DisruptionAllowed: True if at least one eviction is possible, else False with the reason
        InsufficientPods or SyncFailed.
      currentHealthy integer(int32)
        Pods of the budget that are Ready now and not being deleted.
      desiredHealthy integer(int32)
        How many healthy pods there must at least be.
      disruptedPods map[string]Time
        Pods whose eviction was allowed but whose deletion the controller has not yet seen;
        forgotten after two minutes.
      disruptionsAllowed integer(int32)
        How many pods may be evicted now: healthy ones less those that must stay. At 0 evictions are
        refused with 429 Too Many Requests.
      expectedPods integer(int32)
        Pods that the budget counts on: the sum of replicas of their controllers, or with a number
        as minAvailable those that exist.
      observedGeneration integer(int64)
        The generation of the budget that this status speaks of; while it is behind, evictions are
        refused.
    ResourceQuota kind=v1
        Limits what all objects of a namespace may use together, or how many there may be. Checked
        when objects are created or changed; what exists already is left alone.
      apiVersion string
        Always v1: quotas belong to the core group.
      kind string
        ResourceQuota, or quota for short in kubectl.
      metadata ObjectMeta
        Name, told when the quota forbids something, and the namespace whose use is counted.
      spec ResourceQuotaSpec
        The limits for the namespace, and which pods they count for.
      status ResourceQuotaStatus
        The limits in force and how much of each is used.
    ResourceQuotaScope = BestEffort CrossNamespacePodAffinity NotBestEffort NotTerminating
    & PriorityClass Terminating VolumeAttributesClass
    ResourceQuotaSpec
        How much a namespace may use in all.
      hard map[string]Quantity
        The upper bounds, such as requests.cpu: 4, limits.memory: 8Gi, pods: 10 or
        count/deployments.apps: 5. Once CPU or memory is bounded, each pod must state it, or it is
        refused.
      scopeSelector ScopeSelector
        Counts only pods that fit, by scope with an operator, such as those of some priority
        classes.
      scopes []string enum=ResourceQuotaScope list=atomic
        Counts only objects in all of these scopes: Terminating, NotTerminating (with or without
        activeDeadlineSeconds), BestEffort, NotBestEffort, PriorityClass, CrossNamespacePodAffinity,
        VolumeAttributesClass. Left out, everything.
    ScopeSelector atomic
        Picks the objects that a quota counts; all demands must be met.
      matchExpressions []ScopedResourceSelectorRequirement list=atomic
        Demands on the scopes of an object, such as which priority class a pod has.
    ScopeSelectorOperator = DoesNotExist Exists In NotIn
    ScopedResourceSelectorRequirement
        One demand on the scope of an object.
      operator string required enum=ScopeSelectorOperator
        In and NotIn compare with values, Exists and DoesNotExist do not. Most scopes only allow
        Exists; In and NotIn are for PriorityClass and VolumeAttributesClass.
      scopeName string required enum=ResourceQuotaScope
        The scope, such as PriorityClass, BestEffort or Terminating.
      values []string list=atomic
        Names to compare with for In and NotIn, such as those of priority classes.
    ResourceQuotaStatus
        How much of the quota is used. A request that would go beyond it is refused with 403
        Forbidden.
      hard map[string]Quantity
        The bounds in force, as the controller last saw them in spec.
      used map[string]Quantity
        What the namespace uses now. Pods that have ended no longer count for CPU and memory.
    LimitRange kind=v1
        Defaults and bounds for each pod, container or claim in a namespace. Applied when an object
        is created; existing ones stay as they are.
      apiVersion string
        Always v1: limits belong to the core group, as quotas do.
      kind string
        LimitRange, or limits for short in kubectl.
      metadata ObjectMeta
        Name and the namespace whose pods, containers and claims are held to the limits.
      spec LimitRangeSpec
        The list of bounds and defaults, one entry for each type of thing limited.
    LimitRangeSpec
        Bounds and defaults for the objects of a namespace.
      limits []LimitRangeItem required list=atomic
        The bounds, one entry for each type of thing. They are checked only when something is
        created or changed.
    LimitRangeItem
        Bounds and defaults for one type of thing.
      default map[string]Quantity
        Limits given to containers that have none, such as memory: 512Mi. Left out, max is taken
        where it is given. Not for the type Pod.
      defaultRequest map[string]Quantity
        Requests given to containers that have none. Left out, the default limit is taken, or else
        min. Not for the type Pod.
      max map[string]Quantity
        The most that each may ask for; a higher limit is refused. A container without a limit is
        refused, unless it gets one by default.
      maxLimitRequestRatio map[string]Quantity
        How many times the request the limit may be at most, such as 2. Keeps overcommitment in
        bounds.
      min map[string]Quantity
        The least that each must ask for; a smaller request is refused.
      type string required
        What the entry is about: Container, Pod (the sum over its containers) or
        PersistentVolumeClaim (its storage).
    PriorityClass kind=scheduling.k8s.io/v1
        Gives a name to a priority number; pods take it by priorityClassName. Higher pods are
        scheduled first and may push out lower ones. It belongs to no namespace.
      apiVersion string
        scheduling.k8s.io/v1. The betas are gone since 1.22.
      description string
        Words for people on when to use this priority; nothing reads them.
      globalDefault boolean
        With true this class is used by pods that name none; only one class may have it. Default
        false. Pods already created keep their priority; without any such class it is 0.
      kind string
        PriorityClass, or pc for short in kubectl.
      metadata ObjectMeta
        Name that pods give as priorityClassName; names that begin with system- are kept for the
        cluster. There is no namespace.
      preemptionPolicy string enum=PreemptionPolicy default=PreemptLowerPriority
        PreemptLowerPriority (default) lets pods of this class push out lower ones when there is no
        room; Never makes them wait, though still ahead in the queue. Cannot be changed.
      value integer(int32)
        The number itself, higher is more important. Your own classes may use up to 1000000000 and
        may go below 0; more is kept for system classes. Cannot be changed after creation.
    """#
  }
}
