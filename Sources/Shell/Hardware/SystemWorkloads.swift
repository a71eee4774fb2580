import Objects

/// What runs in the namespace kube-system of podlab's own cluster beside the control plane.
enum SystemWorkloads {
  /// In the order in which they are created.
  static var all: [any APIObject] {
    SystemDaemons.accounts.map(account) + SystemDaemons.all + [
      account("coredns"), account("metrics-server"), nameServiceConfiguration, nameServer,
      nameService, metricsServer, metricsService,
    ]
  }

  /// The images that the machines hold already.
  static let images: [(name: String, sizeBytes: Int)] = [
    ("registry.k8s.io/etcd:3.6.6-0", 22_871_747),
    (ControlPlanePods.image("kube-apiserver"), 27_064_672),
    (ControlPlanePods.image("kube-controller-manager"), 22_818_657),
    (ControlPlanePods.image("kube-scheduler"), 17_382_979),
    (ControlPlanePods.image("kube-proxy"), 25_963_718), (SystemDaemons.networkImage, 44_388_247),
    (nameServerImage, 23_553_139),
    (metricsServerImage, 22_530_000), ("registry.k8s.io/pause:3.10", 320_000),
  ]

  private static let nameServerImage = "registry.k8s.io/coredns/coredns:v1.13.1"
  private static let metricsServerImage = "registry.k8s.io/metrics-server/metrics-server:v0.8.0"

  private static func meta(_ name: String, labels: StringMap) -> ObjectMeta {
    ObjectMeta(name: name, namespace: "kube-system", labels: labels)
  }

  private static func account(_ name: String) -> ServiceAccount {
    var account = ServiceAccount()
    account.metadata = meta(name, labels: [:])
    return account
  }

  // MARK: - Names

  private static var nameServiceConfiguration: ConfigMap {
    var map = ConfigMap()
    map.metadata = meta("coredns", labels: [:])
    map.data["Corefile"] = """
      .:53 {
          errors
          health
          ready
          kubernetes cluster.local in-addr.arpa ip6.arpa {
             pods insecure
             fallthrough in-addr.arpa ip6.arpa
          }
          forward . /etc/resolv.conf
          cache 30
          loop
          reload
          loadbalance
      }

      """
    return map
  }

  private static var nameServer: Deployment {
    var container = Container()
    container.name = "coredns"
    container.image = nameServerImage
    container.args = ["-conf", "/etc/coredns/Corefile"]
    container.resources.requests = amounts(cpu: "100m", memory: "70Mi")
    container.resources.limits = amounts(memory: "170Mi")
    container.ports = [
      port("dns", 53, "UDP"), port("dns-tcp", 53), port("liveness-probe", 8080),
      port("readiness-probe", 8181), port("metrics", 9153),
    ]
    container.livenessProbe = probe("/health", port: "liveness-probe", after: 60)
    container.readinessProbe = probe("/ready", port: "readiness-probe")
    var mount = VolumeMount()
    mount.name = "config-volume"
    mount.mountPath = "/etc/coredns"
    mount.readOnly = true
    container.volumeMounts = [mount]
    var volume = Volume()
    volume.name = "config-volume"
    volume.configMap = ConfigMapVolume()
    volume.configMap?.name = "coredns"
    var deployment = deployment("coredns", label: ("k8s-app", "kube-dns"), container)
    deployment.spec.replicas = 2
    deployment.spec.template.spec.volumes = [volume]
    return deployment
  }

  /// Its address is what pods ask for names.
  private static var nameService: Service {
    var service = Service()
    service.metadata = meta(
      "kube-dns",
      labels: [
        "k8s-app": "kube-dns", "kubernetes.io/cluster-service": "true",
        "kubernetes.io/name": "CoreDNS",
      ])
    service.spec.clusterIP = "10.96.0.10"
    service.spec.selector["k8s-app"] = "kube-dns"
    service.spec.ports = [
      servicePort("dns", 53, "UDP"), servicePort("dns-tcp", 53), servicePort("metrics", 9153),
    ]
    return service
  }

  // MARK: - Metrics

  private static var metricsServer: Deployment {
    var container = Container()
    container.name = "metrics-server"
    container.image = metricsServerImage
    container.args = ["--metric-resolution=15s", "--kubelet-insecure-tls"]
    container.resources.requests = amounts(cpu: "100m", memory: "200Mi")
    container.ports = [port("https", 10250)]
    container.readinessProbe = probe("/readyz", port: "https")
    return deployment("metrics-server", label: ("k8s-app", "metrics-server"), container)
  }

  private static var metricsService: Service {
    var service = Service()
    service.metadata = meta("metrics-server", labels: ["k8s-app": "metrics-server"])
    service.spec.selector["k8s-app"] = "metrics-server"
    service.spec.ports = [servicePort("https", 443)]
    service.spec.ports[0].targetPort = .string("https")
    return service
  }

  // MARK: - Parts

  private static func deployment(
    _ name: String, label: (key: String, value: String), _ container: Container
  ) -> Deployment {
    var deployment = Deployment()
    deployment.metadata = meta(name, labels: [label.key: label.value])
    deployment.spec.selector.matchLabels[label.key] = label.value
    deployment.spec.strategy.rollingUpdate = RollingUpdate()
    deployment.spec.strategy.rollingUpdate?.maxUnavailable = .int(1)
    deployment.spec.template.metadata.labels[label.key] = label.value
    deployment.spec.template.spec.containers = [container]
    deployment.spec.template.spec.serviceAccountName = name
    deployment.spec.template.spec.priorityClassName = "system-cluster-critical"
    deployment.spec.template.spec.nodeSelector["kubernetes.io/os"] = "linux"
    deployment.spec.template.spec.tolerations = [
      toleration("CriticalAddonsOnly", nil),
      toleration("node-role.kubernetes.io/control-plane", .noSchedule),
    ]
    return deployment
  }

  private static func toleration(_ key: String, _ effect: TaintEffect?) -> Toleration {
    var toleration = Toleration()
    toleration.key = key
    toleration.op = .exists
    toleration.effect = effect
    return toleration
  }

  private static func amounts(cpu: String? = nil, memory: String) -> ResourceList {
    var list = ResourceList()
    list["cpu"] = cpu.flatMap { Quantity($0) }
    list["memory"] = Quantity(memory)
    return list
  }

  private static func port(_ name: String, _ number: Int, _ kind: String = "TCP") -> ContainerPort {
    var port = ContainerPort()
    port.name = name
    port.containerPort = number
    port.protocolName = kind
    return port
  }

  private static func servicePort(
    _ name: String, _ number: Int, _ kind: String = "TCP"
  ) -> ServicePort {
    var port = ServicePort()
    port.name = name
    port.port = number
    port.protocolName = kind
    return port
  }

  private static func probe(_ path: String, port: String, after delay: Int? = nil) -> Probe {
    var action = HTTPGetAction()
    action.path = path
    action.port = .string(port)
    var probe = Probe()
    probe.httpGet = action
    probe.initialDelaySeconds = delay
    return probe
  }
}
