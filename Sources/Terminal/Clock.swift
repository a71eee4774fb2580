#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The clocks of this machine. Nothing below the executable may look at them.
public enum Clock {
  /// Milliseconds since 1970.
  public static var wallMilliseconds: Int64 { read(CLOCK_REALTIME) / 1_000_000 }

  /// Milliseconds since some moment: for spans, since nobody can set this clock.
  public static var monotonicMilliseconds: Int64 { read(CLOCK_MONOTONIC) / 1_000_000 }

  /// Nanoseconds this process has kept a processor busy; waiting and other programs do not count.
  public static var processNanoseconds: Int64 { read(CLOCK_PROCESS_CPUTIME_ID) }

  /// Waits; a signal ends the wait early, so that Ctrl-C is felt at once.
  public static func pause(milliseconds: Int64) {
    guard milliseconds > 0 else { return }
    var span = timespec(
      tv_sec: Int(milliseconds / 1000), tv_nsec: Int(milliseconds % 1000) * 1_000_000)
    _ = nanosleep(&span, nil)
  }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    guard clock_gettime(clock, &time) == 0 else { return 0 }
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
