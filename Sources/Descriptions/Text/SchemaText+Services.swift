extension SchemaText {
  /// Types to do with services and the addresses behind them.
  static var services: String {
    #"""
    Service kind=v1
        A lasting name and address in front of a changing set of pods. Traffic to it goes to the
        ready pods its selector matches.
      apiVersion string
        Always v1: Services belong to the core group.
      kind string
        Service, or svc for short in kubectl.
      metadata ObjectMeta
        Name, which becomes the DNS name NAME.NAMESPACE.svc.cluster.local, and labels, which are
        copied onto its EndpointSlices.
      spec ServiceSpec
        Kind of Service, ports, selector, and how traffic is spread.
      status ServiceStatus
        Addresses given by a load balancer, and conditions. Empty for Services that are only
        reachable inside the cluster.
    ServiceExternalTrafficPolicy = Cluster Local
    ServiceInternalTrafficPolicy = Cluster Local
    IPFamily = IPv4 IPv6
    IPFamilyPolicy = PreferDualStack RequireDualStack SingleStack
    ServiceAffinity = ClientIP None
    TrafficDistribution = PreferClose PreferSameZone PreferSameNode
    ServiceType = ClusterIP ExternalName LoadBalancer NodePort
    ServiceSpec
        How a Service is reached and which pods stand behind it.
      allocateLoadBalancerNodePorts boolean default=true
        Whether a Service of type LoadBalancer also gets node ports. True unless set; false is for
        load balancers that reach pods directly. Ports already given stay until nodePort is cleared.
      clusterIP string
        The stable address inside the cluster. Left out, one is chosen; None makes the Service
        headless: its DNS name leads to the pods' own addresses. Cannot be changed afterwards.
      clusterIPs []string list=atomic
        All cluster addresses, one or, with dual stack, one IPv4 and one IPv6. The first must be
        equal to clusterIP.
      externalIPs []string list=atomic
        Addresses outside the cluster whose traffic, if it arrives at a node, is taken for this
        Service. Nothing in Kubernetes brings it there. Deprecated since 1.36, because whoever sets
        it can capture traffic.
      externalName string
        The outside DNS name that a Service of type ExternalName stands for: lookups get a CNAME to
        it. No ports are translated and no traffic is proxied, so HTTPS may see a wrong host name.
      externalTrafficPolicy string enum=ServiceExternalTrafficPolicy default=Cluster
        For traffic from outside. Cluster (the default) spreads it over all pods but hides the
        client's address; Local keeps the address and uses only pods on the node it arrived at, so a
        node without one drops it.
      healthCheckNodePort integer(int32)
        The node port on which load balancers ask whether a node has a ready pod. Only with type
        LoadBalancer and externalTrafficPolicy Local; chosen from the node port range unless set.
      internalTrafficPolicy string enum=ServiceInternalTrafficPolicy default=Cluster
        For traffic from inside the cluster. Cluster (the default) spreads it over all ready pods;
        Local uses only those on the sender's node, and drops it if there are none.
      ipFamilies []string enum=IPFamily list=atomic
        IPv4, IPv6 or both, in the order of the addresses. Left out, the cluster's first family is
        taken. The first entry cannot be changed, a second can be added or removed.
      ipFamilyPolicy string enum=IPFamilyPolicy default=SingleStack
        How many address families: SingleStack (the default) takes one, PreferDualStack two if the
        cluster has two, RequireDualStack two or the creation fails.
      loadBalancerClass string
        Which load balancer controller shall serve this Service, such as example.com/internal. Only
        with type LoadBalancer, and fixed once set. Left out, the cloud provider's usual one does
        it.
      loadBalancerIP string
        A wish for the load balancer's address, which many providers ignore. Deprecated: use the
        annotations of your provider.
      loadBalancerSourceRanges []string list=atomic
        Networks, such as 203.0.113.0/24, that may use the load balancer. Left out, everybody may.
        Only with type LoadBalancer.
      ports []ServicePort list=map keys=port,protocol patch=merge mergeKey=port
        The ports of the Service and where on the pods each leads. At least one, except for headless
        and ExternalName Services; with more than one, each needs a name.
      publishNotReadyAddresses boolean
        Whether pods that are not ready count as ready for DNS and for endpoints. False unless set;
        meant for headless Services whose members must find each other before they are ready.
      selector map[string]string map=atomic
        Labels that a pod must all have to get traffic. A typing error here leaves the Service
        without endpoints. Left out, no endpoints are made and you write the EndpointSlices
        yourself.
      sessionAffinity string enum=ServiceAffinity default=None
        None (the default) sends each connection to any pod; ClientIP keeps sending a client's
        address to the same pod.
      sessionAffinityConfig SessionAffinityConfig
        How long a client sticks to its pod when sessionAffinity is ClientIP; 10800 seconds (three
        hours) unless set.
      trafficDistribution string words=TrafficDistribution
        A wish to stay near. PreferSameZone keeps traffic in the sender's zone, PreferSameNode on
        its node; where no ready pod is near, others are used. PreferClose is the old name of
        PreferSameZone. Left out, all pods are used alike.
      type string enum=ServiceType default=ClusterIP
        Who can reach the Service. ClusterIP (the default): only the cluster; NodePort: also a port
        of every node; LoadBalancer: also a load balancer outside; ExternalName: no pods at all,
        only a DNS alias.
    ServicePort
        One port of a Service and where it leads to.
      appProtocol string
        What is spoken on this port, as a hint for proxies and load balancers, such as http,
        kubernetes.io/h2c or kubernetes.io/ws. kube-proxy ignores it.
      name string
        A name for this port, unique in the Service and needed when it has several. Ingresses and
        DNS SRV records can refer to it.
      nodePort integer(int32)
        The port opened on every node, 30000 to 32767, for types NodePort and LoadBalancer. Left
        out, a free one is chosen; one that is taken is refused.
      port integer(int32) required
        The port on which clients reach the Service, 1 to 65535. Not necessarily the one that the
        pods listen on: that is targetPort.
      protocol string enum=Protocol default=TCP
        TCP (the default), UDP or SCTP. The same number can be used once for each.
      targetPort IntOrString
        The pods' port, as a number or as the name of a container port, which may be a different
        number in each pod. Equal to port unless set. A wrong one gives connection refused, not
        missing endpoints.
    SessionAffinityConfig
        Settings for clients that stick to a pod.
      clientIP ClientIPConfig
        How long a client's address sticks to its pod.
    ClientIPConfig
        Settings of a Service's session affinity by client address.
      timeoutSeconds integer(int32) default=10800
        How long a client without traffic is still sent to the same pod, 1 to 86400 seconds. Default
        10800, three hours. Works only with sessionAffinity ClientIP.
    ServiceStatus
        What became of a Service outside of its spec; only load balancers write here.
      conditions []Condition list=map keys=type patch=merge mergeKey=type
        Conditions set by load balancer controllers or others; empty for ordinary Services.
      loadBalancer LoadBalancerStatus
        Where the load balancer can be reached. Empty (EXTERNAL-IP pending) until one has been set
        up.
    LoadBalancerStatus
        The places at which a load balancer is reachable.
      ingress []LoadBalancerIngress list=atomic
        Addresses or host names of the load balancer, for traffic that comes in.
    LoadBalancerIngress
        One place at which a load balancer is reachable.
      hostname string
        The DNS name of the load balancer, if it is reached by name, as on AWS.
      ip string
        The IP address of the load balancer, if it has one.
      ipMode string
        VIP (the default): packets arrive at the node still addressed to ip, and nodes short-cut
        them; Proxy: they are addressed to a node or pod, so traffic from inside must go out to it.
      ports []PortStatus list=atomic
        The Service's ports as the load balancer serves them, if it reports them.
    PortStatus
        One port of a Service's load balancer, and whether it could be opened.
      error string
        What is wrong with the Service's port, as one word; empty if nothing is.
      port integer(int32) required
        The number of the Service's port that this is about.
      protocol string required enum=Protocol
        The protocol of the Service's port: TCP, UDP or SCTP.
    Endpoints kind=v1
        The old single list of addresses behind a Service, deprecated since 1.33 and cut off at 1000
        addresses. Read EndpointSlices instead; the list is still kept up for old clients.
      apiVersion string
        Always v1. The kind is deprecated since 1.33 in favour of EndpointSlice.
      kind string
        Endpoints, or ep for short in kubectl; the plural is part of the name.
      metadata ObjectMeta
        Name, which must be that of the Service whose addresses these are; the labels follow those
        of the Service.
      subsets []EndpointSubset list=atomic
        Groups of addresses that share the same ports. Every address of a group combines with every
        port of it.
    EndpointSubset
        Addresses of an Endpoints object with the same set of ports.
      addresses []EndpointAddress list=atomic
        Addresses that are ready and should get traffic.
      notReadyAddresses []EndpointAddress list=atomic
        Addresses of pods that exist but are not Ready, because they start up or fail their probe;
        they get no traffic.
      ports []core.EndpointPort list=atomic
        Ports open at each of these addresses. Empty when the Service declares none.
    EndpointAddress atomic
        One address in an Endpoints list.
      hostname string
        Host name of this address under a headless Service, for pods that have a hostname and
        subdomain.
      ip string required
        The IP address, usually that of a pod. Loopback (127.0.0.0/8, ::1) and link-local addresses
        are refused.
      nodeName string
        The node on which the pod with this address runs, if known.
      targetRef ObjectReference
        The pod that owns the address; absent for addresses written by hand.
    core.EndpointPort atomic
        One port at which the addresses of an Endpoints subset can be reached.
      appProtocol string
        What is spoken there, copied from the Service's port.
      name string
        The name of the Service's port that this belongs to; empty if the Service has only one,
        without a name.
      port integer(int32) required
        The pods' port, after targetPort has been worked out.
      protocol string enum=Protocol default=TCP
        TCP (the default), UDP or SCTP, as in the Service.
    AddressType = FQDN IPv4 IPv6
    EndpointSlice kind=discovery.k8s.io/v1
        Part of the list of addresses behind a Service, usually up to 100 entries a slice. The
        controller makes slices from the Service's selector, kube-proxy reads them.
      addressType string required enum=AddressType
        Kind of all addresses in the slice: IPv4, IPv6 or FQDN (deprecated; kube-proxy ignores it).
        Cannot be changed; a dual-stack Service gets separate slices for each family.
      apiVersion string
        discovery.k8s.io/v1, unlike the older Endpoints, which are in the core group.
      endpoints []Endpoint list=atomic
        The addresses with their state, at most 1000 in one slice; slices made by the controller
        hold up to 100.
      kind string
        EndpointSlice. Write it in full in kubectl: it has no short name.
      metadata ObjectMeta
        Name made from the Service's, and the label kubernetes.io/service-name, which alone ties the
        slice to its Service.
      ports []discovery.EndpointPort list=atomic
        Ports that are open at every endpoint of this slice; endpoints with other port numbers go
        into another slice. Empty when the Service has no ports, as a headless one may.
    Endpoint
        One address behind a Service, in most cases a pod, with its state and place.
      addresses []string required list=set
        Addresses of this endpoint, of the slice's addressType, 1 to 100. They must mean the same
        thing: kube-proxy uses only the first.
      conditions EndpointConditions
        Whether the endpoint is ready, serving and terminating; kube-proxy picks its targets by
        this.
      deprecatedTopology map[string]string deprecated
        Place labels left over from the old beta version of the API. Writes to it are ignored; use
        nodeName and zone.
      hints EndpointHints
        Advice for which zones or nodes this endpoint should be used, set by the controller when the
        Service asks for nearby traffic. kube-proxy ignores the hints when none of them names its
        own zone or node.
      hostname string
        Host name of the endpoint in DNS under a headless Service, as StatefulSet pods have. Empty
        for ordinary pods.
      nodeName string
        Node the endpoint runs on; it decides where externalTrafficPolicy and internalTrafficPolicy
        Local may send traffic.
      targetRef ObjectReference
        The object behind the address, usually a Pod. Empty for addresses entered by hand.
      zone string
        Zone of the node that holds the endpoint, taken from its label topology.kubernetes.io/zone.
    EndpointConditions
        State of one endpoint. Normally only ready ones get traffic.
      ready boolean
        Whether new connections should come here; left out it counts as true. A terminating pod is
        never ready, except under publishNotReadyAddresses.
      serving boolean
        Whether the pod passes its readiness check, even while it is being deleted. When no endpoint
        is ready, kube-proxy may fall back to those that are serving and terminating.
      terminating boolean
        Whether the pod is being deleted; left out it counts as false.
    EndpointHints
        Advice that keeps traffic near its source.
      forNodes []ForNode list=atomic
        Nodes whose traffic should go to this endpoint, at most 8; used with trafficDistribution
        PreferSameNode.
      forZones []ForZone list=atomic
        Zones whose traffic should go to this endpoint, at most 8; used with trafficDistribution
        PreferSameZone (once called PreferClose).
    ForZone
        One zone an endpoint is meant for.
      name string required
        The zone, as in the node label topology.kubernetes.io/zone; kube-proxy on its nodes prefers
        the endpoint.
    ForNode
        One node an endpoint is meant for.
      name string required
        The node's name; kube-proxy on that node prefers the endpoint that carries this hint.
    discovery.EndpointPort atomic
        One port that all endpoints of an EndpointSlice have.
      appProtocol string
        What the endpoints speak on this port, as a hint for proxies; copied from the Service.
      name string default=""
        The name of the Service's port that the slice's port belongs to; unique in the slice.
      port integer(int32)
        The number of the port at the endpoints. Pods with different numbers for a named port get
        into different slices. Left out, all ports.
      protocol string enum=Protocol default=TCP
        The protocol of the endpoints' port: TCP (the default), UDP or SCTP.
    """#
  }
}
