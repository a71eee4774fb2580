import Engine
import Lessons

/// The clock of an interview: what each question takes, and what is left for all.
extension Session {
  /// Adds the time since the last line to what the question has taken; says once when time is up.
  mutating func spendOnQuestion() {
    guard var run = interviewRun, let time = host.timeOfDay() else { return }
    let leftBefore = run.left
    if let before = run.record.lastActive, time > before, !run.isPaused {
      // In a mock the clock runs as it would there; else long pauses were pauses.
      let passed = run.plan.form == .mock ? time - before : min(time - before, Self.longestThought)
      run.spent = run.spent + passed
    }
    run.isPaused = false
    run.record.lastActive = time
    interviewRun = run
    guard let leftBefore, let left = run.left, leftBefore > .zero, left <= .zero else { return }
    tell(styled("Time is up.", "33") + " Finish this answer; after it comes the report.")
  }

  /// What the prompt says of an interview: `interview 2/5 12:30 left`.
  var interviewPlace: String? {
    guard let run = interviewRun else { return nil }
    let place = "interview \(run.place + 1)/\(run.entries.count)"
    guard let left = run.left else { return place }
    guard !run.isPaused else { return place + " paused" }
    var now = left
    if let before = run.record.lastActive, let time = host.timeOfDay(), time > before {
      now = left - (time - before)
    }
    let seconds = max(0, now.seconds)
    let rest = seconds % 60
    return "\(place) \(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
