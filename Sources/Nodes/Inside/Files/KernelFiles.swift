import Engine

/// Files that the kernel makes up when they are read: of processes, of memory, and of a container's
/// own limits.
extension PodSandbox {
  /// The text of such a file; nil where there is none.
  func kernelText(_ path: String, in container: String) -> String? {
    guard path.hasPrefix("/proc/") || path.hasPrefix("/sys/fs/cgroup/"),
      let instance = containers[container]
    else { return nil }
    switch path {
    case "/sys/fs/cgroup/memory.max":
      return (instance.memoryLimitBytes.map { "\($0)" } ?? "max") + "\n"
    case "/sys/fs/cgroup/memory.current":
      return "\(clock.map { instance.meter.memoryBytes(at: $0) } ?? 0)\n"
    case "/sys/fs/cgroup/cpu.max":
      // Microseconds of every tenth of a second.
      return (instance.cpuLimitMillis.map { "\($0.multipliedClamped(by: 100))" } ?? "max")
        + " 100000\n"
    case "/proc/meminfo": return Self.memory
    case "/proc/loadavg": return "0.00 0.00 0.00 1/\(instance.processes.count + 1) 1\n"
    case "/proc/version":
      return "Linux version 6.12.0-amd64 (Debian 14.2.0) #1 SMP PREEMPT_DYNAMIC\n"
    default: return processText(path, in: container)
    }
  }

  /// The machine's memory, as `free` tells it: a container sees no limit there.
  private static let memory: String = {
    let total = 8 << 20
    let rows = [
      ("MemTotal:", total), ("MemFree:", total / 2), ("MemAvailable:", total * 3 / 4),
      ("Buffers:", 0), ("Cached:", total / 4), ("SwapTotal:", 0), ("SwapFree:", 0),
    ]
    return rows.map { name, kibibytes in
      let number = "\(kibibytes)"
      let blanks = String(repeating: " ", count: max(24 - name.count - number.count, 1))
      return "\(name)\(blanks)\(number) kB\n"
    }.joined()
  }()

  /// `/proc/1/cmdline`, `comm` and `environ`
  private func processText(_ path: String, in container: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count == 3, let pid = Int(parts[1]) else { return nil }
    let process = containersSeen(from: container).lazy.compactMap { name in
      self.containers[name]?.processes.first { $0.pid == pid && $0.isRunning }
    }.first
    guard let process else { return nil }
    switch parts[2] {
    case "cmdline": return process.title.map { $0 + "\0" }.joined()
    case "comm": return FileTree.name(of: process.title.first ?? "").prefix(15) + "\n"
    case "environ":
      return process.environment.entries.map { "\($0.name)=\($0.value)\0" }.joined()
    default: return nil
    }
  }
}
