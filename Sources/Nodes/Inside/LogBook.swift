/// The lines that a container has printed, oldest first. Copies share all but the newest few: a
/// world is kept for every command, and a server that is asked all the time prints all the time.
struct LogBook: Sendable {
  private final class Page: Sendable {
    let lines: [LogLine]

    init(_ lines: [LogLine]) { self.lines = lines }
  }

  private static let pageLength = 50
  /// As many lines as the kubelet's rotation would roughly keep.
  static let mostLines = 10_000

  /// Full ones.
  private var pages: [Page] = []
  private var newest: [LogLine] = []
  /// What all lines take in a file.
  private(set) var bytes = 0

  var isEmpty: Bool { pages.isEmpty && newest.isEmpty }
  var count: Int { pages.count * Self.pageLength + newest.count }
  var lines: [LogLine] { pages.flatMap(\.lines) + newest }

  mutating func append(_ line: LogLine) {
    newest.append(line)
    bytes += line.text.utf8.count + 1
    guard newest.count == Self.pageLength else { return }
    pages.append(Page(newest))
    newest = []
    // A quarter at once, so that a chatty container does not move its log with every page.
    if count >= Self.mostLines { forget(pages.count / 4) }
  }

  /// Goes on with the last line; there is one.
  mutating func extend(by text: String) {
    if newest.isEmpty, let last = pages.popLast() { newest = last.lines }
    newest[newest.count - 1].text += text
    bytes += text.utf8.count
  }

  /// The last `count` lines at most.
  func suffix(_ count: Int) -> [LogLine] {
    let wanted = (count - newest.count + Self.pageLength - 1) / Self.pageLength
    return Array((pages.suffix(max(0, wanted)).flatMap(\.lines) + newest).suffix(count))
  }

  private mutating func forget(_ count: Int) {
    for line in pages.prefix(count).flatMap(\.lines) { bytes -= line.text.utf8.count + 1 }
    pages.removeFirst(count)
  }
}
