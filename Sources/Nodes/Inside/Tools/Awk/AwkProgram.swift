/// An awk program, read once.
struct AwkProgram: Sendable {
  enum Pattern: Sendable {
    case always
    case holds(AwkExpression)
    /// From a record the first holds for to one the second holds for; the number is its own.
    case range(AwkExpression, AwkExpression, Int)
  }

  struct Rule: Sendable {
    var pattern: Pattern
    /// Nil prints the record.
    var body: [AwkStatement]?
  }

  struct Function: Sendable {
    var name: String
    /// For each parameter: whether it is used as an array.
    var parameters: [Bool] = []
    var body: [AwkStatement] = []
    var isDefined = false
  }

  var begin: [[AwkStatement]] = []
  var rules: [Rule] = []
  var end: [[AwkStatement]] = []
  var functions: [Function] = []
  /// Names of global variables, by their number.
  var globals: [String] = []
  /// Whether it reads its input itself, with a bare `getline`.
  var readsItself = false
  /// Whether it has commands run.
  var runsCommands = false

  /// Variables with a meaning; their numbers are their places here.
  static let specials = [
    "NF", "NR", "FNR", "FS", "OFS", "ORS", "RS", "SUBSEP", "CONVFMT", "OFMT", "RSTART", "RLENGTH",
    "FILENAME", "ENVIRON", "ARGC", "ARGV", "IGNORECASE",
  ]

  static func special(_ name: String) -> Int {
    specials.firstIndex(of: name) ?? 0
  }
}

enum AwkSlot: Hashable, Sendable {
  case global(Int)
  case local(Int)
}

enum AwkComparison: Sendable { case less, lessOrEqual, equal, notEqual, more, moreOrEqual }

enum AwkOperation: Sendable { case add, subtract, multiply, divide, remainder, power }

indirect enum AwkExpression: Sendable {
  case number(Double)
  case text(Bytes)
  case regex(PosixPattern)
  case variable(AwkSlot)
  case element(AwkSlot, [AwkExpression])
  case field(AwkExpression)
  case assign(AwkExpression, AwkExpression)
  case change(AwkExpression, AwkOperation, AwkExpression)
  case step(AwkExpression, by: Double, isPrefix: Bool)
  case conditional(AwkExpression, AwkExpression, AwkExpression)
  case and(AwkExpression, AwkExpression)
  case or(AwkExpression, AwkExpression)
  case not(AwkExpression)
  case negative(AwkExpression)
  case positive(AwkExpression)
  case calculate(AwkOperation, AwkExpression, AwkExpression)
  case compare(AwkComparison, AwkExpression, AwkExpression)
  case match(AwkExpression, AwkExpression, isNegated: Bool)
  case concatenate(AwkExpression, AwkExpression)
  case contains(AwkSlot, [AwkExpression])
  case call(Int, [AwkExpression])
  case builtin(AwkBuiltin, [AwkExpression])
  case nextLine(into: AwkExpression?)
  case nextLineOfFile(into: AwkExpression?, file: AwkExpression)
  case nextLineOfCommand(into: AwkExpression?, command: AwkExpression)

  var isTarget: Bool {
    switch self {
    case .variable, .element, .field: true
    case .number, .text, .regex, .assign, .change, .step, .conditional, .and, .or, .not, .negative,
      .positive, .calculate, .compare, .match, .concatenate, .contains, .call, .builtin, .nextLine,
      .nextLineOfFile, .nextLineOfCommand:
      false
    }
  }
}

enum AwkBuiltin: String, Sendable {
  case length, substr, index, split, sub, gsub, gensub, match, sprintf, tolower, toupper, int
  case sqrt, exp, log, sin, cos, atan2, rand, srand, system, close, fflush, systime, strftime
  case and, or, xor, lshift, rshift, compl
}

enum AwkRedirection: Sendable {
  case file(AwkExpression)
  case append(AwkExpression)
  case command(AwkExpression)
}

indirect enum AwkStatement: Sendable {
  case expression(AwkExpression)
  case print([AwkExpression], AwkRedirection?)
  case printf([AwkExpression], AwkRedirection?)
  case branch(AwkExpression, [AwkStatement], [AwkStatement])
  case whileLoop(AwkExpression, [AwkStatement])
  case doLoop([AwkStatement], AwkExpression)
  case forLoop(AwkStatement?, AwkExpression?, AwkStatement?, [AwkStatement])
  case forEach(AwkSlot, AwkSlot, [AwkStatement])
  case block([AwkStatement])
  case delete(AwkSlot, [AwkExpression]?)
  case leaveLoop
  case nextRound
  case nextRecord
  case nextFile
  case exit(AwkExpression?)
  case giveBack(AwkExpression?)
}
