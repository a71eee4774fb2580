import Engine

/// A verb's words and flags, sorted out but not yet understood.
public struct Invocation: Sendable {
  /// The verb's full name: `create deployment`.
  public let verb: String
  /// All words that are no flags, in order, those behind `--` included.
  public let words: [String]
  /// How many of the words stand before `--`; nil when there is no `--`.
  public let wordsBeforeDashes: Int?
  private let values: [String: [String]]
  private let table: FlagTable

  init(
    verb: String, words: [String], wordsBeforeDashes: Int?, values: [String: [String]],
    table: FlagTable
  ) {
    self.verb = verb
    self.words = words
    self.wordsBeforeDashes = wordsBeforeDashes
    self.values = values
    self.table = table
  }

  /// The words before `--`.
  public var arguments: [String] { Array(words.prefix(wordsBeforeDashes ?? words.count)) }
  /// The words behind `--`; nil when there is no `--`.
  public var command: [String]? { wordsBeforeDashes.map { Array(words.dropFirst($0)) } }

  public func isSet(_ flag: String) -> Bool { values[flag] != nil }

  /// The value of a text flag, or its default; nil when that is empty.
  public subscript(flag: String) -> String? {
    if let value = values[flag]?.last { return value }
    guard let form = table[flag]?.form else { return nil }
    switch form {
    case .text(let standard), .duration(let standard): return standard.isEmpty ? nil : standard
    case .integer(let standard): return "\(standard)"
    case .toggle(let standard): return "\(standard)"
    case .list: return nil
    }
  }

  /// Whether a toggle is on.
  public func has(_ toggle: String) -> Bool {
    if let value = values[toggle]?.last { return Self.truth(value) ?? false }
    if case .toggle(let standard)? = table[toggle]?.form { return standard }
    return false
  }

  public func integer(_ flag: String) -> Int { self[flag].flatMap { Int($0) } ?? 0 }

  /// The value of a flag that kubectl reads into 32 bits.
  public func shortInteger(_ name: String) throws(UsageError) -> Int {
    let number = integer(name)
    if Int32(exactly: number) != nil { return number }
    guard let flag = table[name] else { return 0 }
    throw .invalidValue(
      "\(number)", flag: flag, why: FlagParser.outOfRange("\(number)"), verb: verb)
  }

  public func duration(_ flag: String) -> SimSpan {
    self[flag].flatMap { SimSpan(goText: $0) } ?? .zero
  }

  /// Fails when nothing could happen within what `--pod-running-timeout` leaves.
  func checkRunningTimeout() throws(UsageError) {
    guard duration("pod-running-timeout") > .zero else {
      throw .error("--pod-running-timeout must be higher than zero")
    }
  }

  /// All values of a list flag, as given.
  public func list(_ flag: String) -> [String] { values[flag] ?? [] }

  /// All values of a list flag whose values may themselves be lists with commas.
  public func commaList(_ flag: String) -> [String] {
    list(flag).flatMap { $0.split(separator: ",").map(String.init) }
  }

  /// The namespace named with `-n`; nil when none is, or only an empty one.
  public var namespace: String? { self["namespace"].flatMap { $0.isEmpty ? nil : $0 } }

  /// A truth value as Go reads it.
  static func truth(_ text: String) -> Bool? {
    switch text {
    case "1", "t", "T", "true", "TRUE", "True": true
    case "0", "f", "F", "false", "FALSE", "False": false
    default: nil
    }
  }
}
