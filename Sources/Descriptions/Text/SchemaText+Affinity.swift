extension SchemaText {
  /// Types to do with which nodes suit which pods.
  static var affinity: String {
    #"""
    Affinity
        Rules by which a pod is drawn to or kept from nodes, beyond the plain nodeSelector.
      nodeAffinity NodeAffinity
        Which nodes suit the pod, judged by the nodes' labels: rules that must hold and rules that
        merely weigh.
      podAffinity PodAffinity
        Puts the pod near other pods with certain labels: on the same node, in the same zone, by
        topologyKey.
      podAntiAffinity PodAntiAffinity
        Keeps the pod away from others with certain labels, for example to spread replicas over
        nodes. A required rule leaves pods Pending when there are more replicas than places.
    NodeAffinity
        Which nodes a pod must or would rather run on, by their labels. It counts only while a node
        is chosen; later changes of labels move nothing.
      preferredDuringSchedulingIgnoredDuringExecution []PreferredSchedulingTerm list=atomic
        Wishes with weights. A node gets the weights of all that it fulfils; nodes with more points
        are liked more.
      requiredDuringSchedulingIgnoredDuringExecution NodeSelector
        What a node must fulfil. If none does, the pod stays Pending.
    PreferredSchedulingTerm
        A wish about the node, with a weight.
      preference NodeSelectorTerm required
        What the node should fulfil. An empty one gives no node any points.
      weight integer(int32) required
        How many points a node gets for it, 1 to 100.
    NodeSelector atomic
        Sets of demands on a node; one that is met is enough.
      nodeSelectorTerms []NodeSelectorTerm required list=atomic
        The sets, at least one, joined by OR. An empty set matches no node.
    NodeSelectorTerm atomic
        One set of demands on a node, all of which must be met.
      matchExpressions []NodeSelectorRequirement list=atomic
        Demands on the labels of the node, all of which must be met.
      matchFields []NodeSelectorRequirement list=atomic
        Demands on fields of the node; only metadata.name is possible. DaemonSets use it to bind
        each pod to its node.
    NodeSelectorOperator = In NotIn Exists DoesNotExist Gt Lt
    NodeSelectorRequirement
        One demand on a label (or field) of a node.
      key string required
        The key of the node's label, such as topology.kubernetes.io/zone.
      operator string required enum=NodeSelectorOperator
        In and NotIn compare with values, Exists and DoesNotExist ask for the key alone, Gt and Lt
        compare whole numbers. NotIn also fits nodes without the label.
      values []string list=atomic
        The values to compare with: at least one for In and NotIn, none for Exists and DoesNotExist,
        exactly one whole number for Gt and Lt.
    PodAffinity
        Other pods that a pod must or would rather be near to, on the same node or in the same zone.
      preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm list=atomic
        Wishes to be near to pods, with weights. They make a place more liked but never rule one
        out.
      requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm list=atomic
        Pods it must be near to; all entries must be met, else it stays Pending. A pod that matches
        its own rule may be the first.
    PodAntiAffinity
        Other pods that a pod must or would rather keep away from.
      preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm list=atomic
        Wishes to keep away from pods, with weights. They make a place less liked but never rule it
        out.
      requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm list=atomic
        Pods it must not share a place with. It works both ways: the scheduler also keeps pods away
        that one already there refuses. With more replicas than nodes the rest stays Pending.
    PodAffinityTerm
        Which other pods, and what counts as near.
      labelSelector LabelSelector
        The other pods, by their labels. Empty means all, left out means none.
      matchLabelKeys []string list=atomic
        Label keys whose values, taken from the pod itself, the other pods must have too. With
        pod-template-hash only pods of the same revision count.
      mismatchLabelKeys []string list=atomic
        Label keys for which the other pods must have another value than the pod itself; useful to
        keep tenants apart.
      namespaceSelector LabelSelector
        Namespaces, by their labels, in which to look for the other pods, added to namespaces. Empty
        means all namespaces.
      namespaces []string list=atomic
        Names of the namespaces in which to look. If this and namespaceSelector are left out, only
        the pod's own.
      topologyKey string required
        The node label that says what near means: kubernetes.io/hostname for the same node,
        topology.kubernetes.io/zone for the same zone. Must not be empty.
    WeightedPodAffinityTerm
        A wish to be near to, or away from, other pods, with a weight.
      podAffinityTerm PodAffinityTerm required
        Which pods, and what counts as near to them.
      weight integer(int32) required
        How strong the wish is, 1 to 100, added up over all wishes that are met.
    NodeInclusionPolicy = Honor Ignore
    UnsatisfiableConstraintAction = DoNotSchedule ScheduleAnyway
    TopologySpreadConstraint
        One rule on how evenly pods are spread. It counts only while a node is chosen: pods that
        already run are not moved.
      labelSelector LabelSelector
        Which pods of the namespace are counted; usually the pod's own labels. Left out, none is
        counted and the rule has no effect.
      matchLabelKeys []string list=atomic
        Label keys whose values, taken from the pod itself, are added to the selector. With
        pod-template-hash each revision of a Deployment is spread for itself.
      maxSkew integer(int32) required
        How many more pods a zone (or whatever topologyKey names) may have than the emptiest one; at
        least 1.
      minDomains integer(int32)
        How many zones there must be at least; as long as fewer have nodes, the emptiest counts as
        0. 1 unless set, and only with DoNotSchedule.
      nodeAffinityPolicy string enum=NodeInclusionPolicy
        Honor (the default) counts only nodes that the pod's nodeSelector and node affinity allow;
        Ignore counts all.
      nodeTaintsPolicy string enum=NodeInclusionPolicy
        Ignore (the default) counts nodes whatever their taints; Honor leaves out nodes whose taints
        the pod does not tolerate.
      topologyKey string required
        The node label that makes the groups, such as topology.kubernetes.io/zone or
        kubernetes.io/hostname. Nodes without it are not used with DoNotSchedule.
      whenUnsatisfiable string required enum=UnsatisfiableConstraintAction
        DoNotSchedule: no node that would break the rule, so the pod may stay Pending;
        ScheduleAnyway: such nodes are only less liked.
    TaintEffect = NoSchedule PreferNoSchedule NoExecute
    Taint
        A mark on a node that keeps pods away unless they tolerate it.
      effect string required enum=TaintEffect
        NoSchedule: no new pods; PreferNoSchedule: rather not; NoExecute: no new pods, and running
        ones are evicted.
      key string required
        The name of the taint, such as dedicated or node.kubernetes.io/unreachable. Pods refer to it
        in a toleration.
      timeAdded Time
        When the taint came to the node, as the node controller writes it for the taints it sets
        itself, such as not-ready and unschedulable.
      value string
        Text that belongs to the key, such as gpu; may be empty. Tolerations with Equal must have
        the same.
    TolerationOperator = Equal Exists Lt Gt
    Toleration
        One taint, or kind of taint, that a pod puts up with. It only permits: it does not draw the
        pod to that node.
      effect string enum=TaintEffect
        The effect that is tolerated: NoSchedule, PreferNoSchedule or NoExecute. Left out, all
        effects.
      key string
        The key of the taint. Left out with operator Exists, every taint is tolerated.
      operator string enum=TolerationOperator
        Equal (the default): key and value are the taint's; Exists: only the key counts and value
        stays empty. Gt and Lt compare numbers but need a feature gate that is off in 1.36.
      tolerationSeconds integer(int64)
        How long the pod may stay on a node after the taint appears; then it is evicted. Only with
        the effect NoExecute. Left out, forever; 0 or less, at once.
      value string
        The value the taint must have when operator is Equal.
    """#
  }
}
