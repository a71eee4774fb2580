import Engine
import Kubectl
import Lessons
import Objects
import Simulation
import Store

extension Session {
  /// What stands before the cursor, as it has been chosen: see ``PromptTemplate``.
  public func prompt(usesColour: Bool) -> String {
    var facts = PromptFacts(time: now, namespace: namespace)
    facts.place = lessonPlace ?? interviewPlace
    if case .live(let speed) = clock { facts.clock = "×\(speed)" }
    if !findsTroubleThemselves {
      facts.unwell = health.count(at: now) + (world.isServerRunning ? 0 : 1)
    }
    facts.status = lastStatus
    return Self.prompt(facts, on: host, usesColour: usesColour)
  }

  static func prompt(_ facts: PromptFacts, on host: Host, usesColour: Bool) -> String {
    PromptTemplate.chosen(host.setting(PromptCommand.name), width: host.style().width)
      .filled(with: facts, usesColour: usesColour)
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
