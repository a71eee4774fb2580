import Kubectl
import Objects
import Simulation

/// Tells how an object came to be as it is.
enum Why: Command {
  static let name = "why"
  static let usage = ["why TYPE/NAME [-n NAMESPACE]", "why TYPE NAME"]
  static let summary = "why something is where it is, pending, restarting or gone"
  static let details = """
    Shows what led to it, oldest first: who created it and because of what, what the scheduler
    thought of every node, what the kubelet did, what has changed since. A gone object can be
    asked about too.
    """
  static let examples = ["why pod/web", "why node/worker-1", "why deployment/web"]
  static let section = CommandSection.looking

  static func takes(after words: [String]) -> CommandWords {
    .resources
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let arguments = try LabArguments(call.arguments, taking: ["n", "namespace"], for: self)
    let words = arguments.words.flatMap { $0.split(separator: "/").map { String($0) } }
    let namespace = arguments["n"] ?? arguments["namespace"] ?? session.namespace
    guard (1...2).contains(words.count) else { throw .usage("about what?", of: self) }
    let key: ObjectKey
    if words.count == 1 {
      // A bare name is most often a pod's.
      key = ObjectKey(.pod, namespace: namespace, name: words[0])
    } else {
      do throws(UsageError) {
        key = ObjectKey(
          try Kind(kubectlWord: words[0]), namespace: namespace, name: words[1])
      } catch {
        throw .failed(error.message.replacing("error: ", with: ""))
      }
    }
    guard let story = Story(of: key, in: session.timeline) else {
      throw .failed("there is and was no \(key)")
    }
    session.put(story.text)
    return 0
  }
}
