/// `od`, `hexdump` and `xxd`: bytes as numbers.
struct Dump: TextTool {
  static let names = ["od", "hexdump", "hd", "xxd"]

  private enum Form {
    case octalWords, hexadecimalWords, hexadecimalBytes, characters, canonical, plain, pairs
    case bytesBack
    case decimalWords
  }

  let paths: [String]
  private let form: Form
  private let base: Int?
  private let isOctal: Bool
  private let most: Int
  private let isVerbose: Bool
  private var bytes: Bytes = []

  init(_ words: [String]) throws(ToolProblem) {
    let name = words.first.map { FileTree.name(of: $0) } ?? "od"
    isOctal = name == "od"
    var base: Int? = name == "od" ? 8 : 16
    let options: GivenOptions
    switch name {
    case "od":
      let given = try GivenOptions(Array(words.dropFirst()), "aBbcDdeFfHhIiLlOoXxsvA:j:N:t:w:")
      options = given
      if let letter = given.value("A") { base = ["d": 10, "o": 8, "x": 16][letter] }
      let type = given.value("t") ?? ""
      form =
        given.has("c") || type.hasPrefix("c")
        ? .characters
        : type.hasPrefix("x1")
          ? .hexadecimalBytes
          : given.has("x") || type.hasPrefix("x2")
            ? .hexadecimalWords
            : given.has("d") || type.hasPrefix("u2") ? .decimalWords : .octalWords
    case "xxd":
      options = try GivenOptions(Array(words.dropFirst()), "l:s:c:g:o:pir")
      form = options.has("r") ? .bytesBack : options.has("p") ? .plain : .pairs
    default:
      options = try GivenOptions(Array(words.dropFirst()), "bcCdoxvn:s:e:f:")
      form =
        options.has("C") || name == "hd"
        ? .canonical
        : options.has("c") ? .characters : options.has("o") ? .octalWords : .hexadecimalWords
    }
    paths = options.rest
    self.base = base
    isVerbose = options.has("v") || name == "xxd"
    let limit = try options.number2("n", "l")
    most = try options.number("N") ?? limit ?? Int.max
  }

  var takesPieces: Bool { true }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    bytes += line.bytes + (line.isEnded ? [.newline] : [])
    return bytes.count < most
  }

  mutating func end(_ page: inout Page) -> Int {
    bytes = Bytes(bytes.prefix(most))
    switch form {
    case .plain:
      for start in stride(from: 0, to: bytes.count, by: 30) {
        page.write(
          bytes[start..<min(start + 30, bytes.count)].map { Self.digits($0, 16, 2) }.joined() + "\n"
        )
      }
      return 0
    case .bytesBack:
      restore(&page)
      return 0
    case .octalWords, .hexadecimalWords, .hexadecimalBytes, .characters, .canonical, .pairs,
      .decimalWords:
      break
    }
    var last: ArraySlice<UInt8>?
    var hasStarred = false
    for start in stride(from: 0, to: bytes.count, by: 16) {
      let row = bytes[start..<min(start + 16, bytes.count)]
      if !isVerbose, row.count == 16, let last, last.elementsEqual(row) {
        if !hasStarred { page.write("*\n") }
        hasStarred = true
        continue
      }
      hasStarred = false
      last = row
      page.write(address(start) + text(row) + "\n")
    }
    if base != nil, !bytes.isEmpty || isOctal, form != .pairs {
      page.write(address(bytes.count, isLast: true) + "\n")
    }
    return 0
  }

  private func address(_ place: Int, isLast: Bool = false) -> String {
    guard let base else { return "" }
    switch form {
    case .canonical: return Self.digits(place, 16, 8) + (isLast ? "" : " ")
    case .pairs: return Self.digits(place, 16, 8) + ":"
    default: return Self.digits(place, base, isOctal && base == 16 ? 6 : 7)
    }
  }

  private func text(_ row: ArraySlice<UInt8>) -> String {
    switch form {
    case .hexadecimalBytes: return row.map { " " + Self.digits($0, 16, 2) }.joined()
    case .characters: return row.map(Self.character).joined()
    case .canonical:
      var text = ""
      for place in 0..<16 {
        if place % 8 == 0 { text += " " }
        text += place < row.count ? Self.digits(row[row.startIndex + place], 16, 2) + " " : "   "
      }
      return text + " |" + Self.shown(row) + "|"
    case .pairs:
      var text = ""
      for place in 0..<16 {
        if place % 2 == 0 { text += " " }
        text += place < row.count ? Self.digits(row[row.startIndex + place], 16, 2) : "  "
      }
      return text + "  " + Self.shown(row)
    default: return words(row)
    }
  }

  /// Two bytes each, the lower one first.
  private func words(_ row: ArraySlice<UInt8>) -> String {
    var text = ""
    for place in stride(from: row.startIndex, to: row.endIndex, by: 2) {
      let high = place + 1 < row.endIndex ? Int(row[place + 1]) : 0
      let value = Int(row[place]) | high << 8
      switch form {
      case .octalWords: text += " " + Self.digits(value, 8, 6)
      case .decimalWords: text += " " + Self.digits(value, 10, 5)
      default: text += " " + Self.digits(value, 16, 4)
      }
    }
    if isOctal { return text }
    return text + String(repeating: " ", count: (16 - row.count) / 2 * 5)
  }

  private static func digits(_ value: some BinaryInteger, _ base: Int, _ width: Int) -> String {
    let text = String(value, radix: base)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  private static func shown(_ row: ArraySlice<UInt8>) -> String {
    String(row.map { (32...126).contains($0) ? $0 : UInt8(ascii: ".") })
  }

  private static func character(_ byte: UInt8) -> String {
    let names: [UInt8: String] = [
      0: "\\0", 7: "\\a", 8: "\\b", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r",
    ]
    if let name = names[byte] { return "  " + name }
    return (32...126).contains(byte) ? "   " + String([byte]) : " " + digits(byte, 8, 3)
  }

  private func restore(_ page: inout Page) {
    let digits = bytes.compactMap { $0.digitValue }.filter { $0 < 16 }
    for place in stride(from: 0, to: digits.count - 1, by: 2) {
      page.output.append(UInt8(digits[place] << 4 | digits[place + 1]))
    }
  }
}

extension GivenOptions {
  /// The number of whichever of two switches was given.
  func number2(_ first: Character, _ second: Character) throws(ToolProblem) -> Int? {
    if has(first) { return try number(first) }
    return try number(second)
  }
}
