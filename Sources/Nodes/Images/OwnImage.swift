import Engine

/// An image that a user has described.
public struct OwnImage: Hashable, Sendable {
  /// As manifests write it, without a tag.
  public var name: String
  public var tags = ["latest"]
  public var sizeBytes = 50_000_000
  /// The image whose programs and files it has; nil for nothing but its own.
  public var base: String?
  public var entrypoint: [String] = []
  public var command: [String] = []
  public var environment: [Variable] = []
  /// A name or a number; empty for root, or whoever the base says.
  public var user = ""
  public var workingFolder: String?
  public var files: [File] = []
  public var server: OwnServer?
  /// Who may pull it; nil for everybody.
  public var credential: PullCredential?

  public struct Variable: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public struct File: Hashable, Sendable {
    public var path: String
    public var text: String

    public init(_ path: String, _ text: String) {
      self.path = path
      self.text = text
    }
  }

  public init(name: String) { self.name = name }

  /// Why there can be no such image; nil when there can.
  public var problem: String? {
    if let why = ImageName(name).problem { return why }
    if ImageName(name).digest != nil || ImageName(name).tag != "latest" {
      return "the name of an image goes without a tag here: tags stand under tags"
    }
    for tag in tags {
      if ImageName("\(name):\(tag)").problem != nil { return "\"\(tag)\" cannot be a tag" }
    }
    guard let base else { return nil }
    if case .missing = ImageCatalog.find(ImageName(base)) { return "there is no image \(base)" }
    return nil
  }

  /// What an image of one of its tags holds.
  func facts(tag: String) -> ImageFacts {
    var facts = ImageFacts(repository: ImageName(name).repository, sizeBytes: sizeBytes)
    if let base, case .found(let below) = ImageCatalog.find(ImageName(base)) {
      facts = below
      facts.repository = ImageName(name).repository
      facts.sizeBytes = sizeBytes
    }
    facts.version = tag
    facts.server = server
    if let server { facts.programs.insert(server.name) }
    if !entrypoint.isEmpty || !command.isEmpty {
      facts.entrypoint = entrypoint
      facts.command = command
    } else if let server {
      facts.entrypoint = []
      facts.command = [server.name]
    }
    for variable in environment {
      facts.environment.removeAll { $0.name == variable.name }
      facts.environment.append((variable.name, variable.value))
    }
    if !user.isEmpty { facts.user = user }
    if let workingFolder {
      facts.workingFolder = workingFolder
      facts.folders.append(workingFolder)
    }
    facts.files += files.map { ($0.path, $0.text) }
    facts.ports += server?.ports ?? []
    return facts
  }
}

/// A server that a user has described.
public struct OwnServer: Hashable, Sendable {
  /// As its program is called.
  public var name: String
  public var ports: [Int] = []
  /// How long it takes until it listens.
  public var startsAfter = SimSpan.zero
  /// What it prints when it listens.
  public var startLog: [String] = []
  /// Whether it prints a line for each request.
  public var logsRequests = true
  /// Environment variables without which it does not start.
  public var needs: [String] = []
  public var answers: [Answer] = []
  public var crash: Crash?
  /// How long it takes to end when it is told to.
  public var stopsAfter = SimSpan.milliseconds(10)
  public var ignoresTerm = false
  public var memoryBytes = 20 << 20
  public var cpuMillis = 1
  public var cpuEachRequest = SimSpan.milliseconds(1)

  public struct Answer: Hashable, Sendable {
    /// The whole path, or its beginning with a star behind it.
    public var path: String
    public var method: String?
    public var status = 200
    public var text = ""
    /// How long it thinks.
    public var latency = SimSpan.zero
    /// Servers that it asks first, one after the other: `http://host:port/path`, or
    /// `redis://:password@host:port`. It answers with 502 when one of them does not.
    public var asks: [String] = []
    /// From then on, counted from the start, it answers with 500.
    public var failsAfter: SimSpan?

    public init(path: String) { self.path = path }

    func matches(_ request: HTTPRequest) -> Bool {
      guard method == nil || method == request.method else { return false }
      guard path.hasSuffix("*") else { return path == request.plainPath }
      return request.plainPath.hasPrefix(path.dropLast())
    }
  }

  public struct Crash: Hashable, Sendable {
    public var after: SimSpan
    public var exitCode = 1
    public var message = ""

    public init(after: SimSpan) { self.after = after }
  }

  public init(name: String) { self.name = name }
}

extension Machines {
  /// Puts an image into its registry, in place of one of the same name and tag.
  public mutating func add(_ image: OwnImage) { catalog.add(image) }
}

extension ImageCatalog {
  mutating func add(_ image: OwnImage) {
    for tag in image.tags { own[ImageName("\(image.name):\(tag)").fullName] = image }
  }
}
