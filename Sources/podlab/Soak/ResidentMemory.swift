import Terminal

/// How much memory the process has in use at this moment, as the system counts it.
enum ResidentMemory {
  /// In MiB; nil where the system does not tell.
  static var mebibytes: Int? {
    guard let text = try? LocalHost.read("/proc/self/status") else { return nil }
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    guard let number = line?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      return nil
    }
    return number / 1024
  }
}
