import Testing

@testable import Nodes

/// Regular expressions as POSIX means them, and what the GNU library adds.
@Suite struct PatternTests {
  @Test(
    arguments: [
      // The longest of the leftmost.
      ("a|ab", "xab", true, 1..<3),
      ("(a|ab)(c|bcd)(d*)", "abcd", true, 0..<4),
      ("x*", "aaa", true, 0..<0),
      ("^a.*b$", "axxb", true, 0..<4),
      ("[]a]+", "x]a]", true, 1..<4),
      ("[^]a]", "]ab", true, 2..<3),
      ("[a-c-]+", "z-b", true, 1..<3),
      ("[[:digit:][:upper:]]+", "ab1Zc", true, 2..<4),
      ("\\bfoo\\b", "a foo b", true, 2..<5),
      ("\\<b", "ab b", true, 3..<4),
      ("a{2,3}", "caaaa", true, 1..<4),
      ("a{,2}b", "aaab", true, 1..<4),
      ("a{x", "a{x", true, 0..<3),
      ("(a|b)*c|d", "abac", true, 0..<4),
      ("()", "a", true, 0..<0),
      // Basic expressions.
      ("*a", "*a", false, 0..<2),
      ("a+", "aa+", false, 1..<3),
      ("a\\+", "aa+", false, 0..<2),
      ("a\\{2\\}", "aaa", false, 0..<2),
      ("\\(.\\)\\1", "hello", false, 2..<4),
      ("a\\|b", "xb", false, 1..<2),
      ("a^b$c", "a^b$c", false, 0..<5),
    ] as [(String, String, Bool, Range<Int>)])
  func match(pattern: String, text: String, isExtended: Bool, range: Range<Int>) throws {
    let pattern = try PosixPattern(Bytes(pattern.utf8), isExtended: isExtended)
    #expect(pattern.firstMatch(in: Bytes(text.utf8))?.range == range)
  }

  @Test(
    arguments: [
      ("a(", true, PatternProblem.unmatchedOpen), ("a)", true, .unmatchedClose),
      ("[a", true, .unmatchedBracket), ("[b-a]", true, .invalidRange),
      ("[[:foo:]]", true, .invalidClass), ("a\\", true, .trailingBackslash),
      ("\\(a", false, .unmatchedOpen), ("a\\{1", false, .unmatchedBrace),
      ("a\\{2,1\\}", false, .invalidBrace), ("\\1", false, .invalidReference),
      ("((a{200}){200}){200}", true, .tooBig), ("a{99999}", true, .tooBig),
    ] as [(String, Bool, PatternProblem)])
  func refuse(pattern: String, isExtended: Bool, problem: PatternProblem) {
    #expect(throws: problem) { try PosixPattern(Bytes(pattern.utf8), isExtended: isExtended) }
  }

  /// Expressions that take other engines for ever.
  @Test(
    arguments: [
      ("(a*)*b", true), ("(a|a)*b", true), ("(a|aa)+$", true), ("(.*)(.*)(.*)(.*)(.*)x", true),
      ("\\(a*\\)*\\1b", false), ("\\(\\(a*\\)*\\)*\\2c", false),
    ])
  func endWithHostilePatterns(pattern: String, isExtended: Bool) throws {
    let text = Bytes(repeating: UInt8(ascii: "a"), count: 2000) + Bytes("!".utf8)
    let pattern = try PosixPattern(Bytes(pattern.utf8), isExtended: isExtended)
    #expect(pattern.firstMatch(in: text) == nil)
  }

  @Test func deepNestingIsRefused() {
    let text = Bytes(repeating: UInt8(ascii: "("), count: 10_000)
    #expect(throws: PatternProblem.self) { try PosixPattern(text, isExtended: true) }
  }

  @Test func groupsAreWhereTheyMatchedLast() throws {
    let pattern = try PosixPattern(Bytes("(a|(b))*".utf8), isExtended: true)
    let match = pattern.firstMatch(in: Bytes("aba".utf8))
    #expect(match?.range == 0..<3)
    #expect(match?.groups.first == .some(2..<3))
  }

  @Test(
    arguments: [
      (3.14159, "5.2", "f", " 3.14"), (0.5, ".0", "f", "0"), (2.5, ".0", "f", "2"),
      (1e15, "", "g", "1e+15"), (100_000, "", "g", "100000"), (1e-5, "", "g", "1e-05"),
      (12345.678, "", "e", "1.234568e+04"), (0, "", "g", "0"),
      (1.0 / 3, ".17", "g", "0.33333333333333331"),
      (9.995, ".2", "f", "9.99"), (99.9999999, "", "g", "100"),
    ] as [(Double, String, String, String)])
  func write(value: Double, shape: String, letter: String, text: String) throws {
    var place = 0
    let spec = try #require(FormatSpec(Bytes((shape + letter).utf8), at: &place) { 0 })
    #expect(String(spec.number(value)) == text)
  }
}
