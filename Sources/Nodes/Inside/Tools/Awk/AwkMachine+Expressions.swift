/// What expressions are worth.
extension AwkMachine {
  mutating func text(_ value: AwkExpression, _ page: inout Page) throws(AwkStop) -> Bytes {
    let bytes = try evaluate(value, &page).text(conversion)
    // What is long is work for whoever wants it.
    try step(bytes.count >> 6)
    return bytes
  }

  mutating func number(_ value: AwkExpression, _ page: inout Page) throws(AwkStop) -> Double {
    try evaluate(value, &page).number
  }

  mutating func key(_ values: [AwkExpression], _ page: inout Page) throws(AwkStop) -> Bytes {
    var key: Bytes = []
    for (place, value) in values.enumerated() {
      if place > 0 { key += special("SUBSEP").text([]) }
      key += try text(value, &page)
    }
    return key
  }

  private static func truth(_ holds: Bool) -> AwkValue { .number(holds ? 1 : 0) }

  mutating func evaluate(
    _ expression: AwkExpression, _ page: inout Page
  ) throws(AwkStop) -> AwkValue {
    try step()
    switch expression {
    case .number(let value): return .number(value)
    case .text(let bytes): return .text(bytes)
    case .regex(let pattern): return Self.truth(pattern.matches(currentRecord()))
    case .variable(let slot): return try value(slot)
    case .field(let place): return try field(try number(place, &page))
    case .element(let slot, let subscripts):
      let key = try key(subscripts, &page)
      return arrays[try array(slot)].value(key)
    case .contains(let slot, let subscripts):
      let key = try key(subscripts, &page)
      return Self.truth(arrays[try array(slot)].contains(key))
    case .assign, .change, .step: return try change(expression, &page)
    case .conditional(let condition, let yes, let no):
      return try evaluate(try evaluate(condition, &page).isTrue ? yes : no, &page)
    case .and, .or, .not, .compare, .match: return Self.truth(try holds(expression, &page))
    case .negative(let value): return .number(-(try number(value, &page)))
    case .positive(let value): return .number(try number(value, &page))
    case .calculate(let operation, let left, let right):
      let first = try number(left, &page)
      return .number(try Self.calculate(operation, first, try number(right, &page)))
    case .concatenate(let left, let right):
      let first = try text(left, &page)
      let result = first + (try text(right, &page))
      guard result.count < Self.mostText else { throw .problem("Out of memory") }
      try step(result.count >> 6)
      return .text(result)
    case .call(let number, let values): return try call(number, values, &page)
    case .builtin(let builtin, let values): return try call(builtin, values, &page)
    case .nextLine, .nextLineOfFile, .nextLineOfCommand: return try readLine(expression, &page)
    }
  }

  private mutating func holds(
    _ expression: AwkExpression, _ page: inout Page
  ) throws(AwkStop) -> Bool {
    switch expression {
    case .and(let left, let right):
      guard try evaluate(left, &page).isTrue else { return false }
      return try evaluate(right, &page).isTrue
    case .or(let left, let right):
      if try evaluate(left, &page).isTrue { return true }
      return try evaluate(right, &page).isTrue
    case .not(let value): return !(try evaluate(value, &page).isTrue)
    case .compare(let comparison, let left, let right):
      let first = try evaluate(left, &page)
      return first.holds(comparison, try evaluate(right, &page), conversion)
    case .match(let left, let right, let isNegated):
      let subject = try text(left, &page)
      return try regex(right, &page).matches(subject) != isNegated
    default: return false
    }
  }

  /// A regular expression that is written down or computed.
  mutating func regex(
    _ expression: AwkExpression, _ page: inout Page
  ) throws(AwkStop) -> PosixPattern {
    if case .regex(let pattern) = expression { return pattern }
    let bytes = try text(expression, &page)
    guard let pattern = pattern(bytes) else { throw .problem("bad regex '\(String(bytes))'") }
    return pattern
  }

  static func calculate(
    _ operation: AwkOperation, _ left: Double, _ right: Double
  ) throws(AwkStop) -> Double {
    switch operation {
    case .add: return left + right
    case .subtract: return left - right
    case .multiply: return left * right
    case .divide:
      if right == 0 { throw .problem("Division by zero") }
      return left / right
    case .remainder:
      if right == 0 { throw .problem("Division by zero") }
      return left.truncatingRemainder(dividingBy: right)
    case .power: return power(left, right)
    }
  }

  // MARK: Assignments

  private mutating func change(
    _ expression: AwkExpression, _ page: inout Page
  ) throws(AwkStop) -> AwkValue {
    switch expression {
    case .assign(let target, let value):
      // The right side first: it may change what the left side means.
      let new = try evaluate(value, &page)
      try set(target, new, &page)
      return new
    case .change(let target, let operation, let value):
      let right = try number(value, &page)
      let new = AwkValue.number(try Self.calculate(operation, try number(target, &page), right))
      try set(target, new, &page)
      return new
    case .step(let target, let by, let isPrefix):
      let old = try number(target, &page)
      try set(target, .number(old + by), &page)
      return .number(isPrefix ? old + by : old)
    default: return .unset
    }
  }

  mutating func set(
    _ target: AwkExpression, _ value: AwkValue, _ page: inout Page
  ) throws(AwkStop) {
    switch target {
    case .variable(let slot): try set(slot, value)
    case .field(let place): try setField(try number(place, &page), value)
    case .element(let slot, let subscripts):
      let key = try key(subscripts, &page)
      let number = try array(slot)
      guard arrays[number].count < 1_000_000 else { throw .problem("Out of memory") }
      arrays[number].set(key, value)
    default: throw .problem("Unexpected token")
    }
  }

  // MARK: Functions

  private mutating func call(
    _ number: Int, _ values: [AwkExpression], _ page: inout Page
  ) throws(AwkStop) -> AwkValue {
    let function = program.functions[number]
    guard locals.count < Self.deepest else { throw .problem("Too deep recursion") }
    guard values.count <= function.parameters.count else {
      throw .problem("Too many arguments")
    }
    var frame: [Cell] = []
    var owned: [Int] = []
    for (place, isArray) in function.parameters.enumerated() {
      if isArray {
        if place < values.count, case .variable(let slot) = values[place] {
          frame.append(.array(try array(slot)))
        } else {
          let fresh = newArray()
          owned.append(fresh)
          frame.append(.array(fresh))
        }
      } else if place < values.count {
        frame.append(.value(try evaluate(values[place], &page)))
      } else {
        frame.append(.value(.unset))
      }
    }
    locals.append(frame)
    var result = AwkValue.unset
    do throws(AwkStop) {
      _ = try execute(function.body, &page)
    } catch {
      guard case .giveBack(let value) = error else { throw error }
      result = value
    }
    locals.removeLast()
    for number in owned {
      arrays[number] = AwkArray()
      freeArrays.append(number)
    }
    return result
  }

  // MARK: Reading

  private mutating func readLine(
    _ expression: AwkExpression, _ page: inout Page
  ) throws(AwkStop) -> AwkValue {
    let line: Bytes??
    let target: AwkExpression?
    switch expression {
    case .nextLine(let into):
      target = into
      line = .some(nextWaiting())
      if line != .some(nil) { count() }
    case .nextLineOfFile(let into, let file):
      target = into
      line = nextLine(of: try text(file, &page), &page)
    case .nextLineOfCommand(let into, let command):
      target = into
      line = try nextLine(ofCommand: try text(command, &page))
      if line != nil, line != .some(nil) { setSpecial("NR", .number(special("NR").number + 1)) }
    default: return .unset
    }
    guard let found = line else { return .number(-1) }
    guard let bytes = found else { return .number(0) }
    if let target {
      try set(target, .input(bytes), &page)
    } else {
      setRecord(bytes)
    }
    return .number(1)
  }
}
