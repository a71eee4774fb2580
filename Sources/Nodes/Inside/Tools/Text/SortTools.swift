import Engine

/// What `sort` sorts by.
struct SortOrder: Sendable {
  struct Flags: Sendable {
    var isNumeric = false
    var isGeneral = false
    var isHuman = false
    var isMonth = false
    var isVersion = false
    var isReversed = false
    var ignoresCase = false
    var ignoresBlanks = false
    var isDictionary = false
    var isEmpty = true

    init() {}

    init(_ letters: some Sequence<Character>) {
      for letter in letters { insert(letter) }
    }

    mutating func insert(_ letter: Character) {
      switch letter {
      case "n": isNumeric = true
      case "g": isGeneral = true
      case "h": isHuman = true
      case "M": isMonth = true
      case "V": isVersion = true
      case "r": isReversed = true
      case "f": ignoresCase = true
      case "b": ignoresBlanks = true
      case "d": isDictionary = true
      default: return
      }
      isEmpty = false
    }
  }

  struct Key: Sendable {
    var firstField = 1
    var firstByte = 1
    var lastField: Int?
    var lastByte = 0
    var flags = Flags()

    /// `2.1,3nr`
    init(_ text: String) throws(ToolProblem) {
      var rest = Substring(text)
      func number() -> Int? {
        let digits = rest.prefix(while: \.isNumber)
        rest.removeFirst(digits.count)
        return Int(digits)
      }
      guard let first = number(), first > 0 else {
        throw ToolProblem(text: "bad field specification", status: 2)
      }
      firstField = first
      if rest.first == "." {
        rest.removeFirst()
        firstByte = max(1, number() ?? 1)
      }
      var letters = ""
      while let letter = rest.first, letter.isLetter { letters.append(rest.removeFirst()) }
      if rest.first == "," {
        rest.removeFirst()
        lastField = number()
        if rest.first == "." {
          rest.removeFirst()
          lastByte = number() ?? 0
        }
        while let letter = rest.first, letter.isLetter { letters.append(rest.removeFirst()) }
      }
      guard rest.isEmpty else { throw ToolProblem(text: "unknown key option", status: 2) }
      flags = Flags(letters)
    }
  }

  var keys: [Key]
  var flags: Flags
  var separator: UInt8?
  var isStable: Bool

  /// Negative, zero or positive as the first line comes before, with or after the second.
  func compare(_ left: Bytes, _ right: Bytes, isLastResort: Bool = true) -> Int {
    if keys.isEmpty {
      let order = compare(left[...], right[...], flags)
      if order != 0 { return flags.isReversed ? -order : order }
    }
    for key in keys {
      let flags = key.flags.isEmpty ? self.flags : key.flags
      let order = compare(part(of: left, key), part(of: right, key), flags)
      if order != 0 { return flags.isReversed ? -order : order }
    }
    guard isLastResort, !isStable else { return 0 }
    let order = Self.plain(left[...], right[...])
    return flags.isReversed ? -order : order
  }

  private static func plain(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    if left.lexicographicallyPrecedes(right) { return -1 }
    return left.elementsEqual(right) ? 0 : 1
  }

  private func compare(
    _ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, _ flags: Flags
  ) -> Int {
    if flags.isNumeric || flags.isGeneral || flags.isHuman || flags.isMonth {
      let (a, b) = (Self.number(left, flags), Self.number(right, flags))
      return a < b ? -1 : a > b ? 1 : 0
    }
    if flags.isVersion { return Self.versions(left, right) }
    var (left, right) = (left, right)
    if flags.ignoresBlanks {
      left = left.drop { $0 == 32 || $0 == 9 }
      right = right.drop { $0 == 32 || $0 == 9 }
    }
    if flags.isDictionary {
      left = left.filter { $0.isLetter || $0.isDigit || $0.isSpace }[...]
      right = right.filter { $0.isLetter || $0.isDigit || $0.isSpace }[...]
    }
    if flags.ignoresCase {
      left = left.map(\.raised)[...]
      right = right.map(\.raised)[...]
    }
    return Self.plain(left, right)
  }

  private static func number(_ text: ArraySlice<UInt8>, _ flags: Flags) -> Double {
    if flags.isMonth {
      let names = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
      ]
      let word = String(Bytes(text.drop(while: \.isSpace).prefix(3).map(\.raised)))
      return Double((names.firstIndex(of: word) ?? -1) + 1)
    }
    let (value, count) = NumberReader.decimal(text)
    guard flags.isHuman else { return value }
    let units: [UInt8: Double] = [75: 1, 77: 2, 71: 3, 84: 4, 80: 5]
    let unit = text.dropFirst(count).first.flatMap { units[$0.raised] } ?? 0
    return value == 0 ? 0 : (unit + 1) * 1e30 * (value < 0 ? -1 : 1) + value
  }

  /// Numbers inside of the texts are compared as numbers.
  private static func versions(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    var (a, b) = (left, right)
    while let first = a.first, let second = b.first {
      if first.isDigit, second.isDigit {
        let (x, y) = (a.prefix(while: \.isDigit), b.prefix(while: \.isDigit))
        (a, b) = (a.dropFirst(x.count), b.dropFirst(y.count))
        let (m, n) = (x.drop { $0 == 48 }, y.drop { $0 == 48 })
        if m.count != n.count { return m.count < n.count ? -1 : 1 }
        let order = plain(m, n)
        if order != 0 { return order }
        continue
      }
      if first != second { return first < second ? -1 : 1 }
      (a, b) = (a.dropFirst(), b.dropFirst())
    }
    return a.isEmpty ? (b.isEmpty ? 0 : -1) : 1
  }

  private func part(of line: Bytes, _ key: Key) -> ArraySlice<UInt8> {
    var start = begin(of: key.firstField, in: line)
    let flags = key.flags.isEmpty ? self.flags : key.flags
    if flags.ignoresBlanks {
      while start < line.count, line[start] == 32 || line[start] == 9 { start += 1 }
    }
    start = min(line.count, start.addingClamped(key.firstByte - 1))
    guard let last = key.lastField else { return line[start...] }
    var end: Int
    if key.lastByte > 0 {
      end = min(line.count, begin(of: last, in: line).addingClamped(key.lastByte))
    } else {
      end = begin(of: last.addingClamped(1), in: line)
      if separator != nil, end > 0, end < line.count || line.last == separator { end -= 1 }
    }
    end = max(start, end)
    return line[start..<end]
  }

  /// Where a field begins; without a separator, blanks in front belong to it.
  private func begin(of field: Int, in line: Bytes) -> Int {
    var place = 0
    for _ in 1..<max(field, 1) {
      if place == line.count { break }
      if let separator {
        while place < line.count, line[place] != separator { place += 1 }
        if place < line.count { place += 1 } else { return line.count }
      } else {
        while place < line.count, line[place].isSpace { place += 1 }
        while place < line.count, !line[place].isSpace { place += 1 }
      }
    }
    return place
  }
}

/// `sort`
struct Sort: TextTool {
  static let names = ["sort"]
  static let missingStatus = 2

  let paths: [String]
  private let order: SortOrder
  private let options: GivenOptions
  private var lines: [Bytes] = []

  init(_ words: [String]) throws(ToolProblem) {
    options = try GivenOptions(Array(words.dropFirst()), "nrughMcsVzbdfimT:S:o:k:t:", badStatus: 2)
    paths = options.rest
    var keys: [SortOrder.Key] = []
    for text in options.values("k") { keys.append(try SortOrder.Key(text)) }
    let separator = options.value("t").map { $0 == "\\t" ? 9 : $0.utf8.first ?? 0 }
    order = SortOrder(
      keys: keys, flags: SortOrder.Flags(options.given.map(\.letter)), separator: separator,
      isStable: options.has("s") || options.has("u"))
  }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    lines.append(line.bytes)
    return true
  }

  mutating func end(_ page: inout Page) -> Int {
    if options.has("c") {
      for place in lines.indices.dropFirst() {
        let compared = order.compare(lines[place - 1], lines[place])
        if compared > 0 || (compared == 0 && options.has("u")) {
          page.errors += "Check line \(place)\n"
          return 1
        }
      }
      return 0
    }
    var sorted = lines.enumerated().sorted { left, right in
      let compared = order.compare(left.element, right.element)
      return compared == 0 ? left.offset < right.offset : compared < 0
    }.map(\.element)
    if options.has("u") {
      var kept: [Bytes] = []
      for line in sorted {
        if let last = kept.last, order.compare(last, line, isLastResort: false) == 0 { continue }
        kept.append(line)
      }
      sorted = kept
    }
    let output = sorted.flatMap { $0 + [.newline] }
    if let path = options.value("o") {
      page.write(output, to: path, appends: false)
    } else {
      page.output = output
    }
    return 0
  }
}

/// `uniq`
struct Unique: TextTool {
  static let names = ["uniq"]

  let paths: [String]
  private let target: String?
  private let options: GivenOptions
  private let fields: Int
  private let skipped: Int
  private let width: Int
  private var current: (line: Bytes, count: Int)?

  init(_ words: [String]) throws(ToolProblem) {
    options = try GivenOptions(Array(words.dropFirst()), "cdiuf:s:w:z")
    paths = Array(options.rest.prefix(1))
    target = options.rest.count > 1 ? options.rest[1] : nil
    fields = try options.number("f") ?? 0
    skipped = try options.number("s") ?? 0
    width = try options.number("w") ?? Int.max
  }

  func complaint(_ path: String, _ reason: String) -> String { "can't open '\(path)': \(reason)" }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    if let current, key(current.line) == key(line.bytes) {
      self.current?.count += 1
    } else {
      show(&page)
      current = (line.bytes, 1)
    }
    return true
  }

  mutating func end(_ page: inout Page) -> Int {
    show(&page)
    return 0
  }

  private func key(_ line: Bytes) -> Bytes {
    var rest = line[...]
    for _ in 0..<fields {
      if rest.isEmpty { break }
      rest = rest.drop(while: \.isSpace).drop { !$0.isSpace }
    }
    let part = rest.dropFirst(skipped).prefix(width)
    return options.has("i") ? part.map(\.lowered) : Bytes(part)
  }

  private func show(_ page: inout Page) {
    guard let current else { return }
    if options.has("d"), current.count == 1 { return }
    if options.has("u"), current.count > 1 { return }
    let digits = String(current.count)
    let count = String(repeating: " ", count: max(0, 7 - digits.utf8.count)) + digits + " "
    let bytes = Bytes((options.has("c") ? count : "").utf8) + current.line + [.newline]
    if let target {
      page.write(bytes, to: target, appends: true)
    } else {
      page.output += bytes
    }
  }
}
