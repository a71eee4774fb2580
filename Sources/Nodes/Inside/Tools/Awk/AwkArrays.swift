/// Finds which parameters of functions are arrays, which only their use tells.
enum AwkArrays {
  static func find(in program: inout AwkProgram) {
    // A parameter handed on to another function is an array when that one's is.
    for _ in 0...program.functions.count {
      var hasChanged = false
      for number in program.functions.indices {
        var uses: Set<Int> = []
        let functions = program.functions
        for statement in functions[number].body { visit(statement, functions, &uses) }
        for place in uses.sorted()
        where place < functions[number].parameters.count && !functions[number].parameters[place] {
          program.functions[number].parameters[place] = true
          hasChanged = true
        }
      }
      if !hasChanged { return }
    }
  }

  private typealias Functions = [AwkProgram.Function]

  private static func note(_ slot: AwkSlot, _ uses: inout Set<Int>) {
    if case .local(let place) = slot { uses.insert(place) }
  }

  private static func visit(
    _ statement: AwkStatement, _ functions: Functions, _ uses: inout Set<Int>
  ) {
    func all(_ statements: [AwkStatement]) {
      for inner in statements { visit(inner, functions, &uses) }
    }
    switch statement {
    case .expression(let value): visit(value, functions, &uses)
    case .print(let values, let redirection), .printf(let values, let redirection):
      for value in values { visit(value, functions, &uses) }
      switch redirection {
      case .file(let value), .append(let value), .command(let value):
        visit(value, functions, &uses)
      case nil: break
      }
    case .branch(let condition, let yes, let no):
      visit(condition, functions, &uses)
      all(yes + no)
    case .whileLoop(let condition, let body), .doLoop(let body, let condition):
      visit(condition, functions, &uses)
      all(body)
    case .forLoop(let first, let condition, let step, let body):
      all([first, step].compactMap { $0 } + body)
      if let condition { visit(condition, functions, &uses) }
    case .forEach(_, let array, let body):
      note(array, &uses)
      all(body)
    case .block(let body): all(body)
    case .delete(let array, let subscripts):
      note(array, &uses)
      for value in subscripts ?? [] { visit(value, functions, &uses) }
    case .exit(let value), .giveBack(let value): if let value { visit(value, functions, &uses) }
    case .leaveLoop, .nextRound, .nextRecord, .nextFile: break
    }
  }

  private static func visit(
    _ value: AwkExpression, _ functions: Functions, _ uses: inout Set<Int>
  ) {
    switch value {
    case .element(let array, _), .contains(let array, _): note(array, &uses)
    case .call(let number, let values):
      for (place, value) in values.enumerated() {
        if case .variable(let slot) = value, functions[number].parameters.indices.contains(place),
          functions[number].parameters[place]
        {
          note(slot, &uses)
        }
      }
    case .builtin(.split, let values):
      if values.count > 1, case .variable(let slot) = values[1] { note(slot, &uses) }
    case .number, .text, .regex, .variable, .field, .assign, .change, .step, .conditional, .and,
      .or, .not, .negative, .positive, .calculate, .compare, .match, .concatenate, .builtin,
      .nextLine, .nextLineOfFile, .nextLineOfCommand:
      break
    }
    for inner in value.parts { visit(inner, functions, &uses) }
  }
}

extension AwkExpression {
  /// The expressions it is made of.
  var parts: [AwkExpression] {
    switch self {
    case .number, .text, .regex, .variable: []
    case .element(_, let values), .contains(_, let values), .call(_, let values),
      .builtin(_, let values):
      values
    case .field(let value), .step(let value, _, _), .not(let value), .negative(let value),
      .positive(let value):
      [value]
    case .assign(let left, let right), .change(let left, _, let right), .and(let left, let right),
      .or(let left, let right), .calculate(_, let left, let right),
      .compare(_, let left, let right), .match(let left, let right, _),
      .concatenate(let left, let right):
      [left, right]
    case .conditional(let condition, let yes, let no): [condition, yes, no]
    case .nextLine(let target): [target].compactMap { $0 }
    case .nextLineOfFile(let target, let file): [target, file].compactMap { $0 }
    case .nextLineOfCommand(let target, let command): [target, command].compactMap { $0 }
    }
  }
}
