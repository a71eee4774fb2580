/// A program that does nothing until a signal ends it.
struct IdleProgram: Program {
  mutating func run(_ system: inout SystemCalls) -> ProgramOutcome { .wait(.signal) }
}
