/// Follows all ways through an expression at once: Thompson's machine with the groups of each way.
struct PatternMachine {
  private let program: PatternProgram
  private let text: Bytes
  private let slotCount: Int
  private let firstBytes: ByteSet?
  private var current: Ways
  private var next: Ways
  private var best: [Int]?

  init(_ program: PatternProgram, text: Bytes, groupCount: Int, firstBytes: ByteSet?) {
    self.program = program
    self.text = text
    self.firstBytes = firstBytes
    slotCount = 2 + groupCount * 2
    let count = program.steps.count
    let empty = Ways(
      rounds: Array(repeating: -1, count: count),
      slots: Array(repeating: -1, count: count * slotCount))
    current = empty
    next = empty
  }

  mutating func firstMatch(from: Int) -> PosixPattern.Match? {
    var place = from
    while place <= text.count {
      if current.places.isEmpty {
        if best != nil { break }
        if let firstBytes {
          while place < text.count, !firstBytes.contains(text[place]) { place += 1 }
          if place == text.count { return nil }
        }
      }
      if best == nil {
        var slots = Array(repeating: -1, count: slotCount)
        slots[0] = place
        current.add(0, slots, at: place, in: text, program)
      }
      advance(at: place)
      swap(&current, &next)
      next.places.removeAll(keepingCapacity: true)
      place += 1
    }
    return best.map(match)
  }

  private func match(_ slots: [Int]) -> PosixPattern.Match {
    let groups = stride(from: 2, to: slotCount, by: 2).map { slot -> Range<Int>? in
      slots[slot] >= 0 && slots[slot + 1] >= slots[slot] ? slots[slot]..<slots[slot + 1] : nil
    }
    return PosixPattern.Match(range: slots[0]..<slots[1], groups: groups)
  }

  /// Lets every way read the byte at `place`.
  private mutating func advance(at place: Int) {
    var number = 0
    while number < current.places.count {
      let step = current.places[number]
      number += 1
      let base = step * slotCount
      // A way that began later than what is found is of no interest any more.
      if let best, current.slots[base] > best[0] { continue }
      let goesOn: Bool
      switch program.steps[step] {
      case .match:
        let isLonger = best.map { place > $0[1] } ?? true
        if isLonger {
          var slots = Array(current.slots[base..<(base + slotCount)])
          slots[1] = place
          best = slots
        }
        continue
      case .byte(let byte): goesOn = place < text.count && text[place] == byte
      case .set(let set): goesOn = place < text.count && program.sets[set].contains(text[place])
      case .any: goesOn = place < text.count
      case .save, .split, .jump, .assertion, .reference, .enter, .progress: goesOn = false
      }
      guard goesOn else { continue }
      let slots = Array(current.slots[base..<(base + slotCount)])
      next.add(step + 1, slots, at: place + 1, in: text, program)
    }
  }
}

private enum Pending {
  case visit(Int)
  case restore(slot: Int, value: Int)
}

/// The ways that are alive at one place, in order of preference.
private struct Ways {
  var places: [Int] = []
  /// For each step: at which place it was last entered.
  var rounds: [Int]
  /// Slots of the way at each step, one after the other.
  var slots: [Int]

  /// Adds the steps that a way reaches without reading, the preferred ones first.
  mutating func add(
    _ step: Int, _ start: [Int], at place: Int, in text: Bytes, _ program: PatternProgram
  ) {
    var slots = start
    var stack = [Pending.visit(step)]
    while let pending = stack.popLast() {
      guard case .visit(let step) = pending else {
        if case .restore(let slot, let value) = pending { slots[slot] = value }
        continue
      }
      guard rounds[step] != place else { continue }
      rounds[step] = place
      switch program.steps[step] {
      case .jump(let target): stack.append(.visit(target))
      case .split(let first, let second):
        stack.append(.visit(second))
        stack.append(.visit(first))
      case .save(let slot):
        stack.append(.restore(slot: slot, value: slots[slot]))
        slots[slot] = place
        stack.append(.visit(step + 1))
      case .assertion(let assertion):
        if assertion.holds(at: place, in: text) { stack.append(.visit(step + 1)) }
      case .enter, .progress: stack.append(.visit(step + 1))
      case .byte, .set, .any, .match, .reference:
        places.append(step)
        self.slots.replaceSubrange((step * start.count)..<((step + 1) * start.count), with: slots)
      }
    }
  }
}
