/// What editing a line comes to, without a screen: the least that emacs and vi agree on.
struct LineModel {
  private(set) var text: [Unicode.Scalar] = []
  private(set) var cursor = 0
  private var killed: [Unicode.Scalar] = []
  /// The line as the last kill left it: the next one there goes on with it.
  private var killing: (length: Int, cursor: Int)?
  /// Whether letters are commands, as in vi after Esc.
  private var isCommanding = false
  let usesVi: Bool

  init(usesVi: Bool) { self.usesVi = usesVi }

  var line: String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text)
    return String(result)
  }

  /// Another line; what was killed can still be put in.
  mutating func begin() {
    text = []
    cursor = 0
    killing = nil
  }

  /// Picks a key and presses it here; what a keyboard sends for it.
  mutating func press(_ random: inout Seeded) -> String {
    if isCommanding { return command(random.next(below: 10)) }
    switch random.next(below: 20) {
    case 0: return go(to: cursor - 1, by: "\u{1B}[D")
    case 1: return go(to: cursor + 1, by: "\u{1B}OC")
    case 2: return go(to: 0, by: "\u{1B}[H")
    case 3: return go(to: text.count, by: "\u{1B}[F")
    case 4: return deleteBefore(by: "\u{7F}")
    case 5:
      if cursor < text.count { text.remove(at: cursor) }
      return "\u{1B}[3~"
    case 6: return usesVi ? leaveInsertion() : killEnd()
    case 7: return usesVi ? leaveInsertion() : killStart()
    case 8 where !usesVi: return yank()
    case let place:
      let letters = Array("ab c1é日本語🚀한e\u{301}-x ".unicodeScalars)
      let letter = letters[(place + random.next(below: letters.count)) % letters.count]
      text.insert(letter, at: cursor)
      cursor += 1
      return String(letter)
    }
  }

  /// Puts the line into quotes behind a command; what is pressed for it.
  mutating func finish() -> String {
    let front = "echo '"
    let keys = isCommanding ? "I\(front)\u{1B}A'" : "\u{1B}[H\(front)\u{1B}[F'"
    text = Array(front.unicodeScalars) + text + ["'"]
    cursor = text.count
    isCommanding = false
    return keys
  }

  private mutating func go(to place: Int, by keys: String) -> String {
    cursor = max(0, min(text.count, place))
    return keys
  }

  private mutating func deleteBefore(by keys: String) -> String {
    if cursor > 0 {
      cursor -= 1
      text.remove(at: cursor)
    }
    return keys
  }

  // MARK: - Emacs

  private var goesOnKilling: Bool {
    killing.map { $0.length == text.count && $0.cursor == cursor } ?? false
  }

  private mutating func killEnd() -> String {
    guard cursor < text.count else { return "\u{B}" }
    killed = (goesOnKilling ? killed : []) + text[cursor...]
    text.removeSubrange(cursor...)
    killing = (text.count, cursor)
    return "\u{B}"
  }

  private mutating func killStart() -> String {
    guard cursor > 0 else { return "\u{15}" }
    killed = text[..<cursor] + (goesOnKilling ? killed : [])
    text.removeSubrange(..<cursor)
    cursor = 0
    killing = (text.count, cursor)
    return "\u{15}"
  }

  private mutating func yank() -> String {
    text.insert(contentsOf: killed, at: cursor)
    cursor += killed.count
    return "\u{19}"
  }

  // MARK: - Vi

  private mutating func leaveInsertion() -> String {
    isCommanding = true
    return go(to: cursor - 1, by: "\u{1B}")
  }

  private mutating func command(_ number: Int) -> String {
    let last = max(0, text.count - 1)
    switch number {
    case 0: return go(to: cursor - 1, by: "h")
    case 1: return go(to: min(last, cursor + 1), by: "l")
    case 2: return go(to: 0, by: "0")
    case 3: return go(to: last, by: "$")
    case 4:
      if cursor < text.count { text.remove(at: cursor) }
      return go(to: min(cursor, max(0, text.count - 1)), by: "x")
    case 5: return deleteBefore(by: "X")
    case 6: return insert(at: 0, by: "I")
    case 7: return insert(at: text.count, by: "A")
    case 8: return insert(at: cursor + 1, by: "a")
    default: return insert(at: cursor, by: "i")
    }
  }

  private mutating func insert(at place: Int, by keys: String) -> String {
    isCommanding = false
    return go(to: place, by: keys)
  }
}

/// Chance that goes the same way for the same seed.
struct Seeded {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number from zero to `limit`, without it.
  mutating func next(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 11) % limit
  }
}
