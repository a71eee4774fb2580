import Engine

/// Sorts the words of a line into flags and the rest, by the rules of pflag.
struct FlagParser {
  let verb: String
  let table: FlagTable
  private var words: [String] = []
  private var wordsBeforeDashes: Int?
  private var values: [String: [String]] = [:]

  static func parse(
    _ line: [String], verb: String, flags: FlagTable
  ) throws(UsageError) -> Invocation {
    var parser = FlagParser(verb: verb, table: FlagTable.global.with(.help).with(flags))
    try parser.read(line)
    return Invocation(
      verb: verb, words: parser.words, wordsBeforeDashes: parser.wordsBeforeDashes,
      values: parser.values, table: parser.table)
  }

  private init(verb: String, table: FlagTable) {
    self.verb = verb
    self.table = table
  }

  private mutating func read(_ line: [String]) throws(UsageError) {
    var rest = line[...]
    while let word = rest.popFirst() {
      if word == "--" {
        wordsBeforeDashes = words.count
        words += rest
        return
      }
      if word.hasPrefix("--") {
        try readLong(word.dropFirst(2), &rest)
      } else if word.hasPrefix("-"), word.count > 1 {
        try readShort(word.dropFirst(), &rest)
      } else {
        words.append(word)
      }
    }
  }

  private mutating func readLong(
    _ word: Substring, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let flag = table[name] else { throw .unknownFlag(name, verb: verb) }
    if parts.count > 1 {
      try set(flag, String(parts[1]))
    } else if case .toggle = flag.form {
      try set(flag, "true")
    } else if let bare = flag.bareValue {
      try set(flag, bare)
    } else if let value = rest.popFirst() {
      try set(flag, value)
    } else {
      throw .missingValue(flag: name, verb: verb)
    }
  }

  private mutating func readShort(
    _ word: Substring, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    var cluster = word
    while let letter = cluster.first {
      guard let flag = table[shorthand: letter] else {
        throw .unknownShorthand(letter, cluster: String(cluster), verb: verb)
      }
      let behind = cluster.dropFirst()
      if behind.first == "=" {
        try set(flag, String(behind.dropFirst()))
        return
      }
      if case .toggle = flag.form {
        try set(flag, "true")
        cluster = behind
        continue
      }
      if !behind.isEmpty {
        try set(flag, String(behind))
      } else if let bare = flag.bareValue {
        try set(flag, bare)
      } else if let value = rest.popFirst() {
        try set(flag, value)
      } else {
        throw .missingShorthandValue(letter, cluster: String(cluster), verb: verb)
      }
      return
    }
  }

  private mutating func set(_ flag: Flag, _ value: String) throws(UsageError) {
    if let why = Self.complaint(about: value, as: flag.form) {
      throw .invalidValue(value, flag: flag, why: why, verb: verb)
    }
    values[flag.name, default: []].append(value)
  }

  /// What Go says about a number that has too many bits.
  static func outOfRange(_ value: String) -> String {
    "strconv.ParseInt: parsing \"\(value)\": value out of range"
  }

  /// What Go says about a value of the wrong form; nil when it is right.
  private static func complaint(about value: String, as form: Flag.Form) -> String? {
    switch form {
    case .text, .list: return nil
    case .toggle:
      return Invocation.truth(value) == nil
        ? "strconv.ParseBool: parsing \"\(value)\": invalid syntax" : nil
    case .integer:
      if Int(value) != nil { return nil }
      let digits = value.first == "-" || value.first == "+" ? value.dropFirst() : value[...]
      return !digits.isEmpty && digits.allSatisfy { ("0"..."9").contains($0) }
        ? outOfRange(value) : "strconv.ParseInt: parsing \"\(value)\": invalid syntax"
    case .duration:
      if SimSpan(goText: value) != nil { return nil }
      return Double(value) == nil
        ? "time: invalid duration \"\(value)\"" : "time: missing unit in duration \"\(value)\""
    }
  }
}
