/// An expression as steps to follow.
struct PatternProgram: Sendable {
  enum Step: Sendable {
    case scalar(Unicode.Scalar)
    case set(Int)
    case assertion(PatternAssertion)
    case save(Int)
    /// Both ways, the preferred one first.
    case split(Int, Int)
    case jump(Int)
    case ahead(program: Int, isForbidden: Bool)
    case match
  }

  private(set) var steps: [Step] = []
  private(set) var sets: [ScalarSet] = []
  /// What is looked for ahead of a place.
  private(set) var programs: [PatternProgram] = []
  /// Steps are what a character may have to be tried at: a pattern has no more.
  private static let mostSteps = 10_000

  init(_ node: PatternNode, of text: String) throws(PatternProblem) {
    steps.append(.save(0))
    try add(node, text)
    steps.append(.save(1))
    steps.append(.match)
  }

  private mutating func add(_ node: PatternNode, _ text: String) throws(PatternProblem) {
    guard steps.count < Self.mostSteps else { throw PatternProblem(.tooLarge, text) }
    switch node {
    case .empty: break
    case .set(let set): add(set)
    case .assertion(let assertion): steps.append(.assertion(assertion))
    case .group(let number, let inner):
      steps.append(.save(number * 2))
      try add(inner, text)
      steps.append(.save(number * 2 + 1))
    case .sequence(let nodes): for node in nodes { try add(node, text) }
    case .choice(let nodes): try add(choice: nodes, text)
    case .repeated(let inner, let repetition): try add(inner, repetition, text)
    case .ahead(let inner, let isForbidden):
      programs.append(try PatternProgram(inner, of: text))
      steps.append(.ahead(program: programs.count - 1, isForbidden: isForbidden))
    }
  }

  private mutating func add(_ set: ScalarSet) {
    if let only = set.only {
      steps.append(.scalar(only))
    } else {
      sets.append(set)
      steps.append(.set(sets.count - 1))
    }
  }

  private mutating func add(
    choice nodes: [PatternNode], _ text: String
  ) throws(PatternProblem) {
    var ends: [Int] = []
    for (number, node) in nodes.enumerated() {
      guard number < nodes.count - 1 else {
        try add(node, text)
        break
      }
      let split = steps.count
      steps.append(.match)
      try add(node, text)
      ends.append(steps.count)
      steps.append(.match)
      steps[split] = .split(split + 1, steps.count)
    }
    for end in ends { steps[end] = .jump(steps.count) }
  }

  private mutating func add(
    _ inner: PatternNode, _ repetition: PatternRepetition, _ text: String
  ) throws(PatternProblem) {
    // What is empty is so however often it comes; a thousand of it would cost only time.
    if case .empty = inner { return }
    for _ in 0..<max(repetition.least - (repetition.most == nil ? 1 : 0), 0) {
      let before = steps.count
      try add(inner, text)
      if steps.count == before { break }
    }
    var splits: [Int] = []
    guard let most = repetition.most else {
      // Once and again: what may be empty is then tried as Go tries it.
      if repetition.least == 0 {
        splits.append(steps.count)
        steps.append(.match)
      }
      let again = steps.count
      try add(inner, text)
      steps.append(Self.split(repetition, again, steps.count + 1))
      for split in splits { steps[split] = Self.split(repetition, split + 1, steps.count) }
      return
    }
    for _ in repetition.least..<max(most, repetition.least) {
      splits.append(steps.count)
      steps.append(.match)
      try add(inner, text)
    }
    for split in splits { steps[split] = Self.split(repetition, split + 1, steps.count) }
  }

  private static func split(
    _ repetition: PatternRepetition, _ inside: Int, _ behind: Int
  ) -> Step {
    repetition.isGreedy ? .split(inside, behind) : .split(behind, inside)
  }
}
