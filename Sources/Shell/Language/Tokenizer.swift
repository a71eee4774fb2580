/// Cuts command lines into tokens: quotes, comments, continuation lines, here-documents.
struct Tokenizer {
  /// More nesting of `$(…)` than anybody types; keeps hostile input from using up the stack.
  static let depthLimit = 24
  static let lengthLimit = 4_000_000

  let text: [Unicode.Scalar]
  var position = 0
  let depth: Int
  /// Whether the next word is a command's first.
  private var beginsCommand = true
  /// Whether the words are those of a check: `<` and brackets mean what they mean there.
  private var isInCheck = false
  /// Where the line after the current one begins when here-documents lie between.
  private var afterDocuments: Int?

  init(_ text: String, depth: Int = 0) {
    self.text = Array(text.unicodeScalars)
    self.depth = depth
  }

  /// The same text from the same place on, one level deeper.
  init(inside outer: Tokenizer) {
    text = outer.text
    position = outer.position
    depth = outer.depth + 1
  }

  /// Whether the rest of the line still has to be read before a here-document's lines come.
  var awaitsDocument: Bool { afterDocuments != nil }

  var place: SyntaxProblem.Place { place(of: position) }

  func place(of offset: Int) -> SyntaxProblem.Place {
    let before = text[..<min(max(offset, 0), text.count)]
    let line = before.count { $0 == "\n" } + 1
    let lineStart = (before.lastIndex(of: "\n") ?? -1) + 1
    return SyntaxProblem.Place(line: line, column: max(offset, 0) - lineStart + 1)
  }

  func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    position + ahead < text.count ? text[position + ahead] : nil
  }

  private mutating func skip(_ expected: Unicode.Scalar) -> Bool {
    guard peek() == expected else { return false }
    position += 1
    return true
  }

  // MARK: - Tokens

  mutating func next() throws(SyntaxProblem) -> Token {
    let token = try read()
    switch token {
    case .word(let word):
      let text = word.bareText
      if beginsCommand { isInCheck = text == Expect.name }
      beginsCommand = beginsCommand && text.map(Parser.beforeCommands.contains) ?? false
    case .redirect, .redirection: break
    case .pipe, .and, .or, .semicolon, .background, .close, .newline, .end:
      beginsCommand = true
      isInCheck = false
    }
    return token
  }

  private mutating func read() throws(SyntaxProblem) -> Token {
    skipBlanks()
    guard let first = peek() else { return .end }
    if isInCheck, let word = try checkWord() { return .word(word) }
    if let token = try redirection() { return token }
    switch first {
    case "\n":
      position += 1
      if let resume = afterDocuments {
        position = resume
        afterDocuments = nil
      }
      return .newline
    case "|":
      position += 1
      return skip("|") ? .or : .pipe
    case "&":
      position += 1
      return skip("&") ? .and : .background
    case ";":
      position += 1
      return .semicolon
    case ")":
      position += 1
      return .close
    case "(": throw .unexpected("(", at: place)
    default: return .word(try word())
    }
  }

  private mutating func skipBlanks() {
    while let scalar = peek() {
      if scalar == " " || scalar == "\t" || scalar == "\r" {
        position += 1
      } else if scalar == "\\", peek(1) == "\n" {
        position += 2
      } else if scalar == "#" {
        while let inside = peek(), inside != "\n" { position += 1 }
      } else {
        return
      }
    }
  }

  // MARK: - Redirections

  private mutating func redirection() throws(SyntaxProblem) -> Token? {
    var descriptor: Int?
    var ahead = 0
    if let digit = peek(), digit == "1" || digit == "2" || digit == "&" {
      descriptor = digit == "&" ? 0 : digit == "1" ? 1 : 2
      ahead = 1
    }
    guard let sign = peek(ahead), sign == ">" || (sign == "<" && ahead == 0) else { return nil }
    position += ahead + 1
    if sign == "<" { return try input() }
    if skip(">") { return .redirect(.write(descriptor: descriptor ?? 1, appending: true)) }
    if skip("&") {
      guard let target = peek(), target == "1" || target == "2" else {
        throw .unexpected(peek().map { String($0) } ?? "end of input", at: place)
      }
      position += 1
      return .redirection(.duplicate(from: descriptor ?? 1, to: target == "1" ? 1 : 2))
    }
    return .redirect(.write(descriptor: descriptor ?? 1, appending: false))
  }

  private mutating func input() throws(SyntaxProblem) -> Token {
    if peek() == "(" { return .word(try processSubstitution()) }
    guard skip("<") else { return .redirect(.read) }
    if skip("<") { return .redirect(.string) }
    return .redirection(.document(try document(strippingTabs: skip("-"))))
  }

  /// Reads the end word of a here-document, then its lines, which begin on the next line.
  private mutating func document(strippingTabs: Bool) throws(SyntaxProblem) -> Word {
    let start = position
    skipBlanks()
    let endWord = try word()
    guard let end = endWord.plainText, !end.isEmpty else {
      throw .unexpected("<<", at: place(of: start))
    }
    var cursor = afterDocuments ?? lineEnd(from: position) + 1
    var body = ""
    while cursor < text.count {
      let stop = lineEnd(from: cursor)
      var line = text[cursor..<stop]
      if strippingTabs { line = line.drop { $0 == "\t" } }
      let content = Self.string(line)
      cursor = stop + 1
      if content == end {
        afterDocuments = min(cursor, text.count)
        guard !endWord.isQuoted else { return Word([.quoted(body)]) }
        var inner = Tokenizer(body, depth: depth + 1)
        return Word(try inner.filledText(until: nil))
      }
      body += content + "\n"
    }
    throw .unterminatedDocument(end: end, at: place(of: start))
  }

  private func lineEnd(from start: Int) -> Int {
    var end = start
    while end < text.count, text[end] != "\n" { end += 1 }
    return end
  }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
