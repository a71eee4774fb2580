import Objects

/// What runs on every machine of podlab's own cluster: kube-proxy as kubeadm installs it, and the
/// network of pods as kind does.
enum SystemDaemons {
  /// In the order in which they are created.
  static var all: [any APIObject] { [proxyConfiguration] + [proxy, network].compactMap { $0 } }

  static let accounts = ["kube-proxy", "kindnet"]

  static let networkImage = "docker.io/kindest/kindnetd:v20250512-df8de77b"

  // MARK: - Services

  private static var proxyConfiguration: ConfigMap {
    var map = ConfigMap()
    map.metadata = ObjectMeta(
      name: "kube-proxy", namespace: "kube-system", labels: ["app": "kube-proxy"])
    map.data["config.conf"] = """
      apiVersion: kubeproxy.config.k8s.io/v1alpha1
      clusterCIDR: 10.244.0.0/16
      kind: KubeProxyConfiguration
      mode: iptables

      """
    return map
  }

  private static var proxy: DaemonSet? {
    daemonSet(
      "kube-proxy", labels: ["k8s-app": "kube-proxy"],
      container: [
        "name": "kube-proxy", "image": .string(ControlPlanePods.image("kube-proxy")),
        "command": [
          "/usr/local/bin/kube-proxy", "--config=/var/lib/kube-proxy/config.conf",
          "--hostname-override=$(NODE_NAME)",
        ],
        "env": [["name": "NODE_NAME", "valueFrom": field("spec.nodeName")]],
        "securityContext": ["privileged": true],
        "volumeMounts": [
          mount("kube-proxy", "/var/lib/kube-proxy"), mount("xtables-lock", "/run/xtables.lock"),
          mount("lib-modules", "/lib/modules", isReadOnly: true),
        ],
      ],
      volumes: [["name": "kube-proxy", "configMap": ["name": "kube-proxy"]]])
  }

  // MARK: - The network of pods

  private static var network: DaemonSet? {
    daemonSet(
      "kindnet", labels: ["app": "kindnet", "k8s-app": "kindnet", "tier": "node"],
      container: [
        "name": "kindnet-cni", "image": .string(networkImage),
        "env": [
          ["name": "HOST_IP", "valueFrom": field("status.hostIP")],
          ["name": "POD_IP", "valueFrom": field("status.podIP")],
          ["name": "POD_SUBNET", "value": "10.244.0.0/16"],
        ],
        "resources": [
          "limits": ["cpu": "100m", "memory": "50Mi"],
          "requests": ["cpu": "100m", "memory": "50Mi"],
        ],
        "securityContext": [
          "capabilities": ["add": ["NET_RAW", "NET_ADMIN"]], "privileged": false,
        ],
        "volumeMounts": [
          mount("cni-cfg", "/etc/cni/net.d"),
          mount("xtables-lock", "/run/xtables.lock", isReadOnly: true),
          mount("lib-modules", "/lib/modules", isReadOnly: true),
        ],
      ],
      volumes: [folder("cni-cfg", "/etc/cni/net.d", type: "DirectoryOrCreate")])
  }

  // MARK: - Parts

  private static func daemonSet(
    _ name: String, labels: APIValue, container: APIValue, volumes: [APIValue]
  ) -> DaemonSet? {
    let locks = folder("xtables-lock", "/run/xtables.lock", type: "FileOrCreate")
    let modules = folder("lib-modules", "/lib/modules", type: "DirectoryOrCreate")
    let pod: APIValue = [
      "containers": [container], "hostNetwork": true,
      "nodeSelector": ["kubernetes.io/os": "linux"],
      "priorityClassName": "system-node-critical", "serviceAccountName": .string(name),
      "tolerations": [["operator": "Exists"]], "volumes": .array(volumes + [locks, modules]),
    ]
    let document: APIValue = [
      "metadata": ["name": .string(name), "namespace": "kube-system", "labels": labels],
      "spec": [
        "selector": ["matchLabels": labels],
        "template": ["metadata": ["labels": labels], "spec": pod],
      ],
    ]
    var problems: [FieldProblem] = []
    let set = DaemonSet.read(document, problems: &problems)
    return problems.isEmpty ? set : nil
  }

  private static func field(_ path: String) -> APIValue {
    ["fieldRef": ["apiVersion": "v1", "fieldPath": .string(path)]]
  }

  private static func mount(
    _ name: String, _ path: String, isReadOnly: Bool = false
  ) -> APIValue {
    isReadOnly
      ? ["name": .string(name), "mountPath": .string(path), "readOnly": true]
      : ["name": .string(name), "mountPath": .string(path)]
  }

  private static func folder(_ name: String, _ path: String, type: String) -> APIValue {
    ["name": .string(name), "hostPath": ["path": .string(path), "type": .string(type)]]
  }
}
