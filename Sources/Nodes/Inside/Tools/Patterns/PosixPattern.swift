/// Text as a program sees it.
typealias Bytes = [UInt8]

/// A regular expression as POSIX has them: the leftmost match, and of those the longest.
///
/// It never takes more work than the text's length times its own, except with references to
/// groups, where the work is bounded.
struct PosixPattern: Sendable {
  /// Where a match lies, and where its groups do.
  struct Match: Equatable {
    var range: Range<Int>
    /// From `\1` on; nil for a group that took no part.
    var groups: [Range<Int>?]
  }

  let groupCount: Int
  private let program: PatternProgram
  private let firstBytes: ByteSet?
  private let literal: Bytes?

  init(
    _ text: Bytes, isExtended: Bool = false, ignoresCase: Bool = false
  ) throws(PatternProblem) {
    var parser = PatternParser(text, isExtended: isExtended)
    let node = try parser.parse()
    groupCount = parser.groupCount
    program = try PatternProgram(node, ignoresCase: ignoresCase)
    firstBytes = program.firstBytes
    literal = program.literal
  }

  /// A text that stands for itself.
  init(plain text: Bytes, ignoresCase: Bool = false) throws(PatternProblem) {
    groupCount = 0
    let node = PatternNode.sequence(text.map { .set(ByteSet([$0])) })
    program = try PatternProgram(node, ignoresCase: ignoresCase)
    firstBytes = program.firstBytes
    literal = program.literal
  }

  func matches(_ text: Bytes) -> Bool { firstMatch(in: text) != nil }

  /// The first match that begins at `from` or behind it; `^` still means the text's beginning.
  func firstMatch(in text: Bytes, from: Int = 0) -> Match? {
    if let literal {
      return Self.find(literal, in: text, from: from).map { Match(range: $0, groups: []) }
    }
    if program.hasReferences {
      var search = PatternBacktracking(program, text: text, groupCount: groupCount)
      return search.firstMatch(from: from)
    }
    var machine = PatternMachine(
      program, text: text, groupCount: groupCount, firstBytes: firstBytes)
    return machine.firstMatch(from: from)
  }

  private static func find(_ part: Bytes, in text: Bytes, from: Int) -> Range<Int>? {
    guard let first = part.first else { return from <= text.count ? from..<from : nil }
    guard text.count >= part.count else { return nil }
    var place = from
    while place <= text.count - part.count {
      if text[place] == first, text[place..<(place + part.count)].elementsEqual(part) {
        return place..<(place + part.count)
      }
      place += 1
    }
    return nil
  }
}

extension String {
  init(_ bytes: Bytes) { self.init(decoding: bytes, as: UTF8.self) }

  var bytes: Bytes { Bytes(utf8) }
}
