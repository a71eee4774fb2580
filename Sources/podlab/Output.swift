import Kubectl
import Terminal

/// What is printed, made harmless where it goes to a terminal: containers may print anything.
enum Output {
  static func write(_ text: String) { put(text, to: .output) }

  static func complain(_ text: String) { put(text, to: .error) }

  static func write(_ chunk: Reply.Chunk) {
    switch chunk.stream {
    case .out: put(chunk.text, to: .output)
    case .err: put(chunk.text, to: .error)
    }
  }

  private static func put(_ text: String, to stream: Screen.Stream) {
    let isWatched = Screen.isTerminal(stream)
    Screen.write(
      isWatched ? Screen.sanitized(text, keepingColours: true) : text, to: stream)
  }
}
