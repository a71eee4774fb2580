import Engine

/// What statements do.
extension AwkMachine {
  mutating func execute(
    _ statements: [AwkStatement], _ page: inout Page
  ) throws(AwkStop) -> AwkFlow {
    for statement in statements {
      let flow = try execute(statement, &page)
      if flow != .goesOn { return flow }
    }
    return .goesOn
  }

  private mutating func execute(
    _ statement: AwkStatement, _ page: inout Page
  ) throws(AwkStop) -> AwkFlow {
    try step()
    switch statement {
    case .expression(let value): _ = try evaluate(value, &page)
    case .print(let values, let redirection):
      try put(try printed(values, &page), redirection, &page)
    case .printf(let values, let redirection):
      try put(try formatted(values, &page), redirection, &page)
    case .branch(let condition, let yes, let no):
      return try execute(try evaluate(condition, &page).isTrue ? yes : no, &page)
    case .whileLoop, .doLoop, .forLoop, .forEach: return try loop(statement, &page)
    case .block(let body): return try execute(body, &page)
    case .delete(let array, let subscripts):
      let number = try self.array(array)
      if let subscripts {
        arrays[number].remove(try key(subscripts, &page))
      } else {
        arrays[number] = AwkArray()
      }
    case .leaveLoop: return .leavesLoop
    case .nextRound: return .nextRound
    case .nextRecord: throw .nextRecord
    case .nextFile: throw .nextFile
    case .exit(let value):
      if let value { status = AwkFormat.integer(try evaluate(value, &page).number) & 255 }
      throw .exit
    case .giveBack(let value):
      throw .giveBack(
        try value.map2 { value throws(AwkStop) in try evaluate(value, &page) } ?? .unset)
    }
    return .goesOn
  }

  private mutating func loop(
    _ statement: AwkStatement, _ page: inout Page
  ) throws(AwkStop) -> AwkFlow {
    switch statement {
    case .whileLoop(let condition, let body):
      while try evaluate(condition, &page).isTrue {
        try step()
        if try execute(body, &page) == .leavesLoop { break }
      }
    case .doLoop(let body, let condition):
      repeat {
        try step()
        if try execute(body, &page) == .leavesLoop { break }
      } while try evaluate(condition, &page).isTrue
    case .forLoop(let first, let condition, let next, let body):
      if let first { _ = try execute(first, &page) }
      while true {
        try step()
        if let condition, !(try evaluate(condition, &page).isTrue) { break }
        if try execute(body, &page) == .leavesLoop { break }
        if let next { _ = try execute(next, &page) }
      }
    case .forEach(let variable, let array, let body):
      let number = try self.array(array)
      for key in arrays[number].keys {
        try step()
        try set(variable, .input(key))
        if try execute(body, &page) == .leavesLoop { break }
      }
    default: break
    }
    return .goesOn
  }

  // MARK: Output

  private mutating func printed(
    _ values: [AwkExpression], _ page: inout Page
  ) throws(AwkStop) -> Bytes {
    var line: Bytes = []
    if values.isEmpty { line = currentRecord() }
    for (place, value) in values.enumerated() {
      if place > 0 { line += special("OFS").text([]) }
      line += try evaluate(value, &page).text(special("OFMT").text([]))
    }
    return line + special("ORS").text([])
  }

  mutating func formatted(
    _ values: [AwkExpression], _ page: inout Page
  ) throws(AwkStop) -> Bytes {
    guard let first = values.first else { throw .problem("Too few arguments") }
    let format = try evaluate(first, &page).text(conversion)
    var arguments: [AwkValue] = []
    for value in values.dropFirst() { arguments.append(try evaluate(value, &page)) }
    if let place = format.firstIndex(of: UInt8(ascii: "*")), place > 0,
      format[..<place].last(where: { !"-+ #0123456789.".utf8.contains($0) }) == UInt8(ascii: "%")
    {
      throw .problem("%*x formats are not supported")
    }
    let text = AwkFormat.text(format, arguments, conversion)
    try step(text.count >> 6)
    return text
  }

  private mutating func put(
    _ bytes: Bytes, _ redirection: AwkRedirection?, _ page: inout Page
  ) throws(AwkStop) {
    guard page.output.count < Self.mostText else { throw .exhausted }
    try step(bytes.count >> 4)
    switch redirection {
    case nil: page.output += bytes
    case .file(let name): put(bytes, to: try text(name, &page), appends: false, &page)
    case .append(let name): put(bytes, to: try text(name, &page), appends: true, &page)
    case .command(let value):
      let command = try text(value, &page)
      if let place = pipes.firstIndex(where: { $0.command == command }) {
        pipes[place].input += bytes
      } else {
        pipes.append((command, bytes))
      }
    }
  }

  private mutating func put(_ bytes: Bytes, to path: Bytes, appends: Bool, _ page: inout Page) {
    switch String(path) {
    case "/dev/stdout", "-": page.output += bytes
    case "/dev/stderr": page.errors += String(bytes)
    default:
      let isNew = outputs.insert(path).inserted
      page.write(bytes, to: String(path), appends: appends || !isNew)
    }
  }

  /// Ends a file or a command: its status, or -1 when it was not open.
  mutating func close(_ name: Bytes) throws(AwkStop) -> Int {
    var status = -1
    if let place = pipes.firstIndex(where: { $0.command == name }) {
      let pipe = pipes.remove(at: place)
      status = try run(pipe.command, pipe.input)
    }
    if outputs.remove(name) != nil { status = 0 }
    if readers.removeValue(forKey: name) != nil { status = 0 }
    if readers.removeValue(forKey: Bytes("|".utf8) + name) != nil { status = 0 }
    return status
  }

  mutating func closeAll() throws(AwkStop) {
    for pipe in pipes { _ = try run(pipe.command, pipe.input) }
    pipes = []
  }

  mutating func run(_ command: Bytes, _ input: Bytes?) throws(AwkStop) -> Int {
    try ask(CommandWish(command: String(command), input: input, isCaptured: false)).status
  }

  /// The answer of a command that has run, or the wish that it does.
  mutating func ask(_ wish: CommandWish) throws(AwkStop) -> AwkAnswer {
    guard asked < answers.count else { throw .wish(wish) }
    asked += 1
    return answers[asked - 1]
  }
}

extension Optional {
  /// Maps with a body that may throw, and says what.
  fileprivate func map2<Result, Problem: Error>(
    _ body: (Wrapped) throws(Problem) -> Result
  ) throws(Problem) -> Result? {
    guard let value = self else { return nil }
    return try body(value)
  }
}

/// `printf` of awk.
enum AwkFormat {
  static func text(_ format: Bytes, _ values: [AwkValue], _ conversion: Bytes) -> Bytes {
    var output: Bytes = []
    var rest = values[...]
    var place = 0
    while place < format.count, output.count < AwkMachine.mostText {
      let byte = format[place]
      place += 1
      guard byte == UInt8(ascii: "%") else {
        output.append(byte)
        continue
      }
      if place < format.count, format[place] == byte {
        place += 1
        output.append(byte)
        continue
      }
      let spec = FormatSpec(format, at: &place) {
        Int(max(-65_536, min(65_536, rest.popFirst()?.number ?? 0)))
      }
      guard let spec else { break }
      let value = rest.popFirst() ?? .unset
      switch spec.letter {
      case UInt8(ascii: "c"):
        if case .number(let code) = value {
          output += spec.byte(UInt8(truncatingIfNeeded: integer(code)))
        } else {
          output += spec.string(value.text(conversion).prefix(1))
        }
      case UInt8(ascii: "s"): output += spec.string(value.text(conversion))
      case UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "e"), UInt8(ascii: "E"),
        UInt8(ascii: "g"), UInt8(ascii: "G"):
        output += spec.number(value.number)
      case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
        UInt8(ascii: "x"), UInt8(ascii: "X"):
        output += spec.integer(integer(value.number))
      default: output += [UInt8(ascii: "%"), spec.letter]
      }
    }
    return output
  }

  static func integer(_ value: Double) -> Int { Int(clamping: value) }
}
