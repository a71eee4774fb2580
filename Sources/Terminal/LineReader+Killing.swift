import CLibEdit

/// Text taken out of the line and put back in. libedit's own buffer for it is overwritten by every
/// single letter that is deleted.
extension LineReader {
  /// What a key takes away.
  enum Stretch {
    case toEnd, toStart
    /// Back to a space, and the spaces behind it.
    case wordBefore
    /// Back to what is no part of a word.
    case partBefore
    case partAfter
  }

  /// Takes a part of the line away; what is killed at one go stays together.
  func kill(_ stretch: Stretch) -> UInt8 {
    let line = buffer
    let range = range(of: stretch, line.text, line.cursor)
    guard !range.isEmpty else { return UInt8(CC_ERROR) }
    let text = WideText.string(line.text[range])
    let isOneGo = killing == Killing(length: line.text.count, cursor: line.cursor)
    killed = !isOneGo ? text : range.lowerBound < line.cursor ? text + killed : killed + text
    el_cursor(editor, Int32(range.upperBound - line.cursor))
    el_deletestr(editor, Int32(range.count))
    killing = Killing(length: line.text.count - range.count, cursor: range.lowerBound)
    return UInt8(CC_REFRESH)
  }

  /// Puts in what was killed last.
  func yank() -> UInt8 {
    guard !killed.isEmpty, insert(killed) else { return UInt8(CC_ERROR) }
    return UInt8(CC_REFRESH)
  }

  /// The line as the last kill left it: another kill there goes on with it.
  struct Killing: Equatable {
    var length: Int
    var cursor: Int
  }

  private func range(of stretch: Stretch, _ text: [wchar_t], _ cursor: Int) -> Range<Int> {
    switch stretch {
    case .toEnd: return cursor..<text.count
    case .toStart: return 0..<cursor
    case .wordBefore:
      let end = text[..<cursor].lastIndex { $0 != 0x20 } ?? -1
      let start = end < 0 ? 0 : (text[...end].lastIndex { $0 == 0x20 }.map { $0 + 1 } ?? 0)
      return start..<cursor
    case .partBefore:
      let end = text[..<cursor].lastIndex(where: Self.isInWord) ?? -1
      let start =
        end < 0 ? 0 : (text[...end].lastIndex { !Self.isInWord($0) }.map { $0 + 1 } ?? 0)
      return start..<cursor
    case .partAfter:
      let start = text[cursor...].firstIndex(where: Self.isInWord) ?? text.count
      return cursor..<(text[start...].firstIndex { !Self.isInWord($0) } ?? text.count)
    }
  }

  private static func isInWord(_ character: wchar_t) -> Bool {
    Unicode.Scalar(UInt32(character)).map { isInWord($0) } ?? true
  }
}
