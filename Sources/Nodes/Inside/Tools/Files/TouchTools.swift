import Engine

/// `touch`
enum Touch: Tool {
  static let names = ["touch"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("cd:t:r:amh", long: ["date": "d", "no-create": "c", "reference": "r"]) {
      options, call in
      var time = call.now
      if let text = options.value("d") ?? options.value("t") {
        guard let given = DateFormat.time(text, now: call.now) else {
          return call.fail("invalid date '\(text)'")
        }
        time = given
      }
      if let path = options.value("r") {
        guard let node = call.found(path) else { return call.fail("\(path): \(call.reason(path))") }
        time = node.modified ?? .worldBegins
      }
      var status = 0
      for path in options.rest {
        do throws(PodSandbox.FileProblem) {
          if call.found(path) == nil {
            if options.has("c") { continue }
            let mode = 0o666 & ~call.system.process.mask
            try call.put(call.fresh(.file([]), mode: mode, at: path), at: path)
          }
          try call.change(path) { $0.setModified(time, of: $1) }
        } catch {
          call.complain("\(path): \(error == .missing ? call.reason(path) : error.rawValue)")
          status = 1
        }
      }
      return .exit(status)
    }
  }
}

/// `truncate -s SIZE`
enum Truncate: Tool {
  static let names = ["truncate"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("cs:", long: ["size": "s", "no-create": "c"]) { options, call in
      guard let text = options.value("s"), let size = BlockSize.read(text) else {
        return call.fail("invalid number '\(options.value("s") ?? "")'")
      }
      var status = 0
      for path in options.rest {
        do throws(PodSandbox.FileProblem) {
          if call.found(path) == nil, options.has("c") { continue }
          let old = call.found(path) == nil ? [] : try call.bytes(path)
          guard size <= FileTree.largestFile else { throw .noSpace }
          let bytes =
            Bytes(old.prefix(size)) + Bytes(repeating: 0, count: max(0, size - old.count))
          _ = try call.system.sandbox.write(
            bytes, to: call.absolute(path), at: nil, in: call.container, emptying: true)
        } catch {
          call.complain("\(path): \(error.rawValue)")
          status = 1
        }
      }
      return .exit(status)
    }
  }
}

/// `512`, `4k`, `1M`: sizes as `dd` reads them.
enum BlockSize {
  static func read(_ text: String) -> Int? {
    let digits = text.prefix(while: \.isNumber)
    guard let number = Int(digits) else { return nil }
    let units: [String: Int] = [
      "": 1, "c": 1, "w": 2, "b": 512, "k": 1 << 10, "K": 1 << 10, "kB": 1000, "KB": 1000,
      "M": 1 << 20, "m": 1 << 20, "MB": 1_000_000, "G": 1 << 30, "g": 1 << 30,
      "GB": 1_000_000_000, "kD": 1000, "MiB": 1 << 20,
    ]
    guard let unit = units[String(text.dropFirst(digits.count))] else { return nil }
    let (product, isTooBig) = number.multipliedReportingOverflow(by: unit)
    return isTooBig ? nil : product
  }
}

/// `mktemp`: a file with a name that nobody has.
enum TemporaryFile: Tool {
  static let names = ["mktemp"]

  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("dqtp:u") { options, call in
      var shape = options.rest.first ?? "tmp.XXXXXX"
      let place = options.value("p") ?? call.environment["TMPDIR"] ?? "/tmp"
      if options.rest.isEmpty || options.has("t") || options.has("p") {
        shape = ToolCall.joined(place, shape)
      }
      guard shape.hasSuffix("XXXXXX") else { return call.fail("(null): Invalid argument") }
      let start = String(shape.dropLast(6))
      // Made of the time and the process, so that a copy of the world makes the same.
      var seed = UInt64(bitPattern: call.now.milliseconds) ^ UInt64(call.system.process.pid) << 40
      var path = shape
      for _ in 0..<100 {
        path = start
        for _ in 0..<6 {
          seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          path.append(letters[Int(seed >> 33) % letters.count])
        }
        if call.node(path) == nil { break }
      }
      do throws(PodSandbox.FileProblem) {
        if !options.has("u") {
          let isFolder = options.has("d")
          let node = call.fresh(
            isFolder ? .folder : .file([]), mode: isFolder ? 0o700 : 0o600, at: path)
          try call.put(node, at: path)
        }
      } catch {
        return call.fail("\(shape): \(error.rawValue)")
      }
      call.output = path + "\n"
      return .exit(0)
    }
  }
}
