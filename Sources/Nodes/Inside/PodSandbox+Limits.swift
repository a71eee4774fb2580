import Objects

extension PodSandbox {
  /// Lets a running container have so much from now on; what is not limited is taken away.
  mutating func setLimits(_ limits: ResourceList, of container: String) {
    containers[container]?.memoryLimitBytes = limits["memory"]?.whole
    containers[container]?.cpuLimitMillis = limits["cpu"]?.milli
  }
}
