import CLibEdit
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ctrl-C while a command runs: the signal sets a flag, the command looks at it.
public enum Interrupt {
  static let flag = Atomic<Bool>(false)

  /// The handling before ``arm()``; touched only between arming and disarming, on one thread.
  nonisolated(unsafe) private static var before: sigaction?

  /// From now on Ctrl-C no longer ends the program.
  public static func arm() {
    flag.store(false, ordering: .relaxed)
    guard before == nil else { return }
    var old = sigaction()
    guard pl_handle_signal(SIGINT, Signals.onInterrupt, 0, &old) == 0 else { return }
    before = old
  }

  /// As it was before ``arm()``; the flag stays as it is until the next arming.
  public static func disarm() {
    guard var old = before else { return }
    sigaction(SIGINT, &old, nil)
    before = nil
  }

  /// Whether the command in hand should end: Ctrl-C, or the whole program was told to go.
  public static var isRaised: Bool {
    flag.load(ordering: .relaxed) || Signals.isTerminating.load(ordering: .relaxed)
  }
}
