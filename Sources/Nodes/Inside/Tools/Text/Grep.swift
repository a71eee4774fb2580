/// What `grep` looks for.
struct GrepMatcher: Sendable {
  private let patterns: [PosixPattern]
  private let isWholeLine: Bool
  private let isWholeWord: Bool

  init(
    _ texts: [Bytes], isPlain: Bool, isExtended: Bool, ignoresCase: Bool, isWholeLine: Bool,
    isWholeWord: Bool
  ) throws(ToolProblem) {
    self.isWholeLine = isWholeLine
    self.isWholeWord = isWholeWord
    var patterns: [PosixPattern] = []
    for text in texts {
      do throws(PatternProblem) {
        patterns.append(
          isPlain
            ? try PosixPattern(plain: text, ignoresCase: ignoresCase)
            : try PosixPattern(text, isExtended: isExtended, ignoresCase: ignoresCase))
      } catch {
        throw ToolProblem(text: "bad regex '\(String(text))'", status: 2)
      }
    }
    self.patterns = patterns
  }

  /// The first match at `from` or behind it, of whichever pattern has it first.
  func match(_ line: Bytes, from: Int = 0) -> Range<Int>? {
    var best: Range<Int>?
    for pattern in patterns {
      guard let found = match(pattern, line, from: from) else { continue }
      if let best, best.lowerBound <= found.lowerBound { continue }
      best = found
    }
    return best
  }

  func matches(_ line: Bytes) -> Bool {
    patterns.contains { match($0, line, from: 0) != nil }
  }

  private func match(_ pattern: PosixPattern, _ line: Bytes, from: Int) -> Range<Int>? {
    var start = from
    while let found = pattern.firstMatch(in: line, from: start)?.range {
      if fits(found, line) { return found }
      start = found.lowerBound + 1
      if start > line.count { return nil }
    }
    return nil
  }

  private func fits(_ range: Range<Int>, _ line: Bytes) -> Bool {
    if isWholeLine, range != 0..<line.count { return false }
    guard isWholeWord else { return true }
    let isJoined =
      (range.lowerBound > 0 && line[range.lowerBound - 1].isWordByte)
      || (range.upperBound < line.count && line[range.upperBound].isWordByte)
    return !isJoined
  }
}

/// `grep`
struct Grep: TextTool {
  static let names = ["grep", "egrep", "fgrep"]
  static let missingStatus = 2

  private let options: GivenOptions
  private var matcher: GrepMatcher
  private let texts: [String]
  private let name: String
  /// The files to search, in order.
  let paths: [String]
  private let showsName: Bool
  private let before: Int
  private let after: Int
  private let most: Int

  private var place = ""
  private var number = 0
  private var count = 0
  private var hasMatched = false
  private var hasListed = false
  private var hasFailed = false
  /// Lines that would be shown in front of a match.
  private var recent: [(number: Int, bytes: Bytes)] = []
  private var lastShown: Int?
  private var hasShown = false
  private var linesAfter = 0

  init(_ words: [String]) throws(ToolProblem) {
    let letters = "HhnlLoqvsrRiwxFEcze:f:A:B:C:m:"
    let long: [String: Character] = ["color": "¢", "colour": "¢"]
    let options = try GivenOptions(
      Array(words.dropFirst()).filter { !$0.hasPrefix("--color") }, letters, long: long,
      badStatus: 2)
    self.options = options
    var rest = options.rest
    var texts = options.values("e")
    if texts.isEmpty, !options.has("f") {
      guard !rest.isEmpty else { throw ToolProblem(text: "missing PATTERN", status: 2) }
      texts = [rest.removeFirst()]
    }
    name = words.first.map { FileTree.name(of: $0) } ?? "grep"
    self.texts = texts
    matcher = try Self.matcher(texts, options, name)
    let around = try options.number("C") ?? 0
    before = try options.number("B") ?? around
    after = try options.number("A") ?? around
    most = try options.number("m") ?? Int.max
    let isRecursive = options.has("r") || options.has("R")
    paths = rest.isEmpty && isRecursive ? ["."] : rest
    showsName = options.has("H") || (!options.has("h") && (rest.count > 1 || isRecursive))
  }

  private static func matcher(
    _ texts: [String], _ options: GivenOptions, _ name: String
  ) throws(ToolProblem) -> GrepMatcher {
    try GrepMatcher(
      texts.flatMap { $0.utf8.split(separator: .newline, omittingEmptySubsequences: false) }
        .map(Bytes.init),
      isPlain: options.has("F") || name == "fgrep", isExtended: options.has("E") || name == "egrep",
      ignoresCase: options.has("i"), isWholeLine: options.has("x"), isWholeWord: options.has("w"))
  }

  /// The patterns that lie in files are read first.
  mutating func begin(_ page: inout Page) -> Bool {
    guard options.has("f") else { return true }
    do throws(ToolProblem) {
      var all = texts
      for path in options.values("f") {
        guard let bytes = page.contents(of: path) else {
          throw ToolProblem(text: "\(path): No such file or directory", status: 2)
        }
        all += TextLine.all(bytes).map { String($0.bytes) }
      }
      matcher = try Self.matcher(all, options, name)
      return true
    } catch {
      page.errors += "\(name): \(error.text)\n"
      hasFailed = true
      return false
    }
  }

  /// Whether folders are searched, too.
  var walksFolders: Bool { options.has("r") || options.has("R") }

  func complaint(_ path: String, _ reason: String) -> String {
    options.has("s") || reason == "Is a directory" ? "" : "\(path): \(reason)"
  }

  mutating func open(_ path: String, _ page: inout Page) {
    place = path == "-" ? "(standard input)" : path
    number = 0
    count = 0
    recent = []
    lastShown = nil
    linesAfter = 0
  }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    number += 1
    guard matcher.matches(line.bytes) != options.has("v") else {
      pass(line.bytes, &page)
      return true
    }
    count += 1
    hasMatched = true
    if options.has("q") || options.has("l") || options.has("L") { return false }
    if !options.has("c") { show(match: line.bytes, &page) }
    return count < most
  }

  mutating func close(_ page: inout Page) -> Bool {
    if options.has("l") {
      if count > 0 { page.line(place.utf8) }
    } else if options.has("L") {
      if count == 0 {
        page.line(place.utf8)
        hasListed = true
      }
    } else if options.has("c"), !options.has("q") {
      page.write((showsName ? "\(place):" : "") + "\(count)\n")
    }
    return !(options.has("q") && hasMatched)
  }

  mutating func end(_ page: inout Page) -> Int {
    if hasFailed { return 2 }
    return (options.has("L") ? hasListed : hasMatched) ? 0 : 1
  }

  // MARK: Showing

  /// A line that does not match: perhaps it stands near one that does.
  private mutating func pass(_ line: Bytes, _ page: inout Page) {
    if options.has("c") || options.has("o") { return }
    if linesAfter > 0 {
      linesAfter -= 1
      show(line, number, "-", &page)
    } else if before > 0 {
      if recent.count == before { recent.removeFirst() }
      recent.append((number, line))
    }
  }

  private mutating func show(match line: Bytes, _ page: inout Page) {
    if options.has("o"), !options.has("v") {
      var from = 0
      while from <= line.count, let range = matcher.match(line, from: from) {
        if range.isEmpty {
          from = range.upperBound + 1
          continue
        }
        prefix(number, ":", &page)
        page.line(line[range])
        from = range.upperBound
      }
      return
    }
    let first = recent.first?.number ?? number
    if before > 0 || after > 0, hasShown, lastShown.map({ $0 + 1 < first }) ?? true {
      page.write("--\n")
    }
    for earlier in recent { show(earlier.bytes, earlier.number, "-", &page) }
    recent = []
    show(line, number, ":", &page)
    linesAfter = after
  }

  private mutating func show(_ line: Bytes, _ place: Int, _ sign: String, _ page: inout Page) {
    prefix(place, sign, &page)
    page.line(line)
    lastShown = place
    hasShown = true
  }

  private func prefix(_ place: Int, _ sign: String, _ page: inout Page) {
    if showsName { page.write(self.place + sign) }
    if options.has("n") { page.write("\(place)\(sign)") }
  }
}
