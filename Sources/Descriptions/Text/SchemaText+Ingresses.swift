extension SchemaText {
  /// Types to do with ingresses, and the network policies that limit who talks to whom.
  static var ingresses: String {
    #"""
    Ingress kind=networking.k8s.io/v1
        Rules that lead HTTP requests from outside to Services by host name and path. It does
        nothing unless an ingress controller for its class runs in the cluster.
      apiVersion string
        networking.k8s.io/v1. The betas, with serviceName and servicePort in the backends, are gone
        since 1.22.
      kind string
        Ingress, or ing for short in kubectl.
      metadata ObjectMeta
        Name, the namespace of the Services behind it, and annotations, by which many ingress
        controllers are tuned.
      spec IngressSpec
        Class, rules by host and path, TLS certificates and the default backend.
      status IngressStatus
        Addresses at which the ingress controller serves these rules; empty until it has taken them
        up.
    IngressSpec
        Which web addresses lead to which Services. It does nothing unless an ingress controller
        runs in the cluster.
      defaultBackend IngressBackend
        Where requests go that no rule fits. Left out, the ingress controller answers them itself,
        usually with 404. Needed if there are no rules.
      ingressClassName string
        The IngressClass, and so the controller, that shall serve this Ingress. Left out, the class
        marked as default; if there is none, no controller may feel responsible.
      rules []IngressRule list=atomic
        Hosts and paths and where they lead. Without rules everything goes to defaultBackend.
      tls []IngressTLS list=atomic
        Hosts to be served with TLS on port 443, with the Secrets that hold their certificates.
    IngressRule
        One host and the paths under it. A request fits the rule whose host and then whose longest
        path fits.
      host string
        The host name, such as shop.example.com; * may stand for the first part. Left out, every
        host. No address and no port.
      http HTTPIngressRuleValue
        The paths under this host. Left out, all its requests go to defaultBackend.
    HTTPIngressRuleValue
        The paths served for one host of an Ingress.
      paths []HTTPIngressPath required list=atomic
        The paths and their backends; at least one. Their order does not matter, the best match
        wins.
    PathType = Exact ImplementationSpecific Prefix
    HTTPIngressPath
        One path of an Ingress rule and the backend that gets its requests.
      backend IngressBackend required
        Where matching requests go: a Service and port in the Ingress's namespace, or a resource the
        controller knows.
      path string
        The path to match, beginning with /; only with ImplementationSpecific may it be left out. Of
        several that match, the longest wins, and with equal length Exact beats Prefix.
      pathType string required enum=PathType
        How path is compared: Exact, to the letter; Prefix, by whole elements between slashes, so
        /foo matches /foo/bar but not /foobar; ImplementationSpecific, as the controller likes.
        There is no default.
    IngressBackend
        Where requests go: exactly one of service and resource.
      resource TypedLocalObjectReference
        An object of another kind in the namespace, such as a storage bucket, that the controller
        understands.
      service IngressServiceBackend
        A Service of the same namespace and its port.
    IngressServiceBackend
        The Service, and its port, that requests go to.
      name string required
        The Service, in the namespace of the Ingress. If it does not exist, the controller answers
        with an error.
      port ServiceBackendPort
        The port of the Service, by name or by number.
    ServiceBackendPort
        A port of a Service; exactly one of name and number is set.
      name string
        The name of the port in the Service.
      number integer(int32)
        The number of the Service's port (not of the pods' port), such as 80.
    IngressTLS
        Hosts that share a certificate. Which one is shown is chosen by the host name the client
        asks for (SNI).
      hosts []string list=atomic
        Host names that the certificate is for. Left out, the controller decides, usually for all
        hosts.
      secretName string
        A Secret of the type kubernetes.io/tls in the same namespace, with tls.crt and tls.key. Left
        out, the controller's own certificate is used.
    IngressStatus
        Where the ingress controller makes the Ingress reachable.
      loadBalancer IngressLoadBalancerStatus
        The addresses to which DNS should lead; shown as ADDRESS by kubectl get. Empty while no
        controller has taken the Ingress on.
    IngressLoadBalancerStatus
        The places at which an Ingress is reachable.
      ingress []IngressLoadBalancerIngress list=atomic
        Addresses or host names of the ingress controller or its load balancer.
    IngressLoadBalancerIngress
        One place at which an Ingress is reachable.
      hostname string
        The DNS name of the place, for load balancers that have one, as on AWS.
      ip string
        The IP address of the place, for load balancers that have one.
      ports []IngressPortStatus list=atomic
        The ports that are open there, if the controller reports them.
    IngressPortStatus
        One port of an Ingress's load balancer, and whether it could be opened.
      error string
        What is wrong with the Ingress's port, as one word such as example.com/InUse; empty if
        nothing is.
      port integer(int32) required
        The number of the port at the Ingress's load balancer.
      protocol string required enum=Protocol
        The protocol of the Ingress's port: TCP, UDP or SCTP.
    IngressClass kind=networking.k8s.io/v1
        Names one kind of ingress controller, so that several can share a cluster. An annotation can
        make it the default for Ingresses that name no class.
      apiVersion string
        networking.k8s.io/v1, as for the Ingresses that name the class.
      kind string
        IngressClass. Write it in full in kubectl: it has no short name.
      metadata ObjectMeta
        Name that Ingresses put into ingressClassName. The annotation
        ingressclass.kubernetes.io/is-default-class makes the class that of Ingresses without one.
        There is no namespace.
      spec IngressClassSpec
        Which controller serves this class, and where its parameters are.
    IngressClassSpec
        Which controller serves the Ingresses of a class, and with what settings.
      controller string
        The name of the controller, such as k8s.io/ingress-nginx; it looks for classes that name it.
        Cannot be changed.
      parameters IngressClassParametersReference
        An object with further settings for the controller, if it takes any.
    IngressClassScope = Cluster Namespace
    IngressClassParametersReference
        Points to an object with settings for an ingress controller.
      apiGroup string
        The API group of the settings object; empty for the core group.
      kind string required
        The kind of the settings object, such as ConfigMap or one of the controller's own.
      name string required
        The name of the settings object; whether it exists is only noticed by the controller.
      namespace string
        Its namespace; needed with scope Namespace and forbidden with Cluster.
      scope string words=IngressClassScope default=Cluster
        Cluster (the default) for a kind without namespaces, Namespace for an object in one.
    NetworkPolicy kind=networking.k8s.io/v1
        Firewall rules for pods. A pod selected by no policy accepts everything; once one selects
        it, only what some policy allows gets through, in each direction the policy covers. Works
        only with a network plugin that enforces it.
      apiVersion string
        networking.k8s.io/v1. The version in extensions/v1beta1 is gone since 1.16.
      kind string
        NetworkPolicy, or netpol for short in kubectl.
      metadata ObjectMeta
        Name and, above all, the namespace: a policy selects pods of its own namespace only.
      spec NetworkPolicySpec
        Which pods the rules are for, and which connections in and out are allowed.
    PolicyType = Egress Ingress
    NetworkPolicySpec
        Which pods a policy is about and what traffic it lets through. Policies only ever allow:
        what some policy of the pod allows is allowed.
      egress []NetworkPolicyEgressRule list=atomic
        What the selected pods may connect to. With policyTypes Egress and an empty list, nothing;
        do not forget port 53 for DNS.
      ingress []NetworkPolicyIngressRule list=atomic
        Who may connect to the selected pods. With policyTypes Ingress and an empty list, nobody.
      podSelector LabelSelector
        The pods of this namespace that the policy is about. Empty means all of them.
      policyTypes []string enum=PolicyType list=atomic
        The directions that are restricted: Ingress, Egress. Left out, Ingress always, and Egress
        only if there are egress rules.
    NetworkPolicyIngressRule
        One way in: traffic that fits both from and ports is allowed.
      from []NetworkPolicyPeer list=atomic
        Where the traffic may come from; one fitting entry is enough. Left out or empty, from
        anywhere.
      ports []NetworkPolicyPort list=atomic
        The pods' ports that may be reached. Left out or empty, all.
    NetworkPolicyEgressRule
        One way out: traffic that fits both to and ports is allowed.
      ports []NetworkPolicyPort list=atomic
        Ports at the other end that may be connected to. Left out or empty, all. For a Service this
        is the pods' port, not the Service's.
      to []NetworkPolicyPeer list=atomic
        Where the traffic may go; one fitting entry is enough. Left out or empty, anywhere.
    NetworkPolicyPeer
        Another end of traffic: pods, or a block of addresses. podSelector and namespaceSelector in
        one entry must both fit; as two entries, either.
      ipBlock IPBlock
        A range of addresses, meant for those outside the cluster. Not together with the selectors.
      namespaceSelector LabelSelector
        Namespaces by their labels; empty means all. Alone it means all their pods. By name: the
        label kubernetes.io/metadata.name.
      podSelector LabelSelector
        Pods by their labels: of the policy's own namespace, or of those that namespaceSelector
        chooses.
    NetworkPolicyPort
        One port, or a range, that is allowed.
      endPort integer(int32)
        The last port of a range that begins with port, which must then be a number and not larger.
      port IntOrString
        The port as a number or as the name of a container port. Left out, all ports of the
        protocol.
      protocol string enum=Protocol default=TCP
        TCP (the default), UDP or SCTP. DNS needs UDP, and TCP for long answers.
    IPBlock
        A range of addresses, with exceptions. Pods have changing addresses, so use it for what is
        outside the cluster.
      cidr string required
        The range, such as 203.0.113.0/24 or 2001:db8::/64. 0.0.0.0/0 is all of IPv4.
      except []string list=atomic
        Smaller ranges within cidr that are not meant. They are only left out here: another rule may
        still allow them.
    """#
  }
}
