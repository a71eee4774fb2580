import Engine

/// What a program may ask of the kernel while it runs: its own process, the files of its container,
/// the network of its pod.
struct SystemCalls {
  /// The inside of the pod, without the process that runs.
  var sandbox: PodSandbox
  let container: String
  var process: Process
  var network: ClusterNetwork
  let now: SimTime
  /// Steps of work that are left in this turn.
  var stepsLeft: Int

  /// What starting a program costs, in steps: about as many microseconds.
  static let startSteps = 700

  enum ReadResult {
    case bytes([UInt8])
    case end
    case wouldBlock
    case failed(PodSandbox.FileProblem)
  }

  /// Whether the turn is over, or what was written last has to go first.
  var mustPause: Bool { stepsLeft <= 0 || !process.unwritten.isEmpty }

  mutating func spend(_ steps: Int) { stepsLeft -= steps }

  func absolute(_ path: String) -> String { FileTree.normalised(path, from: process.folder) }

  // MARK: - Reading

  /// What a descriptor has to give right now.
  mutating func read(_ descriptor: Int, upTo limit: Int = Pipe.capacity) -> ReadResult {
    take(descriptor, upTo: limit, byLine: false)
  }

  /// Up to the end of a line and not beyond it, so that others can read the next one.
  mutating func readLine(_ descriptor: Int, upTo limit: Int = Pipe.capacity) -> ReadResult {
    take(descriptor, upTo: limit, byLine: true)
  }

  private mutating func take(_ descriptor: Int, upTo limit: Int, byLine: Bool) -> ReadResult {
    guard let number = process.descriptors[descriptor], var file = openFile(number),
      file.isReadable
    else { return .failed(.badDescriptor) }
    stepsLeft -= 1
    switch file.target {
    case .nothing, .log: return .end
    case .zeros, .full: return .bytes([UInt8](repeating: 0, count: min(limit, 4096)))
    case .noise:
      let start = file.position
      file.position += min(limit, 4096)
      setOpenFile(number, file)
      return .bytes(
        (start..<file.position).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) })
    case .text:
      return take(file.text[min(file.position, file.text.count)...], of: number, limit, byLine)
    case .file(let path):
      do throws(PodSandbox.FileProblem) {
        let bytes = try sandbox.bytes(path, in: container)
        return take(bytes[min(file.position, bytes.count)...], of: number, limit, byLine)
      } catch {
        return .failed(error)
      }
    case .pipe(let pipe): return take(fromPipe: pipe, limit, byLine)
    case .caller(let session, _), .terminal(let session):
      return take(fromCaller: session, limit, byLine)
    }
  }

  private mutating func take(
    _ rest: ArraySlice<UInt8>, of number: Int, _ limit: Int, _ byLine: Bool
  ) -> ReadResult {
    var piece = rest.prefix(limit)
    if byLine, let end = piece.firstIndex(of: 0x0A) { piece = piece[...end] }
    guard !piece.isEmpty else { return .end }
    sandbox.containers[container]?.openFiles[number]?.position += piece.count
    return .bytes(Array(piece))
  }

  private mutating func take(fromPipe pipe: Int, _ limit: Int, _ byLine: Bool) -> ReadResult {
    let hasWriter = self.hasWriter(pipe)
    let bytes = sandbox.containers[container]?.pipes[pipe]?.take(
      upTo: limit, byLine: byLine, isOpen: hasWriter)
    if let bytes, !bytes.isEmpty { return .bytes(bytes) }
    return hasWriter ? .wouldBlock : .end
  }

  private mutating func take(fromCaller session: Int, _ limit: Int, _ byLine: Bool) -> ReadResult {
    guard var caller = sandbox.containers[container]?.callers[session] else { return .end }
    let lines = byLine || caller.isTerminal
    let bytes = caller.input.take(upTo: limit, byLine: lines, isOpen: caller.isInputOpen)
    if bytes.isEmpty, caller.endings > 0, caller.input.count == 0 {
      caller.endings -= 1
      sandbox.containers[container]?.callers[session] = caller
      return .end
    }
    sandbox.containers[container]?.callers[session] = caller
    if !bytes.isEmpty { return .bytes(bytes) }
    return caller.isInputOpen ? .wouldBlock : .end
  }

  /// Whether reading a descriptor would give something, be it its end.
  func hasInput(_ descriptor: Int) -> Bool {
    sandbox.hasInput(descriptor, of: process, in: container)
  }

  // MARK: - Writing

  mutating func write(_ text: String, to descriptor: Int) {
    if !text.isEmpty { _ = write(Array(text.utf8), to: descriptor) }
  }

  /// Writes; what does not fit into a full pipe waits in the process. Nil, or why it cannot be.
  mutating func write(_ bytes: [UInt8], to descriptor: Int) -> PodSandbox.FileProblem? {
    guard let number = process.descriptors[descriptor], let file = openFile(number),
      file.isWritable
    else { return .badDescriptor }
    stepsLeft -= 1 + bytes.count >> 8
    switch file.target {
    case .nothing, .zeros, .noise, .text: return nil
    case .full: return .noSpace
    case .file(let path): return write(bytes, to: path, number, file)
    case .pipe(let pipe): write(bytes[...], toPipe: pipe, number)
    case .log(let stream): log(bytes, stream)
    case .caller(let session, let stream):
      sandbox.containers[container]?.callers[session]?.print(bytes, stream)
    case .terminal(let session): writeToTerminal(bytes, of: session)
    }
    return nil
  }

  private mutating func writeToTerminal(_ bytes: [UInt8], of session: Int) {
    sandbox.containers[container]?.callers[session]?.print(bytes, .out)
    // What the main process prints on its terminal is its log.
    guard session == sandbox.containers[container]?.mainProcessID else { return }
    log(bytes, .out)
  }

  private mutating func log(_ bytes: [UInt8], _ stream: LogLine.Stream) {
    let moment = now
    sandbox.containers[container]?.print(
      String(decoding: bytes, as: UTF8.self), stream, at: moment)
  }

  private mutating func write(
    _ bytes: [UInt8], to path: String, _ number: Int, _ file: OpenFile
  ) -> PodSandbox.FileProblem? {
    do throws(PodSandbox.FileProblem) {
      let end = try sandbox.write(
        bytes, to: path, at: file.appends ? nil : file.position, in: container)
      sandbox.containers[container]?.openFiles[number]?.position = end
      return nil
    } catch {
      return error
    }
  }

  private mutating func write(_ bytes: ArraySlice<UInt8>, toPipe pipe: Int, _ number: Int) {
    guard hasReader(pipe) else {
      process.unwritten = []
      deliverToItself(.brokenPipe)
      return
    }
    let space = sandbox.containers[container]?.pipes[pipe]?.space ?? 0
    guard process.unwritten.isEmpty, space > 0 else {
      process.unwritten.append(UnwrittenBytes(file: number, bytes: bytes))
      return
    }
    sandbox.containers[container]?.pipes[pipe]?.put(bytes.prefix(space))
    if bytes.count > space {
      process.unwritten.append(UnwrittenBytes(file: number, bytes: bytes.dropFirst(space)))
    }
  }

  /// Tries again to write what a pipe had no room for.
  mutating func writeWhatWaits() {
    let waiting = process.unwritten
    process.unwritten = []
    for piece in waiting where process.isRunning {
      guard case .pipe(let pipe) = openFile(piece.file)?.target else { continue }
      write(piece.bytes, toPipe: pipe, piece.file)
    }
  }

  // MARK: - Open files

  func openFile(_ number: Int) -> OpenFile? { sandbox.containers[container]?.openFiles[number] }

  private mutating func setOpenFile(_ number: Int, _ file: OpenFile) {
    sandbox.containers[container]?.openFiles[number] = file
  }

  private func hasWriter(_ pipe: Int) -> Bool {
    sandbox.isOpen(pipe, in: container, forWriting: true)
  }

  private func hasReader(_ pipe: Int) -> Bool {
    sandbox.isOpen(pipe, in: container, forWriting: false)
  }
}
