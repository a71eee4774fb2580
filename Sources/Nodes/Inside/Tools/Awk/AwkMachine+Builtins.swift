import Engine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The functions that awk brings.
extension AwkMachine {
  static func power(_ left: Double, _ right: Double) -> Double { pow(left, right) }

  mutating func call(
    _ builtin: AwkBuiltin, _ values: [AwkExpression], _ page: inout Page
  ) throws(AwkStop) -> AwkValue {
    switch builtin {
    case .length: return try length(values, &page)
    case .substr: return try part(values, &page)
    case .index:
      let subject = try text(values[0], &page)
      let sought = try text(values[1], &page)
      return .number(Double(Self.find(sought, subject)))
    case .split: return try split(values, &page)
    case .sub, .gsub: return try substitute(builtin, values, &page)
    case .gensub: return try generalSubstitute(values, &page)
    case .match: return try match(values, &page)
    case .sprintf: return .text(try formatted(values, &page))
    case .tolower: return .text(try text(values[0], &page).map(\.lowered))
    case .toupper: return .text(try text(values[0], &page).map(\.raised))
    case .int, .sqrt, .exp, .log, .sin, .cos, .atan2, .and, .or, .xor, .lshift, .rshift, .compl:
      return .number(try calculate(builtin, values, &page))
    case .rand:
      chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return .number(Double(chance >> 33) / Double(UInt64(1) << 31))
    case .srand:
      let old = seed
      let value = values.isEmpty ? Double(page.seconds) : try number(values[0], &page)
      seed = UInt64(bitPattern: Int64(AwkFormat.integer(value)))
      chance = seed
      return .number(Double(old))
    case .system:
      let command = try text(values[0], &page)
      return .number(Double(try run(command, nil)))
    case .close:
      let name = try text(values[0], &page)
      return .number(Double(try close(name)))
    case .fflush: return .number(0)
    case .systime: return .number(Double(page.seconds))
    case .strftime:
      let format = values.isEmpty ? "%c" : String(try text(values[0], &page))
      let seconds =
        values.count > 1 ? AwkFormat.integer(try number(values[1], &page)) : page.seconds
      return .text(Bytes(page.date(format, seconds).utf8))
    }
  }

  private mutating func calculate(
    _ builtin: AwkBuiltin, _ values: [AwkExpression], _ page: inout Page
  ) throws(AwkStop) -> Double {
    let first = try number(values[0], &page)
    let second = values.count > 1 ? try number(values[1], &page) : 0
    let (a, b) = (UInt64(max(0, min(first, 9e18))), UInt64(max(0, min(second, 9e18))))
    switch builtin {
    case .int: return first.rounded(.towardZero)
    case .sqrt: return first.squareRoot()
    case .exp: return exp(first)
    case .log: return log(first)
    case .sin: return sin(first)
    case .cos: return cos(first)
    case .atan2: return atan2(first, second)
    case .and: return Double(a & b)
    case .or: return Double(a | b)
    case .xor: return Double(a ^ b)
    case .lshift: return Double(a << b)
    case .rshift: return Double(a >> b)
    case .compl: return Double(~a)
    default: return 0
    }
  }

  private mutating func length(
    _ values: [AwkExpression], _ page: inout Page
  ) throws(AwkStop) -> AwkValue {
    guard let value = values.first else { return .number(Double(currentRecord().count)) }
    if case .variable(let slot) = value, isArray(slot) {
      return .number(Double(arrays[try array(slot)].count))
    }
    return .number(Double(try text(value, &page).count))
  }

  private func isArray(_ slot: AwkSlot) -> Bool {
    switch slot {
    case .global(let place): if case .array = globals[place] { return true }
    case .local(let place): if let frame = locals.last, case .array = frame[place] { return true }
    }
    return false
  }

  private mutating func part(
    _ values: [AwkExpression], _ page: inout Page
  ) throws(AwkStop) -> AwkValue {
    let subject = try text(values[0], &page)
    // A beginning in front of the text is the text's, without taking from the length.
    let start = AwkFormat.integer(try number(values[1], &page)).subtractingClamped(1)
    let from = max(0, min(start, subject.count))
    let count =
      values.count > 2 ? AwkFormat.integer(try number(values[2], &page)) : subject.count - from
    return .text(Bytes(subject.dropFirst(from).prefix(max(0, count))))
  }

  /// Where a text stands in another one, from one on; zero when it does not.
  private static func find(_ sought: Bytes, _ subject: Bytes) -> Int {
    guard !sought.isEmpty, subject.count >= sought.count else { return 0 }
    for place in 0...(subject.count - sought.count)
    where subject[place..<(place + sought.count)].elementsEqual(sought) {
      return place + 1
    }
    return 0
  }

  private mutating func split(
    _ values: [AwkExpression], _ page: inout Page
  ) throws(AwkStop) -> AwkValue {
    let subject = try text(values[0], &page)
    guard case .variable(let slot) = values[1] else { throw .problem("Not an array") }
    let found: [Bytes]
    if values.count > 2, case .regex(let pattern) = values[2] {
      found = Self.parts(of: subject, pattern)
    } else {
      let separator = values.count > 2 ? try text(values[2], &page) : special("FS").text([])
      found = parts(of: subject, separator)
    }
    let number = try array(slot)
    arrays[number] = AwkArray()
    for (place, part) in found.enumerated() {
      arrays[number].set(Bytes(String(place + 1).utf8), .input(part))
    }
    return .number(Double(found.count))
  }

  private mutating func match(
    _ values: [AwkExpression], _ page: inout Page
  ) throws(AwkStop) -> AwkValue {
    let subject = try text(values[0], &page)
    let range = try regex(values[1], &page).firstMatch(in: subject)?.range
    let start = range.map { $0.lowerBound + 1 } ?? 0
    setSpecial("RSTART", .number(Double(start)))
    setSpecial("RLENGTH", .number(Double(range?.count ?? -1)))
    return .number(Double(start))
  }

  // MARK: Substitutions

  private mutating func substitute(
    _ builtin: AwkBuiltin, _ values: [AwkExpression], _ page: inout Page
  ) throws(AwkStop) -> AwkValue {
    let pattern = try regex(values[0], &page)
    let replacement = SedScript.Substitution(
      replacement: Self.parts(of: try text(values[1], &page), hasGroups: false),
      isGlobal: builtin == .gsub)
    let target = values.count > 2 ? values[2] : .field(.number(0))
    let subject = try text(target, &page)
    guard let result = replacement.applied(to: subject, pattern) else { return .number(0) }
    guard result.bytes.count < Self.mostText else { throw .problem("Out of memory") }
    if target.isTarget { try set(target, .text(result.bytes), &page) }
    return .number(Double(result.count))
  }

  private mutating func generalSubstitute(
    _ values: [AwkExpression], _ page: inout Page
  ) throws(AwkStop) -> AwkValue {
    let pattern = try regex(values[0], &page)
    let how = try evaluate(values[2], &page)
    let isGlobal = how.text([]).first?.lowered == UInt8(ascii: "g")
    var replacement = SedScript.Substitution(
      replacement: Self.parts(of: try text(values[1], &page), hasGroups: true), isGlobal: isGlobal)
    if !isGlobal { replacement.first = max(1, AwkFormat.integer(how.number)) }
    let subject = values.count > 3 ? try text(values[3], &page) : currentRecord()
    return .text(replacement.applied(to: subject, pattern)?.bytes ?? subject)
  }

  /// `&` is the match, `\\&` an ampersand; `gensub` also knows groups.
  private static func parts(of text: Bytes, hasGroups: Bool) -> [SedScript.Substitution.Part] {
    var parts: [SedScript.Substitution.Part] = []
    var plain: Bytes = []
    var place = 0
    func add(_ group: Int) {
      parts.append(.text(plain))
      plain = []
      parts.append(.group(group))
    }
    while place < text.count {
      let byte = text[place]
      place += 1
      if byte == UInt8(ascii: "&") {
        add(0)
      } else if byte == .backslash, place < text.count {
        let next = text[place]
        if hasGroups, next.isDigit {
          add(Int(next - 48))
        } else if next == UInt8(ascii: "&") || next == .backslash {
          plain.append(next)
        } else {
          plain += [byte, next]
        }
        place += 1
      } else {
        plain.append(byte)
      }
    }
    return parts + [.text(plain)]
  }
}
