/// `printf`: a format, used again until the arguments are through.
struct PrintfFormat {
  private let format: Bytes
  private var arguments: [Bytes]
  private var next = 0
  private(set) var output: Bytes = []
  /// What is wrong with arguments, without the program's name, and how much was printed before.
  private(set) var complaints: [(text: String, place: Int)] = []
  private(set) var status = 0
  private var isOver = false

  /// A run stops growing here: a format may ask for much.
  private static let mostOutput = 4 << 20

  init(_ format: Bytes, _ arguments: [Bytes]) {
    self.format = format
    self.arguments = arguments
    repeat {
      let before = next
      pass()
      if isOver || next == before { break }
    } while next < arguments.count && output.count < Self.mostOutput
  }

  private mutating func argument() -> Bytes? {
    guard next < arguments.count else {
      next += 1
      return nil
    }
    next += 1
    return arguments[next - 1]
  }

  private mutating func pass() {
    var place = 0
    let given = arguments.count
    while place < format.count, !isOver, output.count < Self.mostOutput {
      let byte = format[place]
      place += 1
      if byte == .backslash {
        escape(&place)
      } else if byte == UInt8(ascii: "%") {
        if place < format.count, format[place] == byte {
          place += 1
          output.append(byte)
        } else {
          convert(&place)
        }
      } else {
        output.append(byte)
      }
    }
    next = min(next, given)
  }

  private mutating func escape(_ place: inout Int) {
    if place < format.count, format[place] == UInt8(ascii: "c") {
      isOver = true
    } else if let byte = Escapes.byte(format, at: &place) {
      output.append(byte)
    } else {
      output.append(.backslash)
    }
  }

  private mutating func convert(_ place: inout Int) {
    let begin = place
    var stars: [Bytes?] = []
    // A star takes its number in front of the value.
    var ahead = place
    while ahead < format.count, "-+ #0123456789.*".utf8.contains(format[ahead]) {
      if format[ahead] == UInt8(ascii: "*") { stars.append(argument()) }
      ahead += 1
    }
    var numbers = stars.map { $0.map { integer($0) } ?? 0 }
    let spec = FormatSpec(format, at: &place) { numbers.isEmpty ? 0 : numbers.removeFirst() }
    guard let spec, "diouxXfFeEgGcsb".utf8.contains(spec.letter),
      spec.letter != UInt8(ascii: "b") || (spec.width == 0 && spec.precision == nil)
    else {
      complaints.append(
        ("%\(String(Bytes(format[begin...]))): invalid format", output.count))
      status = 1
      isOver = true
      return
    }
    switch spec.letter {
    case UInt8(ascii: "c"): output += spec.string((argument() ?? []).prefix(1))
    case UInt8(ascii: "s"): output += spec.string(argument() ?? [])
    case UInt8(ascii: "b"):
      let (bytes, isCut) = Escapes.replaced(argument() ?? [])
      output += spec.string(bytes)
      isOver = isCut
    case UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "e"), UInt8(ascii: "E"),
      UInt8(ascii: "g"), UInt8(ascii: "G"):
      output += spec.number(decimal(argument() ?? []))
    default:
      let isUnsigned = "ouxX".utf8.contains(spec.letter)
      output += spec.integer(integer(argument() ?? [], isUnsigned: isUnsigned))
    }
  }

  private mutating func complain(_ text: Bytes) {
    complaints.append(("invalid number '\(String(text))'", output.count))
    status = 1
  }

  private mutating func integer(_ text: Bytes, isUnsigned: Bool = false) -> Int {
    if let first = text.first, first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
      return text.count > 1 ? Int(text[1]) : 0
    }
    guard let number = NumberReader.integer(text, isUnsigned: isUnsigned) else {
      complain(text)
      return 0
    }
    return number
  }

  private mutating func decimal(_ text: Bytes) -> Double {
    if let first = text.first, first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
      return text.count > 1 ? Double(text[1]) : 0
    }
    let (value, count) = NumberReader.decimal(text)
    guard count == text.count else {
      complain(text)
      return 0
    }
    return value
  }
}

/// Numbers as the C library reads them.
enum NumberReader {
  /// A whole number in C's writing: `0x1f`, `017`, `-3`; nil when anything else stands there, or
  /// what 64 bits do not hold. Without a sign all of them count, and the bits are given.
  static func integer(_ text: Bytes, isUnsigned: Bool = false) -> Int? {
    guard let number = magnitude(text), !number.isTooLarge else { return nil }
    guard number.isNegative else {
      return isUnsigned ? Int(bitPattern: number.value) : Int(exactly: number.value)
    }
    return number.value <= Int.min.magnitude ? 0 &- Int(bitPattern: number.value) : nil
  }

  /// A whole number without its sign: the last there is where it is too large.
  static func magnitude(
    _ text: Bytes
  ) -> (value: UInt, isNegative: Bool, isTooLarge: Bool)? {
    var rest = text.drop(while: \.isSpace)
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    var base = 10
    if rest.first == 48, rest.count > 1 {
      base = 8
      rest = rest.dropFirst()
      if let letter = rest.first, letter.lowered == UInt8(ascii: "x") {
        base = 16
        rest = rest.dropFirst()
      }
    }
    guard !rest.isEmpty else { return nil }
    var value: UInt = 0
    var isTooLarge = false
    for byte in rest {
      guard let digit = byte.digitValue, digit < base else { return nil }
      let (product, isTooBig) = value.multipliedReportingOverflow(by: UInt(base))
      let (sum, isBeyond) = product.addingReportingOverflow(UInt(digit))
      isTooLarge = isTooLarge || isTooBig || isBeyond
      value = isTooLarge ? .max : sum
    }
    return (value, isNegative, isTooLarge)
  }

  /// The decimal number a text begins with, and how many bytes it takes.
  static func decimal(_ text: some RandomAccessCollection<UInt8>) -> (value: Double, count: Int) {
    let bytes = Array(text)
    var place = 0
    while place < bytes.count, bytes[place].isSpace { place += 1 }
    let begin = place
    if place < bytes.count, "+-".utf8.contains(bytes[place]) { place += 1 }
    var digits = 0
    while place < bytes.count, bytes[place].isDigit { (place, digits) = (place + 1, digits + 1) }
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
      place += 1
      while place < bytes.count, bytes[place].isDigit { (place, digits) = (place + 1, digits + 1) }
    }
    guard digits > 0 else { return (0, 0) }
    var end = place
    if place < bytes.count, bytes[place].lowered == UInt8(ascii: "e") {
      place += 1
      if place < bytes.count, "+-".utf8.contains(bytes[place]) { place += 1 }
      while place < bytes.count, bytes[place].isDigit {
        place += 1
        end = place
      }
    }
    var number = String(Bytes(bytes[begin..<end]))
    if number.hasPrefix("+") { number.removeFirst() }
    if number.hasSuffix(".") { number.removeLast() }
    number = number.replacingPoint
    return (Double(number) ?? 0, end)
  }
}

extension String {
  /// Swift wants a digit in front of the point and behind it.
  fileprivate var replacingPoint: String {
    var text = self
    if text.hasPrefix(".") { text = "0" + text }
    if text.hasPrefix("-.") { text = "-0" + text.dropFirst() }
    if let point = text.range(of: ".") {
      let behind = text[point.upperBound...]
      if behind.isEmpty || behind.first == "e" || behind.first == "E" {
        text = text[..<point.upperBound] + "0" + behind
      }
    }
    return text
  }

  fileprivate func range(of character: Character) -> Range<String.Index>? {
    firstIndex(of: character).map { $0..<index(after: $0) }
  }
}
