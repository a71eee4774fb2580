extension SchemaText {
  /// Types to do with namespaces, configuration, leases and events.
  static var cluster: String {
    #"""
    Namespace kind=v1
        A named part of the cluster in which names of objects must be unique. Quotas, roles and
        network policies apply by namespace; deleting it deletes everything inside.
      apiVersion string
        Always v1: namespaces belong to the core group.
      kind string
        Namespace, or ns for short in kubectl.
      metadata ObjectMeta
        Name, a DNS label of at most 63 characters; the label kubernetes.io/metadata.name repeats it
        for selectors. Labels pod-security.kubernetes.io/enforce and the like set how strictly pods
        are judged.
      spec NamespaceSpec
        Holds the finalizers that must be done before the namespace may disappear; usually left to
        the system.
      status NamespaceStatus
        Whether the namespace is Active or Terminating, and what holds up a deletion.
    NamespaceSpec
        How a namespace is put away: who must finish before it may go.
      finalizers []string list=atomic
        Who has still to clean up before the namespace may go; kubernetes stands for deleting its
        contents. Emptied by the controller, or by force through the finalize subresource.
    NamespacePhase = Active Terminating
    NamespaceStatus
        Whether a namespace is in use or on its way out.
      conditions []NamespaceCondition list=map keys=type patch=merge mergeKey=type
        Why the namespace is still Terminating: what is left in it or could not be deleted. Empty
        while it is Active.
      phase string enum=NamespacePhase default=Active
        Active, or Terminating once deleted: then nothing new can be made in it, and it goes when
        its contents are gone.
    NamespaceCondition
        One obstacle on the way out of a namespace that is being deleted.
      lastTransitionTime Time
        When the namespace's condition last changed its status.
      message string
        What is left, in a sentence with kinds and numbers, or which finalizers are waited for.
      reason string
        One word for the namespace's obstacle, such as SomeResourcesRemain, SomeFinalizersRemain or
        ContentDeletionFailed.
      status string required words=ConditionStatus
        True while the obstacle to the namespace's end is there.
      type string required
        NamespaceContentRemaining, NamespaceFinalizersRemaining, NamespaceDeletionContentFailure,
        NamespaceDeletionDiscoveryFailure (often a broken API extension) or
        NamespaceDeletionGroupVersionParsingFailure.
    ConfigMap kind=v1
        Settings as key and value pairs, kept apart from the image. Pods take them as environment
        variables or as files. Not for secrets, and at most 1 MiB in all.
      apiVersion string
        Always v1: ConfigMaps belong to the core group.
      binaryData map[string]string(byte)
        Values that are not valid UTF-8, written in base64. Keys must not also occur in data; they
        show up as files in a volume but never as environment variables.
      data map[string]string
        The settings as text. Keys are letters, digits, '-', '_' and '.', at most 253 characters.
        Values are always text, so quote numbers and true or false in YAML.
      immutable boolean
        With true neither data nor binaryData may change any more and the flag cannot be taken back:
        delete and recreate instead. Default false. It also spares the kubelets from watching it for
        changes.
      kind string
        ConfigMap, or cm for short in kubectl.
      metadata ObjectMeta
        Name that volumes and environment variables of pods in the same namespace refer to, with
        labels and annotations.
    Secret kind=v1
        Small sensitive data such as passwords, keys and certificates, up to 1 MiB. The values are
        base64, not encrypted: whoever may read the Secret or make a pod that mounts it has them.
      apiVersion string
        Always v1: Secrets belong to the core group.
      data map[string]string(byte)
        The values in base64. Keys are letters, digits, '-', '_' and '.'; pods get the decoded
        bytes. A trailing newline from echo is a common mistake.
      immutable boolean
        With true the data can never be changed, only deleted together with the Secret. Left out, it
        may be edited at any time.
      kind string
        Secret. Write it in full in kubectl: it has no short name.
      metadata ObjectMeta
        Name that volumes, environment variables and imagePullSecrets of pods in the same namespace
        refer to, with labels and annotations.
      stringData map[string]string
        Values as plain text for convenience in manifests: the API server encodes them into data,
        where they win over the same key, and never shows this field again.
      type string default=Opaque
        What the Secret is for, default Opaque (anything). Others demand certain keys, as
        kubernetes.io/tls wants tls.crt and tls.key and kubernetes.io/dockerconfigjson wants
        .dockerconfigjson. Cannot be changed.
    Lease kind=coordination.k8s.io/v1
        A small object that says who holds something and until when. Nodes renew one as heartbeat in
        kube-node-lease, and controllers use one to elect a leader.
      apiVersion string
        coordination.k8s.io/v1, a group made for components that must agree on something.
      kind string
        Lease. Write it in full in kubectl: it has no short name.
      metadata ObjectMeta
        Name of what is claimed or kept alive: a node in the namespace kube-node-lease, a component
        such as kube-scheduler in kube-system.
      spec LeaseSpec
        Holder, duration and times of the lease.
    LeaseSpec
        Who holds a lease, since when and for how long. Nodes show with one that they are alive;
        controllers choose a leader with one.
      acquireTime MicroTime
        When the present holder took the lease.
      holderIdentity string
        Who holds the lease: for node leases the node's name, for leaders a name made by the
        program. Empty means nobody.
      leaseDurationSeconds integer(int32)
        How long after renewTime others must wait before they may take the lease; 40 for nodes, 15
        for the control plane's leaders.
      leaseTransitions integer(int32)
        How often the lease has gone from one holder to another.
      preferredHolder string
        Who should take the lease next, if strategy is set. Needs the feature gate
        CoordinatedLeaderElection, off in 1.36.
      renewTime MicroTime
        When the holder last said that it is still there; nodes do so every 10 seconds.
      strategy string
        How the next holder is chosen, such as OldestEmulationVersion. Needs the feature gate
        CoordinatedLeaderElection, off in 1.36.
    EventType = Normal Warning
    Event kind=v1
        A note that something happened to an object: a pod was scheduled, an image failed to pull.
        Kept for one hour; kubectl describe shows those of its object. A hint for people, not a
        record to rely on.
      action string
        What the reporter was doing, for instance Binding or Scheduling. Set by components that use
        the newer event API, at most 128 characters.
      apiVersion string
        v1 for events as kubectl get events shows them; the same events are served again as
        events.k8s.io/v1.
      count integer(int32)
        How often the same event occurred; repeats raise it instead of making new events. Empty in
        events of the newer API, which use series.
      eventTime MicroTime
        Time of the first occurrence with microseconds, set by reporters of the newer API. Null in
        older style events; see firstTimestamp.
      firstTimestamp Time
        When the event was first seen, in whole seconds. Null in events of the newer API.
      involvedObject ObjectReference required
        The object the event is about, by kind, name and namespace; fieldPath may name one container
        of a pod.
      kind string
        Event, or ev for short in kubectl.
      lastTimestamp Time
        When the event was last seen, in whole seconds; null in events of the newer API. kubectl get
        events lists by name, not by time, so use --sort-by with this field, or kubectl events.
      message string
        What happened, in a sentence for people, such as the scheduler's count of unfitting nodes.
      metadata ObjectMeta required
        Namespace of the object that the event is about, and a name made from that object's name and
        a number.
      reason string
        One word for what happened: Scheduled, Pulled, BackOff, FailedScheduling, Unhealthy. Good
        for --field-selector reason=...
      related ObjectReference
        A second object that played a part, for instance the one acted on beside the involved one.
        Mostly empty.
      reportingComponent string
        Who reported it, such as default-scheduler or kubelet; the newer API's counterpart of
        source.component.
      reportingInstance string
        Which copy of the reporter it was, for example the host name of the machine; at most 128
        characters.
      series EventSeries
        Count and last time of repeats in the newer API. Absent while the event has happened only
        once.
      source EventSource
        Who reported it in the older style: component and machine. Shown as From in kubectl
        describe.
      type string words=EventType
        Normal for the usual course of things, Warning for trouble; no other words are expected.
    EventSeries
        Repeats of one event, folded together.
      count integer(int32)
        How often it occurred so far in this series, the first time included.
      lastObservedTime MicroTime
        When it occurred last, with microseconds.
    EventSource
        Reporter of an event in the older style.
      component string
        The program that reported it: kubelet, deployment-controller and so on.
      host string
        The machine it came from, for the kubelet the node's name; empty for controllers.
    """#
  }
}
