/// A command of the containers' shell, read.
indirect enum ShellCommand: Hashable, Sendable {
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
  case group(ShellCommand, redirections: [Redirection], isSubshell: Bool)
  case function(name: String, body: ShellCommand)
}

struct ConditionalBranch: Hashable, Sendable {
  var condition: ShellCommand
  var body: ShellCommand
}

struct ChoiceBranch: Hashable, Sendable {
  var patterns: [ShellWord]
  var body: ShellCommand
}

struct SimpleCommand: Hashable, Sendable {
  var assignments: [Assignment] = []
  var words: [ShellWord] = []
  var redirections: [Redirection] = []

  struct Assignment: Hashable, Sendable {
    var name: String
    var value: ShellWord
  }
}

struct Redirection: Hashable, Sendable {
  enum Target: Hashable, Sendable {
    case read(ShellWord)
    case write(ShellWord)
    case append(ShellWord)
    /// `2>&1`
    case copy(of: Int)
    case text(ShellWord)
  }

  /// 0, 1 or 2.
  var descriptor: Int
  var target: Target
}

/// A word before expansion.
struct ShellWord: Hashable, Sendable {
  indirect enum Part: Hashable, Sendable {
    case text(String, quoted: Bool)
    /// `$name`, `${name:-word}`; the operator is empty for the plain form.
    case variable(String, operator: String, word: String, quoted: Bool)
    case command(ShellCommand, quoted: Bool)
    case arithmetic(String)
  }

  var parts: [Part]
}

/// Why a script cannot be read.
struct ShellSyntaxError: Error, Hashable {
  var message: String
}
