extension PodSandbox {
  /// Lets a running container hold this much memory from now on; nil takes the limit away.
  mutating func setMemoryLimit(_ bytes: Int?, of container: String) {
    containers[container]?.memoryLimitBytes = bytes
  }
}
