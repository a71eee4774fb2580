import Engine

/// A program that listens on ports and answers for ever.
struct Server: Hashable, Sendable {
  enum Speech: Hashable, Sendable {
    case nginx
    /// The page server of busybox or Apache, from this folder.
    case pages(folder: String, name: String)
    case redis
    /// Sends what it was given to whoever connects; `goesOn` after the first one as well.
    case netcat(answer: String, goesOn: Bool)
    /// Answers every request with the pod's host name.
    case hostname
    /// Answers every request with a text, in which `%h` stands for the host name.
    case fixed(text: String)
    /// Computes for a while at every request, then says OK.
    case reckoning
    /// Listens, and speaks a language of its own.
    case opaque(name: String)
  }

  var speaks: Speech
  var ports: [Int]
  var bindAddress = "0.0.0.0"

  /// What it says on starting up.
  func greeting(at now: SimTime) -> String {
    switch speaks {
    case .nginx:
      let stamp = now.rfc3339.prefix(10).map { $0 == "-" ? "/" : $0 } + " " + now.clockText
      return "\(String(stamp)) [notice] 1#1: nginx started\n"
    case .redis:
      return "1:M \(now.clockText) * Ready to accept connections tcp\n"
    case .pages, .netcat, .hostname, .fixed, .reckoning, .opaque: return ""
    }
  }

  /// What it says, and after how long it gives up, when its port is taken.
  func bindFailure(port: Int, at now: SimTime) -> (text: String, after: SimSpan) {
    switch speaks {
    case .nginx:
      let stamp =
        String(now.rfc3339.prefix(10).map { $0 == "-" ? "/" : $0 }) + " " + now.clockText
      let attempt =
        "\(stamp) [emerg] 1#1: bind() to 0.0.0.0:\(port) failed (98: Address already in use)\n"
        + "nginx: [emerg] bind() to 0.0.0.0:\(port) failed (98: Address already in use)\n"
        + "\(stamp) [notice] 1#1: try again to bind() after 500ms\n"
      let last =
        "\(stamp) [emerg] 1#1: still could not bind()\nnginx: [emerg] still could not bind()\n"
      return (String(repeating: attempt, count: 5) + last, .milliseconds(2500))
    case .pages(_, let name):
      return ("\(name): bind: Address already in use\n", .zero)
    case .redis:
      return (
        "1:M \(now.clockText) # Warning: Could not create server TCP listening socket *:\(port): "
          + "bind: Address already in use\n1:M \(now.clockText) # Failed listening on port \(port) "
          + "(tcp), aborting.\n", .zero
      )
    case .netcat: return ("nc: bind: Address already in use\n", .zero)
    case .hostname, .fixed, .reckoning, .opaque: return ("bind: Address already in use\n", .zero)
    }
  }
}
