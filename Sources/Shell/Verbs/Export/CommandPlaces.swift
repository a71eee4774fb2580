/// Where the commands of a line begin and end, so that words can be put before them or something
/// else in their place, and everything else stays as it was typed.
struct CommandPlaces {
  struct Found {
    /// In unicode scalars of the whole text.
    var range: Range<Int>
    /// The words, quotes taken away; empty text for what is only known when it runs.
    var words: [String]
    /// Where each word begins.
    var starts: [Int]
    /// What stands behind it leaves it in the background.
    var isInBackground = false
  }

  private(set) var found: [Found] = []
  /// Whether it uses what only bash has: `<(…)`, `<<<`.
  private(set) var needsBash = false

  /// Nil when the text is no command line.
  init?(_ text: String) {
    guard (try? Parser.parse(text)) != nil else { return nil }
    collect(Array(text.unicodeScalars), from: 0)
  }

  private mutating func collect(_ text: [Unicode.Scalar], from base: Int) {
    var tokenizer = Tokenizer(Tokenizer.string(text))
    var current: Found?
    var isTarget = false
    func closed(_ end: Int) -> Found? {
      guard var command = current else { return nil }
      command.range = command.range.lowerBound..<max(end, command.range.lowerBound)
      return command
    }
    var end = base
    while true {
      let before = tokenizer.position
      guard let token = try? tokenizer.next() else { break }
      switch token {
      case .word(let word):
        let range = Self.word(text, from: before, to: tokenizer.position)
        needsBash =
          needsBash || word.parts.contains { if case .process = $0 { true } else { false } }
        collectSubstitutions(text, in: range, from: base)
        end = base + range.upperBound
        if !isTarget { take(word, at: base + range.lowerBound, into: &current) }
        isTarget = false
      case .redirect(let sign):
        needsBash = needsBash || sign == .string
        isTarget = true
        end = base + tokenizer.position
      case .redirection: end = base + tokenizer.position
      case .pipe, .and, .or, .semicolon, .background, .close, .newline, .end:
        if var command = closed(end) {
          command.isInBackground = token == .background
          found.append(command)
        }
        current = nil
        if token == .end { return }
      }
    }
  }

  private func take(_ word: Word, at start: Int, into current: inout Found?) {
    let text = word.plainText ?? ""
    guard current != nil else {
      let isKeyword = word.bareText.map(Parser.beforeCommands.contains) ?? false
      if isKeyword || Self.isAssignment(word) { return }
      current = Found(range: start..<start, words: [text], starts: [start])
      return
    }
    current?.words.append(text)
    current?.starts.append(start)
  }

  private static func isAssignment(_ word: Word) -> Bool {
    guard case .literal(let text)? = word.parts.first, let sign = text.firstIndex(of: "=") else {
      return false
    }
    let name = text[..<sign].unicodeScalars
    return name.first.map(Tokenizer.beginsName) ?? false
      && name.allSatisfy(Tokenizer.continuesName)
  }

  /// The word itself, without the blanks and comments before it.
  private static func word(_ text: [Unicode.Scalar], from start: Int, to end: Int) -> Range<Int> {
    var place = start
    while place < end {
      if text[place] == "\\", place + 1 < end, text[place + 1] == "\n" {
        place += 2
      } else if text[place] == "#" {
        while place < end, text[place] != "\n" { place += 1 }
      } else if " \t\r\n".unicodeScalars.contains(text[place]) {
        place += 1
      } else {
        break
      }
    }
    return place..<max(place, end)
  }

  /// Looks into `$(…)`.
  private mutating func collectSubstitutions(
    _ text: [Unicode.Scalar], in range: Range<Int>, from base: Int
  ) {
    var place = range.lowerBound
    var isQuoted = false
    while place < range.upperBound {
      let scalar = text[place]
      if scalar == "\\", !isQuoted {
        place += 2
        continue
      }
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == "'", !isQuoted {
        place += 1
        while place < range.upperBound, text[place] != "'" { place += 1 }
      } else if scalar == "(", place > 0, "$<".unicodeScalars.contains(text[place - 1]) {
        let inner = Self.inside(text, from: place + 1, to: range.upperBound)
        collect(Array(text[inner]), from: base + inner.lowerBound)
        place = inner.upperBound
      }
      place += 1
    }
  }

  /// What stands between a parenthesis and the one that closes it.
  private static func inside(
    _ text: [Unicode.Scalar], from start: Int, to end: Int
  ) -> Range<Int> {
    var depth = 1
    var place = start
    var quote: Unicode.Scalar?
    while place < end {
      let scalar = text[place]
      if quote != nil {
        if scalar == quote { quote = nil }
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
      } else if scalar == "(" {
        depth += 1
      } else if scalar == ")" {
        depth -= 1
        if depth == 0 { break }
      }
      place += 1
    }
    return start..<min(place, end)
  }
}

extension CommandPlaces.Found {
  /// Behind `timeout 30s` and the like the command that is run; itself otherwise.
  var inner: CommandPlaces.Found {
    var count = 0
    switch words.first {
    case "timeout": count = 2
    case "xargs", "watch":
      count = 1
      while count < words.count, words[count].hasPrefix("-") {
        // Of flags with a value the value may stand by itself.
        let isAlone = words[count].count == 2 && "-n-I-L-P".contains(words[count])
        count += isAlone ? 2 : 1
      }
    default: return self
    }
    guard count < words.count else { return self }
    var inner = self
    inner.words.removeFirst(count)
    inner.starts.removeFirst(count)
    inner.range = inner.starts[0]..<range.upperBound
    return inner.inner
  }
}
