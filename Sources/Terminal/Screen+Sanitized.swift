extension Screen {
  /// `text` without anything that steers a terminal: `^[` for ESC, `^G` for BEL, `?` for C1 codes.
  /// Line ends and tabs stay; colours (`ESC [ … m`) stay only when they are our own.
  public static func sanitized(_ text: String, keepingColours: Bool = false) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 })
    else { return text }
    var result = String.UnicodeScalarView()
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      if keepingColours, scalar == "\u{1B}", let end = endOfColour(rest) {
        result.append(scalar)
        result.append(contentsOf: rest[..<end])
        rest = rest[end...]
      } else {
        result.append(contentsOf: visible(scalar))
      }
    }
    return String(result)
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    switch scalar.value {
    case 0x0A, 0x09: return String(scalar).unicodeScalars
    case 0..<0x20, 0x7F:
      return "^\(Character(Unicode.Scalar(UInt8(scalar.value) ^ 0x40)))".unicodeScalars
    // C1 controls; and marks that turn the direction of text, which hide what a line says.
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: return "?".unicodeScalars
    default: return String(scalar).unicodeScalars
    }
  }

  /// The end of `[1;31m`, if the text begins with such.
  private static func endOfColour(
    _ scalars: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView.Index? {
    guard scalars.first == "[" else { return nil }
    // No colour is longer than 24-bit foreground and background with every attribute.
    for (length, place) in scalars.indices.dropFirst().enumerated() where length < 64 {
      let scalar = scalars[place]
      if scalar == "m" { return scalars.index(after: place) }
      guard ("0"..."9").contains(scalar) || scalar == ";" else { return nil }
    }
    return nil
  }
}
