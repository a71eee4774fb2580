/// What an nginx was told by its configuration: the servers in it.
struct NginxSettings: Hashable, Sendable {
  struct Site: Hashable, Sendable {
    struct Listen: Hashable, Sendable {
      var port: Int
      var isDefault: Bool
    }

    var listens: [Listen] = []
    var names: [String] = []
    var rules = NginxRules()
    var locations: [NginxLocation] = []
  }

  var sites: [Site] = []
  /// Other servers by the name of their group.
  var upstreams: [String: [String]] = [:]
  /// Formats of log lines by their names.
  var formats: [String: String] = [:]

  /// The ports that are listened on, sorted.
  var ports: [Int] { Set(sites.flatMap { $0.listens.map(\.port) }).sorted() }

  /// The site that answers a host's name on a port.
  func site(port: Int, host: String) -> Site? {
    let here = sites.filter { $0.listens.contains { $0.port == port } }
    return here.first { $0.names.contains(host) }
      ?? here.first { site in
        site.names.contains { name in
          name.hasPrefix("*.") && host.hasSuffix(name.dropFirst())
        }
      }
      ?? here.first { $0.listens.contains { $0.port == port && $0.isDefault } } ?? here.first
  }
}

/// What holds in a part of the configuration and in all that is inside of it.
struct NginxRules: Hashable, Sendable {
  struct Answer: Hashable, Sendable {
    var status: Int
    var text: String?
  }

  struct ErrorPage: Hashable, Sendable {
    var statuses: [Int]
    /// Another status to answer with.
    var shown: Int?
    var path: String
  }

  struct Header: Hashable, Sendable {
    var name: String
    var value: String
    var isAlways: Bool
  }

  struct Gate: Hashable, Sendable {
    var isOpen: Bool
    /// An address, a range of them, or `all`.
    var who: String

    func matches(_ address: String) -> Bool {
      if who == "all" || who == address { return true }
      let parts = who.split(separator: "/")
      guard parts.count == 2, let bits = Int(parts[1]), (0...32).contains(bits),
        let range = Self.number(parts[0]), let number = Self.number(address[...])
      else { return false }
      return bits == 0 || range >> (32 - bits) == number >> (32 - bits)
    }

    private static func number(_ text: Substring) -> Int? {
      let parts = text.split(separator: ".").compactMap { Int($0) }
      guard parts.count == 4, parts.allSatisfy((0...255).contains) else { return nil }
      return parts.reduce(0) { ($0 << 8) + $1 }
    }
  }

  var root = "/usr/share/nginx/html"
  var alias: String?
  var index = ["index.html"]
  var tryFiles: [String] = []
  var answer: Answer?
  var proxy: String?
  var proxyHeaders: [Header] = []
  var listsFolders = false
  var showsStatus = false
  /// Who may come in, and who may not: the first that matches decides.
  var gates: [Gate] = []
  var errorPages: [ErrorPage] = []
  var headers: [Header] = []
  var defaultType = "text/plain"
  /// The name of the format of the log's lines; nil for no log.
  var logFormat: String? = "combined"
  /// Paths that are written anew: a pattern, what takes its place, a flag.
  var rewrites: [[String]] = []
}

/// Which paths a part of a site is for.
struct NginxLocation: Hashable, Sendable {
  enum Match: Hashable, Sendable {
    case exactly
    case beginning(isFinal: Bool)
    case pattern(ignoresCase: Bool)
    /// `@name`, for redirections inside.
    case named
  }

  var match: Match
  var path: String
  var rules: NginxRules
}
