/// Why a statement does not go on to the next one.
enum AwkStop: Error {
  case problem(String)
  case exit
  case nextRecord
  case nextFile
  case giveBack(AwkValue)
  /// A command has to run first.
  case wish(CommandWish)
  /// It has worked longer than anything honest does.
  case exhausted
}

/// What a command wrote, and how it ended.
struct AwkAnswer: Sendable {
  var output: Bytes
  var status: Int
}

/// How a statement ended.
enum AwkFlow { case goesOn, leavesLoop, nextRound }

/// An awk at work: a plain value that is fed record by record.
struct AwkMachine: Sendable {
  enum Cell: Sendable {
    case value(AwkValue)
    case array(Int)
  }

  let program: AwkProgram
  var globals: [Cell]
  var locals: [[Cell]] = []
  var arrays: [AwkArray] = []
  var freeArrays: [Int] = []

  var record: Bytes = []
  var fields: [AwkValue] = []
  /// Whether the fields are those of the record.
  var isSplit = true
  /// Whether the record must be put together from its fields.
  var isRecordStale = false

  private var openRanges: Set<Int> = []
  var patterns: [Bytes: PosixPattern] = [:]
  /// Files that were written to.
  var outputs: Set<Bytes> = []
  /// What is to go through commands.
  var pipes: [(command: Bytes, input: Bytes)] = []
  /// Files that are read line by line, and what is left of them.
  var readers: [Bytes: [TextLine]] = [:]
  /// Lines of the input that were not asked for yet.
  var waiting: [TextLine] = []
  var waitingPlace = 0

  /// What commands have answered since the line was first tried, and how many were asked again.
  var answers: [AwkAnswer] = []
  var asked = 0
  var wish: CommandWish?

  var status = 0
  var isOver = false
  var isExhausted = false
  var hasFailed = false
  var seed: UInt64 = 1
  var chance: UInt64 = 1
  /// Work that is left, in expressions and pieces of text: more than anything honest needs.
  var stepsLeft = 8_000_000

  static let deepest = 300
  static let mostText = 32 << 20
  static let mostFields = 100_000

  init(_ program: AwkProgram) {
    self.program = program
    globals = Array(repeating: .value(.unset), count: program.globals.count)
    let initial: [(String, AwkValue)] = [
      ("FS", .text([32])), ("OFS", .text([32])), ("ORS", .text([10])), ("RS", .text([10])),
      ("SUBSEP", .text([28])), ("CONVFMT", .text(Bytes("%.6g".utf8))),
      ("OFMT", .text(Bytes("%.6g".utf8))), ("NR", .number(0)), ("FNR", .number(0)),
    ]
    for (name, value) in initial { globals[AwkProgram.special(name)] = .value(value) }
  }

  // MARK: Variables

  private static let fieldCount = AwkProgram.special("NF")

  func special(_ name: String) -> AwkValue {
    if case .value(let value) = globals[AwkProgram.special(name)] { value } else { .unset }
  }

  mutating func setSpecial(_ name: String, _ value: AwkValue) {
    globals[AwkProgram.special(name)] = .value(value)
  }

  var conversion: Bytes { special("CONVFMT").text([]) }

  mutating func value(_ slot: AwkSlot) throws(AwkStop) -> AwkValue {
    switch slot {
    case .global(Self.fieldCount):
      split()
      return .number(Double(fields.count))
    case .global(let place):
      if case .value(let value) = globals[place] { return value }
    case .local(let place):
      if let frame = locals.last, place < frame.count, case .value(let value) = frame[place] {
        return value
      }
    }
    throw .problem("Attempt to use array in scalar context")
  }

  mutating func set(_ slot: AwkSlot, _ value: AwkValue) throws(AwkStop) {
    switch slot {
    case .global(Self.fieldCount): setFieldCount(value)
    case .global(let place):
      if case .array = globals[place] {
        throw .problem("Attempt to use array in scalar context")
      }
      globals[place] = .value(value)
    case .local(let place):
      locals[locals.count - 1][place] = .value(value)
    }
  }

  /// Gives a variable by its name, as `-v` and operands do.
  mutating func assign(_ name: String, _ text: String) {
    guard let place = program.globals.firstIndex(of: name) else { return }
    let value = Escapes.replaced(Bytes(text.utf8), isEcho: false).bytes
    globals[place] = .value(.input(value))
  }

  mutating func array(_ slot: AwkSlot) throws(AwkStop) -> Int {
    switch slot {
    case .global(let place):
      if case .array(let number) = globals[place] { return number }
      let number = newArray()
      globals[place] = .array(number)
      return number
    case .local(let place):
      if let frame = locals.last, case .array(let number) = frame[place] { return number }
      let number = newArray()
      locals[locals.count - 1][place] = .array(number)
      return number
    }
  }

  mutating func newArray() -> Int {
    if let number = freeArrays.popLast() { return number }
    arrays.append(AwkArray())
    return arrays.count - 1
  }

  // MARK: Running

  mutating func step(_ count: Int = 1) throws(AwkStop) {
    stepsLeft -= count
    if stepsLeft < 0 {
      isExhausted = true
      throw .exhausted
    }
  }

  /// Runs statements that are not those of a record.
  mutating func run(_ blocks: [[AwkStatement]], _ page: inout Page) {
    for block in blocks where !isOver && wish == nil {
      do throws(AwkStop) {
        _ = try execute(block, &page)
      } catch {
        stop(error, &page)
      }
    }
  }

  mutating func stop(_ stop: AwkStop, _ page: inout Page) {
    locals = []
    switch stop {
    case .problem(let text):
      page.errors += "awk: cmd. line:1: \(text)\n"
      status = 1
      isOver = true
      hasFailed = true
    case .exit: isOver = true
    case .wish(let wish): self.wish = wish
    case .exhausted:
      isOver = true
      hasFailed = true
    case .nextRecord, .nextFile, .giveBack: break
    }
  }

  /// Runs the rules for a record. False when the rest of the file is not wanted.
  mutating func process(_ bytes: Bytes, _ page: inout Page) -> Bool {
    count()
    setRecord(bytes)
    do throws(AwkStop) {
      for rule in program.rules {
        guard try applies(rule.pattern, &page) else { continue }
        if let body = rule.body {
          _ = try execute(body, &page)
        } else {
          page.output += currentRecord() + special("ORS").text([])
        }
      }
    } catch {
      stop(error, &page)
      if case .nextFile = error { return false }
    }
    return !isOver
  }

  mutating func count() {
    setSpecial("NR", .number(special("NR").number + 1))
    setSpecial("FNR", .number(special("FNR").number + 1))
  }

  private mutating func applies(
    _ pattern: AwkProgram.Pattern, _ page: inout Page
  ) throws(AwkStop) -> Bool {
    switch pattern {
    case .always: return true
    case .holds(let condition): return try evaluate(condition, &page).isTrue
    case .range(let first, let last, let number):
      if !openRanges.contains(number) {
        guard try evaluate(first, &page).isTrue else { return false }
        openRanges.insert(number)
      }
      if try evaluate(last, &page).isTrue { openRanges.remove(number) }
      return true
    }
  }
}
