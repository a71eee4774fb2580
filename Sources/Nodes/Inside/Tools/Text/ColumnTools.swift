/// `paste`: the lines of several files side by side.
struct Paste: TextTool {
  static let names = ["paste"]

  let paths: [String]
  private let separators: Bytes
  private let isSerial: Bool
  private var files: [[Bytes]] = []

  init(_ words: [String]) throws(ToolProblem) {
    let options = try GivenOptions(
      Array(words.dropFirst()), "d:s", long: ["delimiters": "d", "serial": "s"])
    paths = options.rest
    let given = Escapes.replaced(Bytes((options.value("d") ?? "\t").utf8), isEcho: false).bytes
    separators = given
    isSerial = options.has("s")
  }

  mutating func open(_ path: String, _ page: inout Page) { files.append([]) }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    // Several dashes take turns reading standard input.
    files[files.count - 1].append(line.bytes)
    return true
  }

  mutating func end(_ page: inout Page) -> Int {
    let dashes = paths.count { $0 == "-" }
    if dashes > 1, let place = paths.firstIndex(of: "-") {
      let lines = files[place]
      var turn = 0
      for (number, path) in paths.enumerated() where path == "-" {
        files[number] = lines.enumerated().filter { $0.offset % dashes == turn }.map(\.element)
        turn += 1
      }
    }
    if isSerial {
      for file in files { page.line(joined(file)) }
      return 0
    }
    for row in 0..<(files.map(\.count).max() ?? 0) {
      page.line(joined(files.map { row < $0.count ? $0[row] : [] }))
    }
    return 0
  }

  private func joined(_ parts: [Bytes]) -> Bytes {
    var line: Bytes = []
    for (place, part) in parts.enumerated() {
      if place > 0, !separators.isEmpty { line.append(separators[(place - 1) % separators.count]) }
      line += part
    }
    return line
  }
}

/// `comm`: what two sorted files have in common.
struct CommonLines: TextTool {
  static let names = ["comm"]

  let paths: [String]
  private let options: GivenOptions
  private var files: [[Bytes]] = []

  init(_ words: [String]) throws(ToolProblem) {
    options = try GivenOptions(Array(words.dropFirst()), "123")
    paths = options.rest
    guard paths.count == 2 else { throw ToolProblem(text: "needs two files") }
  }

  mutating func open(_ path: String, _ page: inout Page) { files.append([]) }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    files[files.count - 1].append(line.bytes)
    return true
  }

  mutating func end(_ page: inout Page) -> Int {
    guard files.count == 2 else { return 1 }
    var (left, right) = (files[0][...], files[1][...])
    while !left.isEmpty || !right.isEmpty {
      let order: Int
      if let a = left.first, let b = right.first {
        order = a == b ? 0 : a.lexicographicallyPrecedes(b) ? -1 : 1
      } else {
        order = left.isEmpty ? 1 : -1
      }
      let line = order <= 0 ? left.first : right.first
      if order <= 0 { left.removeFirst() }
      if order >= 0 { right.removeFirst() }
      show(line ?? [], order < 0 ? 0 : order > 0 ? 1 : 2, &page)
    }
    return 0
  }

  private func show(_ line: Bytes, _ column: Int, _ page: inout Page) {
    let letters: [Character] = ["1", "2", "3"]
    if options.has(letters[column]) { return }
    let tabs = letters[..<column].count { !options.has($0) }
    page.line(Bytes(repeating: 9, count: tabs) + line)
  }
}

/// `base64`
struct Base64Tool: TextTool {
  static let names = ["base64"]

  let paths: [String]
  private let decodes: Bool
  private let width: Int
  private var bytes: Bytes = []

  private static let letters = Bytes(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  init(_ words: [String]) throws(ToolProblem) {
    let options = try GivenOptions(
      Array(words.dropFirst()), "diw:", long: ["decode": "d", "wrap": "w"])
    paths = options.rest
    decodes = options.has("d")
    width = try options.number("w") ?? 76
  }

  var takesPieces: Bool { true }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    bytes += line.bytes + (line.isEnded ? [.newline] : [])
    return true
  }

  mutating func end(_ page: inout Page) -> Int { decodes ? decode(&page) : encode(&page) }

  private func encode(_ page: inout Page) -> Int {
    var text: Bytes = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(
          place <= group.count ? Self.letters[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    guard width > 0 else {
      page.output += text
      return 0
    }
    for start in stride(from: 0, to: text.count, by: width) {
      page.line(text[start..<min(start + width, text.count)])
    }
    return 0
  }

  private func decode(_ page: inout Page) -> Int {
    var value = 0
    var count = 0
    for byte in bytes where !byte.isSpace {
      if byte == UInt8(ascii: "=") { break }
      guard let digit = Self.letters.firstIndex(of: byte) else {
        page.errors += "base64: truncated input\n"
        return 1
      }
      value = (value << 6 | digit) & 0xffffff
      count += 1
      guard count % 4 == 0 else { continue }
      page.output += [16, 8, 0].map { UInt8(value >> $0 & 255) }
      value = 0
    }
    switch count % 4 {
    case 1:
      page.errors += "base64: truncated input\n"
      return 1
    case 2: page.output.append(UInt8(value >> 4 & 255))
    case 3: page.output += [UInt8(value >> 10 & 255), UInt8(value >> 2 & 255)]
    default: break
    }
    return 0
  }
}
