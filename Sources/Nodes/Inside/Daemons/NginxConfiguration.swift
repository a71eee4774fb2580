import Engine

/// A configuration that an nginx has read: what it asked its files, and what followed from that.
struct NginxConfiguration: Sendable {
  /// The files it is made of, in the order of reading.
  private(set) var files: [(path: String, text: String)] = []
  private(set) var settings = NginxSettings()
  let places: NginxPlaces
  /// Everything that decided over the settings.
  private var texts: [(path: String, text: String?)] = []
  private var lists: [(pattern: String, names: [String])] = []
  private var hosts: [(name: String, isKnown: Bool)] = []

  /// Replicas read the same.
  private static let latest = Memo<NginxConfiguration>(keeping: 8)

  /// Reads the configuration that begins with `file`.
  static func read(
    _ file: String, in context: DaemonContext
  ) throws(NginxProblem) -> NginxConfiguration {
    try latest.answer {
      $0.texts.first?.path == file && $0.holds(in: context)
    } orElse: { () throws(NginxProblem) in
      try NginxConfiguration(file, in: context)
    }
  }

  private init(_ file: String, in context: DaemonContext) throws(NginxProblem) {
    var texts: [(path: String, text: String?)] = []
    var lists: [(pattern: String, names: [String])] = []
    var hosts: [(name: String, isKnown: Bool)] = []
    var reader = NginxReader(
      read: { path in
        let text = Self.text(of: path, in: context)
        texts.append((path, text))
        return text
      },
      list: { pattern in
        let names = Self.files(matching: pattern, in: context)
        lists.append((pattern, names))
        return names
      })
    let directives = try reader.directives(of: file)
    places = NginxPlaces(directives)
    var settings = NginxSettingsReader { host in
      let isKnown = context.knows(host)
      hosts.append((host, isKnown))
      return isKnown
    }
    try settings.read(directives)
    files = reader.files
    self.settings = settings.settings
    (self.texts, self.lists, self.hosts) = (texts, lists, hosts)
  }

  /// Whether reading it here would find the same.
  private func holds(in context: DaemonContext) -> Bool {
    texts.allSatisfy { Self.text(of: $0.path, in: context) == $0.text }
      && lists.allSatisfy { Self.files(matching: $0.pattern, in: context) == $0.names }
      && hosts.allSatisfy { context.knows($0.name) == $0.isKnown }
  }

  private static func text(of path: String, in context: DaemonContext) -> String? {
    try? context.read(path)
  }

  private static func files(matching pattern: String, in context: DaemonContext) -> [String] {
    let folder = FileTree.parent(of: pattern)
    return context.names(in: folder).map { FileTree.normalised($0, from: folder) }
      .filter { GlobPattern(pattern).matches($0) }
  }
}
