import Engine

/// `10`, `2k`, `1m`: counts as head and tail read them.
private func count(_ text: String) throws(ToolProblem) -> Int {
  let units: [Character: Int] = ["b": 512, "k": 1 << 10, "m": 1 << 20]
  let unit = text.last.flatMap { units[$0] }
  guard let number = Int(unit == nil ? text : String(text.dropLast())) else {
    throw ToolProblem(text: "invalid number '\(text)'")
  }
  // As far as there is a number on either side.
  return max(-Int.max, number.multipliedClamped(by: unit ?? 1))
}

/// `-5` stands for `-n 5`, in front of all other switches.
private func withoutShortForm(_ words: [String], plus: Bool) -> [String] {
  guard let first = words.first, first.utf8.count > 1 else { return words }
  if plus, first.hasPrefix("+"), Int(first.dropFirst()) != nil {
    return ["-n", first] + words.dropFirst()
  }
  guard first.hasPrefix("-"), first.utf8.dropFirst().first?.isDigit ?? false else { return words }
  let digits = first.dropFirst().prefix(while: \.isNumber)
  let letters = first.dropFirst(digits.count + 1)
  return ["-n", String(digits)] + (letters.isEmpty ? [] : ["-\(letters)"]) + words.dropFirst()
}

/// `==> name <==` above each of several files.
private struct FileHeaders {
  var areShown: Bool
  private let first: String?

  init(_ options: GivenOptions, _ paths: [String]) {
    first = paths.first
    areShown = options.has("v") || (paths.count > 1 && !options.has("q"))
  }

  func open(_ path: String, _ page: inout Page) {
    guard areShown else { return }
    let blank = path == first ?? "-" ? "" : "\n"
    page.write(blank + "==> \(path == "-" ? "standard input" : path) <==\n")
  }
}

/// `head`
struct Head: TextTool {
  static let names = ["head"]

  let paths: [String]
  private let isBytes: Bool
  private let most: Int
  private var headers: FileHeaders
  private var rest = 0
  /// With a negative count: lines that may belong to those left out.
  private var held: [TextLine] = []

  init(_ words: [String]) throws(ToolProblem) {
    let arguments = withoutShortForm(Array(words.dropFirst()), plus: false)
    let options = try GivenOptions(arguments, "n:c:qv", long: ["lines": "n", "bytes": "c"])
    paths = options.rest
    let last = options.given.last { $0.letter == "n" || $0.letter == "c" }
    isBytes = last?.letter == "c"
    most = try count(last?.value ?? "10")
    headers = FileHeaders(options, options.rest)
  }

  func complaint(_ path: String, _ reason: String) -> String {
    "\(path): \(reason == "Is a directory" ? "Input/output error" : reason)"
  }

  var takesPieces: Bool { isBytes && most >= 0 }

  mutating func open(_ path: String, _ page: inout Page) {
    headers.open(path, &page)
    rest = most
    held = []
  }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    if most < 0 {
      held.append(line)
      return true
    }
    guard rest > 0 else { return false }
    let bytes = line.bytes + (line.isEnded ? [.newline] : [])
    page.output += isBytes ? bytes.prefix(rest) : bytes[...]
    rest -= isBytes ? bytes.count : 1
    return rest > 0
  }

  mutating func close(_ page: inout Page) -> Bool {
    guard most < 0 else { return true }
    if isBytes {
      let all = held.flatMap { $0.bytes + ($0.isEnded ? [.newline] : []) }
      page.output += all.dropLast(-most)
    } else {
      for line in held.dropLast(-most) {
        page.output += line.bytes + (line.isEnded ? [.newline] : [])
      }
    }
    return true
  }
}

/// `tail`, without following.
struct Tail: TextTool {
  static let names = ["tail"]

  let paths: [String]
  /// Whether it goes on reading what is added to the files.
  let followsFiles: Bool
  private let isVerbose: Bool
  private let isBytes: Bool
  private let isFromStart: Bool
  private let most: Int
  private var headers: FileHeaders
  private var passed = 0
  private var held: [TextLine] = []
  private var hasOpened = false

  init(_ words: [String]) throws(ToolProblem) {
    let arguments = withoutShortForm(Array(words.dropFirst()), plus: true)
    let options = try GivenOptions(
      arguments, "fc:n:qs:vF", long: ["lines": "n", "bytes": "c", "follow": "f"])
    paths = options.rest
    isVerbose = options.has("v")
    followsFiles = options.has("f") || options.has("F")
    let last = options.given.last { $0.letter == "n" || $0.letter == "c" }
    isBytes = last?.letter == "c"
    let text = last?.value ?? "10"
    isFromStart = text.hasPrefix("+")
    let number = try count(isFromStart ? String(text.dropFirst()) : text)
    most = abs(number)
    headers = FileHeaders(options, options.rest)
  }

  func complaint(_ path: String, _ reason: String) -> String {
    reason == "Is a directory" ? "read error: \(reason)" : "can't open '\(path)': \(reason)"
  }

  mutating func begin(_ page: inout Page) -> Bool {
    // Of several files only one may be there: it needs no header then.
    if headers.areShown, !isVerbose {
      headers.areShown = paths.count { $0 == "-" || page.contents(of: $0) != nil } > 1
    }
    return true
  }

  mutating func open(_ path: String, _ page: inout Page) {
    hasOpened = true
    headers.open(path, &page)
    passed = 0
    held = []
  }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    let bytes = line.bytes + (line.isEnded ? [.newline] : [])
    if isFromStart {
      let skipped = max(0, max(0, most - 1) - passed)
      if isBytes {
        page.output += bytes.dropFirst(skipped)
        passed += bytes.count
      } else {
        if skipped == 0 { page.output += bytes }
        passed += 1
      }
      return true
    }
    held.append(line)
    // Dropped in heaps, not one by one.
    if held.count - 1024 > most.multipliedClamped(by: 2), !isBytes {
      held.removeFirst(held.count - most)
    }
    return true
  }

  mutating func close(_ page: inout Page) -> Bool {
    guard !isFromStart else { return true }
    let lines = isBytes ? held[...] : held.suffix(most)
    let all = lines.flatMap { $0.bytes + ($0.isEnded ? [.newline] : []) }
    page.output += isBytes ? all.suffix(most) : all[...]
    held = []
    return true
  }

  mutating func end(_ page: inout Page) -> Int {
    if !hasOpened { page.errors += "tail: no files\n" }
    return hasOpened ? 0 : 1
  }
}

/// `wc`
struct Count: TextTool {
  static let names = ["wc"]

  let paths: [String]
  private let options: GivenOptions
  private var name = ""
  private var counts = Counts()
  private var total = Counts()
  private var fileCount = 0

  private struct Counts {
    var lines = 0
    var words = 0
    var characters = 0
    var bytes = 0
    var longest = 0
  }

  init(_ words: [String]) throws(ToolProblem) {
    options = try GivenOptions(Array(words.dropFirst()), "lwmcL")
    paths = options.rest
  }

  func complaint(_ path: String, _ reason: String) -> String { "\(path): \(reason)" }

  mutating func open(_ path: String, _ page: inout Page) {
    name = path
    counts = Counts()
    fileCount += 1
  }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    counts.lines += line.isEnded ? 1 : 0
    counts.words += line.bytes.split(whereSeparator: \.isSpace).count
    counts.bytes += line.bytes.count + (line.isEnded ? 1 : 0)
    counts.characters += line.bytes.count + (line.isEnded ? 1 : 0)
    counts.longest = max(counts.longest, line.bytes.count)
    return true
  }

  mutating func close(_ page: inout Page) -> Bool {
    show(counts, paths.isEmpty ? "" : name, &page)
    total.lines += counts.lines
    total.words += counts.words
    total.bytes += counts.bytes
    total.characters += counts.characters
    total.longest = max(total.longest, counts.longest)
    return true
  }

  mutating func end(_ page: inout Page) -> Int {
    if paths.count > 1 { show(total, "total", &page) }
    return 0
  }

  private func show(_ counts: Counts, _ name: String, _ page: inout Page) {
    let all: [(Character, Int)] = [
      ("l", counts.lines), ("w", counts.words), ("m", counts.characters), ("c", counts.bytes),
      ("L", counts.longest),
    ]
    let wanted = options.given.isEmpty ? ["l", "w", "c"] : options.given.map(\.letter)
    let numbers = all.filter { wanted.contains($0.0) }.map { String($0.1) }
    let isAlone = numbers.count == 1 && paths.count < 2
    let columns = numbers.map {
      isAlone ? $0 : String(repeating: " ", count: max(0, 9 - $0.utf8.count)) + $0
    }
    page.write(columns.joined(separator: " ") + (name.isEmpty ? "" : " \(name)") + "\n")
  }
}
