import Engine

/// What is sent to a port.
public enum NetworkRequest: Hashable, Sendable {
  /// Only opens a connection.
  case open
  case http(HTTPRequest)
  /// Bytes of whatever language, over TCP.
  case text(String)
  /// One message over UDP.
  case datagram(String)
}

/// What came back.
public enum NetworkAnswer: Hashable, Sendable {
  case refused
  case timedOut
  /// There is nobody of that address: `No route to host`.
  case unreachable
  /// The connection was opened, and closed again without an answer.
  case closed
  case answer(HTTPResponse)
  case text(String)
}

extension NetworkAnswer {
  /// How long a node asks its network for somebody before it says that there is nobody.
  static let unreachableAfter = SimSpan.milliseconds(3070)

  /// What came back, as it goes over the wire.
  var text: String {
    switch self {
    case .refused, .timedOut, .unreachable, .closed: ""
    case .answer(let response): response.text
    case .text(let text): text
    }
  }
}
