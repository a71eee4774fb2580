import Engine

/// What `read` was asked to do.
struct ReadCommand: Sendable {
  var names: [String]
  /// Whether backslashes mean themselves.
  var isRaw = false
  var prompt = ""
  var delimiter: UInt8 = 0x0A
  /// As many characters at most.
  var limit: Int?
  var deadline: SimTime?
  var descriptor = 0
}

extension ShellProgram {
  mutating func beginRead(_ words: [String], _ system: inout SystemCalls) {
    var command = ReadCommand(names: [])
    var rest = words[...]
    while let word = rest.first, word.hasPrefix("-"), word.count > 1 {
      rest.removeFirst()
      var letters = word.dropFirst()
      while let letter = letters.popFirst() {
        switch letter {
        case "r": command.isRaw = true
        case "s": break
        case "p", "n", "t", "d", "u":
          let value = letters.isEmpty ? rest.popFirst() ?? "" : String(letters)
          letters = ""
          set(letter, value, of: &command, system.now)
        default:
          complain("illegal option -\(letter)", &system)
          status = 2
          return
        }
      }
    }
    command.names = Array(rest)
    // Asked on the terminal only.
    if !command.prompt.isEmpty, system.isTerminal(command.descriptor) {
      system.write(command.prompt, to: 2)
    }
    frames.append(.reading(command, []))
  }

  private func set(
    _ letter: Character, _ value: String, of command: inout ReadCommand, _ now: SimTime
  ) {
    switch letter {
    case "p": command.prompt = value
    case "n": command.limit = Int(value)
    case "d": command.delimiter = value.utf8.first ?? 0
    case "u": command.descriptor = Int(value) ?? 0
    default:
      command.deadline = now + .seconds(fractional: Double(value) ?? 0)
    }
  }

  /// Goes on with `read`.
  mutating func read(
    _ command: ReadCommand, _ earlier: [UInt8], _ system: inout SystemCalls
  ) -> ProgramOutcome? {
    var line = earlier
    while true {
      if let limit = command.limit, line.count >= limit { break }
      // A variable does not hold more.
      if line.count > Self.longestValue { break }
      if system.mustPause {
        frames.append(.reading(command, line))
        return .goOn
      }
      let isByByte = command.limit != nil || command.delimiter != 0x0A
      let result =
        isByByte ? system.read(command.descriptor, upTo: 1) : system.readLine(command.descriptor)
      switch result {
      case .wouldBlock:
        if let deadline = command.deadline, deadline <= system.now {
          return finishRead(command, line, found: false, &system)
        }
        frames.append(.reading(command, line))
        return .wait(.readable(command.descriptor, orUntil: command.deadline))
      case .end, .failed: return finishRead(command, line, found: false, &system)
      case .bytes(let bytes):
        system.spend(bytes.count >> 6)
        line += bytes.filter { $0 != 0 || command.delimiter == 0 }
        guard line.last == command.delimiter else { continue }
        line.removeLast()
        // A backslash at the end of a line goes on with the next one.
        if !command.isRaw, line.last == UInt8(ascii: "\\"), !endsEscaped(line) {
          line.removeLast()
          continue
        }
        return finishRead(command, line, found: true, &system)
      }
    }
    return finishRead(command, line, found: true, &system)
  }

  /// Whether the backslash at the end of a line is itself escaped.
  private func endsEscaped(_ line: [UInt8]) -> Bool {
    line.reversed().prefix { $0 == UInt8(ascii: "\\") }.count.isMultiple(of: 2)
  }

  private mutating func finishRead(
    _ command: ReadCommand, _ line: [UInt8], found: Bool, _ system: inout SystemCalls
  ) -> ProgramOutcome? {
    let names = command.names.isEmpty ? ["REPLY"] : command.names
    let text = String(decoding: line, as: UTF8.self)
    let fields = ReadFields(
      text, separators: variables["IFS"] ?? " \t\n", isRaw: command.isRaw,
      keepsBlanks: command.names.isEmpty)
    for (place, value) in fields.values(for: names.count).enumerated() {
      guard set(names[place], value, &system) else { return nil }
    }
    status = found ? 0 : 1
    return nil
  }
}

/// A line that `read` parts into fields.
struct ReadFields {
  private var scalars: [(scalar: Unicode.Scalar, isEscaped: Bool)] = []
  private let separators: String
  private let keepsBlanks: Bool

  init(_ text: String, separators: String, isRaw: Bool, keepsBlanks: Bool) {
    self.separators = separators
    self.keepsBlanks = keepsBlanks
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\\", !isRaw {
        if let escaped = rest.popFirst() { scalars.append((escaped, true)) }
      } else {
        scalars.append((scalar, false))
      }
    }
  }

  private func isSeparator(_ place: Int) -> Bool {
    !scalars[place].isEscaped && separators.unicodeScalars.contains(scalars[place].scalar)
  }

  private func isBlank(_ place: Int) -> Bool {
    isSeparator(place) && " \t\n".unicodeScalars.contains(scalars[place].scalar)
  }

  /// One text for each name: the last one has all that is left.
  func values(for count: Int) -> [String] {
    var values: [String] = []
    var place = 0
    if !keepsBlanks { while place < scalars.count, isBlank(place) { place += 1 } }
    while values.count + 1 < count {
      let start = place
      while place < scalars.count, !isSeparator(place) { place += 1 }
      values.append(text(start..<place))
      while place < scalars.count, isBlank(place) { place += 1 }
      if place < scalars.count, isSeparator(place), !isBlank(place) {
        place += 1
        while place < scalars.count, isBlank(place) { place += 1 }
      }
    }
    var end = scalars.count
    if !keepsBlanks { while end > place, isBlank(end - 1) { end -= 1 } }
    // One separator at the end of the last field belongs to nothing.
    if !keepsBlanks, end > place, isSeparator(end - 1),
      !(place..<(end - 1)).contains(where: isSeparator)
    {
      end -= 1
    }
    values.append(text(place..<end))
    return values
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range].map(\.scalar))
    return String(view)
  }
}
