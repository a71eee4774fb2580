import Nodes

extension World {
  /// Puts an image of the user's own into its registry, in place of one of the same name and tag.
  public mutating func add(_ image: OwnImage) { machines.add(image) }
}
