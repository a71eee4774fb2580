/// How a line may go on, as seen from earlier commands. Shared with the editor, which asks while
/// a line is typed.
final class HistoryHints {
  var entries: [String] = []

  /// What follows `line` in the latest command that begins like it.
  func rest(of line: String) -> String? {
    guard !line.isEmpty else { return nil }
    let bytes = line.utf8.count
    // Commands of several lines do not fit behind one.
    let entry = entries.last {
      $0.utf8.count > bytes && $0.utf8.starts(with: line.utf8) && !$0.utf8.contains(10)
    }
    return entry.map { String(decoding: $0.utf8.dropFirst(bytes), as: UTF8.self) }
  }
}
