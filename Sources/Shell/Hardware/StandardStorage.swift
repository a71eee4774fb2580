import Objects

/// The way to storage that podlab's own cluster brings along: folders of the nodes.
enum StandardStorage {
  static var standardClass: StorageClass {
    var made = StorageClass()
    made.metadata = ObjectMeta(
      name: "standard", annotations: [StorageAnnotations.defaultClass: "true"])
    made.provisioner = "rancher.io/local-path"
    made.reclaimPolicy = .delete
    made.volumeBindingMode = .waitForFirstConsumer
    return made
  }
}
