import Engine
import Lessons
import Objects
import Simulation
import Store

extension Session {
  /// What stands before the cursor: the cluster's time and the current namespace.
  public func prompt(usesColour: Bool) -> String {
    let place = (lessonPlace ?? interviewPlace).map { $0 + " " } ?? ""
    return Self.prompt(place, at: now, in: namespace, usesColour: usesColour)
  }

  static func prompt(
    _ place: String = "", at moment: SimTime, in namespace: String, usesColour: Bool
  ) -> String {
    let time = moment.clockText
    guard usesColour else { return "\(place)\(time) \(namespace)> " }
    let shownPlace = place.isEmpty ? "" : "\u{1b}[35m\(place)\u{1b}[0m"
    return shownPlace + "\u{1b}[2m\(time)\u{1b}[0m \u{1b}[36m\(namespace)\u{1b}[0m> "
  }

  /// `localhost 2/4`: the lesson and the step.
  private var lessonPlace: String? {
    guard let run = lessonRun else { return nil }
    let id = ColumnWidth.fitted(run.lesson.id, columns: 18)
    let place = "\(id) \(run.step + 1)/\(run.lesson.steps.count)"
    return run.isPlaying ? place + " play" : place
  }

  /// What stands before a line that goes on with the one above.
  public static let continuationPrompt = "> "
}
