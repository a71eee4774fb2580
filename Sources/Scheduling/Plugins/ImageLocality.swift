import Engine
import Objects

/// Prefers nodes that already have the pod's images, the more the larger they are.
enum ImageLocality: NodeScorePlugin {
  static let name = PluginName.imageLocality
  static let weight = 1
  private static let mebibyte = 1024 * 1024
  /// Below this an image is not worth the trouble.
  private static let least = 23 * mebibyte
  private static let mostPerContainer = 1000 * mebibyte
  /// No image is larger: a pebibyte.
  private static let mostSize = mebibyte << 30

  static func raw(_ cycle: Cycle, on node: NodeFacts) -> Int {
    var sum = 0
    if !node.images.isEmpty {
      for image in cycle.pod.images {
        guard let size = size(of: image, among: node.images) else { continue }
        let spread = Double(cycle.nodesHaving(image)) / Double(max(1, cycle.order.count))
        sum = sum.addingClamped(Int(Double(min(size, mostSize)) * spread))
      }
    }
    let most = mostPerContainer * max(1, cycle.pod.images.count)
    let clamped = min(max(sum, least), most)
    return 100 * (clamped - least) / (most - least)
  }

  /// An image's name with its tag. Nothing else is added: nodes report full names, so a short one
  /// such as `nginx:1.27` is found nowhere, as in a real cluster.
  static func withTag(_ image: String) -> String {
    let last = image.split(separator: "/").last ?? ""
    return last.contains(":") ? image : image + ":latest"
  }

  /// Whether a node has one of these images.
  static func isAny(of images: [String], on node: NodeFacts) -> Bool {
    let held = node.images
    return !held.isEmpty && images.contains { size(of: $0, among: held) != nil }
  }

  static func size(of image: String, among images: [ContainerImage]) -> Int? {
    images.first { $0.names.contains(image) }?.sizeBytes
  }
}
