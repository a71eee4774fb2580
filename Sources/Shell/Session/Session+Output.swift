import Kubectl

extension Session {
  mutating func emit(_ stream: Reply.Stream, _ text: String) {
    guard !text.isEmpty else { return }
    let chunk = Reply.Chunk(stream, text)
    if captures.isEmpty {
      host.write(chunk)
    } else {
      captures[captures.count - 1].append(chunk)
    }
  }

  /// Text on standard output.
  mutating func put(_ text: String) { emit(.out, text) }

  /// A line on standard output.
  mutating func say(_ line: String) { emit(.out, line + "\n") }

  /// A line on standard error.
  mutating func complain(_ line: String) { emit(.err, line + "\n") }

  /// The same for a line of ours: on a screen it goes on below its own beginning.
  mutating func complain(folded line: String) {
    let indentation = line.hasPrefix("  ") ? 6 : 0
    for piece in HangingLines.pieces(
      of: line, width: style.width ?? Int.max, indentation: indentation)
    {
      complain(piece)
    }
  }

  /// Prints parts; the status of the last one that failed, or 0.
  @discardableResult
  mutating func emit(_ parts: [Part]) -> Int32 {
    for part in parts { note(part) }
    let reply = Reply(parts, style: style)
    for chunk in reply.chunks { emit(chunk.stream, chunk.text) }
    return reply.status
  }

  /// Runs something and keeps what it prints.
  mutating func capturing(
    _ work: (inout Session) -> Int32
  ) -> (chunks: [Reply.Chunk], status: Int32) {
    captures.append([])
    let status = work(&self)
    return (captures.removeLast(), status)
  }

  /// Runs something and keeps what it prints, to be shown a little later.
  mutating func gathering(
    _ work: (inout Session) -> Int32
  ) -> (chunks: [Reply.Chunk], status: Int32) {
    let outer = capturesForScreen
    if captures.count == outer { capturesForScreen += 1 }
    defer { capturesForScreen = outer }
    return capturing(work)
  }

  /// Colour and width are for the screen only, never for what goes through a pipe.
  var style: Style { captures.count == capturesForScreen ? host.style() : Style() }
}
