import Manifests
import Objects
import Store

/// An object as somebody would have to write it for another cluster: without its status, and
/// without what the API server and controllers have added to it.
struct PortableDocument {
  private(set) var document: APIValue

  /// What has to be known of the cluster an object comes from.
  struct Surroundings {
    /// What an autoscaler sets the replicas of.
    var autoscaled: Set<ObjectKey> = []
    /// The class that the cluster itself brings and gives to claims that name none.
    var ownClass: String?
    /// Pods that somebody has put on their nodes by hand.
    var pinned: Set<ObjectKey> = []
  }

  init(_ object: any APIObject, in surroundings: Surroundings) {
    document = object.document
    document["status"] = nil
    document["metadata"] = Self.metadata(of: object)
    clean(object, surroundings)
    document = object.kind.withoutDefaults(document)
  }

  private mutating func clean(_ object: any APIObject, _ surroundings: Surroundings) {
    if surroundings.autoscaled.contains(object.key) { document["spec"]?["replicas"] = nil }
    if object is Namespace { document["spec"] = nil }
    if object is Pod {
      cleanPod()
      if !surroundings.pinned.contains(object.key) { document["spec"]?["nodeName"] = nil }
    }
    if object is Job { cleanJob() }
    if object is Service { cleanService() }
    if object is PersistentVolumeClaim { cleanClaim(object, surroundings) }
    if object is PersistentVolume { cleanVolume(object) }
    if object is Secret, document["type"] == "kubernetes.io/service-account-token" {
      // The token is made anew for the account it names.
      document["data"] = nil
    }
  }

  var text: String { YAML.encode(document) }

  /// Whether it says more than its name.
  var saysAnything: Bool {
    let own: Set = ["apiVersion", "kind", "metadata"]
    let metadata = document["metadata"]?.object?.names ?? []
    return document.object?.names.contains { !own.contains($0) } ?? false
      || metadata.contains { $0 != "name" && $0 != "namespace" }
  }

  // MARK: - Metadata

  private static let serverLabels: Set = [
    "kubernetes.io/metadata.name", "controller-uid", "job-name",
    "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name",
  ]

  private static let serverAnnotations: Set = [
    "kubectl.kubernetes.io/last-applied-configuration", "deployment.kubernetes.io/revision",
    "deployment.kubernetes.io/desired-replicas", "deployment.kubernetes.io/max-replicas",
    "deployment.kubernetes.io/revision-history", "deprecated.daemonset.template.generation",
    "endpoints.kubernetes.io/last-change-trigger-time", "kubernetes.io/service-account.uid",
    "kubernetes.io/limit-ranger", StorageAnnotations.selectedNode,
    StorageAnnotations.bindCompleted, StorageAnnotations.boundByController,
    StorageAnnotations.provisionedBy, StorageAnnotations.provisioner,
    StorageAnnotations.olderProvisioner,
  ]

  private static let serverFinalizers: Set = [
    "kubernetes", "foregroundDeletion", "orphan", "batch.kubernetes.io/job-tracking",
    "service.kubernetes.io/load-balancer-cleanup", StorageFinalizers.claim,
    StorageFinalizers.volume,
  ]

  private static func metadata(of object: any APIObject) -> APIValue {
    let old = object.metadata
    var metadata = ObjectMeta(name: old.name, namespace: old.namespace)
    for (key, value) in old.labels where !serverLabels.contains(key) {
      metadata.labels[key] = value
    }
    for (key, value) in old.annotations where !serverAnnotations.contains(key) {
      metadata.annotations[key] = value
    }
    metadata.finalizers = old.finalizers.filter { !serverFinalizers.contains($0) }
    return metadata.value
  }

  // MARK: - Pods and Jobs

  /// Takes away what admission has put in.
  private mutating func cleanPod() {
    guard var spec = document["spec"] else { return }
    for field in ["ephemeralContainers", "preemptionPolicy", "priority", "serviceAccount"] {
      spec[field] = nil
    }
    if spec["serviceAccountName"] == "default" { spec["serviceAccountName"] = nil }
    if spec["runtimeClassName"] != nil { spec["overhead"] = nil }
    Self.filter("volumes", of: &spec) { !Self.isTokenVolume($0) }
    for list in ["containers", "initContainers"] {
      guard let containers = spec[list]?.array else { continue }
      spec[list] = .array(
        containers.map { container in
          var container = container
          Self.filter("volumeMounts", of: &container) { !Self.isTokenVolume($0) }
          return container
        })
    }
    Self.filter("tolerations", of: &spec) { !Self.isOrdinaryToleration($0) }
    document["spec"] = spec
  }

  private static func filter(
    _ list: String, of value: inout APIValue, _ keeps: (APIValue) -> Bool
  ) {
    guard let items = value[list]?.array else { return }
    let kept = items.filter(keeps)
    value[list] = kept.isEmpty ? nil : .array(kept)
  }

  private static func isTokenVolume(_ value: APIValue) -> Bool {
    value["name"]?.string?.hasPrefix(ServiceAccountToken.volumePrefix) ?? false
  }

  /// Every pod puts up with a lost node for five minutes.
  private static func isOrdinaryToleration(_ value: APIValue) -> Bool {
    let key = value["key"]?.string
    return (key == "node.kubernetes.io/not-ready" || key == "node.kubernetes.io/unreachable")
      && value["effect"] == "NoExecute" && value["operator"] == "Exists"
      && value["tolerationSeconds"] == 300
  }

  /// The selector, and the labels for it, are made for each Job.
  private mutating func cleanJob() {
    guard document["spec"]?["manualSelector"] != true else { return }
    document["spec"]?["selector"] = nil
    guard let labels = document.value(at: ["spec", "template", "metadata", "labels"])?.object
    else { return }
    let kept = Members(labels.filter { !Self.serverLabels.contains($0.name) })
    document["spec"]?["template"]?["metadata"]?["labels"] = kept.isEmpty ? nil : .object(kept)
    if document.value(at: ["spec", "template", "metadata"]) == .object(Members()) {
      document["spec"]?["template"]?["metadata"] = nil
    }
    // A Job without labels takes those of its pods.
    if document["metadata"]?["labels"]?.object == kept { document["metadata"]?["labels"] = nil }
  }

  // MARK: - Addresses and volumes

  /// Node ports stay: they are what others outside have been told.
  private mutating func cleanService() {
    if document["spec"]?["clusterIP"] != "None" {
      document["spec"]?["clusterIP"] = nil
    }
    document["spec"]?["clusterIPs"] = nil
    document["spec"]?["healthCheckNodePort"] = nil
    if document["spec"]?["ipFamilyPolicy"] == "SingleStack" {
      document["spec"]?["ipFamilies"] = nil
      document["spec"]?["ipFamilyPolicy"] = nil
    }
  }

  /// What a controller has chosen is chosen anew.
  private static func isChosen(_ object: any APIObject) -> Bool {
    object.metadata.annotations[StorageAnnotations.boundByController] != nil
  }

  private mutating func cleanClaim(_ claim: any APIObject, _ surroundings: Surroundings) {
    if Self.isChosen(claim) { document["spec"]?["volumeName"] = nil }
    if let name = surroundings.ownClass, document["spec"]?["storageClassName"] == .string(name) {
      document["spec"]?["storageClassName"] = nil
    }
  }

  private mutating func cleanVolume(_ volume: any APIObject) {
    guard !Self.isChosen(volume), document["spec"]?["claimRef"] != nil else {
      document["spec"]?["claimRef"] = nil
      return
    }
    for field in ["uid", "resourceVersion"] { document["spec"]?["claimRef"]?[field] = nil }
  }
}
