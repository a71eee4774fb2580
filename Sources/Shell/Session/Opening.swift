import Engine
import Kubectl
import Lessons

/// What a session shows before its world is needed: making one takes longer than a prompt may.
public struct Opening {
  let start: ClusterStart
  let host: Host

  /// Of a session with a person.
  public init(_ start: ClusterStart, host: Host) {
    self.start = start
    self.host = host
  }

  /// The session, in the world that it begins with.
  public func session() -> Session { Session(start, manner: .interactive, host: host) }

  /// Said once, before the first prompt; five lines to somebody who has never been here.
  public func greeting(mayBeLong: Bool) -> String {
    let width = min(host.style().width ?? MarkdownText.widest, MarkdownText.widest)
    let lines = mayBeLong && host.isFirstRun() ? welcome : [brief]
    return Lines.text(
      lines.flatMap { HangingLines.pieces(of: $0, width: width, indentation: 0) })
  }

  private var welcome: [String] {
    [
      "podlab \(PodlabVersion.text): a Kubernetes cluster of \(start.nodes.count) nodes, in this "
        + "program and all yours.",
      "kubectl's commands work as they are: get nodes, run web --image=nginx, logs web.",
      "Time stands still between them until you say advance; undo takes anything back.",
      "help shows what there is, help WORD tells more, Tab completes, exit leaves.",
      "New to Kubernetes, or to podlab? lesson next begins the first lesson.",
    ]
  }

  private var brief: String {
    "podlab \(PodlabVersion.text): a cluster of \(start.nodes.count) nodes, yours to break. "
      + "help shows how, exit leaves."
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

  /// The first prompt, known beforehand for podlab's own cluster only.
  public func prompt(usesColour: Bool) -> String? {
    guard start.isDefault else { return nil }
    let facts = PromptFacts(time: .worldBegins + ClusterStart.warmUp, namespace: "default")
    return Session.prompt(facts, on: host, usesColour: usesColour)
  }
}
