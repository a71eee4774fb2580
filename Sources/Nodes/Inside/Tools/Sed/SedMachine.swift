/// A `sed` at work: its spaces, and where in the script it waits for the next line.
struct SedMachine: Sendable {
  private let script: SedScript
  private let isQuiet: Bool

  private var pattern: Bytes = []
  private var isEnded = true
  private var hold: Bytes = []
  private var number = 0
  private var place = 0
  private var isWaitingInside = false
  private var hasSubstituted = false
  /// Texts and files that follow the line when it has been printed.
  private var behind: [Behind] = []
  private var lastPattern: PosixPattern?
  /// For each command with two addresses: where its range ends; nil when it is not open.
  private var ranges: [Int: RangeEnd] = [:]
  private var owesNewline = false
  private(set) var isOver = false
  /// The line read ahead, which tells whether another one is the last.
  private var ahead: TextLine?

  private enum Behind { case text(Bytes), file(String) }

  private enum RangeEnd { case line(Int), last, matching(PosixPattern?) }

  private enum Step {
    case goOn
    case jump(Int)
    /// Waits for the next line and then goes on behind the command.
    case wait
    case endCycle(prints: Bool)
    case restart
    case quit
  }

  /// A script may go round in circles: it is ended after so many steps with one line. Long texts
  /// count for more than one.
  private static let mostSteps = 200_000

  init(_ script: SedScript, isQuiet: Bool) {
    self.script = script
    self.isQuiet = isQuiet
  }

  mutating func take(_ line: TextLine, _ page: inout Page) {
    if let ahead, !isOver { process(ahead, isLast: false, &page) }
    ahead = line
  }

  /// The input is through.
  mutating func end(_ page: inout Page) {
    if let ahead, !isOver { process(ahead, isLast: true, &page) }
    ahead = nil
    if isWaitingInside, !isOver {
      // `N` without a next line prints what there is.
      isWaitingInside = false
      finishCycle(prints: !isQuiet, &page)
    }
  }

  private mutating func process(_ line: TextLine, isLast: Bool, _ page: inout Page) {
    number += 1
    if isWaitingInside {
      isWaitingInside = false
      if case .appendNext = script.commands[place - 1].action {
        pattern += [.newline] + line.bytes
      } else {
        pattern = line.bytes
      }
    } else {
      pattern = line.bytes
      place = 0
      hasSubstituted = false
    }
    isEnded = line.isEnded
    run(isLast: isLast, &page)
  }

  private mutating func run(isLast: Bool, _ page: inout Page) {
    var steps = 0
    while place < script.commands.count, steps < Self.mostSteps {
      steps += 1 + (pattern.count + hold.count) >> 6
      let current = place
      let command = script.commands[current]
      place += 1
      guard selects(command, current, isLast) != command.isNegated else {
        if case .block(let end) = command.action { place = end }
        continue
      }
      switch execute(command, current, isLast, &page) {
      case .goOn: break
      case .jump(let target): place = target
      case .wait:
        isWaitingInside = true
        return
      case .endCycle(let prints):
        finishCycle(prints: prints, &page)
        return
      case .restart: place = 0
      case .quit:
        finishCycle(prints: !isQuiet, &page)
        isOver = true
        return
      }
    }
    finishCycle(prints: !isQuiet, &page)
  }

  private mutating func finishCycle(prints: Bool, _ page: inout Page) {
    if prints { put(pattern, isEnded: isEnded, &page) }
    flush(&page)
  }

  private mutating func flush(_ page: inout Page) {
    for item in behind {
      switch item {
      case .text(let bytes): put(bytes.dropLast(), isEnded: true, &page)
      case .file(let path):
        for line in TextLine.all(page.contents(of: path) ?? []) {
          put(line.bytes, isEnded: line.isEnded, &page)
        }
      }
    }
    behind = []
  }

  private mutating func put(_ bytes: some Sequence<UInt8>, isEnded: Bool, _ page: inout Page) {
    if owesNewline { page.output.append(.newline) }
    page.output += bytes
    if isEnded { page.output.append(.newline) }
    owesNewline = !isEnded
  }

  // MARK: Addresses

  private mutating func selects(_ command: SedScript.Command, _ place: Int, _ isLast: Bool) -> Bool
  {
    guard let first = command.first else { return true }
    guard let last = command.last else { return holds(first, isLast) }
    if let end = ranges[place] {
      switch end {
      case .line(let line):
        if number >= line { ranges[place] = nil }
        return number <= line
      case .last: if isLast { ranges[place] = nil }
      case .matching(let pattern): if matches(pattern) { ranges[place] = nil }
      }
      return true
    }
    if case .line(0) = first, number == 1, case .matching(let pattern) = last {
      if !matches(pattern) { ranges[place] = .matching(pattern) }
      return true
    }
    guard holds(first, isLast) else { return false }
    switch last {
    case .line(let line): if line > number { ranges[place] = .line(line) }
    case .further(let count): if count > 0 { ranges[place] = .line(number + count) }
    case .last: if !isLast { ranges[place] = .last }
    case .matching(let pattern): ranges[place] = .matching(pattern)
    }
    return true
  }

  private mutating func holds(_ address: SedScript.Address, _ isLast: Bool) -> Bool {
    switch address {
    case .line(let line): number == line
    case .last: isLast
    case .matching(let pattern): matches(pattern)
    case .further: false
    }
  }

  private mutating func matches(_ pattern: PosixPattern?) -> Bool {
    if let pattern { lastPattern = pattern }
    return lastPattern?.matches(self.pattern) ?? false
  }

  // MARK: Commands

  private mutating func execute(
    _ command: SedScript.Command, _ place: Int, _ isLast: Bool, _ page: inout Page
  ) -> Step {
    switch command.action {
    case .nothing, .block: return .goOn
    case .print: put(pattern, isEnded: true, &page)
    case .printFirstLine: put(pattern.prefix { $0 != .newline }, isEnded: true, &page)
    case .delete: return .endCycle(prints: false)
    case .deleteFirstLine:
      guard let newline = pattern.firstIndex(of: .newline) else { return .endCycle(prints: false) }
      pattern = Bytes(pattern[(newline + 1)...])
      flush(&page)
      return .restart
    case .quit: return .quit
    case .next:
      if isLast { return .quit }
      if !isQuiet { put(pattern, isEnded: isEnded, &page) }
      flush(&page)
      return .wait
    case .appendNext: return isLast ? .quit : .wait
    case .lineNumber: put("\(number)".utf8, isEnded: true, &page)
    case .append(let text): behind.append(.text(text))
    case .insert(let text): put(text.dropLast(), isEnded: true, &page)
    case .change(let text):
      if command.last == nil || command.isNegated || ranges[place] == nil {
        put(text.dropLast(), isEnded: true, &page)
      }
      return .endCycle(prints: false)
    case .read(let path): behind.append(.file(path))
    case .write(let path): write(path, &page)
    case .branch, .branchIfSubstituted, .branchUnlessSubstituted: return jump(command.action)
    case .substitute, .translate, .hold, .appendHold, .get, .appendGet, .exchange:
      change(command.action, &page)
    }
    return .goOn
  }

  private mutating func jump(_ action: SedScript.Action) -> Step {
    switch action {
    case .branch(let target): return .jump(target)
    case .branchIfSubstituted(let target):
      guard hasSubstituted else { return .goOn }
      hasSubstituted = false
      return .jump(target)
    case .branchUnlessSubstituted(let target):
      guard !hasSubstituted else {
        hasSubstituted = false
        return .goOn
      }
      return .jump(target)
    default: return .goOn
    }
  }

  /// What only changes the two spaces.
  private mutating func change(_ action: SedScript.Action, _ page: inout Page) {
    switch action {
    case .substitute(let substitution): substitute(substitution, &page)
    case .translate(let table): pattern = pattern.map { table[Int($0)] }
    case .hold: hold = pattern
    case .appendHold: hold += [.newline] + pattern
    case .get: pattern = hold
    case .appendGet:
      pattern += [.newline] + hold
      isEnded = true
    case .exchange:
      swap(&pattern, &hold)
      isEnded = true
    default: break
    }
  }

  private mutating func substitute(_ substitution: SedScript.Substitution, _ page: inout Page) {
    if let pattern = substitution.pattern { lastPattern = pattern }
    guard let lastPattern, let result = substitution.applied(to: pattern, lastPattern) else {
      return
    }
    pattern = result.bytes
    hasSubstituted = true
    if substitution.prints { put(pattern, isEnded: true, &page) }
    if let file = substitution.file { write(file, &page) }
  }

  private mutating func write(_ path: String, _ page: inout Page) {
    if path == "/dev/stdout" {
      put(pattern, isEnded: true, &page)
    } else {
      page.write(pattern + [.newline], to: path, appends: true)
    }
  }
}
