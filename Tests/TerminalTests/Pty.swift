import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program on a terminal of its own, and somebody who types and reads there.
final class Pty {
  struct Failure: Error {
    var message: String
  }

  private let terminal: Int32
  let child: pid_t
  private var emulator: ScreenEmulator
  private var exitStatus: Int32?
  private var isGone = false
  /// Everything the program wrote, as it came.
  private(set) var output: [UInt8] = []

  init(
    spawn path: String, arguments: [String] = [], environment: [String], rows: Int = 24,
    columns: Int = 80
  ) throws {
    emulator = ScreenEmulator(rows: rows, columns: columns)
    // One at a time: a program that another test starts meanwhile would inherit this terminal.
    (terminal, child) = try Pty.opening.withLock { _ in
      var ends: (Int32, Int32) = (-1, -1)
      guard openpty(&ends.0, &ends.1, nil, nil, nil) == 0 else {
        throw Failure(message: "no terminal to be had: errno \(errno)")
      }
      var name = [CChar](repeating: 0, count: 128)
      guard ttyname_r(ends.1, &name, name.count) == 0 else {
        throw Failure(message: "the terminal has no name")
      }
      close(ends.1)
      _ = fcntl(ends.0, F_SETFD, FD_CLOEXEC)
      Pty.setSize(ends.0, rows: rows, columns: columns)
      let place = String(decoding: name.prefix { $0 != 0 }.map { UInt8($0) }, as: UTF8.self)
      let child = try Pty.spawn([path] + arguments, environment: environment, on: place)
      return (ends.0, child)
    }
  }

  private static let opening = Mutex(())

  deinit {
    if !isGone { close(terminal) }
    guard exitStatus == nil else { return }
    kill(child, SIGKILL)
    waitpid(child, nil, 0)
  }

  /// What a person sees now.
  var screenText: String { emulator.text }

  func send(_ text: String) { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      done += count
    }
  }

  /// Waits until `text` stands on the screen; false when it does not come.
  func expect(_ text: String, seconds: Double = 10) -> Bool {
    wait(seconds) { $0.screenText.contains(text) }
  }

  /// Waits until the last line of the screen is `line`.
  func expectLast(_ line: String, seconds: Double = 10) -> Bool {
    wait(seconds) { $0.screenText.split(separator: "\n").last.map(String.init) == line }
  }

  /// Waits until podlab asks for a line.
  func expectPrompt(seconds: Double = 10) -> Bool {
    wait(seconds) { $0.screenText.split(separator: "\n").last?.hasSuffix("default>") ?? false }
  }

  /// Where the cursor stands.
  var cursor: (row: Int, column: Int) { emulator.cursor }

  /// Waits until the screen ends with these rows and the cursor stands in this column.
  func expectBottom(_ rows: String, cursorColumn: Int, seconds: Double = 5) -> Bool {
    wait(seconds) {
      $0.emulator.cursor.column == cursorColumn && ("\n" + $0.screenText).hasSuffix("\n" + rows)
    }
  }

  /// Waits until the program has written `text`, wherever on the screen it is by now.
  func expectOutput(_ text: String, seconds: Double = 10) -> Bool {
    let wanted = Array(text.utf8)
    var searched = 0
    return wait(seconds) { pty in
      let start = max(0, searched - wanted.count)
      searched = pty.output.count
      return pty.output[start...].firstRange(of: wanted) != nil
    }
  }

  /// Everything the program wrote.
  var outputText: String { String(decoding: output, as: UTF8.self) }

  /// The same line by line.
  var outputLines: [String] {
    outputText.split(whereSeparator: { $0.isNewline }).map(String.init)
  }

  /// The status the program left with; nil when it does not leave. 128 and more: by a signal.
  func awaitExit(seconds: Double = 10) -> Int32? {
    _ = wait(seconds) { $0.hasExited() }
    return exitStatus
  }

  func resize(rows: Int, columns: Int) {
    Pty.setSize(terminal, rows: rows, columns: columns)
    emulator.resize(columns: columns)
  }

  /// Takes the terminal away, as a closed window does.
  func hangUp() {
    close(terminal)
    isGone = true
  }

  func signal(_ number: Int32) { kill(child, number) }

  /// Whether the terminal shows what is typed and waits for whole lines, as a shell leaves it.
  var isInOrder: Bool {
    var modes = termios()
    guard tcgetattr(terminal, &modes) == 0 else { return false }
    return modes.c_lflag & tcflag_t(ECHO) != 0 && modes.c_lflag & tcflag_t(ICANON) != 0
  }

  private func hasExited() -> Bool {
    var status: Int32 = 0
    guard exitStatus == nil, waitpid(child, &status, WNOHANG) == child else {
      return exitStatus != nil
    }
    let signal = status & 0x7F
    exitStatus = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    return true
  }

  /// How many times as long everything may take as on an ordinary day: a program that watches its
  /// own memory is slow.
  private static let patience = getenv("PODLAB_PATIENCE").flatMap { Double(String(cString: $0)) }

  private func wait(_ seconds: Double, until holds: (Pty) -> Bool) -> Bool {
    let limit = seconds * (Pty.patience ?? 1)
    let end = ContinuousClock.now + .milliseconds(Int(limit * 1000))
    while true {
      read()
      if holds(self) { return true }
      if ContinuousClock.now >= end { return false }
    }
  }

  /// Takes what is there, waiting for it a moment.
  private func read() {
    guard !isGone else {
      usleep(20_000)
      return
    }
    var state = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&state, 1, 20) == 1 else { return }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    #if canImport(Glibc)
      let count = Glibc.read(terminal, &bytes, bytes.count)
    #else
      let count = Darwin.read(terminal, &bytes, bytes.count)
    #endif
    guard count > 0 else {
      // The program has closed its side: do not spin until it is gone.
      usleep(5000)
      return
    }
    output += bytes[..<count]
    emulator.feed(bytes[..<count])
  }

  private static func setSize(_ terminal: Int32, rows: Int, columns: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  /// Starts a program as the first of a new session, whose terminal is then the one it opens.
  private static func spawn(
    _ words: [String], environment: [String], on terminal: String
  ) throws -> pid_t {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, which needs GNU's names.
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let newSession: Int16 = 0x400
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Tests run on threads that block signals, and the C library ignores Ctrl-C while it waits for
    // a script of another test: a program must inherit neither.
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let signals = Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, newSession | signals)
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for word in arguments + variables { free(word) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, words[0], &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw Failure(message: "\(words[0]): errno \(code)") }
    return child
  }
}
