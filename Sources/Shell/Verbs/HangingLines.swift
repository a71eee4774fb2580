/// Lines that go on below their own beginning, so that a long one stays one thing to the eye.
enum HangingLines {
  /// `line` in pieces of at most `width` columns, broken at spaces; all but the first are indented
  /// by `indentation`. A word that is wider than that stays whole.
  static func pieces(of line: String, width: Int, indentation: Int) -> [String] {
    guard line.count > width else { return [line] }
    let margin = String(repeating: " ", count: indentation)
    var pieces = [String(line.prefix { $0 == " " })]
    var isFirstWord = true
    for word in line.split(separator: " ", omittingEmptySubsequences: false).drop(while: \.isEmpty)
    {
      if !isFirstWord, pieces[pieces.count - 1].count + 1 + word.count > width {
        pieces.append(margin)
        isFirstWord = true
      }
      pieces[pieces.count - 1] += isFirstWord ? String(word) : " \(word)"
      isFirstWord = false
    }
    return pieces
  }
}
