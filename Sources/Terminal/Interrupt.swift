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

  /// A command has ended: what was pressed for it is not meant for what comes next. What is
  /// pressed once a line has been read is meant for its command, even before that has begun.
  public static func end() { flag.store(false, ordering: .relaxed) }

  /// Whether the command in hand should end: Ctrl-C, or the whole program was told to go.
  public static var isRaised: Bool {
    flag.load(ordering: .relaxed) || Signals.isTerminating.load(ordering: .relaxed)
  }
}
