import Engine

/// What a process runs, suspended between two of its steps: a plain value, so that a copy of it
/// goes on exactly as the original would. It may be run without cause and has to look again.
protocol Program: Sendable {
  /// Goes on until it ends, has to wait, or has worked enough for one turn.
  mutating func run(_ system: inout SystemCalls) -> ProgramOutcome
}

/// How a turn of a program ended.
enum ProgramOutcome {
  case exit(Int)
  case wait(Wait)
  /// Has more to do than fits into one turn.
  case goOn
  /// `exec`: another program takes the process.
  case become(any Program, title: [String])
  /// Wants more memory than its container may have.
  case outOfMemory
}

/// What a process waits for. Signals it has asked to be told of wake it, too.
enum Wait: Hashable, Sendable {
  case until(SimTime)
  /// Until something can be read from a descriptor, or its end is known, or time is up.
  case readable(Int, orUntil: SimTime? = nil)
  /// Until one of these children has ended, or time is up. That another one has ended does not
  /// matter: nobody has asked for it, and it stays until somebody does.
  case children([Int], orUntil: SimTime? = nil)
  /// Until a signal comes. A daemon answers meanwhile.
  case signal
}

/// A program that has been taken out of its process, which is running it.
struct NoProgram: Program {
  mutating func run(_ system: inout SystemCalls) -> ProgramOutcome { .exit(0) }
}
