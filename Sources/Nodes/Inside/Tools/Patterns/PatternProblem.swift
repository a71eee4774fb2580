/// Why a text is no regular expression, in the C library's words.
enum PatternProblem: String, Error {
  case unmatchedBracket = "Unmatched [, [^, [:, [., or [="
  case unmatchedOpen = "Unmatched ( or \\("
  case unmatchedClose = "Unmatched ) or \\)"
  case unmatchedBrace = "Unmatched \\{"
  case invalidBrace = "Invalid content of \\{\\}"
  case invalidRange = "Invalid range end"
  case invalidClass = "Invalid character class name"
  case invalidReference = "Invalid back reference"
  case trailingBackslash = "Trailing backslash"
  case tooBig = "Regular expression too big"
}
