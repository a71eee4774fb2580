/// The three streams of a command that was started from outside its container, and of a main
/// process that has its standard input open.
struct CallerStreams: Sendable {
  var input = Pipe()
  /// Whether more may come.
  var isInputOpen = true
  /// Whether a person types: input comes in lines, and its end is a key.
  let isTerminal: Bool
  /// Times that the key for the end was pressed and not been read yet.
  var endings = 0
  var output: [(stream: LogLine.Stream, text: [UInt8])] = []

  mutating func print(_ bytes: some Collection<UInt8>, _ stream: LogLine.Stream) {
    // A terminal knows only one stream.
    let stream = isTerminal ? .out : stream
    if let last = output.indices.last, output[last].stream == stream {
      output[last].text.append(contentsOf: bytes)
    } else {
      output.append((stream, Array(bytes)))
    }
  }
}
