extension Glossary {
  static let network = GlossaryGroup(
    title: "Network",
    terms: [
      GlossaryTerm(
        "ClusterIP", or: ["virtual IP"], lesson: "services",
        see: ["Service", "kube-proxy", "headless service"],
        """
        A Service's own address inside the cluster, and the default type of Service.
        No machine has it: rules on every node turn it into the address of a ready pod.
        It answers only on the Service's ports, so a ping proves nothing.
        """),
      GlossaryTerm(
        "CNI", or: ["network plugin", "container network interface"], lesson: "pod-ip",
        see: ["pod IP", "NetworkPolicy", "container runtime"],
        """
        The way in which a plugin such as Calico or Cilium connects each new pod to the network.
        The plugin gives the pod its address and makes it reachable from every node.
        A node without one stays NotReady, and NetworkPolicies work only if the plugin knows them.
        """),
      GlossaryTerm(
        "DNS", or: ["CoreDNS", "kube-dns", "cluster DNS"], lesson: "dns-and-headless",
        see: ["Service", "headless service", "namespace"],
        """
        It turns names of Services into addresses: shop, shop.team-a, or in full
        shop.team-a.svc.cluster.local.
        CoreDNS answers, itself some pods behind a Service in kube-system.
        The bare name works only inside its own namespace: check that first when one is not found.
        """),
      GlossaryTerm(
        "EndpointSlice", or: ["endpoints", "ep", "endpoint"], lesson: "services",
        see: ["Service", "readiness probe", "selector"],
        """
        A list of the pods behind a Service: their addresses, and whether each is ready, serving or
        terminating.
        A controller keeps it, at most 100 addresses in one; kube-proxy goes by it.
        When it is empty the selector matches no pod; when nothing in it is ready, look at the
        probes.
        """),
      GlossaryTerm(
        "Gateway API", or: ["HTTPRoute", "gateway"], see: ["Ingress", "custom resource"],
        """
        The successor of Ingress: Gateways describe the ways in, HTTPRoutes where requests go.
        So the platform's people own the way in, and each team its own routes.
        Its kinds are custom resources: they and a controller for them have to be installed.
        """),
      GlossaryTerm(
        "headless service", lesson: "dns-and-headless", see: ["StatefulSet", "DNS", "ClusterIP"],
        """
        A Service with clusterIP None: its name leads to the addresses of its ready pods.
        With a StatefulSet each pod gets a name as well, such as db-0.db.
        Nobody balances: the client chooses, and may hold on to an address for too long.
        """),
      GlossaryTerm(
        "host network", or: ["hostPort"],
        see: ["network namespace", "port", "DaemonSet"],
        """
        A pod with hostNetwork uses its node's address and ports; a hostPort passes on a single
        one.
        Two pods that want the same port of a node cannot share it, and the scheduler sees to that.
        It suits agents on every node; for all else a Service is better.
        """),
      GlossaryTerm(
        "Ingress", or: ["ing", "ingress controller"], see: ["Service", "Gateway API"],
        """
        Rules that lead HTTP requests from outside to Services, by host name and path.
        An ingress controller carries them out; the IngressClass says which one.
        Without a controller the object is stored and nothing happens.
        """),
      GlossaryTerm(
        "kube-proxy", lesson: "what-a-node-runs", see: ["Service", "ClusterIP", "EndpointSlice"],
        """
        The program on each node that makes Services work.
        It writes rules into the node's kernel, from Services and EndpointSlices; packets do not
        pass through it.
        When it stops, the old rules stay and lead to pods that may be gone.
        """),
      GlossaryTerm(
        "LoadBalancer", see: ["Service", "NodePort", "Ingress"],
        """
        A Service for which the cloud sets up a load balancer outside the cluster.
        Its address appears as EXTERNAL-IP, and it usually sends to the Service's node ports.
        Where nobody provides one, EXTERNAL-IP stays pending; inside, the Service works.
        """),
      GlossaryTerm(
        "network namespace", lesson: "localhost", see: ["localhost", "pod IP", "host network"],
        """
        A set of addresses and ports that the kernel keeps apart from all others.
        Each pod has one, and all its containers live in it.
        It has nothing to do with the namespaces of Kubernetes, which only keep names apart.
        """),
      GlossaryTerm(
        "NetworkPolicy", or: ["netpol"], see: ["CNI", "label", "namespace"],
        """
        It says which connections pods may take (ingress) and open (egress).
        A pod that no policy selects may do all; once one does, only what some policy allows, for
        the directions it names.
        Policies only allow and add up; and who limits egress must allow DNS too.
        """),
      GlossaryTerm(
        "NodePort", see: ["Service", "LoadBalancer", "ClusterIP"],
        """
        A Service that is also reached from outside, at one port of every node, 30000 to 32767.
        Any node takes the connection and passes it to a ready pod, often on another node.
        With externalTrafficPolicy Local a node passes it only to its own pods, or to none.
        """),
      GlossaryTerm(
        "port", or: ["targetPort", "containerPort"], lesson: "services",
        see: ["Service", "host network"],
        """
        A Service's port is what clients call; targetPort is where the pod's program listens.
        The two may differ, and targetPort may be the name of a port of the pod.
        A containerPort opens nothing and closes nothing: it is a note with a name.
        """),
      GlossaryTerm(
        "port-forward", see: ["Service", "kubectl", "localhost"],
        """
        A tunnel from a port of your own machine to a pod, by kubectl port-forward.
        It goes through the API server and the pod's kubelet, past Services and their rules.
        Given a Service, it picks one of its pods and stays with it, so it shows no balancing.
        """),
      GlossaryTerm(
        "Service", or: ["svc"], lesson: "services",
        see: ["EndpointSlice", "ClusterIP", "kube-proxy", "DNS"],
        """
        One lasting name and address for a changing set of pods.
        Its selector picks the pods, EndpointSlices list them, and each node's kube-proxy sends
        every connection to a ready one.
        No process stands behind the address: without ready pods nobody answers.
        """),
    ])
}
