/// `seq`
enum SequenceTool: WordTool {
  static let names = ["seq"]

  /// Where all is written at once, whoever asks for more wants to fill the memory.
  private static let mostBytes = 16 << 20

  static func written(_ words: [String]) -> Written {
    do throws(ToolProblem) {
      var numbers = try NumberSequence(words)
      var output: Bytes = []
      while !numbers.isOver, output.count < mostBytes { output += numbers.next() }
      if numbers.isOver { return Written(output) }
      return Written(output, complaints: [("out of memory", output.count)], status: 1)
    } catch {
      return Written(complaint: error.text)
    }
  }

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    do throws(ToolProblem) {
      return .program(Counting(numbers: try NumberSequence(call.arguments)))
    } catch {
      return call.fail(error.text)
    }
  }

  /// Counts as far as whoever reads along wants to know.
  private struct Counting: Program {
    var numbers: NumberSequence

    mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
      while !system.mustPause, system.process.isRunning {
        if numbers.isOver { return .exit(0) }
        var bytes: Bytes = []
        var effort = 0
        while !numbers.isOver, bytes.count < 4096, effort < 1000 {
          bytes += numbers.next()
          effort += numbers.effort
        }
        system.spend(effort + bytes.count >> 5)
        if system.write(bytes, to: 1) != nil { return .exit(1) }
      }
      return .goOn
    }
  }
}

/// The numbers that `seq` counts, one after the other.
struct NumberSequence: Sendable {
  private var first = 1.0
  private var step = 1.0
  private let last: Double
  private let separator: Bytes
  private var spec: FormatSpec
  private var place = 0.0
  private var value = 0.0
  private(set) var isOver = false

  init(_ words: [String]) throws(ToolProblem) {
    let given = try Self.options(words)
    let words = given.words
    guard (1...3).contains(words.count) else { throw ToolProblem(text: "needs 1 to 3 numbers") }
    var numbers: [Double] = []
    for word in words {
      let (value, count) = NumberReader.decimal(Bytes(word.utf8))
      guard count == word.utf8.count, count > 0 else {
        throw ToolProblem(text: "invalid number '\(word)'")
      }
      numbers.append(value)
    }
    if numbers.count > 1 { first = numbers[0] }
    if numbers.count > 2 { step = numbers[1] }
    last = numbers[numbers.count - 1]
    separator = given.separator
    let digits = words.dropLast().map { word in
      word.firstIndex(of: ".").map { word[$0...].utf8.count - 1 } ?? 0
    }
    spec = FormatSpec("f", precision: digits.max() ?? 0)
    if given.isPadded {
      spec.isZeroed = true
      spec.width = max(spec.number(first).count, spec.number(last).count)
    }
  }

  private static func options(
    _ words: [String]
  ) throws(ToolProblem) -> (words: [String], separator: Bytes, isPadded: Bool) {
    var words = words[...]
    var separator = "\n"
    var isPadded = false
    while let word = words.first, word.hasPrefix("-"), word.utf8.count > 1,
      !(word.utf8.dropFirst().first.map { $0.isDigit || $0 == 46 } ?? false)
    {
      words.removeFirst()
      if word == "--" { break }
      if word == "-w" {
        isPadded = true
      } else if word.hasPrefix("-s") {
        separator = word == "-s" ? words.popFirst() ?? "" : String(word.dropFirst(2))
      } else {
        throw ToolProblem(text: "invalid option -- '\(word.dropFirst().prefix(1))'")
      }
    }
    return (Array(words), Bytes(separator.utf8), isPadded)
  }

  /// The next number with what parts it from the one before; behind the last one the line's end.
  mutating func next() -> Bytes {
    value = place == 0 ? first : first + place * step
    // A little more, for steps that cannot be written exactly.
    let end = step.isFinite ? last + step * 1e-9 : last
    guard step >= 0 ? value <= end : value >= end else {
      isOver = true
      return place == 0 ? [] : [.newline]
    }
    place += 1
    return (place == 1 ? [] : separator) + spec.number(value)
  }

  /// What writing the number cost, in steps beyond the usual: those far from one have many digits.
  var effort: Int {
    value == 0 || !value.isFinite ? 0 : Int(value.exponent.magnitude >> 4)
  }
}
