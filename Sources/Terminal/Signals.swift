import CLibEdit
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Signals while a line is edited. Handlers touch atomics, a pipe and the terminal's modes only.
enum Signals {
  /// The program was told to go: SIGTERM, or its terminal went away.
  static let isTerminating = Atomic<Bool>(false)
  /// Whether a line is being edited right now, or a live view shown.
  static let isEditing = Atomic<Bool>(false)
  private static let pipeEnd = Atomic<Int32>(-1)
  private static let readEnd = Atomic<Int32>(-1)

  /// Ctrl-C from outside the editor, or while a command runs.
  static let onInterrupt: @convention(c) (Int32) -> Void = { signal in
    Interrupt.flag.store(true, ordering: .relaxed)
    if Signals.isEditing.load(ordering: .relaxed) { Signals.tell(signal) }
  }

  /// For programs that run in front of us: they inherit the default, not this.
  static let onNothing: @convention(c) (Int32) -> Void = { _ in }

  private static let onEvent: @convention(c) (Int32) -> Void = { signal in
    if signal == SIGTERM || signal == SIGHUP {
      Signals.isTerminating.store(true, ordering: .relaxed)
    }
    Signals.tell(signal)
  }

  /// The end to read: one byte for every signal. Nil when there are no descriptors left.
  static func install() -> Int32? {
    let present = readEnd.load(ordering: .relaxed)
    if present >= 0 { return present }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    // Swift makes globals when they are first used, which must not happen inside a handler.
    isTerminating.store(false, ordering: .relaxed)
    isEditing.store(false, ordering: .relaxed)
    Interrupt.flag.store(false, ordering: .relaxed)
    pipeEnd.store(ends[1], ordering: .relaxed)
    readEnd.store(ends[0], ordering: .relaxed)
    for signal in [SIGWINCH, SIGTERM, SIGHUP] {
      pl_handle_signal(signal, onEvent, Int32(SA_RESTART), nil)
    }
    pl_handle_signal(SIGINT, onInterrupt, 0, nil)
    return ends[0]
  }

  /// Begins and ends the time in which the terminal is in modes of our own: being stopped and
  /// woken must put them back and take them again. A command that runs is simply stopped.
  static func edit(_ isBegun: Bool) {
    isEditing.store(isBegun, ordering: .relaxed)
    for signal in [SIGTSTP, SIGCONT] {
      pl_handle_signal(signal, isBegun ? onEvent : nil, Int32(SA_RESTART), nil)
    }
  }

  /// Stops the program, as Ctrl-Z does, and comes back when somebody wakes it. The terminal must
  /// be in order. A program that nobody could wake again is not stopped, unlike by SIGSTOP.
  static func stop() {
    edit(false)
    kill(0, SIGTSTP)
    edit(true)
  }

  /// All signals since the last look.
  static func drain(_ end: Int32) -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(end, &bytes, bytes.count)
    return bytes.prefix(max(0, count)).map(Int32.init)
  }

  private static func tell(_ signal: Int32) {
    let saved = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = write(pipeEnd.load(ordering: .relaxed), &byte, 1)
    errno = saved
  }
}
