import Engine

/// Where a tool writes while it reads, and what else it may look into.
struct Page {
  /// A file that a tool writes beside its output.
  struct Written {
    var path: String
    var bytes: Bytes
    var appends: Bool
  }

  var output: Bytes = []
  var errors = ""
  var written: [Written] = []
  /// The exported variables, in their order.
  var environment: [(String, String)] = []
  /// The time, in seconds since 1970.
  var seconds = 0
  private let files: (String) -> Bytes?

  /// `files` gives the bytes of a file.
  init(files: @escaping (String) -> Bytes? = { _ in nil }) { self.files = files }

  mutating func line(_ bytes: some Sequence<UInt8>) {
    output += bytes
    output.append(.newline)
  }

  mutating func write(_ text: String) { output += Bytes(text.utf8) }

  /// A moment written as `date` would.
  func date(_ format: String, _ seconds: Int) -> String {
    DateFormat(SimTime(seconds: Int64(clamping: seconds))).text(format)
  }

  /// A file as it is now, with what has just been written to it.
  func contents(of path: String) -> Bytes? {
    var bytes = files(path)
    for part in written where part.path == path {
      bytes = part.appends ? (bytes ?? []) + part.bytes : part.bytes
    }
    return bytes
  }

  /// The first writing to a file empties it, further ones follow.
  mutating func write(_ bytes: Bytes, to path: String, appends: Bool) {
    if let place = written.lastIndex(where: { $0.path == path }), appends {
      written[place].bytes += bytes
    } else {
      written.append(Written(path: path, bytes: bytes, appends: appends))
    }
  }
}

/// A line as it was read.
struct TextLine: Sendable {
  var bytes: Bytes
  /// The last line of a file may have no newline.
  var isEnded = true

  /// All lines of a text.
  static func all(_ text: some Collection<UInt8>, separator: UInt8 = .newline) -> [TextLine] {
    var lines: [TextLine] = []
    var rest = text[...]
    while let place = rest.firstIndex(of: separator) {
      lines.append(TextLine(bytes: Bytes(rest[..<place])))
      rest = rest[rest.index(after: place)...]
    }
    if !rest.isEmpty { lines.append(TextLine(bytes: Bytes(rest), isEnded: false)) }
    return lines
  }
}

/// A tool that reads texts line by line and writes as it reads: a plain value that knows nothing
/// of processes.
protocol TextTool: Tool, Sendable {
  /// Reads its words, the name among them.
  init(_ words: [String]) throws(ToolProblem)

  /// What it reads, in order; nothing means standard input, and so does `-`.
  var paths: [String] { get }

  /// Before anything is read. False when nothing is to be read at all.
  mutating func begin(_ page: inout Page) -> Bool
  mutating func open(_ path: String, _ page: inout Page)
  /// The next line. False when it needs no more of this file.
  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool
  /// The end of one file. False when it needs no more files.
  mutating func close(_ page: inout Page) -> Bool
  /// The end of all files: how the program ends.
  mutating func end(_ page: inout Page) -> Int

  /// Whether all files of a folder are read when one is named.
  var walksFolders: Bool { get }
  /// Whether it can be given parts of lines as they come.
  var takesPieces: Bool { get }
  /// Whether it goes on showing what is added to the files.
  var followsFiles: Bool { get }
  /// Whether it may want commands run: then it is given one line at a time.
  var runsCommands: Bool { get }
  /// What is to be run before it can go on. It is answered then, and given the same line again.
  var wish: CommandWish? { get }
  mutating func answer(_ output: Bytes, _ status: Int)
  /// Whether it would work for ever.
  var isEndless: Bool { get }
  /// What is said of a file that cannot be read. Nothing: a folder is like an empty file.
  func complaint(_ path: String, _ reason: String) -> String
  /// How it ends at best when a file could not be read.
  static var missingStatus: Int { get }
}

extension TextTool {
  mutating func begin(_ page: inout Page) -> Bool { true }
  mutating func open(_ path: String, _ page: inout Page) {}
  mutating func close(_ page: inout Page) -> Bool { true }
  mutating func end(_ page: inout Page) -> Int { 0 }
  var walksFolders: Bool { false }
  var takesPieces: Bool { false }
  var followsFiles: Bool { false }
  var runsCommands: Bool { false }
  var wish: CommandWish? { nil }
  mutating func answer(_ output: Bytes, _ status: Int) {}
  var isEndless: Bool { false }
  func complaint(_ path: String, _ reason: String) -> String {
    reason == "Is a directory" ? "" : "\(path): \(reason)"
  }
  static var missingStatus: Int { 1 }
}
