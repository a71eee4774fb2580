import Kubectl

/// Runs the commands of a recorded session again.
public enum Replay {
  /// The session as it goes on a new cluster. `finished` is told of every part as it is done.
  public static func run(
    _ recording: Recording, in session: inout Session,
    finished: (Recording.Item) -> Void = { _ in }
  ) -> Recording {
    var replayed = Recording()
    for item in recording.items {
      let done: Recording.Item
      switch item {
      case .comment: done = item
      case .step(var step):
        let reply = session.reply(to: step.command)
        step.record(reply.text, status: reply.status)
        done = .step(step)
      }
      replayed.items.append(done)
      finished(done)
      if session.exitStatus != nil { break }
    }
    return replayed
  }
}
