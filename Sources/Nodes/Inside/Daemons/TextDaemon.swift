/// Answers every request with one text.
struct TextDaemon: WebDaemon {
  let name: String
  let ports: [Int]
  /// In it `%h` stands for the host name.
  let text: String
  var greeting = ""

  mutating func listens(in context: inout DaemonContext) { context.print(greeting, .err) }

  mutating func respond(
    to request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse {
    HTTPResponse(body: text.replacing("%h", with: context.hostname)).complete(
      server: nil, type: "text/plain; charset=utf-8", at: context.now)
  }
}
