import Engine

extension TextTool {
  static func run(_ call: inout ToolCall) -> ToolOutcome {
    do throws(ToolProblem) {
      return .program(TextProgram(try Self(call.words), name: call.name))
    } catch {
      return call.fail(error.text, status: error.status)
    }
  }
}

/// A text tool in a process: it reads its files one after the other and writes as it reads.
struct TextProgram<Reader: TextTool>: Program {
  private enum Phase {
    case beginning
    case opening
    case reading(Int)
    case closing(Int)
    case ending
  }

  private var tool: Reader
  private let name: String
  private var phase = Phase.beginning
  /// What is still to be read.
  private var queue: [String]
  private var path = "-"
  /// What was read of a line whose end has not come yet.
  private var partial: Bytes = []
  private var status = 0
  /// Lines that wait for the tool, which takes them one by one.
  private var lines: [TextLine] = []
  private var isAtEnd = false
  private var child: CommandChild?
  private var followed = FollowedFiles()

  /// A line may grow to this; what waits for its end beyond it fills the memory.
  private static var longestLine: Int { 4 << 20 }

  init(_ tool: Reader, name: String) {
    self.tool = tool
    self.name = name
    queue = tool.paths.isEmpty ? ["-"] : tool.paths
  }

  mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
    while system.process.isRunning, !system.mustPause {
      system.spend(20)
      if let wait = command(&system) { return .wait(wait) }
      switch phase {
      case .beginning:
        let goesOn = use(&system) { $0.begin(&$1) }
        if tool.wish == nil { phase = goesOn ? .opening : .ending }
      case .closing(let descriptor): finish(descriptor, &system)
      case .opening: openNext(&system)
      case .reading(let descriptor):
        if let outcome = read(descriptor, &system) { return outcome }
      case .ending:
        if followed.isEmpty || status < 0 {
          let ended = use(&system) { $0.end(&$1) }
          if tool.wish != nil { continue }
          return .exit(max(status, ended))
        }
        return follow(&system)
      }
      if tool.isEndless {
        system.process.work = ProcessDemand(cpuMillis: ProgramDemand.wholeCore)
        return .wait(.until(system.now + .hours(24)))
      }
    }
    return .goOn
  }

  // MARK: Commands

  /// Runs what the tool wants run; what there is to wait for meanwhile.
  private mutating func command(_ system: inout SystemCalls) -> Wait? {
    guard let wish = tool.wish else { return nil }
    if child == nil { child = CommandChild(wish, &system) }
    guard child != nil else {
      tool.answer([], 127)
      return nil
    }
    switch child?.look(&system) {
    case .waits(let wait): return wait
    case .ended(let output, let status):
      child = nil
      tool.answer(output, status)
    case nil: break
    }
    return nil
  }

  // MARK: Files

  private mutating func openNext(_ system: inout SystemCalls) {
    guard !queue.isEmpty else {
      phase = .ending
      return
    }
    path = queue.removeFirst()
    if path == "-" {
      begin(0, &system)
      return
    }
    do throws(PodSandbox.FileProblem) {
      let place = system.absolute(path)
      if let node = try system.sandbox.find(place, in: system.container), node.isFolder {
        enter(place, &system)
        return
      }
      begin(try system.open(path, .read), &system)
    } catch {
      complain(error, &system)
    }
  }

  private mutating func begin(_ descriptor: Int, _ system: inout SystemCalls) {
    phase = .reading(descriptor)
    partial = []
    let path = path
    use(&system) { $0.open(path, &$1) }
  }

  /// A folder stands for what is in it, or for nothing, or is a mistake.
  private mutating func enter(_ place: String, _ system: inout SystemCalls) {
    if tool.walksFolders {
      let start = path.hasSuffix("/") ? path : path + "/"
      let names = system.sandbox.names(in: place, of: system.container)
      queue.insert(contentsOf: names.map { start + $0 }, at: 0)
      return
    }
    complain(.isFolder, &system)
  }

  private mutating func complain(
    _ problem: PodSandbox.FileProblem, _ system: inout SystemCalls
  ) {
    let complaint = tool.complaint(path, problem.rawValue)
    if !complaint.isEmpty { system.write("\(name): \(complaint)\n", to: 2) }
    if problem == .isFolder {
      let path = path
      use(&system) {
        $0.open(path, &$1)
        _ = $0.close(&$1)
      }
      if complaint.isEmpty { return }
    }
    status = max(status, Reader.missingStatus)
  }

  // MARK: Reading

  private mutating func read(
    _ descriptor: Int, _ system: inout SystemCalls
  ) -> ProgramOutcome? {
    if let line = lines.first {
      let goesOn = use(&system) { $0.take(line, &$1) }
      guard tool.wish == nil else { return nil }
      lines.removeFirst()
      if !goesOn || (lines.isEmpty && isAtEnd) {
        lines = []
        isAtEnd = false
        phase = .closing(descriptor)
      }
      return nil
    }
    switch system.read(descriptor) {
    case .bytes(let bytes) where tool.runsCommands:
      let all = TextLine.all(partial + bytes)
      lines = all.filter(\.isEnded)
      partial = all.last.map { $0.isEnded ? [] : $0.bytes } ?? []
    case .bytes(let bytes):
      guard feed(bytes, &system) else {
        phase = .closing(descriptor)
        return nil
      }
      guard partial.count > Self.longestLine else { return nil }
      if system.sandbox.containers[system.container]?.memoryLimitBytes != nil {
        return .outOfMemory
      }
      partial = []
    case .wouldBlock: return .wait(.readable(descriptor))
    case .end:
      if !partial.isEmpty {
        lines = [TextLine(bytes: partial, isEnded: false)]
        isAtEnd = true
        partial = []
      } else {
        phase = .closing(descriptor)
      }
    case .failed(let problem):
      complain(problem, &system)
      phase = .opening
    }
    return nil
  }

  /// Hands on whole lines. False when the tool needs no more of this file.
  private mutating func feed(_ bytes: Bytes, _ system: inout SystemCalls) -> Bool {
    let takesPieces = tool.takesPieces
    guard takesPieces || bytes.contains(.newline) else {
      partial += bytes
      system.spend(bytes.count >> 6)
      return true
    }
    let all = partial.isEmpty ? bytes : partial + bytes
    partial = []
    system.spend(bytes.count >> 4)
    var rest: Bytes = []
    let goesOn = use(&system) { tool, page in
      var begin = 0
      while let end = all[begin...].firstIndex(of: .newline) {
        let line = TextLine(bytes: Bytes(all[begin..<end]))
        begin = end + 1
        if !tool.take(line, &page) { return false }
      }
      guard begin < all.count else { return true }
      rest = Bytes(all[begin...])
      guard takesPieces else { return true }
      let piece = TextLine(bytes: rest, isEnded: false)
      rest = []
      return tool.take(piece, &page)
    }
    partial = rest
    return goesOn
  }

  private mutating func finish(_ descriptor: Int, _ system: inout SystemCalls) {
    let goesOn = use(&system) { $0.close(&$1) }
    if tool.wish != nil { return }
    if tool.followsFiles, descriptor > 0 {
      followed.add(path, descriptor)
    } else if descriptor > 0 {
      system.close(descriptor)
    }
    phase = goesOn ? .opening : .ending
  }

  private mutating func follow(_ system: inout SystemCalls) -> ProgramOutcome {
    followed.copy(&system)
    guard followed.canGrow(system) else { return .wait(.signal) }
    return .wait(.until(system.now + .seconds(1)))
  }

  // MARK: Writing

  /// Lets the tool work with a page and puts where it belongs what it has written.
  @discardableResult
  private mutating func use<Result>(
    _ system: inout SystemCalls, _ body: (inout Reader, inout Page) -> Result
  ) -> Result {
    var page = Self.page(system)
    let result = body(&tool, &page)
    let (output, errors, written) = (page.output, page.errors, page.written)
    // The page sees a copy of the files, which must be gone before they are changed.
    page = Page()
    if !output.isEmpty, system.write(output, to: 1) != nil { status = max(status, 1) }
    system.write(errors, to: 2)
    for part in written { write(part, &system) }
    return result
  }

  private static func page(_ system: SystemCalls) -> Page {
    var page = Page(files: { path in
      try? system.sandbox.bytes(system.absolute(path), in: system.container)
    })
    page.environment = system.process.environment.entries
    page.seconds = Int(system.now.seconds)
    return page
  }

  private mutating func write(_ part: Page.Written, _ system: inout SystemCalls) {
    do throws(PodSandbox.FileProblem) {
      let descriptor = try system.open(part.path, part.appends ? .append : .write)
      let problem = system.write(part.bytes, to: descriptor)
      system.close(descriptor)
      if let problem { throw problem }
    } catch {
      system.write("\(name): \(part.path): \(error.rawValue)\n", to: 2)
      status = max(status, 1)
    }
  }
}

/// Files whose further growth is shown, as by `tail -f`.
struct FollowedFiles: Sendable {
  private var files: [(path: String, descriptor: Int)] = []
  private var last: String?

  var isEmpty: Bool { files.isEmpty }

  mutating func add(_ path: String, _ descriptor: Int) {
    files.append((path, descriptor))
    last = path
  }

  /// Whether there is a file among them that something can be added to.
  func canGrow(_ system: SystemCalls) -> Bool {
    files.contains { system.absolute($0.path) != "/dev/null" }
  }

  /// Shows what has been added.
  mutating func copy(_ system: inout SystemCalls) {
    for file in files {
      while case .bytes(let bytes) = system.read(file.descriptor) {
        if files.count > 1, last != file.path {
          system.write("\n==> \(file.path) <==\n", to: 1)
          last = file.path
        }
        _ = system.write(bytes, to: 1)
        if !system.process.isRunning { return }
      }
    }
  }
}
