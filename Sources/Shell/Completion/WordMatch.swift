/// Which words go on with what has been typed: those that begin with it or, when none does, those
/// that come nearest to it, so that `wfn` finds `web-frontend-5d8`.
struct WordMatch {
  private let typed: String
  private let letters: [UInt8]

  init(_ typed: String) {
    self.typed = typed
    letters = Array(typed.utf8.map(Self.folded))
  }

  /// The candidates that go on with the word, in their own order.
  func best<Candidate>(of candidates: [Candidate], text: (Candidate) -> String) -> [Candidate] {
    if typed.isEmpty { return candidates }
    let beginning = candidates.filter { text($0).hasPrefix(typed) }
    guard beginning.isEmpty else { return beginning }
    var nearest: [Candidate] = []
    var least = Distance.scattered
    for candidate in candidates {
      guard let distance = distance(to: text(candidate)), distance <= least else { continue }
      if distance < least { nearest = [] }
      least = distance
      nearest.append(candidate)
    }
    return nearest
  }

  /// How far a word is from what was typed; only the nearest words are offered.
  private enum Distance: Int, Comparable {
    /// The same letters in other cases.
    case beginning
    case startOfPart
    case within
    /// The letters in this order, the first where a part of the word begins.
    case scattered

    static func < (left: Distance, right: Distance) -> Bool { left.rawValue < right.rawValue }
  }

  private func distance(to text: String) -> Distance? {
    // Whatever comes near has all the letters, in order: most of ten thousand words do not.
    guard hasLettersInOrder(text.utf8) else { return nil }
    let word = text.utf8.map(Self.folded)
    if word.starts(with: letters) { return .beginning }
    // A single letter stands in nearly every word.
    guard letters.count > 1 else { return nil }
    var isWithin = false
    var isScattered = hasLettersInOrder(word[...], startingAtFirst: true)
    for place in word.indices.dropFirst() where word[place] == letters[0] {
      let rest = word[place...]
      let startsPart = Self.isJoint(word[place - 1])
      if rest.starts(with: letters) {
        if startsPart { return .startOfPart }
        isWithin = true
      } else if startsPart, !isWithin, !isScattered {
        isScattered = hasLettersInOrder(rest, startingAtFirst: true)
      }
    }
    return isWithin ? .within : isScattered ? .scattered : nil
  }

  private func hasLettersInOrder(
    _ word: some Sequence<UInt8>, startingAtFirst: Bool = false
  ) -> Bool {
    var found = 0
    for letter in word {
      if Self.folded(letter) == letters[found] {
        found += 1
        if found == letters.count { return true }
      } else if startingAtFirst, found == 0 {
        return false
      }
    }
    return false
  }

  /// What stands between the parts of a word.
  private static func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ":"),
      UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
