/// A regular expression as steps for a machine.
struct PatternProgram: Sendable {
  enum Step: Sendable {
    case byte(UInt8)
    case set(Int)
    case any
    case save(Int)
    /// Both ways are gone; the first is preferred.
    case split(Int, Int)
    case jump(Int)
    case assertion(PatternAssertion)
    case reference(Int)
    /// A round of a loop begins at this place, and must have read something when it ends.
    case enter(Int)
    case progress(Int)
    case match
  }

  private(set) var steps: [Step] = []
  private(set) var sets: [ByteSet] = []
  private(set) var loopCount = 0
  private(set) var hasReferences = false
  private let ignoresCase: Bool

  /// More steps than any honest expression needs.
  private static let mostSteps = 12_000

  init(_ node: PatternNode, ignoresCase: Bool) throws(PatternProblem) {
    self.ignoresCase = ignoresCase
    try emit(node)
    steps.append(.match)
  }

  private mutating func add(_ step: Step) throws(PatternProblem) {
    if steps.count >= Self.mostSteps { throw .tooBig }
    steps.append(step)
  }

  private mutating func emit(_ node: PatternNode) throws(PatternProblem) {
    switch node {
    case .empty: break
    case .set(let set): try add(step(for: ignoresCase ? set.withBothCases : set))
    case .group(let number, let inner):
      try add(.save(number * 2))
      try emit(inner)
      try add(.save(number * 2 + 1))
    case .sequence(let nodes):
      for node in nodes { try emit(node) }
    case .choice(let branches): try emit(choice: branches)
    case .repeated(let inner, let least, let most):
      try emit(repeating: inner, least: least, most: most)
    case .assertion(let assertion): try add(.assertion(assertion))
    case .reference(let number):
      hasReferences = true
      try add(.reference(number))
    }
  }

  private mutating func step(for set: ByteSet) -> Step {
    if set == .all { return .any }
    let bytes = set.bytes
    if bytes.count == 1 { return .byte(bytes[0]) }
    if let place = sets.firstIndex(of: set) { return .set(place) }
    sets.append(set)
    return .set(sets.count - 1)
  }

  private mutating func emit(choice branches: [PatternNode]) throws(PatternProblem) {
    var exits: [Int] = []
    for (number, branch) in branches.enumerated() {
      guard number + 1 < branches.count else {
        try emit(branch)
        break
      }
      let split = steps.count
      try add(.split(split + 1, 0))
      try emit(branch)
      exits.append(steps.count)
      try add(.jump(0))
      steps[split] = .split(split + 1, steps.count)
    }
    for exit in exits { steps[exit] = .jump(steps.count) }
  }

  private mutating func emit(
    repeating inner: PatternNode, least: Int, most: Int?
  ) throws(PatternProblem) {
    for _ in 0..<least {
      let before = steps.count
      try emit(inner)
      // What takes no step takes none however often.
      if steps.count == before { break }
    }
    guard let most else {
      let loop = loopCount
      loopCount += 1
      let split = steps.count
      try add(.split(split + 1, 0))
      try add(.enter(loop))
      try emit(inner)
      try add(.progress(loop))
      try add(.jump(split))
      steps[split] = .split(split + 1, steps.count)
      return
    }
    var splits: [Int] = []
    for _ in least..<most {
      splits.append(steps.count)
      try add(.split(steps.count + 1, 0))
      try emit(inner)
    }
    for split in splits { steps[split] = .split(split + 1, steps.count) }
  }

  /// The bytes a match may begin with; nil when it may be empty.
  var firstBytes: ByteSet? {
    var set = ByteSet()
    var waiting = [0]
    var seen = Set<Int>()
    while let place = waiting.popLast() {
      guard seen.insert(place).inserted else { continue }
      switch steps[place] {
      case .byte(let byte): set.insert(byte)
      case .set(let number): set.formUnion(sets[number])
      case .any: return nil
      case .save, .assertion, .enter, .progress: waiting.append(place + 1)
      case .split(let first, let second): waiting += [first, second]
      case .jump(let target): waiting.append(target)
      case .reference, .match: return nil
      }
    }
    return set
  }

  /// The text it stands for, when it stands for only one.
  var literal: Bytes? {
    var bytes: Bytes = []
    for step in steps {
      switch step {
      case .byte(let byte): bytes.append(byte)
      case .match: return bytes
      case .set, .any, .save, .split, .jump, .assertion, .reference, .enter, .progress: return nil
      }
    }
    return nil
  }
}
