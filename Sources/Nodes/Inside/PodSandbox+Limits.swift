import Engine
import Objects

extension PodSandbox {
  /// Lets a running container have so much from now on; what is not limited is taken away.
  mutating func setLimits(_ limits: ResourceList, of container: String) {
    containers[container]?.memoryLimitBytes = limits["memory"]?.whole
    containers[container]?.cpuLimitMillis = limits["cpu"]?.milli
  }

  /// Ends a container that wants more memory than it may have, with all of its processes: the
  /// kubelet sets `memory.oom.group` for it.
  mutating func limitMemory(of name: String, at now: SimTime) {
    guard let instance = containers[name], instance.exit == nil,
      let limit = instance.memoryLimitBytes
    else { return }
    var bytes = instance.processes.reduce(0) {
      $0.addingClamped(ProgramDemand.of($1).memoryBytes)
    }
    // Files in memory count for whoever writes them; that is known where nobody else can.
    for mount in instance.mounts where memoryVolumes.contains(mount.volume) {
      let users = containers.values.filter { $0.mounts.contains { $0.volume == mount.volume } }
      guard users.count == 1 else { continue }
      bytes = bytes.addingClamped(volumes[mount.volume]?.totalBytes ?? 0)
    }
    guard bytes > limit else { return }
    endContainer(name, ProcessEnd(status: 137, signal: .kill, isOutOfMemory: true), at: now)
  }
}
