import Kubectl
import Lessons
import Simulation
import Store

/// Asserts something about the cluster.
enum Expect: Command {
  static let name = "expect"
  static let usage = [
    "expect [all|any|no|never|always|once] TARGET (PATH OP VALUE | count OP N | …)"
  ]
  static let summary = "check that something is so; what lessons are checked with"
  static let details = """
    TARGET is TYPE/NAME, TYPE with -l, -n or -A, exec POD -- COMMAND, logs POD, or
    event reason=… for TYPE/NAME. Prints nothing when it holds, and ends with status 1 when not.
    never, always and once look back over everything that has happened.
    """
  static let examples = [
    "expect pod/web .status.phase == Running", "expect pods -l app=web count >= 3",
    "expect exec web -- wget -qO- localhost prints \"Welcome\"",
  ]
  static let section = CommandSection.learning

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty ? .resources : .nothing
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard !call.arguments.isEmpty else { throw .usage("expect what?", of: self) }
    let check: Lessons.Check
    do throws(CheckError) {
      check = try CheckParser.check(call.arguments.map(quoted).joined(separator: " "))
    } catch {
      throw .usage(error.message, of: self)
    }
    var evidence = session.evidence(for: session.classroom?.assignment)
    let verdict = session.verdict(on: check, with: &evidence)
    if verdict.isMet { return 0 }
    session.complain("expected: \(check.text)\n     but: \(session.explained(verdict).explanation)")
    session.failedExpectStatus = session.failedExpectStatus ?? 1
    return 1
  }

  /// The shell has taken the quotes away; the check language wants those around spaces back.
  private static func quoted(_ word: String) -> String {
    guard word.isEmpty || word.contains(" "), !word.contains("\"") else { return word }
    return "\"\(word)\""
  }
}
