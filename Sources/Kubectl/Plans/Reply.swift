/// What a command has printed, and how it ended.
public struct Reply: Sendable, Equatable {
  public enum Stream: Hashable, Sendable {
    case out
    case err
  }

  public struct Chunk: Hashable, Sendable {
    public var stream: Stream
    public var text: String

    public init(_ stream: Stream, _ text: String) {
      self.stream = stream
      self.text = text
    }
  }

  public var chunks: [Chunk] = []
  public var status: Int32 = 0

  public init(_ chunks: [Chunk] = [], status: Int32 = 0) {
    self.chunks = chunks
    self.status = status
  }

  /// All parts rendered; a failed part sets the status.
  public init(_ parts: [Part], status: Int32 = 0, style: Style = Style()) {
    self.status = status
    let failures = parts.count { if case .failed = $0 { true } else { false } }
    for part in parts { append(part, style: style, isOnlyFailure: failures <= 1) }
  }

  public mutating func append(
    _ part: Part, style: Style = Style(), isOnlyFailure: Bool = true
  ) {
    switch part {
    case .out(let view): append(.out, view.render(style))
    case .note(let text): append(.err, text + "\n")
    case .failed(let failure):
      append(.err, (isOnlyFailure ? failure.message : failure.messageAmongOthers) + "\n")
      status = failure.status
    }
  }

  public mutating func append(_ stream: Stream, _ text: String) {
    if !text.isEmpty { chunks.append(Chunk(stream, text)) }
  }

  /// Everything printed on one stream.
  public func text(_ stream: Stream) -> String {
    chunks.filter { $0.stream == stream }.map(\.text).joined()
  }

  /// Everything printed, in order.
  public var text: String { chunks.map(\.text).joined() }
}
