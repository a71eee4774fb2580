/// A command of the containers' shell, read.
indirect enum ShellCommand: Sendable {
  case simple(SimpleCommand)
  case pipeline([ShellCommand], negated: Bool)
  case and(ShellCommand, ShellCommand)
  case or(ShellCommand, ShellCommand)
  case sequence([ShellCommand])
  case background(ShellCommand)
  case conditional([ConditionalBranch], otherwise: ShellCommand?)
  case loop(condition: ShellCommand, body: ShellCommand, isUntil: Bool)
  case forEach(name: String, words: [ShellWord]?, body: ShellCommand)
  case choice(ShellWord, [ChoiceBranch])
  case subshell(ShellCommand)
  case redirected(ShellCommand, [Redirection])
  case function(name: String, body: ShellCommand)
}

struct ConditionalBranch: Sendable {
  var condition: ShellCommand
  var body: ShellCommand
}

struct ChoiceBranch: Sendable {
  var patterns: [ShellWord]
  var body: ShellCommand
}

struct SimpleCommand: Sendable {
  var assignments: [Assignment] = []
  var words: [ShellWord] = []
  var redirections: [Redirection] = []
  /// `[[ … ]]`: its words are neither split nor taken for patterns of files.
  var isConditional = false
  /// Where it stands in its script.
  var line = 0

  struct Assignment: Sendable {
    var name: String
    var value: ShellWord
  }
}

struct Redirection: Sendable {
  enum Target: Sendable {
    case read(ShellWord)
    case write(ShellWord)
    case append(ShellWord)
    case readAndWrite(ShellWord)
    /// `2>&1`, `3>&-`
    case copy(ShellWord)
    /// A here-document.
    case text(ShellWord)
  }

  var descriptor: Int
  var target: Target
}

/// A word before expansion.
struct ShellWord: Sendable {
  indirect enum Part: Sendable {
    case text(String, quoted: Bool)
    case parameter(ShellParameter, quoted: Bool)
    case command(ShellCommand, quoted: Bool)
    case arithmetic([Part], quoted: Bool)
    /// `~`, or `~name`, at the beginning of a word.
    case home(String)
  }

  var parts: [Part]

  /// Its text, when it is nothing but unquoted text.
  var plainText: String? {
    guard parts.count == 1, case .text(let text, quoted: false) = parts[0] else { return nil }
    return text
  }
}

/// `$name` and its forms in braces.
struct ShellParameter: Sendable {
  enum Operation: Sendable {
    case value
    case length
    /// With a colon an empty value counts as none.
    case useDefault(ShellWord, colon: Bool)
    case assign(ShellWord, colon: Bool)
    case alternative(ShellWord, colon: Bool)
    case fail(ShellWord, colon: Bool)
    case removePrefix(ShellWord, longest: Bool)
    case removeSuffix(ShellWord, longest: Bool)
    case substring(ShellWord, length: ShellWord?)
    case replace(ShellWord, with: ShellWord, all: Bool)
  }

  var name: String
  var operation = Operation.value
}

/// Why a script cannot be read.
struct ShellSyntaxError: Error, Hashable {
  var message: String
  /// Whether more text could make it right.
  var isIncomplete = false
}
