extension SchemaText {
  /// Types to do with who may do what: roles, bindings and service accounts.
  static var access: String {
    #"""
    Role kind=rbac.authorization.k8s.io/v1
        Permissions within one namespace. It has no effect until a RoleBinding gives it to someone.
      apiVersion string
        rbac.authorization.k8s.io/v1. The betas of this group are gone since 1.22.
      kind string
        Role, as roleRef of a RoleBinding also writes it. It has no short name.
      metadata ObjectMeta
        Name, and the namespace in which alone the rules hold.
      rules []PolicyRule list=atomic
        What is allowed: verbs on resources. Rules only add up, nothing can be denied; you cannot
        grant what you do not hold yourself.
    ClusterRole kind=rbac.authorization.k8s.io/v1
        Permissions for the whole cluster or for things outside namespaces, such as nodes. It can
        also serve as a shared set of rules that RoleBindings apply in one namespace.
      aggregationRule AggregationRule
        Builds the rules by collecting those of other ClusterRoles chosen by label. With it set,
        anything you write in rules is overwritten.
      apiVersion string
        rbac.authorization.k8s.io/v1. The betas of this group are gone since 1.22.
      kind string
        ClusterRole, as roleRef of a binding also writes it; a Role would hold in one namespace
        only.
      metadata ObjectMeta
        Name, which may hold colons, as system:node does, and labels, by which aggregated roles
        collect others. There is no namespace.
      rules []PolicyRule list=atomic
        What is allowed, including on cluster-wide resources and on URL paths that are no resources,
        such as /healthz.
    AggregationRule
        Says from which ClusterRoles another one is put together.
      clusterRoleSelectors []LabelSelector list=atomic
        Label selectors; the rules of every ClusterRole matching any of them are added, and later
        ones join by themselves. The built-in admin, edit and view roles grow this way.
    PolicyRule
        Something that is allowed: these verbs on these kinds. Rules only add up; nothing can be
        forbidden.
      apiGroups []string list=atomic
        API groups of the resources, without version: an empty text for the core group (pods,
        services), apps for Deployments, * for all.
      nonResourceURLs []string list=atomic
        Paths of the API server that are no objects, such as /healthz or /metrics/*. Only in
        ClusterRoles that are bound by a ClusterRoleBinding.
      resourceNames []string list=atomic
        Only objects of these names. Left out, all. It cannot bound create, as the name is not yet
        known then; list and watch only with a matching field selector.
      resources []string list=atomic
        Resources in the plural, such as pods, or a part of them such as pods/log; * for all. A part
        is not included in the whole.
      verbs []string required list=atomic
        What may be done: get, list, watch, create, update, patch, delete, deletecollection, or
        special ones such as bind, escalate and impersonate; * for all.
    RoleBinding kind=rbac.authorization.k8s.io/v1
        Gives a Role, or a ClusterRole limited to this namespace, to users, groups or service
        accounts.
      apiVersion string
        rbac.authorization.k8s.io/v1, the same group as the role that is bound.
      kind string
        RoleBinding. It may also bind a ClusterRole, whose rights then hold in this namespace only.
      metadata ObjectMeta
        Name, free to choose, and the namespace in which the subjects get the rights.
      roleRef RoleRef required
        The Role of this namespace or the ClusterRole that is given. Cannot be changed: delete the
        binding and make another.
      subjects []Subject list=atomic
        Who gets the permissions: users, groups and service accounts, the latter from any namespace.
    ClusterRoleBinding kind=rbac.authorization.k8s.io/v1
        Gives a ClusterRole to users, groups or service accounts in the whole cluster, all
        namespaces included.
      apiVersion string
        rbac.authorization.k8s.io/v1, the same group as the role that is bound.
      kind string
        ClusterRoleBinding; a RoleBinding would give the same rights in one namespace only.
      metadata ObjectMeta
        Name, free to choose and unrelated to that of the role, and labels. There is no namespace.
      roleRef RoleRef required
        The ClusterRole that is given; a Role is not possible here. Cannot be changed after
        creation.
      subjects []Subject list=atomic
        Who gets the permissions everywhere. Take care with groups such as system:authenticated,
        which means everybody logged in.
    RoleRef atomic
        The role whose rules a binding grants. It cannot be changed: delete the binding and make
        another.
      apiGroup string default=rbac.authorization.k8s.io
        The API group of the role: rbac.authorization.k8s.io, also filled in when left out.
      kind string required
        Role (of the binding's namespace) or ClusterRole. A ClusterRole in a RoleBinding counts only
        in that namespace.
      name string required
        The name of the role to grant. It may not exist yet; until it does nothing is granted.
    Subject atomic
        Who gets the rules of a role: a user, a group or a service account.
      apiGroup string
        Empty for ServiceAccount, rbac.authorization.k8s.io for User and Group; the API server fills
        it in.
      kind string required
        User, Group or ServiceAccount. Users and groups are no objects; they come from the login.
      name string required
        The name of the user, group or service account. It is not checked whether it exists, and a
        typing error grants nothing.
      namespace string
        The namespace of the service account; left out for users and groups.
    ServiceAccount kind=v1
        An identity for programs in pods. Every namespace has one named default; bind roles to your
        own instead of widening that one.
      apiVersion string
        Always v1: service accounts belong to the core group.
      automountServiceAccountToken boolean
        With false pods of this account get no token mounted unless their own spec asks for it. Left
        out, it counts as true; the pod's field of the same name wins.
      imagePullSecrets []LocalObjectReference list=atomic
        Registry credentials given to pods of this account that list none of their own.
      kind string
        ServiceAccount, or sa for short in kubectl.
      metadata ObjectMeta
        Name, which makes the user name system:serviceaccount:NAMESPACE:NAME; every namespace has
        one called default.
      secrets []ObjectReference list=map keys=name patch=merge mergeKey=name
        Secrets tied to the account. Tokens are no longer put here since 1.24; the list limits what
        pods may mount only under the deprecated annotation kubernetes.io/enforce-mountable-secrets.
    """#
  }
}
