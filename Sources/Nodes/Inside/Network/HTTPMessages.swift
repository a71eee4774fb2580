import Engine

/// The headers of a request or an answer, in the order in which they are sent.
public struct HTTPHeaders: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  public struct Field: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public var fields: [Field] = []

  public init() {}

  public init(dictionaryLiteral elements: (String, String)...) {
    fields = elements.map { Field($0.0, $0.1) }
  }

  /// The value of the first header of that name, in whatever case it is written; setting one
  /// replaces it where it stands, or adds it at the end.
  public subscript(name: String) -> String? {
    get {
      let wanted = name.lowercased()
      return fields.first { $0.name.lowercased() == wanted }?.value
    }
    set {
      let wanted = name.lowercased()
      let place = fields.firstIndex { $0.name.lowercased() == wanted }
      switch (place, newValue) {
      case (let place?, let value?): fields[place].value = value
      case (let place?, nil): fields.remove(at: place)
      case (nil, let value?): fields.append(Field(name, value))
      case (nil, nil): break
      }
    }
  }

  /// As they go over the wire, each line with its end.
  public var text: String { fields.map { "\($0.name): \($0.value)\r\n" }.joined() }
}

/// A request by HTTP/1.1, as a server reads it.
public struct HTTPRequest: Hashable, Sendable {
  /// In capitals, such as `GET`.
  public var method: String
  /// With the query, such as `/search?q=pods`.
  public var path: String
  public var headers: HTTPHeaders
  public var body: String
  /// Whether it comes by TLS.
  public var isSecure = false
  /// Whether it is spoken in HTTP/2, which servers of HTTP/1.1 do not understand.
  public var isSecondVersion = false

  public init(
    method: String = "GET", path: String = "/", headers: HTTPHeaders = [:], body: String = ""
  ) {
    self.method = method
    self.path = path
    self.headers = headers
    self.body = body
  }

  /// What the client calls itself; `-`, as access logs write it, when it does not say.
  public var agent: String { headers["User-Agent"] ?? "-" }

  /// The path without the query.
  public var plainPath: String {
    path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).first
      .map(String.init) ?? "/"
  }

  /// As it goes over the wire.
  public var text: String { "\(method) \(path) HTTP/1.1\r\n\(headers.text)\r\n\(body)" }
}

/// The answer to a request by HTTP/1.1.
public struct HTTPResponse: Hashable, Sendable {
  public var status: Int
  /// The words behind the status, such as `Not Found`.
  public var reason: String
  public var headers: HTTPHeaders
  public var body: String
  /// How long the server thinks before it answers.
  public var latency: SimSpan
  /// Whether ``latency`` has in it what the server's own work took, as its cpu limit lets it.
  public var countsWork = false

  public init(
    status: Int = 200, reason: String? = nil, headers: HTTPHeaders = [:], body: String = "",
    latency: SimSpan = .zero
  ) {
    self.status = status
    self.reason = reason ?? Self.reason(of: status)
    self.headers = headers
    self.body = body
    self.latency = latency
  }

  public static func reason(of status: Int) -> String { reasons[status] ?? "Unknown" }

  private static let reasons: [Int: String] = [
    200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 206: "Partial Content",
    301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified",
    307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request",
    401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict",
    410: "Gone", 413: "Request Entity Too Large", 414: "URI Too Long",
    415: "Unsupported Media Type", 418: "I'm a teapot", 422: "Unprocessable Entity",
    429: "Too Many Requests", 500: "Internal Server Error", 501: "Not Implemented",
    502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
  ]

  /// As it goes over the wire.
  public var text: String { "HTTP/1.1 \(status) \(reason)\r\n\(headers.text)\r\n\(body)" }
}
