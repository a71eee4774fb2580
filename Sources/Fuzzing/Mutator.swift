import Engine

/// Makes new inputs of old ones, by chance that a seed decides: what libFuzzer does, without its
/// view of what an input reaches.
public struct Mutator {
  private var random: SeededRandom
  private let seeds: [[UInt8]]
  private let words: [[UInt8]]
  private static let longest = 2_048

  /// Out of `seeds`, in their order, and the words of a surface.
  public init(_ seeds: [[UInt8]], words: [String], seed: UInt64) {
    random = SeededRandom(seed: seed)
    self.seeds = seeds.isEmpty ? [[]] : seeds
    self.words = words.map { Array($0.utf8) }
  }

  /// The next input.
  public mutating func next() -> [UInt8] {
    var input = seeds[random.below(seeds.count)]
    for _ in 0...random.below(5) { change(&input) }
    return Array(input.prefix(Self.longest))
  }

  private mutating func change(_ input: inout [UInt8]) {
    let place = random.below(input.count + 1)
    let length = min(1 + random.below(1 + random.below(64)), input.count - place)
    let part = place..<(place + length)
    switch random.below(9) {
    case 0, 1: input.insert(contentsOf: word(), at: place)
    case 2: input.replaceSubrange(part, with: word())
    case 3: input.removeSubrange(part)
    case 4:
      let again = Array(repeating: Array(input[part]), count: 1 + random.below(40))
      input.insert(contentsOf: again.joined(), at: place)
    case 5: splice(&input, at: place)
    case 6:
      if place < input.count { input[place] ^= 1 << UInt8(random.below(8)) }
    case 7: input.insert(UInt8(random.below(256)), at: place)
    default: swapLines(&input)
    }
  }

  private mutating func word() -> [UInt8] {
    words.isEmpty ? [0] : words[random.below(words.count)]
  }

  /// Goes on as another input does from somewhere.
  private mutating func splice(_ input: inout [UInt8], at place: Int) {
    let other = seeds[random.below(seeds.count)]
    let start = random.below(other.count + 1)
    let end = start + random.below(other.count - start + 1)
    input.insert(contentsOf: other[start..<end], at: place)
  }

  private mutating func swapLines(_ input: inout [UInt8]) {
    var lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    lines.swapAt(random.below(lines.count), random.below(lines.count))
    input = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}
