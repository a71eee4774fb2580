/// Backslash sequences as `echo -e`, `printf` and awk know them.
enum Escapes {
  /// The byte an escape stands for, with `place` behind the backslash. Nil when it is none of the
  /// common ones: nothing was read then. `octalPrefix` demands a zero in front, as `echo` does.
  static func byte(_ text: Bytes, at place: inout Int) -> UInt8? {
    guard place < text.count else { return nil }
    let letters: [UInt8: UInt8] = [
      UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "a"): 7,
      UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "v"): 11, .backslash: .backslash,
      UInt8(ascii: "e"): 27,
    ]
    if let byte = letters[text[place]] {
      place += 1
      return byte
    }
    if text[place] == UInt8(ascii: "x") {
      var end = place + 1
      var value = 0
      while end < text.count, end < place + 3, let digit = text[end].digitValue, digit < 16 {
        value = value * 16 + digit
        end += 1
      }
      guard end > place + 1 else { return nil }
      place = end
      return UInt8(truncatingIfNeeded: value)
    }
    return octal(text, at: &place, most: 3)
  }

  /// Up to `most` octal digits.
  static func octal(_ text: Bytes, at place: inout Int, most: Int) -> UInt8? {
    var end = place
    var value = 0
    while end < text.count, end < place + most, let digit = text[end].digitValue, digit < 8 {
      value = value * 8 + digit
      end += 1
    }
    guard end > place else { return nil }
    place = end
    return UInt8(truncatingIfNeeded: value)
  }

  /// A text with its escapes replaced; those of `echo` and `%b` write octal numbers `\0nnn`. Also
  /// whether `\c` ended it.
  static func replaced(_ text: Bytes, isEcho: Bool = true) -> (bytes: Bytes, isCut: Bool) {
    var result: Bytes = []
    var place = 0
    while place < text.count {
      let byte = text[place]
      place += 1
      guard byte == .backslash, place < text.count else {
        result.append(byte)
        continue
      }
      if text[place] == UInt8(ascii: "c") { return (result, true) }
      if isEcho, text[place] == UInt8(ascii: "0") {
        place += 1
        result.append(octal(text, at: &place, most: 3) ?? 0)
      } else if let special = self.byte(text, at: &place) {
        result.append(special)
      } else {
        result += [.backslash, text[place]]
        place += 1
      }
    }
    return (result, false)
  }
}
