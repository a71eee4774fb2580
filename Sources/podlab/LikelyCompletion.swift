import Shell
import Terminal

/// How a line may go on where no earlier command says so: the one word there is, or what all words
/// begin with that there are.
final class LikelyCompletion {
  private let complete: (String) -> CompletionList
  /// Nobody asked for this: where it takes long it is left out until the next line.
  private static let mostNanoseconds: Int64 = 5_000_000
  private var isSlow = false
  /// What was said last: it is asked for again when the hint is taken.
  private var last: (line: String, rest: String?)?

  init(_ complete: @escaping (String) -> CompletionList) {
    self.complete = complete
  }

  /// What follows `line`; nil where nothing is certain.
  func rest(of line: String) -> String? {
    if let last, last.line == line { return last.rest }
    let rest = found(for: line)
    last = (line, rest)
    return rest
  }

  private func found(for line: String) -> String? {
    guard !isSlow, !line.isEmpty, !line.hasSuffix(" ") else { return nil }
    let start = Clock.processNanoseconds
    let list = complete(line)
    isSlow = Clock.processNanoseconds - start > Self.mostNanoseconds
    // They come in order: what the first and the last begin with, all begin with.
    guard let first = list.candidates.first?.text, let last = list.candidates.last?.text
    else { return nil }
    let common = first.prefix(zip(first, last).prefix { $0 == $1 }.count)
    let typed = String(line.unicodeScalars.dropFirst(list.start))
    guard common.hasPrefix(typed), common.count > typed.count else { return nil }
    return String(common.dropFirst(typed.count))
  }
}
