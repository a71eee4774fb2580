import Foundation
import Kubectl

/// Where output goes.
enum Screen {
  static let isTerminal = isatty(1) == 1

  /// Columns; nil where nobody watches.
  static var width: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  static func write(_ text: String) { put(text, to: .standardOutput, onTerminal: isTerminal) }

  static func write(_ chunk: Reply.Chunk) {
    switch chunk.stream {
    case .out: write(chunk.text)
    case .err: put(chunk.text, to: .standardError, onTerminal: isatty(2) == 1)
    }
  }

  private static func put(_ text: String, to handle: FileHandle, onTerminal: Bool) {
    let shown = onTerminal ? harmless(text) : text
    // A reader that has gone away is no reason to crash.
    try? handle.write(contentsOf: Data(shown.utf8))
  }

  /// What containers print may hold anything; only line ends, tabs and our own colours reach a
  /// terminal.
  private static func harmless(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var scalars = Substring(text).unicodeScalars
    while let scalar = scalars.popFirst() {
      if scalar == "\u{1b}", let end = colourEnd(scalars) {
        result.append(scalar)
        result.append(contentsOf: scalars[..<end])
        scalars = scalars[end...]
      } else if scalar.value < 32 && scalar != "\n" && scalar != "\t" || scalar.value == 127
        || (128..<160).contains(scalar.value)
      {
        result.append("\u{fffd}")
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The end of `[1;31m`, if the text begins with such.
  private static func colourEnd(
    _ scalars: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView.Index? {
    guard scalars.first == "[" else { return nil }
    var place = scalars.index(after: scalars.startIndex)
    var length = 0
    while place < scalars.endIndex, length < 16 {
      let scalar = scalars[place]
      place = scalars.index(after: place)
      length += 1
      if scalar == "m" { return place }
      guard ("0"..."9").contains(scalar) || scalar == ";" else { return nil }
    }
    return nil
  }
}
