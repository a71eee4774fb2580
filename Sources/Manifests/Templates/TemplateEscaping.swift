/// Texts made harmless for other languages, as Go's `html`, `js` and `urlquery` do.
enum TemplateEscaping {
  static func escaped(_ text: String, for language: String) -> String {
    switch language {
    case "html": text.unicodeScalars.map(html).joined()
    case "js": text.unicodeScalars.map(script).joined()
    default: query(text)
    }
  }

  private static func html(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&#34;"
    case "'": "&#39;"
    case "\0": "\u{fffd}"
    default: String(scalar)
    }
  }

  private static func script(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\": return "\\\\"
    case "'": return "\\'"
    case "\"": return "\\\""
    case "<", ">", "&", "=": break
    default: if scalar.value >= 0x20 { return String(scalar) }
    }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static func query(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "-_.~".utf8.contains(byte)
      if isPlain { return String(Unicode.Scalar(byte)) }
      if byte == UInt8(ascii: " ") { return "+" }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
