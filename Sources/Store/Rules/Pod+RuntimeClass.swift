import Objects

extension Pod {
  /// A pod names a way to run it that there is, and pays for it what that says.
  mutating func admitRuntimeClass(in state: ClusterState) throws(Rejection) {
    guard let name = spec.unlisted["runtimeClassName"]?.string else { return }
    guard let found = state.get(RuntimeClass.self, name) else {
      throw .forbidden(key, why: "pod rejected: RuntimeClass \(GoText.quoted(name)) not found")
    }
    guard let overhead = found.unlisted["overhead"]?["podFixed"] else { return }
    if let own = spec.unlisted["overhead"], own != overhead {
      throw .forbidden(
        key,
        why: "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead")
    }
    spec.unlisted["overhead"] = overhead
  }
}
