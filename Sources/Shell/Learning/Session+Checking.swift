import Engine
import Lessons
import Simulation

extension Session {
  /// Looks after each line how the step stands: says which checks are newly met, and which are
  /// no longer, and whether the step is done.
  mutating func lookAtAssignment(_ keepLine: (inout Session) -> Void) {
    guard let room = classroom, room.isAttended, let assignment = room.assignment,
      !(lessonRun?.isPlaying ?? false)
    else { return }
    let results = results(of: assignment)
    classroom?.assignment?.standing = results.map(\.verdict.isMet)
    if assignment.isSkipped, !assignment.isDone { return complete(assignment) }
    let isMet = results.allSatisfy(\.verdict.isMet)
    // What a check was waiting for is worth undoing, even if nothing was written: a request from
    // one container to another.
    if classroom?.assignment?.standing != assignment.standing { keepLine(&self) }
    if let doneAfter = assignment.doneAfter {
      // What is done stays done, whatever is tried afterwards; but not once it was undone.
      if !isMet, timeline.depth < doneAfter { reopen() }
      return
    }
    for (result, stood) in zip(results, assignment.standing) where result.verdict.isMet != stood {
      if stood {
        tell("  \(styled("lost", "33"))  \(result.verdict.explanation)", hangingBy: 8)
      } else {
        let text = MarkdownText.plainText(result.check.text)
        tell("  \(styled("met", "32"))   \(text)", hangingBy: 8)
      }
    }
    if isMet { complete(assignment) }
  }

  private mutating func reopen() {
    classroom?.assignment?.doneAfter = nil
    classroom?.assignment?.isSkipped = false
    tell("The step is open again: what made it done was undone.")
  }
}
