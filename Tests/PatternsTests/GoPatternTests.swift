import Testing

@testable import Patterns

/// A pattern, a text and what the first match and its groups are; nil where there is none.
private let matches: [(pattern: String, text: String, match: [String?]?)] = [
  ("", "abc", [""]),
  ("b+", "abbbc", ["bbb"]),
  ("b+?", "abbbc", ["b"]),
  ("(?U)b+", "abbbc", ["b"]),
  ("a|ab", "ab", ["a"]),
  ("(a|ab)(c|bcd)(d*)", "abcd", ["abcd", "a", "bcd", ""]),
  ("(a)|(b)", "b", ["b", nil, "b"]),
  ("(a+)(b+)?", "aab", ["aab", "aa", "b"]),
  ("(?:x|y)z", "ayz", ["yz"]),
  ("(?P<name>x)(?<other>y)", "xy", ["xy", "x", "y"]),
  ("a{2,3}", "aaaa", ["aaa"]),
  ("a{2}b{,3}", "aab{,3}", ["aab{,3}"]),
  ("x{1,2}?", "xx", ["x"]),
  ("^a.c$", "abc", ["abc"]),
  ("^a.c$", "a\nc", nil),
  ("(?s)^a.c$", "a\nc", ["a\nc"]),
  ("(?m)^b$", "a\nb\nc", ["b"]),
  ("^b", "a\nb", nil),
  ("\\Aab\\z", "ab", ["ab"]),
  ("(?i)ÄB[a-c]", "äbC", ["äbC"]),
  ("a(?i)b|c", "aC", ["C"]),
  ("(?i:a)b", "AB", nil),
  ("[^a-c]+", "abcdef", ["def"]),
  ("[]a]+", "x]a", ["]a"]),
  ("[a-]+", "b-a", ["-a"]),
  ("[[:digit:]]+", "ab12", ["12"]),
  ("[[:^digit:]\\d]+", "ab12", ["ab12"]),
  ("\\d+\\.\\w\\s\\S\\D\\W", "12.a bc!", ["12.a bc!"]),
  ("\\bfoo\\b", "a foo b", ["foo"]),
  ("\\Bo", "o foo", ["o"]),
  ("\\Qa.b*\\E+", "a.b**", ["a.b**"]),
  ("\\x41\\x{1F600}\\t\\101", "A😀\tA", ["A😀\tA"]),
  ("\\pL+\\P{L}\\p{Lu}", "aé1B", ["aé1B"]),
  ("(a*)*", "aab", ["aa", "aa"]),
  ("(|a)+", "aaa", ["", ""]),
  ("(a|b)*c|(a|ab)*c", "abc", ["abc", "b", nil]),
]

@Test(arguments: matches.indices)
func patternsFitAsInGo(number: Int) throws {
  let (source, text, wanted) = matches[number]
  let pattern = try GoPattern(source)
  #expect(pattern.firstMatch(in: text) == wanted, "/\(source)/ in \(text)")
  #expect(pattern.matches(text) == (wanted != nil), "/\(source)/ in \(text)")
}

@Test(arguments: [
  ("a(?=b)", "ab", true), ("a(?=b)", "ac", false), ("^/(?!api)", "/apix", false),
  ("^/(?!api)", "/web", true), ("(?!a(?=c))a", "ab", true), ("(?!a(?=c))a", "ac", false),
])
func looksAheadWhereThatIsWanted(source: String, text: String, fits: Bool) throws {
  #expect(try GoPattern(source, .allowsLookingAhead).matches(text) == fits)
  #expect(throws: PatternProblem.self) { try GoPattern(source) }
}

@Test(arguments: [
  ("x()", "yx", false), ("a|b", "ab", false), ("a|b", "b", true), ("", "", true),
  ("web-.*", "web-1", true),
])
func wholeTextsAreFitted(source: String, text: String, fits: Bool) throws {
  #expect(try GoPattern(whole: source).matches(text) == fits)
}

@Test(arguments: [
  ("[a", "missing closing ]: `[a`"), ("x(", "missing closing ): `x(`"),
  ("x)", "unexpected ): `x)`"), ("*", "missing argument to repetition operator: `*`"),
  ("a|*", "missing argument to repetition operator: `*`"),
  ("a**", "invalid nested repetition operator: `**`"),
  ("a{1001}", "invalid repeat count: `{1001}`"), ("a{3,2}", "invalid repeat count: `{3,2}`"),
  ("\\8", "invalid escape sequence: `\\8`"), ("\\1", "invalid escape sequence: `\\1`"),
  ("[z-a]", "invalid character class range: `z-a`"),
  ("[[:x:]]", "invalid character class range: `[:x:]`"),
  ("a\\", "trailing backslash at end of expression: ``"),
  ("(?!a)", "invalid or unsupported Perl syntax: `(?!`"),
  ("(?P<n", "invalid named capture: `(?P<n`"), ("(?i", "missing closing ): `(?i`"),
])
func whatIsNoPatternIsSaidAsInGo(source: String, problem: String) {
  #expect {
    try GoPattern(source)
  } throws: { error in
    (error as? PatternProblem)?.message == "error parsing regexp: \(problem)"
  }
}

/// Each would take longer than the universe is old if one way were tried after the other.
@Test(arguments: [
  "^(a+)+$", "^(a|aa)+$", "^(.*a){12}$", "(a?){30}a{30}b", "^(([a-z])+.)+[A-Z]([a-z])+$",
  "(x+x+)+y|(a*)*b", "^(a|a)*$",
])
func hostilePatternsTakeNoTime(source: String) throws {
  let text = String(repeating: "a", count: 2_000) + "!"
  #expect(try !GoPattern(source).matches(text))
}

/// Patterns that grow beyond all measure are refused before they are made.
@Test(arguments: [
  "((a{1000}){1000}){1000}", String(repeating: "(", count: 100_000),
  String(repeating: "(a|", count: 5_000), String(repeating: "a?", count: 50_000),
  "((((a{99}){99}){99}){99}){99}",
])
func hugePatternsAreRefused(source: String) {
  #expect(throws: PatternProblem.self) { try GoPattern(source) }
}

@Test func aLongPatternOnALongTextGivesUp() throws {
  var parser = GoPatternParser("(?s)(.{0,900}x){5}z", [])
  let program = try PatternProgram(try parser.parse(), of: "")
  let text = Array(String(repeating: "xy", count: 100_000).unicodeScalars)
  var machine = PatternMachine(program, text, slotCount: 0, budget: PatternMachine.mostWork / 100)
  #expect(machine.run() == nil)
}
