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

  /// A command begins: what was pressed before is not meant for it.
  public static func begin() { flag.store(false, ordering: .relaxed) }

  /// A command has ended: what was pressed for it is not meant for what comes next.
  public static func end() { flag.store(false, ordering: .relaxed) }

  /// Whether the command in hand should end: Ctrl-C, or the whole program was told to go.
  public static var isRaised: Bool {
    flag.load(ordering: .relaxed) || Signals.isTerminating.load(ordering: .relaxed)
  }
}
