import Engine

/// Simple commands: a builtin, a function or a program.
extension ShellProgram {
  /// Words, targets and values of a simple command, expanded.
  private struct Expanded {
    var words: [String]
    var targets: [RedirectionTarget]
    var assignments: [(name: String, value: String)]
  }

  mutating func runSimple(
    _ command: SimpleCommand, _ results: [String], _ system: inout SystemCalls
  ) {
    if results.isEmpty { substitutedStatus = nil }
    line = command.line
    let expanded = expanding(.simple(command), results, &system) {
      expansion throws(ExpansionStop) in
      let words = try expansion.words(of: command)
      let targets = try expansion.targets(of: command.redirections)
      var assignments: [(name: String, value: String)] = []
      for assignment in command.assignments {
        assignments.append((assignment.name, try expansion.text(of: assignment.value)))
      }
      return Expanded(words: words, targets: targets, assignments: assignments)
    }
    guard let expanded else { return }
    trace(expanded.words, expanded.assignments, &system)
    guard let name = expanded.words.first else {
      // Without substitutions it succeeds, else it has the status of the last one.
      status = substitutedStatus ?? 0
      assign(expanded.assignments, &system)
      if !expanded.targets.isEmpty, redirect(expanded.targets, saving: true, &system) {
        undoRedirection(&system)
      }
      checkError(&system)
      return
    }
    perform(name, expanded, &system)
  }

  private mutating func perform(
    _ name: String, _ expanded: Expanded, _ system: inout SystemCalls
  ) {
    let arguments = Array(expanded.words.dropFirst())
    if name == "exec" {
      replace(arguments, expanded, &system)
      return
    }
    let isFunction = functions[name] != nil
    guard isFunction || ShellBuiltins.has(name, in: dialect) else {
      start(expanded, &system)
      return
    }
    let depth = frames.count
    guard redirect(expanded.targets, saving: true, &system) else {
      checkError(&system)
      return
    }
    if isFunction || !ShellBuiltins.special.contains(name) {
      lend(expanded.assignments)
    } else {
      assign(expanded.assignments, &system)
    }
    if let body = functions[name] {
      call(body, arguments, &system)
    } else {
      builtin = name
      runBuiltin(name, arguments, &system)
      builtin = nil
    }
    if frames.count == depth { checkError(&system) }
  }

  /// `set -x`
  private func trace(
    _ words: [String], _ assignments: [(name: String, value: String)], _ system: inout SystemCalls
  ) {
    guard options.contains("x") else { return }
    let shown =
      assignments.map { "\($0.name)=\(ShellText.quotedIfNeeded($0.value))" }
      + words.map(ShellText.quotedIfNeeded)
    if !shown.isEmpty {
      system.write((variables["PS4"] ?? "+ ") + shown.joined(separator: " ") + "\n", to: 2)
    }
  }

  private mutating func assign(
    _ assignments: [(name: String, value: String)], _ system: inout SystemCalls
  ) {
    for (name, value) in assignments {
      system.spend(value.utf8.count >> 8)
      guard set(name, value, &system) else { return }
    }
  }

  /// False, with the reason told, when a variable cannot be set: that ends the shell.
  mutating func set(_ name: String, _ value: String, _ system: inout SystemCalls) -> Bool {
    guard !variables.isReadOnly(name) else {
      complain("\(name): is read only", &system)
      fail(2, &system)
      return false
    }
    guard value.utf8.count < Self.longestValue else {
      complain("out of memory", &system)
      exit(2, &system)
      return false
    }
    variables.set(name, value)
    if options.contains("a") { variables.export(name) }
    return true
  }

  /// `A=1 command`: for this command only.
  private mutating func lend(_ assignments: [(name: String, value: String)]) {
    guard !assignments.isEmpty else { return }
    frames.append(
      .restoreVariables(
        assignments.map { .init(name: $0.name, value: variables.variable($0.name)) }))
    for (name, value) in assignments {
      variables.set(name, value)
      variables.export(name)
    }
  }

  /// Whether something may begin before all that goes on has ended; without an end to that a shell
  /// falls over.
  mutating func hasRoom(_ system: inout SystemCalls) -> Bool {
    if frames.count < Self.mostFrames { return true }
    system.deliverToItself(.segmentation)
    return false
  }

  private mutating func call(
    _ body: ShellCommand, _ arguments: [String], _ system: inout SystemCalls
  ) {
    guard hasRoom(&system) else { return }
    frames.append(.returnPoint(positional: positional, locals: []))
    positional = arguments
    frames.append(.command(body))
  }

  // MARK: - Programs

  /// Starts a program in a process of its own and waits for it. A shell that has nothing else to do
  /// makes room for it instead.
  private mutating func start(_ expanded: Expanded, _ system: inout SystemCalls) {
    if frames.isEmpty, traps.isEmpty, jobs.isEmpty, !isInteractive {
      replace(expanded.words, expanded, &system)
      return
    }
    let own = variables
    guard redirect(expanded.targets, saving: true, &system) else {
      undoRedirectionIfAny(expanded, &system)
      checkError(&system)
      return
    }
    for (name, value) in expanded.assignments {
      variables.set(name, value)
      variables.export(name)
    }
    let loaded = system.load(words: expanded.words, environment: variables.environment)
    if case .program(let program) = loaded {
      let environment = variables.environment
      let pid = system.fork(program) { child in
        child.title = expanded.words
        child.environment = environment
        for descriptor in child.descriptors.keys where descriptor >= 10 {
          child.descriptors[descriptor] = nil
        }
      }
      variables = own
      guard let pid else {
        undoRedirectionIfAny(expanded, &system)
        failToFork(&system)
        return
      }
      // Redirections stay meanwhile: what the shell says of its end goes where they lead.
      frames.append(.await([pid], last: pid))
      return
    }
    tellMissing(expanded.words[0], loaded, &system)
    variables = own
    undoRedirectionIfAny(expanded, &system)
    checkError(&system)
  }

  private mutating func undoRedirectionIfAny(
    _ expanded: Expanded, _ system: inout SystemCalls
  ) {
    if !expanded.targets.isEmpty, case .restoreDescriptors? = frames.last {
      undoRedirection(&system)
    }
  }

  private mutating func undoRedirection(_ system: inout SystemCalls) {
    if let frame = frames.popLast() { undo(frame, &system) }
  }

  /// `exec`: redirections without a program stay; a program takes the shell's place.
  private mutating func replace(
    _ words: [String], _ expanded: Expanded, _ system: inout SystemCalls
  ) {
    guard redirect(expanded.targets, saving: false, &system) else {
      exit(status, &system)
      return
    }
    guard !words.isEmpty else {
      assign(expanded.assignments, &system)
      return
    }
    for (name, value) in expanded.assignments {
      variables.set(name, value)
      variables.export(name)
    }
    let loaded = system.load(words: words, environment: variables.environment)
    guard case .program(let program) = loaded else {
      if expanded.words.first == "exec" { builtin = "exec" }
      tellMissing(words[0], loaded, &system)
      builtin = nil
      exit(status, &system)
      return
    }
    system.process.environment = variables.environment
    for descriptor in system.process.descriptors.keys.sorted() where descriptor >= 10 {
      system.close(descriptor)
    }
    frames = [.become(program, title: words)]
  }

  private mutating func tellMissing(
    _ name: String, _ loaded: LoadedProgram, _ system: inout SystemCalls
  ) {
    switch loaded {
    case .program: break
    case .notExecutable, .folder:
      complain("\(name): Permission denied", &system)
      status = 126
    case .missing:
      complain(.notFound(name), &system)
      status = 127
    }
  }
}

extension ShellExpansion {
  /// The words of a simple command, expanded.
  fileprivate mutating func words(of command: SimpleCommand) throws(ExpansionStop) -> [String] {
    var words: [String] = []
    for (place, word) in command.words.enumerated() {
      let sign = place > 0 ? command.words[place - 1].plainText : nil
      if command.isConditional, ["=", "==", "!="].contains(sign) {
        words.append(try pattern(of: word))
      } else if command.isConditional, shell.dialect != .ash {
        words.append(try text(of: word))
      } else {
        // busybox splits the words of a condition nevertheless.
        words += try fields(of: word)
      }
    }
    return words
  }
}

/// Small helps with text.
enum ShellText {
  /// A word in quotes, as `set` and `export -p` show it.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\"'\"'") + "'"
  }

  static func quotedIfNeeded(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.utf8.allSatisfy {
        ShellReader.isNameByte($0) || "-./:=,+@%".utf8.contains($0)
      }
    return isPlain ? text : quoted(text)
  }

  static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}

extension ShellCommand {
  /// A command in short, for lists of jobs.
  var sketch: String {
    switch self {
    case .simple(let simple): simple.words.map { $0.plainText ?? "…" }.joined(separator: " ")
    case .pipeline(let stages, _): stages.map(\.sketch).joined(separator: " | ")
    case .and(let left, let right): "\(left.sketch) && \(right.sketch)"
    case .or(let left, let right): "\(left.sketch) || \(right.sketch)"
    case .redirected(let inner, _), .background(let inner): inner.sketch
    case .subshell(let inner): "(\(inner.sketch))"
    case .sequence(let commands): "{ \(commands.map(\.sketch).joined(separator: "; ")); }"
    case .conditional: "if …"
    case .loop: "while …"
    case .forEach(let name, _, _): "for \(name) …"
    case .choice: "case …"
    case .function(let name, _): "\(name)()"
    }
  }
}
