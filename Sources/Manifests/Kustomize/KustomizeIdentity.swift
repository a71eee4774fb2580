import Objects

/// What kustomize tells objects apart by: group, version, kind, name and namespace.
struct KustomizeIdentity: Hashable, Sendable {
  var group = ""
  var version = ""
  var kind = ""
  var name = ""
  var namespace = ""

  init(
    group: String = "", version: String = "", kind: String = "", name: String = "",
    namespace: String = ""
  ) {
    self.group = group
    self.version = version
    self.kind = kind
    self.name = name
    self.namespace = namespace
  }

  /// The identity a document has now.
  init(_ document: APIValue) {
    (group, version) = Self.groupAndVersion(document["apiVersion"]?.string ?? "")
    kind = document["kind"]?.string ?? ""
    name = document.value(at: ["metadata", "name"])?.string ?? ""
    namespace = document.value(at: ["metadata", "namespace"])?.string ?? ""
  }

  static func groupAndVersion(_ apiVersion: String) -> (group: String, version: String) {
    let parts = apiVersion.split(separator: "/", maxSplits: 1).map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : ("", parts.first ?? "")
  }

  /// The kinds of Kubernetes that live in no namespace, as `kind.group`.
  private static let clusterKinds: Set<String> = [
    "APIService.apiregistration.k8s.io", "CSIDriver.storage.k8s.io", "CSINode.storage.k8s.io",
    "CertificateSigningRequest.certificates.k8s.io", "ClusterRole.rbac.authorization.k8s.io",
    "ClusterRoleBinding.rbac.authorization.k8s.io", "ComponentStatus.",
    "CustomResourceDefinition.apiextensions.k8s.io",
    "FlowSchema.flowcontrol.apiserver.k8s.io", "IngressClass.networking.k8s.io",
    "MutatingWebhookConfiguration.admissionregistration.k8s.io", "Namespace.", "Node.",
    "PersistentVolume.", "PodSecurityPolicy.policy", "PriorityClass.scheduling.k8s.io",
    "PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io", "RuntimeClass.node.k8s.io",
    "SelfSubjectAccessReview.authorization.k8s.io", "SelfSubjectRulesReview.authorization.k8s.io",
    "StorageClass.storage.k8s.io", "SubjectAccessReview.authorization.k8s.io",
    "TokenReview.authentication.k8s.io",
    "ValidatingWebhookConfiguration.admissionregistration.k8s.io",
    "VolumeAttachment.storage.k8s.io",
  ]

  var isClusterScoped: Bool { Self.clusterKinds.contains("\(kind).\(group)") }

  /// The namespace it counts as being in: none written means `default`.
  var effectiveNamespace: String {
    if isClusterScoped { return "_non_namespaceable_" }
    return namespace.isEmpty ? "default" : namespace
  }

  func isInSameNamespace(as other: KustomizeIdentity) -> Bool {
    effectiveNamespace == other.effectiveNamespace
  }

  /// Whether both mean the same object.
  func matches(_ other: KustomizeIdentity) -> Bool {
    group == other.group && version == other.version && kind == other.kind && name == other.name
      && isInSameNamespace(as: other)
  }

  /// Whether a group, version and kind, each of which may be left open, take this one in.
  func isOf(group: String, version: String, kind: String) -> Bool {
    (group.isEmpty || group == self.group) && (version.isEmpty || version == self.version)
      && (kind.isEmpty || kind == self.kind)
  }

  /// `Deployment.v1.apps`
  static func kindText(group: String, version: String, kind: String) -> String {
    [
      kind.isEmpty ? "[noKind]" : kind, version.isEmpty ? "[noVer]" : version,
      group.isEmpty ? "[noGrp]" : group,
    ].joined(separator: ".")
  }

  /// `Deployment.v1.apps/web.[noNs]`
  var text: String {
    Self.kindText(group: group, version: version, kind: kind) + "/"
      + (name.isEmpty ? "[noName]" : name) + "."
      + (namespace.isEmpty ? "[noNs]" : namespace)
  }

  /// As a Go program prints the structure, which is what some of kustomize's messages do.
  var structureText: String {
    "resid.ResId{Gvk:resid.Gvk{Group:\"\(group)\", Version:\"\(version)\", Kind:\"\(kind)\", "
      + "isClusterScoped:\(isClusterScoped)}, Name:\"\(name)\", Namespace:\"\(namespace)\"}"
  }
}
