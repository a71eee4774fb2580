/// A line that was typed at the prompt.
public struct HistoryEntry: Hashable, Sendable {
  public var text: String
  /// Seconds since 1970; nil where the file does not say.
  public var seconds: Int64?

  public init(_ text: String, seconds: Int64? = nil) {
    self.text = text
    self.seconds = seconds
  }

  // MARK: - Lines of a file

  /// `2026-11-21T23:10:20Z`, a tab, and the text: a newline in it is written `\n`, a backslash
  /// `\\`. Without a time only the text.
  var line: String {
    var result = seconds.map { CalendarTime.text($0) + "\t" } ?? ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Bytes, not characters: ten thousand entries are read at once.
  init(line: ArraySlice<UInt8>) {
    var text = line
    if line.count > CalendarTime.length,
      line[line.startIndex + CalendarTime.length] == UInt8(ascii: "\t"),
      let seconds = CalendarTime.seconds(line.prefix(CalendarTime.length))
    {
      self.seconds = seconds
      text = line.dropFirst(CalendarTime.length + 1)
    }
    self.text = Self.decoded(text)
  }

  static func decoded(_ line: ArraySlice<UInt8>) -> String {
    let backslash = UInt8(ascii: "\\")
    guard line.contains(backslash) else { return String(decoding: line, as: UTF8.self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count)
    var isEscaped = false
    for byte in line {
      if isEscaped {
        bytes.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
        isEscaped = false
      } else if byte == backslash {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
