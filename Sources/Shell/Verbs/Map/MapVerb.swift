import Kubectl
import Objects
import Simulation
import Store

/// Draws the cluster.
enum MapVerb: Command {
  static let name = "map"
  static let usage = ["map", "map pod/NAME [-n NAMESPACE]", "map node/NAME"]
  static let summary = "the cluster as a picture: nodes, what they carry, who waits"
  static let details = """
    ● ready  ◐ running, not ready  ○ not running yet  ✗ failing  ✓ done  ◌ ending
    Bars show what the pods on a node have reserved of it.
    """
  static let section = CommandSection.looking

  static func takes(after words: [String]) -> CommandWords {
    .resources
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let arguments = try LabArguments(call.arguments, taking: ["n", "namespace"], for: self)
    let words = arguments.words.flatMap { $0.split(separator: "/").map { String($0) } }
    let picture = Picture(
      state: session.world.state, width: min(session.style.width ?? 80, 120),
      usesColour: session.style.usesColour)
    if words.isEmpty {
      session.put(picture.cluster)
      return 0
    }
    guard words.count == 2 else { throw .usage("a picture of what?", of: self) }
    switch words[0] {
    case "pod", "pods", "po":
      let namespace = arguments["n"] ?? arguments["namespace"] ?? session.namespace
      guard let pod = session.world.state.pod(.pod(words[1], in: namespace)) else {
        throw .failed("there is no pod \"\(words[1])\" in namespace \"\(namespace)\"")
      }
      session.put(Lines.text(picture.box(of: pod)))
    case "node", "nodes", "no":
      guard let node = session.world.state.node(words[1]) else {
        throw .failed("there is no node \"\(words[1])\"")
      }
      session.put(Lines.text(picture.box(of: node, width: picture.width)))
    default: throw .usage("there is no picture of a \(words[0])", of: self)
    }
    return 0
  }
}
