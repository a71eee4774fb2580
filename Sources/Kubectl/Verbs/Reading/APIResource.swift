/// One resource that a cluster of this version serves.
public struct APIResource: Hashable, Sendable {
  /// `deployments`
  public var name: String
  /// Separated by commas; empty when there are none.
  public var shortNames: String
  /// `apps/v1`
  public var apiVersion: String
  public var isNamespaced: Bool
  public var kind: String

  /// Empty for the core group.
  var group: String {
    let parts = apiVersion.split(separator: "/")
    return parts.count > 1 ? String(parts[0]) : ""
  }

  /// `deployments.apps`
  var qualifiedName: String { group.isEmpty ? name : "\(name).\(group)" }

  var categories: [String] {
    let members = [
      "cronjobs", "daemonsets", "deployments", "horizontalpodautoscalers", "jobs", "pods",
      "replicasets", "replicationcontrollers", "services", "statefulsets",
    ]
    return members.contains(name) ? ["all"] : []
  }

  var verbs: [String] {
    if name == "bindings" || name.hasSuffix("reviews") { return ["create"] }
    if name == "componentstatuses" { return ["get", "list"] }
    return [
      "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch",
    ]
  }

  /// The resource a word means, with or without its group; nil when the server has none such.
  static func named(_ word: String) -> APIResource? {
    let parts = word.lowercased().split(separator: ".", maxSplits: 1).map(String.init)
    return all.first { resource in
      parts.first.map(resource.answers) ?? false && (parts.count < 2 || parts[1] == resource.group)
    }
  }

  /// Whether a word means this resource: its plural, its kind, a short name.
  func answers(to word: String) -> Bool {
    name == word || kind.lowercased() == word
      || shortNames.split(separator: ",").contains { $0 == word }
  }

  /// In the order of groups and names, the core group first.
  static let all: [APIResource] = table.split(separator: "\n").compactMap { line in
    let cells = line.split(separator: " ").map(String.init)
    guard cells.count == 5 else { return nil }
    return APIResource(
      name: cells[0], shortNames: cells[1] == "-" ? "" : cells[1],
      apiVersion: cells[2] == "admission/v1" ? "admissionregistration.k8s.io/v1" : cells[2],
      isNamespaced: cells[3] == "N", kind: cells[4])
  }

  /// Name, short names, version, N for namespaced, kind. A group too long for the lines here is
  /// written as `admission/v1`.
  private static let table = """
    bindings - v1 N Binding
    componentstatuses cs v1 - ComponentStatus
    configmaps cm v1 N ConfigMap
    endpoints ep v1 N Endpoints
    events ev v1 N Event
    limitranges limits v1 N LimitRange
    namespaces ns v1 - Namespace
    nodes no v1 - Node
    persistentvolumeclaims pvc v1 N PersistentVolumeClaim
    persistentvolumes pv v1 - PersistentVolume
    pods po v1 N Pod
    podtemplates - v1 N PodTemplate
    replicationcontrollers rc v1 N ReplicationController
    resourcequotas quota v1 N ResourceQuota
    secrets - v1 N Secret
    serviceaccounts sa v1 N ServiceAccount
    services svc v1 N Service
    mutatingadmissionpolicies - admission/v1 - MutatingAdmissionPolicy
    mutatingadmissionpolicybindings - admission/v1 - MutatingAdmissionPolicyBinding
    mutatingwebhookconfigurations - admission/v1 - MutatingWebhookConfiguration
    validatingadmissionpolicies - admission/v1 - ValidatingAdmissionPolicy
    validatingadmissionpolicybindings - admission/v1 - ValidatingAdmissionPolicyBinding
    validatingwebhookconfigurations - admission/v1 - ValidatingWebhookConfiguration
    customresourcedefinitions crd,crds apiextensions.k8s.io/v1 - CustomResourceDefinition
    apiservices - apiregistration.k8s.io/v1 - APIService
    controllerrevisions - apps/v1 N ControllerRevision
    daemonsets ds apps/v1 N DaemonSet
    deployments deploy apps/v1 N Deployment
    replicasets rs apps/v1 N ReplicaSet
    statefulsets sts apps/v1 N StatefulSet
    selfsubjectreviews - authentication.k8s.io/v1 - SelfSubjectReview
    tokenreviews - authentication.k8s.io/v1 - TokenReview
    localsubjectaccessreviews - authorization.k8s.io/v1 N LocalSubjectAccessReview
    selfsubjectaccessreviews - authorization.k8s.io/v1 - SelfSubjectAccessReview
    selfsubjectrulesreviews - authorization.k8s.io/v1 - SelfSubjectRulesReview
    subjectaccessreviews - authorization.k8s.io/v1 - SubjectAccessReview
    horizontalpodautoscalers hpa autoscaling/v2 N HorizontalPodAutoscaler
    cronjobs cj batch/v1 N CronJob
    jobs - batch/v1 N Job
    certificatesigningrequests csr certificates.k8s.io/v1 - CertificateSigningRequest
    leases - coordination.k8s.io/v1 N Lease
    endpointslices - discovery.k8s.io/v1 N EndpointSlice
    events ev events.k8s.io/v1 N Event
    flowschemas - flowcontrol.apiserver.k8s.io/v1 - FlowSchema
    prioritylevelconfigurations - flowcontrol.apiserver.k8s.io/v1 - PriorityLevelConfiguration
    ingressclasses - networking.k8s.io/v1 - IngressClass
    ingresses ing networking.k8s.io/v1 N Ingress
    ipaddresses ip networking.k8s.io/v1 - IPAddress
    networkpolicies netpol networking.k8s.io/v1 N NetworkPolicy
    servicecidrs - networking.k8s.io/v1 - ServiceCIDR
    runtimeclasses - node.k8s.io/v1 - RuntimeClass
    poddisruptionbudgets pdb policy/v1 N PodDisruptionBudget
    clusterrolebindings - rbac.authorization.k8s.io/v1 - ClusterRoleBinding
    clusterroles - rbac.authorization.k8s.io/v1 - ClusterRole
    rolebindings - rbac.authorization.k8s.io/v1 N RoleBinding
    roles - rbac.authorization.k8s.io/v1 N Role
    deviceclasses - resource.k8s.io/v1 - DeviceClass
    resourceclaims - resource.k8s.io/v1 N ResourceClaim
    resourceclaimtemplates - resource.k8s.io/v1 N ResourceClaimTemplate
    resourceslices - resource.k8s.io/v1 - ResourceSlice
    priorityclasses pc scheduling.k8s.io/v1 - PriorityClass
    csidrivers - storage.k8s.io/v1 - CSIDriver
    csinodes - storage.k8s.io/v1 - CSINode
    csistoragecapacities - storage.k8s.io/v1 N CSIStorageCapacity
    storageclasses sc storage.k8s.io/v1 - StorageClass
    volumeattachments - storage.k8s.io/v1 - VolumeAttachment
    volumeattributesclasses vac storage.k8s.io/v1 - VolumeAttributesClass
    """
}
