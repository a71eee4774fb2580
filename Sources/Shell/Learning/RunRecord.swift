import Engine
import Lessons

/// What the journal knows of a way through a lesson or an interview.
struct RunRecord: Sendable {
  /// Where it began.
  var origin: RunOrigin
  /// The lines done so far, those of the runs it goes on from included.
  var lines = 0
  /// When something was last done, by the clock on the wall.
  var lastActive: SimTime?
}

extension Session {
  /// The record of whatever is under way.
  var runRecord: RunRecord? {
    get { lessonRun?.record ?? interviewRun?.record }
    set {
      guard let newValue else { return }
      lessonRun?.record = newValue
      interviewRun?.record = newValue
    }
  }

  /// What names a run in the journal, as no other run is named.
  func origin(
    named name: String, edition: String, seed: UInt64, earlier: RunOrigin.Earlier?
  ) -> RunOrigin {
    let time = (host.timeOfDay() ?? now).milliseconds
    return RunOrigin(
      run: "\(name)-\(time)-\(host.processNumber)-\(runsBegun)", seed: seed,
      version: PodlabVersion.text, edition: edition, earlier: earlier)
  }
}
