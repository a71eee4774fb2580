import Engine
import Objects
import Simulation
import Store

extension Session {
  /// What stands before the cursor: the cluster's time and the current namespace.
  public func prompt(usesColour: Bool) -> String {
    let time = now.clockText
    guard usesColour else { return "\(time) \(namespace)> " }
    return "\u{1b}[2m\(time)\u{1b}[0m \u{1b}[36m\(namespace)\u{1b}[0m> "
  }

  /// What stands before a line that goes on with the one above.
  public static let continuationPrompt = "> "

  /// Said once, before the first prompt.
  public var greeting: String {
    let nodes = world.state.keys(.node).count
    return "podlab \(PodlabVersion.text): a cluster of \(nodes) nodes, yours to break. "
      + "help shows how, exit leaves.\n"
  }
}
