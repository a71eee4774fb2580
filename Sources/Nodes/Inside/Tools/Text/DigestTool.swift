import Objects

/// `md5sum`, `sha1sum`, `sha256sum`
struct DigestTool: TextTool {
  static let names = ["md5sum", "sha1sum", "sha256sum"]

  let paths: [String]
  private let name: String
  private let checks: Bool
  private let isSilent: Bool
  private var path = ""
  private var bytes: Bytes = []
  private var sums: [TextLine] = []

  init(_ words: [String]) throws(ToolProblem) {
    name = words.first.map { FileTree.name(of: $0) } ?? "md5sum"
    let options = try GivenOptions(Array(words.dropFirst()), "csw", long: ["check": "c"])
    paths = options.rest
    checks = options.has("c")
    isSilent = options.has("s")
  }

  var takesPieces: Bool { !checks }

  func complaint(_ path: String, _ reason: String) -> String {
    reason == "Is a directory"
      ? "can't read '\(path)': \(reason)" : "can't open '\(path)': \(reason)"
  }

  mutating func open(_ path: String, _ page: inout Page) {
    self.path = path
    bytes = []
  }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    if checks {
      sums.append(line)
    } else {
      bytes += line.bytes + (line.isEnded ? [.newline] : [])
    }
    return true
  }

  private func digest(_ bytes: Bytes) -> String {
    switch name {
    case "sha1sum": SecureHash.one(bytes)
    case "sha256sum": SecureHash.two(bytes)
    default: MessageDigest.hex(bytes)
    }
  }

  mutating func close(_ page: inout Page) -> Bool {
    if !checks { page.write("\(digest(bytes))  \(path)\n") }
    return true
  }

  mutating func end(_ page: inout Page) -> Int {
    guard checks else { return 0 }
    var failed = 0
    for line in sums {
      let text = String(line.bytes)
      guard let gap = text.firstIndex(of: " ") else { continue }
      let file = String(text[gap...].drop { $0 == " " || $0 == "*" })
      guard let bytes = page.contents(of: file) else {
        page.errors += "\(name): can't open '\(file)': No such file or directory\n"
        page.write("\(file): FAILED\n")
        failed += 1
        continue
      }
      let isRight = digest(bytes) == text[..<gap]
      if !isRight { failed += 1 }
      if !isSilent { page.write("\(file): \(isRight ? "OK" : "FAILED")\n") }
    }
    guard failed > 0 else { return 0 }
    if !isSilent {
      page.errors +=
        "\(name): WARNING: \(failed) of \(sums.count) computed checksums did NOT match\n"
    }
    return 1
  }
}
