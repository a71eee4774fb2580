/// Commands made of words, and where they read and write.
extension ShellReader {
  mutating func takeName() -> String {
    let start = position
    while let byte = next, Self.isNameByte(byte), position > start || !Self.isDigit(byte) {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (65...90).contains(byte) || isDigit(byte) || byte == 95
  }

  static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// Assignments, words and redirections up to an operator.
  mutating func simple() throws(ShellSyntaxError) -> ShellCommand {
    skipBlanks()
    var command = SimpleCommand()
    command.line = currentLine()
    while true {
      if let redirection = try redirection() {
        command.redirections.append(redirection)
        continue
      }
      guard let byte = next, !"\n;&|()".utf8.contains(byte) else { break }
      if command.words.isEmpty, let assignment = try assignment() {
        command.assignments.append(assignment)
        continue
      }
      command.words.append(try word())
      if hasConditionals, command.words.count == 1, command.words[0].plainText == "[[" {
        command.isConditional = true
        try readCondition(into: &command.words)
        continue
      }
      if command.words.count == 1, command.assignments.isEmpty, isAt("(") {
        guard let name = command.words[0].plainText, peek(1) == UInt8(ascii: ")") else {
          throw unexpected()
        }
        position += 2
        return try function(name)
      }
    }
    if isAt("("), !command.words.isEmpty || !command.assignments.isEmpty { throw unexpected() }
    if command.words.isEmpty, command.assignments.isEmpty, command.redirections.isEmpty {
      throw unexpected()
    }
    return .simple(command)
  }

  /// The words up to `]]`: what joins commands and leads to files elsewhere compares here.
  private mutating func readCondition(into words: inout [ShellWord]) throws(ShellSyntaxError) {
    while words.last?.plainText != "]]" {
      skipEmptyLines()
      guard next != nil else { throw unexpected(expecting: "]]") }
      if words.last?.plainText == "=~" {
        let end = bytes[position...].firstIndex { $0 == 32 || $0 == Self.newline } ?? bytes.count
        var pattern = ShellReader(String(decoding: bytes[position..<end], as: UTF8.self))
        words.append(ShellWord(parts: try pattern.quotedParts(until: nil)))
        position = end
      } else if let sign = ["&&", "||", "(", ")", "<", ">"].first(where: isAtSign) {
        words.append(ShellWord(parts: [.text(sign, quoted: true)]))
        position += sign.utf8.count
      } else {
        words.append(try word())
      }
    }
  }

  private func isAtSign(_ sign: String) -> Bool {
    bytes[position...].starts(with: sign.utf8)
  }

  private mutating func assignment() throws(ShellSyntaxError) -> SimpleCommand.Assignment? {
    let start = position
    let name = takeName()
    guard !name.isEmpty, next == UInt8(ascii: "=") else {
      position = start
      return nil
    }
    position += 1
    guard let byte = next, !Self.endsWord(byte) else {
      return .init(name: name, value: ShellWord(parts: []))
    }
    return .init(name: name, value: try word(tildeAfterColon: true))
  }

  // MARK: - Redirections

  mutating func redirection() throws(ShellSyntaxError) -> Redirection? {
    skipBlanks()
    var descriptor: Int?
    if let digit = next, Self.isDigit(digit), let sign = peek(1), "<>".utf8.contains(sign) {
      descriptor = Int(digit) - 48
      position += 1
    }
    if isAt("<<") {
      position += 2
      return try hereDocument(descriptor ?? 0)
    }
    if isAt("<&") || isAt(">&") {
      let standard = isAt("<&") ? 0 : 1
      position += 2
      return Redirection(descriptor: descriptor ?? standard, target: .copy(try target()))
    }
    if isAt("<>") {
      position += 2
      return Redirection(descriptor: descriptor ?? 0, target: .readAndWrite(try target()))
    }
    if isAt(">>") {
      position += 2
      return Redirection(descriptor: descriptor ?? 1, target: .append(try target()))
    }
    if isAt(">") {
      position += isAt(">|") ? 2 : 1
      return Redirection(descriptor: descriptor ?? 1, target: .write(try target()))
    }
    if isAt("<") {
      position += 1
      return Redirection(descriptor: descriptor ?? 0, target: .read(try target()))
    }
    return nil
  }

  private mutating func target() throws(ShellSyntaxError) -> ShellWord {
    skipBlanks()
    guard let byte = next, !Self.endsWord(byte) else { throw unexpected() }
    return try word()
  }

  /// The text of a here-document stands after the line; it is cut out of the script here.
  private mutating func hereDocument(_ descriptor: Int) throws(ShellSyntaxError) -> Redirection {
    let strips = next == UInt8(ascii: "-")
    if strips { position += 1 }
    skipBlanks()
    let start = position
    let delimiter = try word()
    let isQuoted = bytes[start..<position].contains { "'\"\\".utf8.contains($0) }
    let end = delimiter.parts.map { part in
      if case .text(let text, _) = part { text } else { "" }
    }.joined()
    let newline = bytes[position...].firstIndex(of: Self.newline) ?? bytes.count
    var text: [UInt8] = []
    var place = min(newline + 1, bytes.count)
    var isClosed = false
    while place < bytes.count, !isClosed {
      let stop = bytes[place...].firstIndex(of: Self.newline) ?? bytes.count
      var line = bytes[place..<stop]
      place = min(stop + 1, bytes.count)
      if strips { line = line.drop { $0 == 9 } }
      if line.elementsEqual(end.utf8) {
        isClosed = true
      } else {
        text += line
        text.append(Self.newline)
      }
    }
    if !isClosed, mayGoOn {
      throw ShellSyntaxError(message: "syntax error: unexpected end of file", isIncomplete: true)
    }
    cut(min(newline + 1, place)..<place, behind: newline)
    let body = String(decoding: text, as: UTF8.self)
    if isQuoted {
      return Redirection(
        descriptor: descriptor, target: .text(ShellWord(parts: [.text(body, quoted: true)])))
    }
    var inner = ShellReader(body)
    return Redirection(
      descriptor: descriptor,
      target: .text(ShellWord(parts: try inner.quotedParts(until: nil, isDocument: true))))
  }
}
