/// Command lines as they were meant: what the evaluator carries out.
struct Script: Equatable, Sendable {
  var chains: [Chain] = []

  var isEmpty: Bool { chains.isEmpty }
}

/// Pipelines joined by `&&` and `||`.
struct Chain: Equatable, Sendable {
  enum Link: Equatable, Sendable {
    case and
    case or
  }

  struct Follower: Equatable, Sendable {
    var link: Link
    var pipeline: Pipeline
  }

  var first: Pipeline
  var rest: [Follower] = []
}

/// Commands whose output runs into the next one's input.
struct Pipeline: Equatable, Sendable {
  /// `! command`: success and failure change places.
  var isNegated = false
  var stages: [Stage]
}

/// What can stand between two pipes.
enum Stage: Equatable, Sendable {
  case simple(SimpleCommand)
  case compound(Compound, [Redirection])
}

/// What holds other commands.
enum Compound: Equatable, Sendable {
  case forLoop(ForLoop)
  case whileLoop(WhileLoop)
  case conditional(Conditional)
}

/// A command with its arguments.
struct SimpleCommand: Equatable, Sendable {
  struct Assignment: Equatable, Sendable {
    var name: String
    var value: Word
  }

  var assignments: [Assignment] = []
  var words: [Word] = []
  var redirections: [Redirection] = []
}

/// `for NAME in WORDS; do …; done`
struct ForLoop: Equatable, Sendable {
  var variable: String
  var words: [Word]
  var body: Script
}

/// `while …; do …; done`, or `until`
struct WhileLoop: Equatable, Sendable {
  var condition: Script
  /// Whether it goes on while the condition fails.
  var isUntil: Bool
  var body: Script
}

/// `if …; then …; elif …; then …; else …; fi`
struct Conditional: Equatable, Sendable {
  struct Branch: Equatable, Sendable {
    var condition: Script
    var body: Script
  }

  var branches: [Branch]
  var otherwise: Script
}

/// Where a command's input comes from or its output goes.
enum Redirection: Equatable, Sendable {
  case read(Word)
  /// `descriptor` 1 is the output, 2 the errors, 0 both.
  case write(descriptor: Int, to: Word, appending: Bool)
  /// `2>&1`
  case duplicate(from: Int, to: Int)
  /// A here-document or `<<<` text.
  case document(Word)
}
