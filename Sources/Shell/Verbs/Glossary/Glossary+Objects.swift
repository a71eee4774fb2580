extension Glossary {
  static let objects = GlossaryGroup(
    title: "Objects and kubectl",
    terms: [
      GlossaryTerm(
        "annotation", see: ["label", "revision"],
        """
        A key and value on an object for notes that nobody selects by.
        Tools and controllers keep things there, such as the revision of a ReplicaSet.
        What is to be found by a query belongs into a label instead.
        """),
      GlossaryTerm(
        "context", see: ["kubeconfig", "namespace", "kubectl"],
        """
        A named choice of cluster, user and namespace in kubeconfig.
        kubectl works in the current one; kubectl config use-context changes it.
        Look before you delete: the right command in the wrong context is a costly mistake.
        """),
      GlossaryTerm(
        "custom resource", or: ["CRD", "CustomResourceDefinition", "operator"],
        see: ["kind", "controller", "Gateway API"],
        """
        An object of a kind that the cluster learnt from a CustomResourceDefinition.
        The API server stores and checks such objects as it does its own.
        Storing is all it does: without a controller, often called an operator, nothing follows.
        """),
      GlossaryTerm(
        "field manager", see: ["server-side apply", "manifest"],
        """
        The name under which somebody owns fields of an object, kept in metadata.managedFields.
        kubectl, controllers and autoscalers each have one.
        When two want different values for a field, server-side apply reports a conflict.
        """),
      GlossaryTerm(
        "finalizer", see: ["Terminating", "garbage collection", "owner reference"],
        """
        A mark that keeps a deleted object until somebody has cleaned up after it.
        Deleting only sets a time of deletion; the object goes when its last mark is taken off.
        When whoever should do that is gone, the object stays Terminating for good.
        """),
      GlossaryTerm(
        "generation", or: ["observedGeneration"], see: ["resourceVersion", "spec", "status"],
        """
        A number that grows with every change of what an object's spec wants.
        Its controller writes the one it has seen into status.observedGeneration.
        While that is smaller, the status still speaks of an older wish.
        """),
      GlossaryTerm(
        "kind", or: ["resource", "API group", "apiVersion"],
        see: ["object", "custom resource", "manifest"],
        """
        The type of an object, such as Pod; apiVersion says of which group and version.
        kubectl api-resources lists all of them, with their short names.
        Different groups may use one word, so the full name has the group too: deployments.apps.
        """),
      GlossaryTerm(
        "kubeconfig", see: ["context", "kubectl"],
        """
        The file that tells kubectl which clusters there are and who you are to them.
        It is ~/.kube/config unless --kubeconfig or the variable KUBECONFIG says otherwise.
        It often holds a key: whoever has the file can do what you can.
        """),
      GlossaryTerm(
        "kubectl", lesson: "pod-or-node", see: ["API server", "kubeconfig", "manifest"],
        """
        The command line tool that talks to the API server, and to nothing else.
        It turns what you type into requests and prints the answers.
        It starts no containers itself: create is done as soon as the wish is stored.
        """),
      GlossaryTerm(
        "label", lesson: "labels", see: ["selector", "annotation", "owner reference"],
        """
        A key and value on an object by which others find it.
        Services, ReplicaSets and NetworkPolicies choose pods by their labels, never by name.
        A change works at once: a pod that no longer matches is let go and replaced by its
        ReplicaSet.
        """),
      GlossaryTerm(
        "manifest", lesson: "localhost", see: ["server-side apply", "spec", "kind"],
        """
        A file that says what objects are to be like, in YAML or JSON.
        kubectl apply creates what is missing and changes what differs.
        Fields that you leave out get defaults, so the stored object is longer than your file.
        """),
      GlossaryTerm(
        "namespace", or: ["ns"], lesson: "dns-and-headless",
        see: ["quota", "RBAC", "NetworkPolicy", "DNS"],
        """
        A part of the cluster with names of its own; quotas and roles apply to it.
        Nodes, PersistentVolumes and some other kinds belong to none.
        It is no wall: pods of different namespaces reach each other unless a NetworkPolicy forbids
        it.
        """),
      GlossaryTerm(
        "object", see: ["kind", "spec", "status", "manifest"],
        """
        One record in the cluster's API: a pod, a node, a Service.
        It has a kind, a name, what is wanted (spec) and mostly what is there (status).
        It is a record and not the thing: a Node object can outlive its machine, and a machine its
        object.
        """),
      GlossaryTerm(
        "owner reference", or: ["owner", "ownerReferences"], lesson: "replicasets",
        see: ["garbage collection", "label", "controller"],
        """
        A line in an object's metadata that says to whom it belongs.
        A controller counts only what it owns; when the owner is deleted, what it owned goes too.
        Labels find and owner references decide: a matching pod of another owner is left alone.
        """),
      GlossaryTerm(
        "resourceVersion", or: ["conflict"], see: ["generation", "watch", "etcd"],
        """
        A mark of an object's last change, given by the store.
        A write that names an old one is refused as a conflict, so nobody overwrites what they have
        not seen.
        It moves with every change, also of the status; generation moves only with the spec.
        """),
      GlossaryTerm(
        "selector", or: ["label selector"], lesson: "labels", see: ["label", "Service"],
        """
        A condition on labels that picks objects, such as app=web.
        All its parts must hold, and it is asked again all the time: nobody keeps a list.
        One that matches nothing is no error, only a Service without pods.
        """),
      GlossaryTerm(
        "server-side apply", or: ["apply"], see: ["field manager", "manifest"],
        """
        Applying a manifest so that the API server merges it and keeps who owns which field.
        Fields of others are left alone; a different value for one is a conflict, unless you force
        it.
        What you owned and leave out the next time is removed, if nobody else owns it.
        """),
      GlossaryTerm(
        "spec", see: ["status", "desired state", "generation"],
        """
        The part of an object that says what is wanted.
        You write it, or a controller above it does; other controllers act on it.
        In a pod nearly all of it is fixed once the pod is made, so a change means a new pod.
        """),
      GlossaryTerm(
        "status", see: ["spec", "condition", "desired state"],
        """
        The part of an object that says what is there, as far as is known.
        Controllers and kubelets write it; what you apply to it is ignored.
        It is a report and may be old: pods of a dead node look Running for a while.
        """),
    ])
}
