import CLibEdit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How much memory this process takes, or another.
public enum ProcessMemory {
  /// How much of a process is in memory at this moment; 0 where the system does not tell.
  public static func residentBytes(of process: pid_t = getpid()) -> Int {
    guard let status = try? HostFiles.read("/proc/\(process)/status") else { return 0 }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return (line.flatMap { Int($0.filter(\.isNumber)) } ?? 0) << 10
  }

  /// The most that it has had in memory at once, since that was last forgotten.
  public static var peakBytes: Int { Int(pl_peak_bytes()) }

  /// Begins to count the most anew, where the system can do that; what is not in use any more does
  /// not count.
  public static func forgetPeak() {
    pl_give_back()
    let descriptor = open("/proc/self/clear_refs", O_WRONLY)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    _ = Screen.write(Array("5".utf8), to: descriptor)
  }

  /// What has been taken and not been given back; 0 where the system does not tell.
  public static var bytesInUse: Int { Int(pl_bytes_in_use()) }
}
