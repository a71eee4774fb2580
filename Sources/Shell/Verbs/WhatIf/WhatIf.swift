import Engine
import Kubectl
import Simulation

/// Tries a command in a copy of the world and tells what it would lead to.
enum WhatIf: Answering {
  static let name = "whatif"
  static let usage = ["whatif [--json] COMMAND…", "whatif [--json] 'COMMAND; COMMAND'"]
  static let summary = "try a command in a copy of the cluster and see what it would lead to"
  static let details = """
    The command runs in a copy of the cluster, and time goes on there until nothing but heartbeats
    is left to happen, ten minutes at most. What came of it is compared with what would have
    happened without it. Then the copy is thrown away: your cluster has not changed.
    """
  static let examples = [
    "whatif fail node worker-1", "whatif drain worker-2 --ignore-daemonsets",
    "whatif apply -f web.yaml", "whatif 'cordon worker-1; fail node worker-2'",
  ]
  static let section = CommandSection.looking
  static let takesCommands = true

  static func takes(after words: [String]) -> CommandWords {
    .commands
  }

  static func answer(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Answer {
    guard let first = call.arguments.first else { throw .usage("what if what?", of: self) }
    let isScript = call.arguments.count == 1 && first.contains(" ")
    // What nobody knows is complained of as it would be without whatif.
    guard isScript || isWorthTrying(first) || !Session.knownWords.contains(first) else {
      throw .failed(
        "whatif tries what changes the cluster: kubectl's verbs, fail, recover, add, remove, resize"
      )
    }
    var branch = session.branch()
    let status =
      isScript
      ? branch.run(first)
      : branch.dispatch(first, Array(call.arguments.dropFirst()), input: call.input)
    guard status == 0 else {
      // It would fail, and this is how.
      for chunk in branch.captures.joined() { session.emit(chunk.stream, chunk.text) }
      return .done(status)
    }
    guard branch.now >= session.now, !branch.walkedTimeline else {
      throw .failed("whatif looks ahead only")
    }
    branch.world.settle()
    if let ended = branch.advanceUntilQuiet() { return .done(ended) }
    let prospect = Prospect(from: session.world, to: branch.world)
    let title = call.arguments.joined(separator: " ")
    let outlook = Outlook(prospect, namespace: session.namespace)
    return Answer(outlook.document(title: title)) {
      $0.put(Lines.text(outlook.lines(title: title)))
    }
  }

  private static func isWorthTrying(_ word: String) -> Bool {
    if word == "kubectl" || word == "k" || Kubectl.isVerb(word) { return true }
    return command(named: word)?.section == .hardware
  }
}

extension Session {
  /// A copy to try things in: it reads the same files, and touches nothing outside.
  func branch() -> Session {
    var branch = self
    branch.timeline = Timeline(world)
    branch.clock = .stepped
    branch.anchor = nil
    branch.classroom = nil
    branch.captures = [[]]
    branch.host = Host()
    branch.host.readFile = host.readFile
    branch.host.look = host.look
    branch.host.isInterrupted = host.isInterrupted
    return branch
  }
}
