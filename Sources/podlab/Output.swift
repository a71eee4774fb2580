import Kubectl
import Synchronization
import Terminal

/// What is printed, made harmless where it goes to a terminal: containers may print anything.
enum Output {
  /// Whether something could not be printed, for which there is one complaint only.
  private static let hasFailed = Atomic<Bool>(false)

  static func write(_ text: String) { put(text, to: .output) }

  static func complain(_ text: String) { put(text, to: .error) }

  static func write(_ chunk: Reply.Chunk) {
    switch chunk.stream {
    case .out: put(chunk.text, to: .output)
    case .err: put(chunk.text, to: .error)
    }
  }

  /// The status to leave with: what nobody can read has not been done well.
  static func status(_ status: Int32) -> Int32 {
    status == 0 && hasFailed.load(ordering: .relaxed) ? 1 : status
  }

  private static func put(_ text: String, to stream: Screen.Stream) {
    if text.isEmpty { return }
    let isWatched = Screen.isTerminal(stream)
    let shown = isWatched ? Screen.sanitized(text, keepingColours: true) : text
    switch (Screen.failure(writing: shown, to: stream), stream) {
    case (nil, _): return
    case (.noReader, _): Screen.endForLackOfReader()
    // There is nobody left to tell.
    case (.refused, .error): return
    case (.refused(let why), .output):
      guard !hasFailed.exchange(true, ordering: .relaxed) else { return }
      put("podlab: write error: \(why)\n", to: .error)
    }
  }
}
