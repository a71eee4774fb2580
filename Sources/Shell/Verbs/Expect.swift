import Kubectl
import Lessons
import Simulation
import Store

/// Asserts something about the cluster.
enum Expect: Answering {
  static let name = "expect"
  static let usage = ["expect [--json] [all|any|no|never|always|once] TARGET [STATEMENT]"]
  static let summary = "check that something is so; what lessons are checked with"
  static let details = """
    TARGET     TYPE/NAME, or TYPE with -l, -n or -A; event [reason=…] [type=…] [for TYPE/NAME];
               exec POD [-c NAME] -- COMMAND; logs POD [-c NAME]; load svc/NAME, what load has
               measured; answer, what you said with answer; incident.
    STATEMENT  PATH OP VALUE         OP is == != < <= > >=; PATH is a JSONPath: .spec.nodeName
               [PATH] count OP N     how many there are, or how many values at a path
               prints TEXT           of exec and logs
               [PATH] matches REGEX
               Without one: it is there.
    VALUE      Quantities, numbers and times compare by value. [a, b] is a set, [a, b] in order a
               list. {TARGET PATH} is what is found there now. What is left out counts as 0 beside
               a number, as false beside true or false.

    In front, about now: all (every one, and there is one; also without a word), any, no.
    About every change since the step began, or the session: never, always, once.
    Without a word a list is compared with what all objects have together. Prints nothing when the
    check holds; otherwise it says what was seen and wanted, and ends with status 1.
    """
  static let examples = [
    "expect pod/web .status.phase == Running", "expect pods -l app=web count >= 3",
    "expect pods -l app=web .spec.nodeName == [worker-1, worker-2]",
    "expect never deployment/web .status.availableReplicas < 2",
    "expect pod/a .spec.nodeName == {pod/b .spec.nodeName}",
    "expect exec web -- wget -qO- localhost prints \"Welcome\"",
    "expect once event reason=FailedScheduling for pod/big",
  ]
  static let section = CommandSection.learning
  static let takesCommands = true

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty ? .resources : .nothing
  }

  static func answer(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Answer {
    guard !call.arguments.isEmpty else { throw .usage("expect what?", of: self) }
    let check: Lessons.Check
    do throws(CheckError) {
      check = try CheckParser.check(call.arguments.map(quoted).joined(separator: " "))
    } catch {
      throw .usage(error.message, of: self)
    }
    var evidence = session.evidence(for: session.classroom?.assignment)
    let verdict = session.verdict(on: check, with: &evidence)
    if verdict.isMet {
      return Answer(CheckResult(check: check, verdict: verdict).document) { _ in }
    }
    let result = CheckResult(check: check, verdict: session.explained(verdict))
    session.failedExpectStatus = session.failedExpectStatus ?? 1
    return Answer(result.document, status: 1) {
      $0.complain("expected: \(check.text)\n     but: \(result.verdict.explanation)")
    }
  }

  /// The shell has taken the quotes away; the check language wants those around blanks, brackets
  /// and quotes back. Paths, lists and probes come as they were written.
  private static func quoted(_ word: String) -> String {
    if let first = word.first, ".[{".contains(first) { return word }
    let isPlain = !word.isEmpty && !word.contains { $0.isWhitespace || "\"'[]{}()".contains($0) }
    if isPlain { return word }
    return word.contains("'")
      ? "\"" + word.replacing("\"", with: "\\\"") + "\"" : "'" + word + "'"
  }
}
