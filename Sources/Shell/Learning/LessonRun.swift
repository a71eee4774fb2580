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
  /// Where it began, as the journal has it.
  var origin: LessonOrigin
  /// Counted from 0.
  var step = 0
  /// The worlds that steps were begun in, before their setup.
  var beginnings: [Int: Place] = [:]
  /// How steps were done, by their number.
  var results: [Int: StepResult] = [:]
  /// The lines done so far, those of the runs it goes on from included.
  var lines = 0
  /// While somebody plays freely: what `lesson resume` goes back to.
  var parked: Place?
  /// When something was last done, by the clock on the wall.
  var lastActive: SimTime?

  init(_ lesson: Lesson, _ file: LibraryFile, origin: LessonOrigin) {
    self.lesson = lesson
    self.file = file
    self.origin = origin
  }

  /// At a step that nobody has come to, for trials.
  init(_ lesson: Lesson, _ file: LibraryFile, at step: Int) {
    self.init(
      lesson, file, origin: LessonOrigin(run: "", seed: 1, version: "", edition: ""))
    self.step = step
  }

  var current: Lessons.Step { lesson.steps[step] }
  var isLastStep: Bool { step + 1 == lesson.steps.count }
  var isPlaying: Bool { parked != nil }
}
