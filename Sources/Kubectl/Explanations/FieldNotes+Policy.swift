extension FieldNotes {
  static let policyNotes = """
    PodDisruptionBudget How many pods of an application may be gone on purpose at once. Evictions, \
    which drains are made of, ask it; deletions, crashes and lost nodes do not.
    PodDisruptionBudgetSpec.maxUnavailable How many, or what share, of the pods that the \
    controllers want may be unavailable. One of this and minAvailable.
    PodDisruptionBudgetSpec.minAvailable How many, or what share, of the pods must stay available.
    PodDisruptionBudgetSpec.selector The pods the budget is about. An empty one means all pods of \
    the namespace.
    PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy Whether pods that are not ready may be \
    evicted: IfHealthyBudget, the default, only while enough others are ready; AlwaysAllow, always.
    PodDisruptionBudgetStatus.disruptionsAllowed How many more pods may be evicted right now.
    PodDisruptionBudgetStatus.currentHealthy How many of the pods are ready.
    PodDisruptionBudgetStatus.desiredHealthy How many of the pods must be ready.
    PodDisruptionBudgetStatus.expectedPods How many pods there should be.
    PodDisruptionBudgetStatus.disruptedPods Pods whose eviction was granted and that have not been \
    seen to end yet.
    ResourceQuota How much a namespace may use in all. What would exceed it is refused.
    ResourceQuotaSpec.hard The most of each: requests.cpu, limits.memory, pods, count/configmaps, \
    services.nodeports and others.
    ResourceQuotaSpec.scopes Counts only pods with all of these properties: Terminating, \
    NotTerminating, BestEffort, NotBestEffort, PriorityClass, CrossNamespacePodAffinity.
    ResourceQuotaSpec.scopeSelector As scopes, with operators and values.
    ResourceQuotaStatus.used How much is used now.
    LimitRange How much one container, pod or claim of a namespace may ask for, and what \
    containers get that ask for nothing.
    LimitRangeItem.type What the limits are about: Container, Pod or PersistentVolumeClaim.
    LimitRangeItem.default The limits of containers that name none.
    LimitRangeItem.defaultRequest The requests of containers that name none.
    LimitRangeItem.max The most that may be asked for. Where it is set, a limit must be too.
    LimitRangeItem.min The least that must be asked for.
    LimitRangeItem.maxLimitRequestRatio How many times the request a limit may be at most.

    """
}
