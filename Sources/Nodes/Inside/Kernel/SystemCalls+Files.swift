import Engine

/// Opening, copying and closing what descriptors stand for.
extension SystemCalls {
  enum OpenMode: Hashable, Sendable {
    case read
    /// Emptied if it is there.
    case write
    case append
    case readAndWrite
  }

  /// Opens a file at the lowest free descriptor, or at one that is wanted.
  mutating func open(
    _ path: String, _ mode: OpenMode, at descriptor: Int? = nil
  ) throws(PodSandbox.FileProblem) -> Int {
    let path = absolute(path)
    if let other = DevicePaths.descriptor(of: path, of: process) {
      guard let number = process.descriptors[other] else { throw .missing }
      return place(number, at: descriptor)
    }
    var file = OpenFile(target: DevicePaths.target(of: path) ?? .file(path))
    file.isReadable = mode == .read || mode == .readAndWrite
    file.isWritable = mode != .read
    file.appends = mode == .append
    if case .file = file.target { try prepare(path, mode) }
    if case .terminal = file.target { file = try terminal() }
    return place(add(file), at: descriptor)
  }

  private func terminal() throws(PodSandbox.FileProblem) -> OpenFile {
    guard sandbox.containers[container]?.callers[process.session]?.isTerminal ?? false else {
      throw .noTerminal
    }
    return OpenFile(target: .terminal(session: process.session))
  }

  private mutating func prepare(_ path: String, _ mode: OpenMode) throws(PodSandbox.FileProblem) {
    let entry = try sandbox.find(path, in: container)
    switch mode {
    case .read:
      guard let entry else { throw .missing }
      try sandbox.check(.read, of: entry, as: process.user)
    case .write: _ = try sandbox.write([], to: path, at: nil, in: container, emptying: true)
    case .append, .readAndWrite:
      _ = try sandbox.write([], to: path, at: nil, in: container)
    }
  }

  /// A text that can be read from a descriptor.
  mutating func openText(_ text: String, at descriptor: Int) {
    var file = OpenFile(target: .text)
    file.text = Array(text.utf8)
    file.isWritable = false
    _ = place(add(file), at: descriptor)
  }

  /// A new pipe: the numbers of the open files at its ends, not yet at any descriptor.
  mutating func makePipe() -> (reading: Int, writing: Int) {
    let pipe = sandbox.containers[container]?.nextNumber() ?? 0
    sandbox.containers[container]?.pipes[pipe] = Pipe()
    var reading = OpenFile(target: .pipe(pipe))
    reading.isWritable = false
    var writing = OpenFile(target: .pipe(pipe))
    writing.isReadable = false
    return (add(reading), add(writing))
  }

  /// A new open file, not yet at any descriptor.
  mutating func add(_ file: OpenFile) -> Int {
    let number = sandbox.containers[container]?.nextNumber() ?? 0
    sandbox.containers[container]?.openFiles[number] = file
    return number
  }

  /// Puts an open file at a descriptor, or at the first free one from `first` on.
  @discardableResult
  mutating func place(_ number: Int, at descriptor: Int? = nil, atLeast first: Int = 0) -> Int {
    var free = first
    while process.descriptors[free] != nil { free += 1 }
    let descriptor = descriptor ?? free
    let old = process.descriptors[descriptor]
    process.descriptors[descriptor] = number
    sandbox.containers[container]?.openFiles[number]?.users += 1
    if let old { sandbox.release(old, in: container) }
    return descriptor
  }

  mutating func close(_ descriptor: Int) {
    if let number = process.descriptors.removeValue(forKey: descriptor) {
      sandbox.release(number, in: container)
    }
  }

  /// Whether a descriptor leads to a terminal.
  func isTerminal(_ descriptor: Int) -> Bool {
    guard let number = process.descriptors[descriptor] else { return false }
    if case .terminal = openFile(number)?.target { return true }
    return false
  }
}

/// Paths that stand for something other than a file.
enum DevicePaths {
  static func target(of path: String) -> OpenFile.Target? {
    switch path {
    case "/dev/null": .nothing
    case "/dev/zero": .zeros
    case "/dev/full": .full
    case "/dev/random", "/dev/urandom": .noise
    case "/dev/tty": .terminal(session: 0)
    case "/proc/1/fd/1": .log(.out)
    case "/proc/1/fd/2": .log(.err)
    default: nil
    }
  }

  /// `/dev/stdin`, `/dev/fd/3`: another descriptor of the same process.
  static func descriptor(of path: String, of process: Process) -> Int? {
    switch path {
    case "/dev/stdin": return 0
    case "/dev/stdout": return 1
    case "/dev/stderr": return 2
    default: break
    }
    for folder in ["/dev/fd/", "/proc/self/fd/", "/proc/\(process.pid)/fd/"]
    where path.hasPrefix(folder) {
      // Number 1 is the container's own, whose outputs are its log.
      if process.pid == 1 || folder != "/proc/1/fd/" { return Int(path.dropFirst(folder.count)) }
    }
    return nil
  }
}
