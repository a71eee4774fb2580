/// A directive of an nginx configuration: `listen 80;` or `server { … }`.
struct NginxDirective: Hashable, Sendable {
  var name: String
  var arguments: [String]
  /// What is in its braces; nil when it ends with a semicolon.
  var block: [NginxDirective]?
  /// `/etc/nginx/nginx.conf:12`
  var place: String
}

/// Why nginx does not take its configuration, in its words.
struct NginxProblem: Error, Hashable {
  var text: String

  init(_ text: String, _ place: String) { self.text = "\(text) in \(place)" }

  init(_ text: String) { self.text = text }
}

/// Reads the files of an nginx configuration.
struct NginxReader {
  /// Files that are read one from another may nest so deep.
  private static let mostDepth = 10
  private static let mostTokens = 50_000

  private enum Token: Equatable {
    case word(String, line: Int)
    case end(line: Int)
    case open(line: Int)
    case close(line: Int)
  }

  /// Reads a file of the container; nil when it is not there.
  let read: (String) -> String?
  /// The files that a pattern such as `/etc/nginx/conf.d/*.conf` means, sorted.
  let list: (String) -> [String]
  /// Every file that was read, with its text, in the order of reading.
  private(set) var files: [(path: String, text: String)] = []

  init(read: @escaping (String) -> String?, list: @escaping (String) -> [String]) {
    self.read = read
    self.list = list
  }

  mutating func directives(
    of path: String, depth: Int = 0
  ) throws(NginxProblem) -> [NginxDirective] {
    guard depth < Self.mostDepth, let text = read(path) else {
      throw NginxProblem("open() \"\(path)\" failed (2: No such file or directory)")
    }
    files.append((path, text))
    var tokens = try Self.tokens(text, path)[...]
    let all = try block(&tokens, path, depth: depth, isInner: false)
    return all
  }

  private mutating func block(
    _ tokens: inout ArraySlice<Token>, _ path: String, depth: Int, isInner: Bool
  ) throws(NginxProblem) -> [NginxDirective] {
    var directives: [NginxDirective] = []
    var words: [String] = []
    var firstLine = 1
    while let token = tokens.popFirst() {
      switch token {
      case .word(let word, let line):
        if words.isEmpty { firstLine = line }
        words.append(word)
      case .end(let line):
        guard let name = words.first else {
          throw NginxProblem("unexpected \";\"", "\(path):\(line)")
        }
        let found = NginxDirective(
          name: name, arguments: Array(words.dropFirst()), place: "\(path):\(firstLine)")
        directives += try included(found, depth: depth) ?? [found]
        words = []
      case .open(let line):
        guard let name = words.first else {
          throw NginxProblem("unexpected \"{\"", "\(path):\(line)")
        }
        let inner = try block(&tokens, path, depth: depth, isInner: true)
        directives.append(
          NginxDirective(
            name: name, arguments: Array(words.dropFirst()), block: inner,
            place: "\(path):\(firstLine)"))
        words = []
      case .close(let line):
        guard words.isEmpty, isInner else {
          throw NginxProblem("unexpected \"}\"", "\(path):\(line)")
        }
        return directives
      }
    }
    if isInner || !words.isEmpty {
      let line = (read(path) ?? "").split(separator: "\n", omittingEmptySubsequences: false).count
      let wanted = words.isEmpty ? "\"}\"" : "\";\" or \"}\""
      throw NginxProblem("unexpected end of file, expecting \(wanted)", "\(path):\(line)")
    }
    return directives
  }

  /// What an `include` brings; nil for every other directive.
  private mutating func included(
    _ directive: NginxDirective, depth: Int
  ) throws(NginxProblem) -> [NginxDirective]? {
    guard directive.name == "include", let argument = directive.arguments.first else { return nil }
    let path = FileTree.normalised(argument, from: "/etc/nginx")
    guard path.contains(where: { "*?[".contains($0) }) else {
      guard read(path) != nil else {
        throw NginxProblem(
          "open() \"\(path)\" failed (2: No such file or directory)", directive.place)
      }
      return try directives(of: path, depth: depth + 1)
    }
    var all: [NginxDirective] = []
    for file in list(path) { all += try directives(of: file, depth: depth + 1) }
    return all
  }

  private static func tokens(_ text: String, _ path: String) throws(NginxProblem) -> [Token] {
    var tokens: [Token] = []
    var line = 1
    var word: String?
    var rest = text.replacing("\r\n", with: "\n")[...]
    func finish() {
      if let done = word { tokens.append(.word(done, line: line)) }
      word = nil
    }
    while let character = rest.popFirst(), tokens.count < mostTokens {
      switch character {
      case "\n":
        finish()
        line += 1
      case " ", "\t": finish()
      case ";":
        finish()
        tokens.append(.end(line: line))
      case "{" where word?.hasSuffix("$") != true:
        finish()
        tokens.append(.open(line: line))
      case "}" where word?.contains("${") != true:
        finish()
        tokens.append(.close(line: line))
      case "#" where word == nil: rest = rest.drop { $0 != "\n" }
      case "\"" where word == nil, "'" where word == nil:
        let begin = line
        guard let quoted = quotedPart(&rest, until: character, &line) else {
          throw NginxProblem("unexpected end of file, expecting \";\" or \"}\"", "\(path):\(line)")
        }
        tokens.append(.word(quoted, line: begin))
      case "\\":
        word = (word ?? "") + "\\" + (rest.popFirst().map { String($0) } ?? "")
      case let other: word = (word ?? "") + String(other)
      }
    }
    finish()
    return tokens
  }

  private static func quotedPart(
    _ rest: inout Substring, until quote: Character, _ line: inout Int
  ) -> String? {
    var text = ""
    while let character = rest.popFirst() {
      if character == quote { return text }
      if character == "\n" { line += 1 }
      guard character == "\\", let next = rest.popFirst() else {
        text.append(character)
        continue
      }
      switch next {
      case "n": text.append("\n")
      case "t": text.append("\t")
      case "r": text.append("\r")
      case quote, "\\": text.append(next)
      default: text += "\\" + String(next)
      }
    }
    return nil
  }
}
