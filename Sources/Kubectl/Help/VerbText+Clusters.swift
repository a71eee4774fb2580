extension VerbText {
  static let clusters = """
    = certificate
    Decide about requests for certificates.
    = certificate approve
    Grant a request for a certificate.
    --
    # One request
    kubectl certificate approve request-1
    = certificate deny
    Refuse a request for a certificate.
    --
    # One request
    kubectl certificate deny request-1
    = cluster-info
    Tell where the control plane is.
    --
    # Its address
    kubectl cluster-info
    = cluster-info dump
    Print nodes, events, controllers, services, pods and all logs, for a look at everything.

    Only the current namespace and kube-system, unless more are asked for.
    --
    # Everything of the usual namespaces
    kubectl cluster-info dump

    # Into files
    kubectl cluster-info dump --output-directory=state

    # All namespaces
    kubectl cluster-info dump --all-namespaces
    = top
    Show how much CPU and memory is in use.

    The numbers come from a metrics server, which looks every 15 seconds.
    = top node
    Show what each node uses.
    --
    # All nodes
    kubectl top node

    # One of them
    kubectl top node worker-1
    = top pod
    Show what each pod uses. New pods have no numbers for a while.
    --
    # Of this namespace
    kubectl top pod

    # The largest first
    kubectl top pod --sort-by=memory -A

    # Container by container
    kubectl top pod web --containers

    # With a label
    kubectl top pod -l app=web
    = cordon
    Keep new pods off a node; those that are there stay.
    --
    # One node
    kubectl cordon worker-1
    = uncordon
    Let new pods onto a node again.
    --
    # One node
    kubectl uncordon worker-1
    = drain
    Empty a node: it is cordoned, then its pods are evicted.

    Disruption budgets are respected. Pods of daemon sets, pods that nothing would bring back, and
    pods with emptyDir volumes are in the way until a flag says what to do about them.
    --
    # A usual worker
    kubectl drain worker-1 --ignore-daemonsets

    # Pods with emptyDir volumes as well
    kubectl drain worker-1 --ignore-daemonsets --delete-emptydir-data

    # Whatever is on it, with little time to end
    kubectl drain worker-1 --ignore-daemonsets --force --grace-period=10
    = taint
    Set and remove taints of nodes: pods that do not tolerate one stay off, or have to leave.

    KEY=VALUE:EFFECT or KEY:EFFECT sets one, with NoSchedule, PreferNoSchedule or NoExecute; a -
    behind it, or behind the key alone, removes it.
    --
    # Keep pods off
    kubectl taint nodes worker-1 dedicated=db:NoSchedule

    # No longer
    kubectl taint nodes worker-1 dedicated=db:NoSchedule-

    # All taints of a key
    kubectl taint nodes worker-1 dedicated-

    # By label
    kubectl taint nodes -l disk=ssd fast=yes:PreferNoSchedule
    """
}
