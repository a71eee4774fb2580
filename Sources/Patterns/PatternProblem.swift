/// Why a text is no regular expression, in Go's words.
public struct PatternProblem: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Reason: String, Sendable {
    case missingBracket = "missing closing ]"
    case missingParenthesis = "missing closing )"
    case unexpectedParenthesis = "unexpected )"
    case nothingToRepeat = "missing argument to repetition operator"
    case nestedRepetition = "invalid nested repetition operator"
    case repeatCount = "invalid repeat count"
    case escape = "invalid escape sequence"
    case range = "invalid character class range"
    case trailingBackslash = "trailing backslash at end of expression"
    case perlSyntax = "invalid or unsupported Perl syntax"
    case groupName = "invalid named capture"
    case tooDeep = "expression nests too deeply"
    case tooLarge = "expression too large"
  }

  public let reason: Reason
  /// The part of the expression that is at fault.
  public let part: String

  init(_ reason: Reason, _ part: some StringProtocol) {
    self.reason = reason
    self.part = String(part)
  }

  /// ``error parsing regexp: missing closing ): `x(` ``
  public var message: String { "error parsing regexp: \(reason.rawValue): `\(part)`" }
}
