/// Follows all ways through an expression at once: Thompson's machine, with the groups of each way.
struct PatternMachine {
  private let program: PatternProgram
  private let text: [Unicode.Scalar]
  private let slotCount: Int
  /// Where the match must begin; nil for anywhere.
  private let anchor: Int?
  /// How many steps may be tried yet: a long pattern and a long text together can come to hours.
  private var budget: Int

  /// Less than a second's work. What takes more fits nothing.
  static let mostWork = 10_000_000

  /// The ways that are alive at one place, in order of preference.
  private struct Ways {
    var steps: [Int] = []
    /// The slots of each way, one after the other.
    var slots: [Int] = []
    /// For each step of the program: at which place it was last entered.
    var rounds: [Int]
  }

  private enum Pending {
    case visit(Int)
    case restore(slot: Int, value: Int)
  }

  /// Without slots it only says whether there is a match.
  init(
    _ program: PatternProgram, _ text: [Unicode.Scalar], slotCount: Int, anchor: Int? = nil,
    budget: Int = mostWork
  ) {
    self.program = program
    self.text = text
    self.slotCount = slotCount
    self.anchor = anchor
    self.budget = budget
  }

  /// The slots of the match that is preferred among those that begin first.
  mutating func run() -> [Int]? {
    var current = Ways(rounds: Array(repeating: -1, count: program.steps.count))
    var next = current
    var best: [Int]?
    var place = anchor ?? 0
    while place <= text.count, budget > 0 {
      if best == nil, anchor == nil || anchor == place {
        add(0, Array(repeating: -1, count: slotCount), at: place, to: &current)
      }
      if current.steps.isEmpty, best != nil || anchor != nil { break }
      if let found = advance(&current, to: &next, at: place) {
        best = found
        if slotCount == 0 { break }
      }
      swap(&current, &next)
      next.steps.removeAll(keepingCapacity: true)
      next.slots.removeAll(keepingCapacity: true)
      place += 1
    }
    return best
  }

  /// Lets every way read the character at `place`; ways behind one that is at its end are given up.
  private mutating func advance(
    _ current: inout Ways, to next: inout Ways, at place: Int
  ) -> [Int]? {
    for (number, step) in current.steps.enumerated() {
      budget -= 1
      let goesOn: Bool
      switch program.steps[step] {
      case .scalar(let scalar): goesOn = place < text.count && text[place] == scalar
      case .set(let set): goesOn = place < text.count && program.sets[set].contains(text[place])
      case .match: return slots(of: number, in: current)
      case .assertion, .save, .split, .jump, .ahead: goesOn = false
      }
      if goesOn { add(step + 1, slots(of: number, in: current), at: place + 1, to: &next) }
    }
    return nil
  }

  private func slots(of number: Int, in ways: Ways) -> [Int] {
    Array(ways.slots[(number * slotCount)..<((number + 1) * slotCount)])
  }

  /// Adds the steps that a way reaches without reading, the preferred ones first.
  private mutating func add(_ first: Int, _ start: [Int], at place: Int, to ways: inout Ways) {
    var slots = start
    var pending = [Pending.visit(first)]
    while let one = pending.popLast() {
      switch one {
      case .restore(let slot, let value): slots[slot] = value
      case .visit(let step):
        guard ways.rounds[step] != place else { continue }
        ways.rounds[step] = place
        budget -= 1
        switch program.steps[step] {
        case .jump(let target): pending.append(.visit(target))
        case .split(let preferred, let other):
          pending.append(.visit(other))
          pending.append(.visit(preferred))
        case .save(let slot):
          if slot < slotCount {
            pending.append(.restore(slot: slot, value: slots[slot]))
            slots[slot] = place
          }
          pending.append(.visit(step + 1))
        case .assertion(let assertion):
          if assertion.holds(at: place, in: text) { pending.append(.visit(step + 1)) }
        case .ahead(let number, let isForbidden):
          if isAhead(number, of: place) != isForbidden { pending.append(.visit(step + 1)) }
        case .scalar, .set, .match:
          ways.steps.append(step)
          ways.slots += slots
        }
      }
    }
  }

  private mutating func isAhead(_ number: Int, of place: Int) -> Bool {
    guard budget > 0 else { return false }
    var machine = PatternMachine(
      program.programs[number], text, slotCount: 0, anchor: place, budget: budget)
    let isThere = machine.run() != nil
    budget = machine.budget
    return isThere
  }
}
