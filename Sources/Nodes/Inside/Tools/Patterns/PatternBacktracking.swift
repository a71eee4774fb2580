/// Tries one way after the other: only expressions with references to groups need that.
struct PatternBacktracking {
  private let program: PatternProgram
  private let text: Bytes
  private var slots: [Int]
  private var loops: [Int]
  private var best: [Int]?
  private var budget = PatternBacktracking.mostSteps

  /// After so many steps there is no match: such expressions can be made to try for ever.
  private static let mostSteps = 400_000

  private enum Choice {
    case visit(step: Int, place: Int)
    case slot(Int, value: Int)
    case loop(Int, value: Int)
  }

  init(_ program: PatternProgram, text: Bytes, groupCount: Int) {
    self.program = program
    self.text = text
    slots = Array(repeating: -1, count: 2 + groupCount * 2)
    loops = Array(repeating: -1, count: program.loopCount)
  }

  mutating func firstMatch(from: Int) -> PosixPattern.Match? {
    guard from <= text.count else { return nil }
    for start in from...text.count {
      search(start)
      if let best {
        let groups = stride(from: 2, to: best.count, by: 2).map { slot -> Range<Int>? in
          best[slot] >= 0 && best[slot + 1] >= best[slot] ? best[slot]..<best[slot + 1] : nil
        }
        return PosixPattern.Match(range: start..<best[1], groups: groups)
      }
      if budget <= 0 { return nil }
    }
    return nil
  }

  private mutating func search(_ start: Int) {
    var choices = [Choice.visit(step: 0, place: start)]
    while let choice = choices.popLast() {
      switch choice {
      case .slot(let slot, let value): slots[slot] = value
      case .loop(let loop, let value): loops[loop] = value
      case .visit(let step, let place): follow(step, place, &choices)
      }
      if budget <= 0 { return }
    }
  }

  /// Goes on from a step until this way fails or matches.
  private mutating func follow(_ first: Int, _ start: Int, _ choices: inout [Choice]) {
    var step = first
    var place = start
    while true {
      budget -= 1
      if budget <= 0 { return }
      switch program.steps[step] {
      case .byte(let byte):
        guard place < text.count, text[place] == byte else { return }
        place += 1
      case .set(let set):
        guard place < text.count, program.sets[set].contains(text[place]) else { return }
        place += 1
      case .any:
        guard place < text.count else { return }
        place += 1
      case .assertion(let assertion): guard assertion.holds(at: place, in: text) else { return }
      case .save(let slot):
        choices.append(.slot(slot, value: slots[slot]))
        slots[slot] = place
      case .enter(let loop):
        choices.append(.loop(loop, value: loops[loop]))
        loops[loop] = place
      case .progress(let loop): guard loops[loop] != place else { return }
      case .reference(let number):
        guard let end = end(of: number, at: place) else { return }
        place = end
      case .split(let preferred, let other):
        choices.append(.visit(step: other, place: place))
        step = preferred
        continue
      case .jump(let target):
        step = target
        continue
      case .match:
        found(place)
        return
      }
      step += 1
    }
  }

  private mutating func found(_ end: Int) {
    guard best.map({ end > $0[1] }) ?? true else { return }
    best = slots
    best?[1] = end
  }

  /// Where the text of a group ends that is repeated at `place`.
  private func end(of group: Int, at place: Int) -> Int? {
    let (from, to) = (slots[group * 2], slots[group * 2 + 1])
    guard from >= 0, to >= from, place + (to - from) <= text.count else { return nil }
    let isSame = text[from..<to].elementsEqual(text[place..<(place + to - from)])
    return isSame ? place + (to - from) : nil
  }
}
