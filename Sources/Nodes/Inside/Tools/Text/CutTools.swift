/// `1,3-5,7-`: places counted from one.
struct PlaceList: Sendable {
  private let ranges: [ClosedRange<Int>]

  init(_ text: String) throws(ToolProblem) {
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard !part.isEmpty, ends.count <= 2, part != "-" else {
        throw ToolProblem(text: "invalid range '\(part)'")
      }
      guard let first = ends[0].isEmpty ? 1 : Int(ends[0]) else {
        throw ToolProblem(text: "invalid number '\(ends[0])'")
      }
      var last = first
      if ends.count == 2 {
        guard let number = ends[1].isEmpty ? Int.max : Int(ends[1]) else {
          throw ToolProblem(text: "invalid number '\(ends[1])'")
        }
        last = number
      }
      if last >= first { ranges.append(max(first, 1)...max(last, 1)) }
    }
    self.ranges = ranges
  }

  func contains(_ place: Int) -> Bool { ranges.contains { $0.contains(place) } }
}

/// `cut`
struct Cut: TextTool {
  static let names = ["cut"]

  let paths: [String]
  private let list: PlaceList
  private let separator: UInt8
  private let isFields: Bool
  private let isSilent: Bool
  private let isInverted: Bool

  init(_ words: [String]) throws(ToolProblem) {
    let options = try GivenOptions(Array(words.dropFirst()), "b:c:d:f:snD")
    paths = options.rest
    guard let given = options.given.last(where: { "bcf".contains($0.letter) }) else {
      throw ToolProblem(text: "expected a list of bytes, characters, or fields")
    }
    isFields = given.letter == "f"
    list = try PlaceList(given.value ?? "")
    let text = options.value("d")
    if let text, text.utf8.count > 1 {
      throw ToolProblem(text: "the delimiter must be a single character")
    }
    separator = text?.utf8.first ?? 9
    isSilent = options.has("s")
    isInverted = false
  }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    guard isFields else {
      page.line(line.bytes.enumerated().filter { list.contains($0.offset + 1) }.map(\.element))
      return true
    }
    let fields = line.bytes.split(separator: separator, omittingEmptySubsequences: false)
    if fields.count == 1 {
      if !isSilent { page.line(line.bytes) }
      return true
    }
    let kept = fields.enumerated().filter { list.contains($0.offset + 1) }.map(\.element)
    page.line(kept.joined(separator: [separator]))
    return true
  }
}

/// `tr`
struct Translate: TextTool {
  static let names = ["tr"]

  let paths: [String] = []
  private let options: GivenOptions
  private let from: ByteSet
  private let table: [UInt8]
  private let squeezed: ByteSet
  private var last: UInt8?

  var takesPieces: Bool { true }

  init(_ words: [String]) throws(ToolProblem) {
    options = try GivenOptions(Array(words.dropFirst()), "Ccdst", permutes: false)
    guard let first = options.rest.first else { throw ToolProblem(text: "missing operand") }
    var source = Self.bytes(first)
    if options.has("c") || options.has("C") {
      let set = ByteSet(source)
      source = (0...255).filter { !set.contains($0) }
    }
    let target = options.rest.count > 1 ? Self.bytes(options.rest[1]) : []
    from = ByteSet(source)
    var table = Array(UInt8(0)...255)
    if !options.has("d"), let final = target.last {
      for (place, byte) in source.enumerated() {
        table[Int(byte)] = place < target.count ? target[place] : final
      }
    }
    self.table = table
    squeezed = target.isEmpty ? from : ByteSet(target)
  }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    for byte in line.bytes + (line.isEnded ? [.newline] : []) {
      if options.has("d"), from.contains(byte) { continue }
      let new = table[Int(byte)]
      if options.has("s"), new == last, squeezed.contains(new) { continue }
      page.output.append(new)
      last = new
    }
    return true
  }

  /// `a-z`, `[:upper:]`, `\n`, `[=x=]`
  private static func bytes(_ text: String) -> Bytes {
    var result: Bytes = []
    let text = Bytes(text.utf8)
    var place = 0
    func next() -> UInt8 {
      var byte = text[place]
      place += 1
      guard byte == .backslash, place < text.count else { return byte }
      if let special = Escapes.byte(text, at: &place) {
        byte = special
      } else {
        byte = text[place]
        place += 1
      }
      return byte
    }
    while place < text.count {
      if text[place] == UInt8(ascii: "["), place + 3 < text.count, text[place + 1] == 58,
        let end = text[(place + 2)...].firstIndex(of: 58), end + 1 < text.count,
        text[end + 1] == 93,
        let set = ByteSet.named(String(Bytes(text[(place + 2)..<end])))
      {
        result += set.bytes
        place = end + 2
        continue
      }
      let low = next()
      if place + 1 < text.count, text[place] == UInt8(ascii: "-") {
        place += 1
        let high = next()
        if low <= high { result += low...high }
      } else {
        result.append(low)
      }
    }
    return result
  }
}

/// `fold`: long lines are broken.
struct Fold: TextTool {
  static let names = ["fold"]

  let paths: [String]
  private let width: Int
  private let breaksAtBlanks: Bool

  init(_ words: [String]) throws(ToolProblem) {
    let options = try GivenOptions(Array(words.dropFirst()), "bsw:")
    paths = options.rest
    width = max(1, try options.number("w") ?? 80)
    breaksAtBlanks = options.has("s")
  }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    var rest = line.bytes[...]
    while rest.count > width {
      var part = rest.prefix(width)
      if breaksAtBlanks, let blank = part.lastIndex(where: { $0 == 32 || $0 == 9 }) {
        part = rest[...blank]
      }
      page.line(part)
      rest = rest.dropFirst(part.count)
    }
    page.output += rest
    if line.isEnded { page.output.append(.newline) }
    return true
  }
}

/// `expand` and `unexpand`
struct Expand: TextTool {
  static let names = ["expand", "unexpand"]

  let paths: [String]
  private let width: Int
  private let onlyLeading: Bool
  private let isReverse: Bool

  init(_ words: [String]) throws(ToolProblem) {
    isReverse = words.first.map { FileTree.name(of: $0) } == "unexpand"
    let options = try GivenOptions(Array(words.dropFirst()), isReverse ? "ft:a" : "it:")
    paths = options.rest
    width = min(max(1, try options.number("t") ?? 8), FormatSpec.widestOfMany)
    onlyLeading = isReverse ? !options.has("a") && !options.has("t") : options.has("i")
  }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    page.output += isReverse ? withTabs(line.bytes) : withoutTabs(line.bytes)
    if line.isEnded { page.output.append(.newline) }
    return true
  }

  private func withoutTabs(_ line: Bytes) -> Bytes {
    var result: Bytes = []
    var isLeading = true
    for byte in line {
      if byte == 9, isLeading || !onlyLeading {
        result += Bytes(repeating: .blank, count: width - result.count % width)
      } else {
        if byte != .blank { isLeading = false }
        result.append(byte)
      }
    }
    return result
  }

  private func withTabs(_ line: Bytes) -> Bytes {
    var result: Bytes = []
    var column = 0
    var blanks = 0
    var isLeading = true
    for byte in line {
      if byte == .blank, isLeading || !onlyLeading {
        blanks += 1
        column += 1
        if column % width == 0 {
          result.append(blanks > 1 || isLeading ? 9 : .blank)
          blanks = 0
        }
        continue
      }
      isLeading = false
      result += Bytes(repeating: .blank, count: blanks)
      blanks = 0
      result.append(byte)
      column = byte == 9 ? (column / width + 1) * width : column + 1
    }
    return result + Bytes(repeating: .blank, count: blanks)
  }
}
