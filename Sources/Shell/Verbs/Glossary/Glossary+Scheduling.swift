extension Glossary {
  static let scheduling = GlossaryGroup(
    title: "Scheduling",
    terms: [
      GlossaryTerm(
        "affinity", or: ["node affinity", "pod affinity"], lesson: "affinity",
        see: ["anti-affinity", "node selector", "score", "label"],
        """
        Rules of a pod about its place: node affinity goes by labels of nodes, pod affinity by the
        pods that run near.
        Required rules strike nodes out, preferred ones add to their score.
        They count while a pod is placed: a label that changes later moves nothing.
        """),
      GlossaryTerm(
        "anti-affinity", or: ["pod anti-affinity"], lesson: "affinity",
        see: ["affinity", "topology spread", "zone"],
        """
        A rule that keeps a pod away from pods with certain labels, within a node, a zone or
        another domain.
        Required, it leaves the pod Pending when no domain is free; preferred, it only costs score.
        It works both ways: a required rule of a running pod keeps newcomers out as well.
        """),
      GlossaryTerm(
        "binding", lesson: "how-the-scheduler-chooses", see: ["scheduler", "kubelet", "pod"],
        """
        The decision that a pod belongs to a node, written into the pod as spec.nodeName.
        The scheduler writes it once, and the kubelet of that node takes the pod on.
        It is never changed: to run elsewhere, a pod has to be replaced.
        """),
      GlossaryTerm(
        "FailedScheduling", or: ["Unschedulable"], lesson: "node-capacity",
        see: ["Pending", "filter", "preemption"],
        """
        The event by which the scheduler says that no node can take a pod now.
        Its message counts the nodes by what they lack, and then says why preemption does not help.
        The pod is not lost: it is tried again when something changes that could make it fit.
        """),
      GlossaryTerm(
        "filter", or: ["predicate"], lesson: "how-the-scheduler-chooses",
        see: ["score", "scheduler", "FailedScheduling"],
        """
        The scheduler's first round: rules strike out the nodes that cannot take a pod.
        They look at room, taints, affinity, ports, volumes and spread, in a fixed order.
        The first rule that strikes a node out gives the reason, so mending it may bring another
        one to light.
        """),
      GlossaryTerm(
        "node selector", lesson: "affinity", see: ["affinity", "label", "taint"],
        """
        The plainest way to choose nodes: labels, all of which a node must have.
        It stands in spec.nodeSelector of the pod and works as a filter.
        When no node wears the labels, the pod stays Pending until one does.
        """),
      GlossaryTerm(
        "nominated node", lesson: "preemption", see: ["preemption", "binding"],
        """
        The node where preemption has made room for a pod, kept in status.nominatedNodeName.
        Pods of lower priority do not get that room while the victims end.
        It is a reservation and no binding: the pod may still land on another node.
        """),
      GlossaryTerm(
        "preemption", lesson: "preemption",
        see: ["priority", "nominated node", "PodDisruptionBudget"],
        """
        Ending pods of lower priority so that a pod of higher priority fits.
        It is tried only when no node passes the filters; the scheduler takes the node where least
        is lost, and the victims get their grace period.
        PodDisruptionBudgets are kept if possible, and broken if there is no other way.
        """),
      GlossaryTerm(
        "priority", or: ["priority class", "pc"], lesson: "preemption",
        see: ["preemption", "node pressure", "quota"],
        """
        A number that says how important a pod is, taken from its PriorityClass.
        Pods with more of it are scheduled first and may push others out; under memory pressure
        they are evicted later.
        Without a class it is 0, unless one class is marked as the cluster's default.
        """),
      GlossaryTerm(
        "scheduler", or: ["kube-scheduler"], lesson: "how-the-scheduler-chooses",
        see: ["filter", "score", "binding", "request"],
        """
        The part of the control plane that chooses a node for each new pod.
        It filters the nodes that can take the pod, scores those, and binds it to the best.
        It decides once, by requests and not by use, and never comes back to move a running pod.
        """),
      GlossaryTerm(
        "score", lesson: "how-the-scheduler-chooses",
        see: ["filter", "scheduler", "topology spread"],
        """
        The scheduler's second round: each node left over gets points, and the highest sum wins.
        Free room, balance of CPU and memory, preferred affinity, spread, soft taints and images
        already there all count, with weights.
        It is a ranking for one pod at one moment, so equal pods may get different nodes.
        """),
      GlossaryTerm(
        "taint", or: ["NoSchedule", "NoExecute", "PreferNoSchedule"], lesson: "taints",
        see: ["toleration", "affinity", "cordon", "node pressure"],
        """
        A mark on a node that keeps pods away unless they tolerate it.
        NoSchedule refuses new pods, PreferNoSchedule avoids them if it can, NoExecute also evicts
        those that run there.
        It only repels: to bring certain pods to the node, give it a label that they select.
        """),
      GlossaryTerm(
        "toleration", lesson: "taints", see: ["taint", "NotReady", "DaemonSet"],
        """
        What lets a pod onto a node in spite of a taint.
        For NoExecute it may be limited in time: every pod gets 300 seconds for nodes that are not
        ready or unreachable.
        It draws the pod nowhere: to have it on that node, add affinity or a node selector.
        """),
      GlossaryTerm(
        "topology spread", or: ["topology spread constraint", "spread", "maxSkew"],
        lesson: "spread", see: ["zone", "anti-affinity", "score"],
        """
        A rule for spreading pods evenly over domains such as zones or nodes.
        maxSkew says how many more pods a domain may have than the emptiest; DoNotSchedule filters,
        ScheduleAnyway only scores.
        It counts when pods are placed, so what is lost later can leave them uneven.
        """),
      GlossaryTerm(
        "zone", or: ["availability zone", "region"], lesson: "spread",
        see: ["topology spread", "label", "PersistentVolume"],
        """
        A part of a region that can fail as a whole, such as a data centre.
        Nodes carry its name in the label topology.kubernetes.io/zone, which spread, affinity and
        volumes go by.
        A disk that exists in one zone ties its pod to that zone.
        """),
    ])
}
