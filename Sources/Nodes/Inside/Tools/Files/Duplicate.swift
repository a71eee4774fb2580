import Engine

/// `dd`: bytes from one place to another, in blocks.
enum Duplicate: Tool {
  static let names = ["dd"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var copying = BlockCopy()
    for word in call.arguments {
      let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2 else { return call.fail("unknown operand \(word)") }
      switch sides[0] {
      case "if": copying.source = sides[1]
      case "of": copying.target = sides[1]
      case "conv": copying.conversions = sides[1].split(separator: ",").map(String.init)
      case "status": copying.isSilent = sides[1] != "progress"
      case "iflag", "oflag", "cbs": break
      case "bs", "ibs", "obs", "count", "skip", "seek":
        guard let number = BlockSize.read(sides[1]) else {
          return call.fail("invalid number '\(sides[1])'")
        }
        copying.set(sides[0], number)
      default: return call.fail("unknown operand \(word)")
      }
    }
    if let zeros = copying.zeros { return fill(zeros, copying.target ?? "", &call) }
    return .program(copying)
  }

  /// A file of nothing but zeros, which need not be kept: it may be large.
  private static func fill(
    _ zeros: (count: Int, blocks: Int), _ path: String, _ call: inout ToolCall
  ) -> ToolOutcome {
    let place = call.absolute(path)
    if place.hasPrefix("/dev/shm"), let limit = call.instance?.memoryLimitBytes,
      zeros.count > limit
    {
      return .outOfMemory
    }
    if call.isFolder(path) { return call.fail("can't open '\(path)': Is a directory") }
    do throws(PodSandbox.FileProblem) {
      let mode = 0o666 & ~call.system.process.mask
      try call.put(call.fresh(.zeros(zeros.count), mode: mode, at: path), at: path)
    } catch {
      return call.fail("can't open '\(path)': \(error.rawValue)")
    }
    call.errors = "\(zeros.blocks)+0 records in\n\(zeros.blocks)+0 records out\n"
    return .exit(0)
  }
}

private struct BlockCopy: Program {
  var source: String?
  var target: String?
  var conversions: [String] = []
  var isSilent = false
  private var block = 512
  private var count: Int?
  private var skip = 0
  private var seek = 0

  private var input: Int?
  private var output: Int?
  private var whole = 0
  private var parts = 0
  private var piece: Bytes = []
  /// Bytes that were read to get past what is left out.
  private var skipped = 0

  /// A block is held in memory, and not only in the container's.
  private static let mostBlock = 1 << 30
  /// A block that is filled up is held whole, whatever has been read.
  private static let mostFilled = 1 << 26
  /// The largest file of the nodes' file system: 16 TiB.
  private static let mostZeros = 1 << 44

  mutating func set(_ name: String, _ number: Int) {
    switch name {
    case "bs", "ibs", "obs": block = max(1, number)
    case "count": count = number
    case "skip": skip = number
    default: seek = number
    }
  }

  /// How many zeros it only writes into a new file, when there are more than a file of bytes holds.
  var zeros: (count: Int, blocks: Int)? {
    guard source == "/dev/zero", let target,
      !target.hasPrefix("/dev/") || target.hasPrefix("/dev/shm"),
      let count, seek == 0
    else { return nil }
    let total = block.multipliedClamped(by: count)
    return (FileTree.largestFile...Self.mostZeros).contains(total) ? (total, count) : nil
  }

  mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
    if block > (conversions.contains("sync") ? Self.mostFilled : Self.mostBlock) {
      system.write("dd: out of memory\n", to: 2)
      return .exit(1)
    }
    if input == nil, let problem = open(&system) {
      system.write("dd: \(problem)\n", to: 2)
      return .exit(1)
    }
    while !system.mustPause, system.process.isRunning {
      if let count, whole + parts >= count { return finish(&system) }
      let toSkip = block.multipliedClamped(by: skip) - skipped
      switch system.read(input ?? 0, upTo: skip > 0 ? toSkip : block - piece.count) {
      case .wouldBlock: return .wait(.readable(input ?? 0))
      case .end, .failed:
        if !piece.isEmpty, skip == 0, let problem = write(&system) { return fail(problem, &system) }
        return finish(&system)
      case .bytes(let bytes):
        system.spend(10 + bytes.count >> 6)
        if skip > 0 {
          skipped += bytes.count
          if bytes.count >= toSkip { skip = 0 }
          continue
        }
        piece += bytes
        // A pipe gives what it has: that is a block, too.
        if piece.count < block, isEndless { continue }
        if let problem = write(&system) { return fail(problem, &system) }
      }
    }
    return .goOn
  }

  /// Whether short reads only mean that there is more.
  private var isEndless: Bool { source.map { $0.hasPrefix("/dev/") } ?? false }

  private mutating func open(_ system: inout SystemCalls) -> String? {
    do throws(PodSandbox.FileProblem) {
      input =
        try source.map { path throws(PodSandbox.FileProblem) in try system.open(path, .read) } ?? 0
    } catch {
      return "can't open '\(source ?? "")': \(error.rawValue)"
    }
    do throws(PodSandbox.FileProblem) {
      guard let target else {
        output = 1
        return nil
      }
      let keeps = conversions.contains("notrunc") || seek > 0
      let descriptor = try system.open(target, keeps ? .readAndWrite : .write)
      output = descriptor
      if seek > 0, let number = system.process.descriptors[descriptor] {
        system.sandbox.containers[system.container]?.openFiles[number]?.position =
          seek.multipliedClamped(by: block)
      }
      return nil
    } catch {
      return "can't open '\(target ?? "")': \(error.rawValue)"
    }
  }

  private mutating func write(_ system: inout SystemCalls) -> PodSandbox.FileProblem? {
    if piece.count >= block { whole += 1 } else { parts += 1 }
    if conversions.contains("sync"), piece.count < block {
      piece += Bytes(repeating: 0, count: block - piece.count)
    }
    if conversions.contains("ucase") { piece = piece.map(\.raised) }
    if conversions.contains("lcase") { piece = piece.map(\.lowered) }
    let bytes = piece
    piece = []
    return system.write(bytes, to: output ?? 1)
  }

  private mutating func fail(
    _ problem: PodSandbox.FileProblem, _ system: inout SystemCalls
  ) -> ProgramOutcome {
    system.write("dd: error writing '\(target ?? "standard output")': \(problem.rawValue)\n", to: 2)
    if whole > 0 { whole -= 1 }
    _ = finish(&system)
    return .exit(1)
  }

  private func finish(_ system: inout SystemCalls) -> ProgramOutcome {
    if !isSilent {
      system.write(
        "\(whole)+\(parts) records in\n\(whole)+\(parts) records out\n", to: 2)
    }
    return .exit(0)
  }
}
