import Engine
import Lessons
import Simulation

/// Somebody's way through a lesson.
struct LessonRun: Sendable {
  /// A world to come back to.
  struct Place: Sendable {
    var timeline: Timeline
    var namespace: String
    var incident: IncidentRoom?
  }

  let lesson: Lesson
  let file: LibraryFile
  var record: RunRecord
  /// Counted from 0.
  var step = 0
  /// The worlds that steps were begun in, before their setup.
  var beginnings: [Int: Place] = [:]
  /// How steps were done, by their number.
  var results: [Int: StepResult] = [:]
  /// While somebody plays freely: what `lesson resume` goes back to.
  var parked: Place?
  init(_ lesson: Lesson, _ file: LibraryFile, origin: RunOrigin) {
    self.lesson = lesson
    self.file = file
    record = RunRecord(origin: origin)
  }

  /// At a step that nobody has come to, for trials.
  init(_ lesson: Lesson, _ file: LibraryFile, at step: Int) {
    self.init(
      lesson, file, origin: RunOrigin(run: "", seed: 1, version: "", edition: ""))
    self.step = step
  }

  var origin: RunOrigin { record.origin }
  var current: Lessons.Step { lesson.steps[step] }
  var isLastStep: Bool { step + 1 == lesson.steps.count }
  var isPlaying: Bool { parked != nil }
}
