import CLibEdit
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal's modes before a line is edited, put back even when the program crashes there:
/// a terminal left raw shows nothing of what is typed next.
enum TerminalModes {
  private static let isKept = Atomic<Bool>(false)
  /// Whether a view has the whole screen, from which to go back.
  private static let hasWholeScreen = Atomic<Bool>(false)
  nonisolated(unsafe) private static let kept = {
    let place = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    place.initialize(to: termios())
    return place
  }()
  /// Earlier handlers by signal number: Swift's own crash reports come from one.
  nonisolated(unsafe) private static let earlier = {
    let place = UnsafeMutablePointer<sigaction>.allocate(capacity: 64)
    place.initialize(repeating: sigaction(), count: 64)
    return place
  }()

  /// Takes note of the modes now.
  static func keep(withWholeScreen: Bool = false) {
    hasWholeScreen.store(withWholeScreen, ordering: .relaxed)
    if tcgetattr(0, kept) == 0 { isKept.store(true, ordering: .releasing) }
  }

  /// The modes are in order again.
  static func release() { isKept.store(false, ordering: .releasing) }

  private static func restore() {
    guard isKept.exchange(false, ordering: .acquiring) else { return }
    tcsetattr(0, TCSANOW, kept)
    if hasWholeScreen.load(ordering: .relaxed) { pl_leave_whole_screen() }
    pl_end_paste_mode()
  }

  private static let onFatal: @convention(c) (Int32) -> Void = { signal in
    TerminalModes.restore()
    sigaction(signal, TerminalModes.earlier + Int(signal), nil)
    raise(signal)
  }

  /// Takes hold of the signals that end a program for its own mistakes.
  static func guardAgainstCrashes() { _ = guarded }

  /// Once only: an earlier handler that were this one would call itself.
  private static let guarded: Void = {
    hasWholeScreen.store(false, ordering: .relaxed)
    release()
    pl_alternate_stack()
    for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT] {
      pl_handle_signal(signal, onFatal, Int32(SA_ONSTACK), earlier + Int(signal))
    }
  }()
}
