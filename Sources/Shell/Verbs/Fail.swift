/// Breaks things.
enum Fail: Command {
  static let name = "fail"
  static let usage = [
    "fail node NAME", "fail kubelet NODE", "fail container POD [-c CONTAINER] [-n NAMESPACE]",
  ]
  static let summary = "break something: a node, a kubelet, a container"
  static let details = """
    node: its power is gone; the containers on it end, and nobody tells the API server.
    kubelet: the agent falls silent, but the containers on the node run on.
    container: its process is killed; the kubelet sees it and applies the restart policy.
    """
  static let examples = [
    "fail node worker-1", "fail kubelet worker-2", "fail container web -c app",
  ]
  static let section = CommandSection.hardware

  static func takes(after words: [String]) -> CommandWords {
    switch words.first {
    case nil: .choices(["node", "kubelet", "container"])
    case "container": .pods
    default: .nodes
    }
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    try Breakage.apply(call, isRecovery: false, of: self, in: &session)
  }
}
