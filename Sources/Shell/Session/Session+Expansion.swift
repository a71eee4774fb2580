import Kubectl

extension Session {
  /// Words with everything filled in; an unquoted substitution may give several words or none.
  mutating func expand(_ words: [Word]) -> [String] {
    var result: [String] = []
    var bytes = 0
    for word in words {
      let fields = expand(word)
      bytes += fields.reduce(0) { $0 + $1.utf8.count }
      if isTooMuch(bytes) { return [] }
      result += fields
    }
    return result
  }

  /// More than this no command is given and no variable holds: a few rounds of `x=$x$x` would fill
  /// any memory.
  private static let mostBytes = 32_000_000

  private mutating func isTooMuch(_ bytes: Int) -> Bool {
    guard bytes > Self.mostBytes else { return false }
    unsetProblem = unsetProblem ?? "out of memory: more than \(Self.mostBytes) bytes"
    return true
  }

  private mutating func expand(_ word: Word) -> [String] {
    var fields: [String] = []
    /// The field in the making; nil while nothing of it is there.
    var current: String?
    for part in word.parts {
      switch part {
      case .literal(let text), .quoted(let text): current = (current ?? "") + text
      case .variable("@", quoted: true):
        for (place, argument) in script.arguments.enumerated() {
          if place > 0, let done = current {
            fields.append(done)
            current = nil
          }
          current = (current ?? "") + argument
        }
      case .variable(let name, let quoted):
        add(value(of: name), quoted: quoted, to: &fields, &current)
      case .filled(let parameter, let quoted):
        add(
          value(of: parameter), quoted: quoted || parameter.isQuoted, to: &fields, &current)
      case .command(let script, let quoted):
        add(output(of: script), quoted: quoted, to: &fields, &current)
      case .process(let script): current = (current ?? "") + file(of: script)
      }
      if isTooMuch(current?.utf8.count ?? 0) { return [] }
    }
    if let current { fields.append(current) }
    return fields
  }

  private func add(
    _ text: String, quoted: Bool, to fields: inout [String], _ current: inout String?
  ) {
    guard !quoted else {
      current = (current ?? "") + text
      return
    }
    let pieces = text.split(whereSeparator: \.isWhitespace).map { String($0) }
    if let first = text.first, first.isWhitespace, let done = current {
      fields.append(done)
      current = nil
    }
    for (place, piece) in pieces.enumerated() {
      if place > 0, let done = current {
        fields.append(done)
        current = nil
      }
      current = (current ?? "") + piece
    }
    if !pieces.isEmpty, let last = text.last, last.isWhitespace, let done = current {
      fields.append(done)
      current = nil
    }
  }

  /// A word that is never split: a value, a file name, a here-document.
  mutating func expandJoined(_ word: Word) -> String {
    var result = ""
    for part in word.parts {
      switch part {
      case .literal(let text), .quoted(let text): result += text
      case .variable(let name, _): result += value(of: name)
      case .filled(let parameter, _): result += value(of: parameter)
      case .command(let script, _): result += output(of: script)
      case .process(let script): result += file(of: script)
      }
      if isTooMuch(result.utf8.count) { return "" }
    }
    return result
  }

  /// A file with what a script prints.
  private mutating func file(of script: Script) -> String {
    let text = output(of: script)
    let name = "/dev/fd/\(63 - processFiles.count)"
    processFiles.append(name)
    lessonFiles[name] = text.isEmpty ? "" : text + "\n"
    return name
  }

  /// What a script prints, without the line ends at its end.
  private mutating func output(of script: Script) -> String {
    let (chunks, status) = capturing { session in session.apart { $0.evaluate(script) } }
    substitutionStatus = status
    var text = String.UnicodeScalarView()
    for chunk in chunks {
      switch chunk.stream {
      case .out: text.append(contentsOf: chunk.text.unicodeScalars)
      case .err: emit(.err, chunk.text)
      }
    }
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
