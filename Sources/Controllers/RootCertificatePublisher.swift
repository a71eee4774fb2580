import Engine
import Objects
import Store

/// Puts the cluster's certificate into every namespace, where pods mount it from.
struct RootCertificatePublisher: ControlLoop {
  static let name = "root-ca-certificate-publisher-controller"
  static let watched: Set<Kind>? = [.namespace, .configMap]

  private static let configMap = "kube-root-ca.crt"

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    NamespaceContents.looks(after: change, at: now, missing: .configMap, named: Self.configMap)
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let namespace = NamespaceContents.active(object, in: draft.state) else { return }
    var map = ConfigMap()
    map.metadata = ObjectMeta(
      name: Self.configMap, namespace: namespace,
      annotations: [
        "kubernetes.io/description":
          "Contains a CA bundle that can be used to verify the kube-apiserver when using internal "
          + "endpoints such as the internal service IP or kubernetes.default.svc. No other usage "
          + "is guaranteed across distributions of Kubernetes clusters."
      ])
    map.data["ca.crt"] =
      "-----BEGIN CERTIFICATE-----\nMIIBsimulated\n-----END CERTIFICATE-----\n"
    if draft.state[map.key] == nil { draft.attempt(.create(map)) }
  }
}
