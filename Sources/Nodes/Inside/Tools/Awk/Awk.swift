/// `awk`
struct Awk: TextTool {
  static let names = ["awk"]

  private var machine: AwkMachine
  /// Files, and assignments that happen where they stand among them.
  let paths: [String]
  private var assignments: [Int: [String]] = [:]
  private var opened = 0
  private let text: String
  private let files: [String]
  private let separator: String?
  private let given: [String]
  private let arguments: [String]
  private var isPrepared = false
  /// Whether records are not just lines: then a file is cut up when it is through.
  private var collected: Bytes = []
  /// What was printed already by what is being tried again.
  private var shown = Shown()

  private struct Shown {
    var output = 0
    var errors = 0
    var written = 0
  }

  init(_ words: [String]) throws(ToolProblem) {
    let options = try GivenOptions(Array(words.dropFirst()), "F:v:f:e:", permutes: false)
    var rest = options.rest
    var text = options.values("e").joined(separator: "\n")
    files = options.values("f")
    if text.isEmpty, files.isEmpty {
      guard !rest.isEmpty else { throw ToolProblem(text: "no program") }
      text = rest.removeFirst()
    }
    machine = AwkMachine(try AwkParser.program(Bytes(text.utf8)))
    self.text = text
    separator = options.value("F")
    given = options.values("v")
    for assignment in given where Self.sides(assignment) == nil {
      throw ToolProblem(text: "'\(assignment)' is not in the form name=value")
    }
    arguments = rest
    var paths: [String] = []
    for word in rest {
      if Self.sides(word) != nil {
        assignments[paths.count, default: []].append(word)
      } else {
        paths.append(word)
      }
    }
    self.paths = paths
  }

  private static func sides(_ word: String) -> (name: String, value: String)? {
    guard let place = word.firstIndex(of: "=") else { return nil }
    let name = word[..<place].utf8
    guard let first = name.first, !first.isDigit, name.allSatisfy(\.isWordByte) else { return nil }
    return (String(word[..<place]), String(word[word.index(after: place)...]))
  }

  var isEndless: Bool { machine.isExhausted }

  func complaint(_ path: String, _ reason: String) -> String {
    reason == "Is a directory" ? "cmd. line:1: \(reason)" : "\(path): \(reason)"
  }

  private var hasRules: Bool { !machine.program.rules.isEmpty || !machine.program.end.isEmpty }

  mutating func begin(_ page: inout Page) -> Bool {
    guard prepare(&page) else { return false }
    if machine.program.readsItself { return true }
    attempt(&page) { machine, page in machine.run(machine.program.begin, &page) }
    return hasRules && !machine.isOver
  }

  /// Reads the program's files and gives it what it begins with. Done again, it does nothing.
  private mutating func prepare(_ page: inout Page) -> Bool {
    guard !isPrepared else { return !machine.hasFailed }
    isPrepared = true
    do throws(ToolProblem) {
      var whole = Bytes(text.utf8)
      for file in files {
        guard let bytes = page.contents(of: file) else {
          throw ToolProblem(text: "\(file): No such file or directory")
        }
        whole += [.newline] + bytes
      }
      if !files.isEmpty { machine = AwkMachine(try AwkParser.program(whole)) }
    } catch {
      page.errors += "awk: \(error.text)\n"
      machine.status = error.status
      machine.isOver = true
      machine.hasFailed = true
      return false
    }
    machine.setEnvironment(page.environment)
    if let separator { machine.assign("FS", separator) }
    for assignment in given {
      if let sides = Self.sides(assignment) { machine.assign(sides.name, sides.value) }
    }
    machine.setArguments(["awk"] + arguments)
    return true
  }

  // MARK: Commands

  var runsCommands: Bool { machine.program.runsCommands }
  var wish: CommandWish? { machine.wish }

  mutating func answer(_ output: Bytes, _ status: Int) {
    machine.answers.append(AwkAnswer(output: output, status: status))
    machine.wish = nil
  }

  /// Does something that may need commands: then nothing has happened yet but what was printed,
  /// and it is done again with their answers.
  @discardableResult
  private mutating func attempt<Result>(
    _ page: inout Page, _ body: (inout AwkMachine, inout Page) -> Result
  ) -> Result {
    guard machine.program.runsCommands else { return body(&machine, &page) }
    let before = machine
    var inner = page
    (inner.output, inner.errors, inner.written) = ([], "", [])
    machine.asked = 0
    let result = body(&machine, &inner)
    page.output += inner.output.dropFirst(shown.output)
    page.errors += String(inner.errors.dropFirst(shown.errors))
    page.written += inner.written.dropFirst(shown.written)
    if let wish = machine.wish {
      shown = Shown(
        output: inner.output.count, errors: inner.errors.count, written: inner.written.count)
      machine = before
      machine.wish = wish
    } else {
      shown = Shown()
      machine.answers = []
    }
    return result
  }

  mutating func open(_ path: String, _ page: inout Page) {
    assign(opened)
    opened += 1
    collected = []
    machine.setSpecial("FNR", .number(0))
    machine.setSpecial("FILENAME", path == "-" ? .unset : .input(Bytes(path.utf8)))
  }

  private mutating func assign(_ place: Int) {
    for word in assignments[place] ?? [] {
      if let sides = Self.sides(word) { machine.assign(sides.name, sides.value) }
    }
  }

  private var recordEnd: Bytes { machine.special("RS").text([]) }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    if machine.program.readsItself {
      machine.waiting.append(line)
      return true
    }
    guard recordEnd == [.newline] else {
      collected += line.bytes + (line.isEnded ? [.newline] : [])
      return true
    }
    return attempt(&page) { machine, page in machine.process(line.bytes, &page) }
  }

  mutating func close(_ page: inout Page) -> Bool {
    guard !collected.isEmpty else { return !machine.isOver }
    let records = records(collected)
    attempt(&page) { machine, page in
      for record in records where machine.wish == nil {
        guard machine.process(record, &page) else { break }
      }
    }
    if machine.wish == nil { collected = [] }
    return !machine.isOver
  }

  private mutating func records(_ text: Bytes) -> [Bytes] {
    let separator = recordEnd
    if separator.isEmpty {
      // Paragraphs: empty lines part them, however many.
      let lines = TextLine.all(text)
      var paragraphs = lines.split { $0.bytes.isEmpty }.map { lines in
        Bytes(lines.map(\.bytes).joined(separator: [.newline]))
      }
      // The newline at the end of the text stays with the last one, as in busybox.
      if let last = lines.last, last.isEnded, !last.bytes.isEmpty, !paragraphs.isEmpty {
        paragraphs[paragraphs.count - 1].append(.newline)
      }
      return paragraphs
    }
    var parts: [Bytes]
    if separator.count == 1 {
      parts = TextLine.all(text, separator: separator[0]).map(\.bytes)
    } else {
      parts = machine.parts(of: text, separator)
      if parts.last?.isEmpty ?? false { parts.removeLast() }
    }
    return parts
  }

  mutating func end(_ page: inout Page) -> Int {
    let hasRules = hasRules
    assign(opened)
    attempt(&page) { machine, page in
      if machine.program.readsItself {
        machine.run(machine.program.begin, &page)
        while hasRules, !machine.isOver, machine.wish == nil, let record = machine.nextWaiting() {
          _ = machine.process(record, &page)
        }
      }
      if machine.wish == nil { machine.finish(&page) }
    }
    return machine.status
  }
}

extension AwkMachine {
  mutating func setArguments(_ words: [String]) {
    setSpecial("ARGC", .number(Double(words.count)))
    let number = newArray()
    for (place, word) in words.enumerated() {
      arrays[number].set(Bytes(String(place).utf8), .input(Bytes(word.utf8)))
    }
    globals[AwkProgram.special("ARGV")] = .array(number)
  }

  mutating func setEnvironment(_ variables: [(String, String)]) {
    let number = newArray()
    for (name, value) in variables {
      arrays[number].set(Bytes(name.utf8), .input(Bytes(value.utf8)))
    }
    globals[AwkProgram.special("ENVIRON")] = .array(number)
  }

  /// `exit` in a rule still runs what is to be done at the end, but a problem does not.
  mutating func finish(_ page: inout Page) {
    if !hasFailed {
      isOver = false
      run(program.end, &page)
      if wish != nil { return }
      isOver = true
    }
    do throws(AwkStop) {
      try closeAll()
    } catch {
      stop(error, &page)
    }
  }
}
