import Engine
import Lessons
import Objects
import Simulation
import Store

extension Session {
  /// What stands before the cursor: the cluster's time and the current namespace.
  public func prompt(usesColour: Bool) -> String {
    let time = now.clockText
    let place = (lessonPlace ?? interviewPlace).map { $0 + " " } ?? ""
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

  /// Said once, before the first prompt.
  public var greeting: String {
    let nodes = world.state.keys(.node).count
    return "podlab \(PodlabVersion.text): a cluster of \(nodes) nodes, yours to break. "
      + "help shows how, exit leaves.\n"
  }

  /// Said after the greeting to somebody who left a lesson or an interview half-way.
  public var reminder: String? {
    let progress = Lessons.Progress(journal: host.journal())
    if let id = progress.latestOpenRun?.lesson {
      return "You left the lesson \(id) half-way: lesson goes on with it.\n"
    }
    return progress.latestOpenInterview == nil
      ? nil : "You left an interview half-way: interview resume goes on with it.\n"
  }
}
