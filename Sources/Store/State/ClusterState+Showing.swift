import Objects

extension ClusterState {
  /// A copy in which some objects are to be seen that nobody has written.
  public func showing(_ objects: [any APIObject]) -> ClusterState {
    var copy = self
    for object in objects { copy.put(object) }
    return copy
  }
}
