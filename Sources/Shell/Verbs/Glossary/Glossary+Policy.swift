extension Glossary {
  static let policy = GlossaryGroup(
    title: "Access and policy",
    terms: [
      GlossaryTerm(
        "admission", or: ["admission controller", "webhook"],
        see: ["API server", "quota", "LimitRange", "Pod Security"],
        """
        The last step before a write is stored: plugins and webhooks first change it, then may
        refuse it.
        Defaults of a LimitRange, quotas and Pod Security all work there.
        It does not look at what is stored already, so a new rule ends no running pod.
        """),
      GlossaryTerm(
        "authentication", or: ["user"], see: ["RBAC", "service account", "kubeconfig"],
        """
        Finding out who sends a request, by a certificate, a token or an identity provider.
        What the person may do is decided afterwards, by RBAC: 401 means unknown, 403 not allowed.
        There are no objects for users; only service accounts are objects.
        """),
      GlossaryTerm(
        "LimitRange", see: ["request", "limit", "quota"],
        """
        Defaults and bounds for requests and limits of single containers, pods or claims in a
        namespace.
        A pod that leaves them out gets the defaults; one out of bounds is refused.
        Pods that exist already are not touched.
        """),
      GlossaryTerm(
        "Pod Security", or: ["pod security admission", "pod security standards"],
        see: ["security context", "admission", "namespace"],
        """
        Three standards for pods, privileged, baseline and restricted, chosen by labels on a
        namespace.
        The modes enforce, audit and warn say what becomes of a pod that breaks one.
        enforce refuses pods and not Deployments: those are stored, and their pods never come.
        """),
      GlossaryTerm(
        "quota", or: ["ResourceQuota"], see: ["LimitRange", "namespace", "admission"],
        """
        A ceiling for a whole namespace: on the sum of requests or limits, or on how many objects.
        What would exceed it is refused; where it counts CPU or memory, every container must state
        them.
        A Deployment then just seems to hang: the refusal is an event of its ReplicaSet.
        """),
      GlossaryTerm(
        "RBAC", or: ["authorization"], see: ["role", "role binding", "service account"],
        """
        Role-based access control: who may use which verbs on which resources.
        Roles list what is allowed, and bindings give roles to users, groups and service accounts.
        There is no rule that forbids: rights only add up, and kubectl auth can-i tells what holds.
        """),
      GlossaryTerm(
        "role", or: ["ClusterRole"], see: ["RBAC", "role binding"],
        """
        A list of verbs allowed on resources: a Role in one namespace, a ClusterRole for all of
        them and for things like nodes.
        Alone it gives nobody anything: that takes a binding.
        A RoleBinding may name a ClusterRole, and then grants it in its own namespace only.
        """),
      GlossaryTerm(
        "role binding", or: ["ClusterRoleBinding"], see: ["role", "RBAC", "service account"],
        """
        It gives a role to users, groups or service accounts.
        A RoleBinding does so in its namespace, a ClusterRoleBinding everywhere.
        Its role cannot be changed: delete it and make another.
        """),
      GlossaryTerm(
        "security context", or: ["runAsNonRoot", "privileged"], see: ["Pod Security", "container"],
        """
        What the processes of a pod may do: their user, their capabilities, privileged or not.
        What a container says goes before what its pod says.
        runAsNonRoot changes no user: it refuses to start a container that would run as root.
        """),
      GlossaryTerm(
        "service account", or: ["sa"], see: ["RBAC", "authentication", "pod"],
        """
        The identity of pods towards the API server.
        Every namespace has one called default, which pods get unless they name another; a token
        that expires is mounted into them.
        It may do next to nothing until a role is bound to it.
        """),
    ])
}
