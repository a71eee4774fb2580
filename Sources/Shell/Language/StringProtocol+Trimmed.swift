extension StringProtocol {
  /// Without the white space at both ends.
  func trimmed() -> SubSequence {
    let start = drop(while: \.isWhitespace)
    var end = start.endIndex
    while end > start.startIndex, start[start.index(before: end)].isWhitespace {
      end = start.index(before: end)
    }
    return start[start.startIndex..<end]
  }
}
