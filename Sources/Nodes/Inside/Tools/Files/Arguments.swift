import Engine

/// `xargs`: runs a program with the words of its input.
enum Arguments: Tool {
  static let names = ["xargs"]
  static let input = ToolInput.always

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("0rtpxE:e:I:i:n:s:P:a:", permutes: false) { options, call in
      let input = Bytes(call.input.utf8)
      let command = options.rest.isEmpty ? ["echo"] : options.rest
      let words: [String]
      do throws(ToolProblem) {
        if let mark = options.value("I") {
          let lines = TextLine.all(input).map { String($0.bytes) }
          let used = lines.map { String($0.drop { $0 == " " || $0 == "\t" }) }.filter {
            !$0.isEmpty
          }
          let commands = used.map { line in
            command.map {
              $0.split(separator: mark, omittingEmptySubsequences: false).joined(separator: line)
            }
          }
          return .program(Running(commands: commands, tells: options.has("t")))
        }
        words = try ArgumentWords.read(
          input, isZeroed: options.has("0"), end: options.value("E"))
        let most = try options.number("n") ?? Int.max
        return .program(
          Running(
            commands: batches(command, words, most, isLazy: options.has("r")),
            tells: options.has("t")))
      } catch {
        return call.fail(error.text, status: error.status)
      }
    }
  }

  private static func batches(
    _ command: [String], _ words: [String], _ most: Int, isLazy: Bool
  ) -> [[String]] {
    if words.isEmpty { return isLazy ? [] : [command] }
    var batches: [[String]] = []
    var batch: [String] = []
    var size = 0
    for word in words {
      if batch.count >= max(most, 1) || size + word.utf8.count > 32_000 {
        batches.append(command + batch)
        batch = []
        size = 0
      }
      batch.append(word)
      size += word.utf8.count + 1
    }
    batches.append(command + batch)
    return batches
  }

  private struct Running: Program {
    var commands: [[String]]
    let tells: Bool
    private var status = 0
    private var child = ChildRun()

    init(commands: [[String]], tells: Bool) {
      self.commands = commands.reversed()
      self.tells = tells
    }

    mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
      while true {
        if child.isRunning {
          guard case .ended(let code) = child.look(&system) else { return .wait(child.end) }
          if code == 255 {
            system.write("xargs: sh: exited with status 255; aborting\n", to: 2)
            return .exit(124)
          }
          if code >= 126 { return .exit(code) }
          if code != 0 { status = 123 }
        }
        guard let words = commands.popLast() else { return .exit(status) }
        if tells { system.write(words.joined(separator: " ") + "\n", to: 2) }
        if let problem = child.start(words, emptyInput: true, &system) {
          system.write("xargs: \(words[0]): \(problem.reason)\n", to: 2)
          return .exit(problem.status)
        }
      }
    }
  }
}

/// Words as `xargs` reads them: parted by blanks, with quotes and backslashes.
enum ArgumentWords {
  static func read(_ text: Bytes, isZeroed: Bool, end: String?) throws(ToolProblem) -> [String] {
    if isZeroed { return TextLine.all(text, separator: 0).map { String($0.bytes) } }
    var words: [String] = []
    var word: Bytes?
    var quote: UInt8?
    var place = 0
    while place < text.count {
      let byte = text[place]
      place += 1
      if let open = quote {
        if byte == open { quote = nil } else { word?.append(byte) }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
        word = word ?? []
      } else if byte == .backslash, place < text.count {
        word = (word ?? []) + [text[place]]
        place += 1
      } else if byte.isSpace {
        if let done = word {
          if let end, String(done) == end { return words }
          words.append(String(done))
        }
        word = nil
      } else {
        word = (word ?? []) + [byte]
      }
    }
    if quote != nil {
      throw ToolProblem(text: "unmatched \(quote == 39 ? "single" : "double") quote")
    }
    if let word, end.map({ $0 != String(word) }) ?? true { words.append(String(word)) }
    return words
  }
}
