/// `diff`: the lines in which two files differ.
enum Difference: Tool {
  static let names = ["diff"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("abdiL:NqrsS:tTU:uwB", long: ["unified": "u", "brief": "q", "recursive": "r"]) {
      options, call in
      guard options.rest.count == 2 else { return call.fail("needs two files", status: 2) }
      var (left, right) = (options.rest[0], options.rest[1])
      for path in [left, right] where path != "-" && call.found(path) == nil {
        return call.fail("can't stat '\(path)': \(call.reason(path))", status: 2)
      }
      let (isLeft, isRight) = (call.isFolder(left), call.isFolder(right))
      if isLeft, isRight { return .exit(folders(left, right, options, &call)) }
      if isLeft { left = ToolCall.joined(left, FileTree.name(of: right)) }
      if isRight { right = ToolCall.joined(right, FileTree.name(of: left)) }
      return .exit(files(left, right, options, &call))
    }
  }

  private static func files(
    _ left: String, _ right: String, _ options: GivenOptions, _ call: inout ToolCall
  ) -> Int {
    func bytes(_ path: String) -> Bytes? {
      path == "-" ? Bytes(call.input.utf8) : try? call.bytes(path)
    }
    guard let first = bytes(left), let second = bytes(right) else {
      call.complain("can't stat '\(bytes(left) == nil ? left : right)': No such file or directory")
      return 2
    }
    let difference = LineDifference(lines(first, options), lines(second, options))
    guard difference.lines.contains(where: { $0.mark != .kept }) else {
      if options.has("s") { call.output += "Files \(left) and \(right) are identical\n" }
      return 0
    }
    if options.has("q") {
      call.output += "Files \(left) and \(right) differ\n"
      return 1
    }
    let around = options.value("U").flatMap { Int($0) }.map { max($0, 0) } ?? 3
    call.output += "--- \(left)\n+++ \(right)\n" + String(difference.unified(around))
    return 1
  }

  private static func lines(_ bytes: Bytes, _ options: GivenOptions) -> [Bytes] {
    TextLine.all(bytes).map { line in
      var bytes = line.bytes
      if options.has("w") { bytes.removeAll(where: \.isSpace) }
      if options.has("i") { bytes = bytes.map(\.lowered) }
      return bytes
    }
  }

  private static func folders(
    _ left: String, _ right: String, _ options: GivenOptions, _ call: inout ToolCall
  ) -> Int {
    let (first, second) = (call.names(in: left), call.names(in: right))
    var status = 0
    for name in Set(first + second).sorted() {
      guard first.contains(name), second.contains(name) else {
        call.output += "Only in \(first.contains(name) ? left : right): \(name)\n"
        status = 1
        continue
      }
      let (a, b) = (ToolCall.joined(left, name), ToolCall.joined(right, name))
      if call.isFolder(a), call.isFolder(b) {
        if options.has("r") {
          status = max(status, folders(a, b, options, &call))
        } else {
          call.output += "Common subdirectories: \(a) and \(b)\n"
        }
      } else {
        status = max(status, files(a, b, options, &call))
      }
    }
    return status
  }
}

/// `cmp`: the first byte in which two files differ.
enum CompareBytes: Tool {
  static let names = ["cmp"]
  static let input = ToolInput(leading: 1)

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("ls") { options, call in
      var files: [Bytes] = []
      let paths = options.rest.count > 1 ? options.rest : options.rest + ["-"]
      for path in paths.prefix(2) {
        do throws(PodSandbox.FileProblem) {
          files.append(path == "-" ? Bytes(call.input.utf8) : try call.bytes(path))
        } catch {
          if !options.has("s") { call.complain("\(path): \(error.rawValue)") }
          return .exit(2)
        }
      }
      let (left, right) = (files[0], files[1])
      let places = zip(left, right).enumerated().filter { $0.element.0 != $0.element.1 }
      if options.has("s") { return .exit(left == right ? 0 : 1) }
      if options.has("l") {
        for (place, pair) in places {
          func octal(_ byte: UInt8) -> String {
            let digits = String(byte, radix: 8)
            return String(repeating: " ", count: 3 - digits.count) + digits
          }
          call.output += "\(place + 1) \(octal(pair.0)) \(octal(pair.1))\n"
        }
      } else if let (place, _) = places.first {
        let line = left[..<place].count { $0 == .newline } + 1
        call.output += "\(paths[0]) \(paths[1]) differ: char \(place + 1), line \(line)\n"
        return .exit(1)
      }
      if left.count != right.count {
        call.complain("EOF on \(paths[left.count < right.count ? 0 : 1])")
      }
      return .exit(left == right ? 0 : 1)
    }
  }
}
