import Lessons

/// Words side by side, to be read down the columns.
enum Columns {
  /// In as few rows as fit `width`, each column as wide as its longest word.
  static func lines(_ words: [String], width: Int) -> [String] {
    for rows in 1...max(1, words.count) {
      let starts = Array(stride(from: 0, to: words.count, by: rows))
      let widths = starts.map { start in
        words[start..<min(start + rows, words.count)].map { ColumnWidth.of($0) }.max() ?? 0
      }
      guard widths.reduce(-2, { $0 + $1 + 2 }) <= width || rows >= words.count else { continue }
      return (0..<rows).map { row in
        var line = ""
        for (column, start) in starts.enumerated() where start + row < words.count {
          let word = words[start + row]
          let isLast = start + rows + row >= words.count
          let room = isLast ? 0 : widths[column] + 2 - ColumnWidth.of(word)
          line += word + String(repeating: " ", count: room)
        }
        return line
      }
    }
    return words
  }
}
