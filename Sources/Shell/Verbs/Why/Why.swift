import Kubectl
import Objects
import Simulation
import Store

/// Tells how an object came to be as it is.
enum Why: Answering {
  static let name = "why"
  static let usage = ["why TYPE/NAME [-n NAMESPACE] [--json]", "why POD --node NODE [--json]"]
  static let summary = "why something is where it is, pending, restarting or gone"
  static let details = """
    Shows what led to it, oldest first: who created it and because of what, what the scheduler
    thought of every node, what the kubelet did, what has changed since. A gone object can be
    asked about too. For a pod that waits it lists the smallest changes that would place it.
    --node tells what spoke for or against one node.
    """
  static let examples = [
    "why pod/web", "why pod/web --node worker-2", "why node/worker-1", "why deployment/web --json",
  ]
  static let section = CommandSection.looking

  static func takes(after words: [String]) -> CommandWords {
    .resources
  }

  static func answer(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Answer {
    let arguments = try LabArguments(
      call.arguments, taking: ["n", "namespace", "node", "o", "output"], for: self)
    let key = try key(arguments, in: session)
    guard let story = Story(of: key, in: session.timeline) else {
      throw session.nothingEver(of: key)
    }
    let format = arguments["o"] ?? arguments["output"]
    guard format == nil || format == "json" else {
      throw .usage("-o takes json, not \"\(format ?? "")\"", of: self)
    }
    var answer = Answer(story.document) { $0.put(story.text(width: $0.style.width)) }
    if let node = arguments["node"] { answer = try self.answer(about: node, story, in: session) }
    guard format != nil, let document = answer.document else { return answer }
    // As kubectl asks for it.
    return Answer(document) { $0.emit([.out(.document(document, .json))]) }
  }

  private static func key(
    _ arguments: LabArguments, in session: Session
  ) throws(CommandProblem) -> ObjectKey {
    let words = arguments.words.flatMap { $0.split(separator: "/").map { String($0) } }
    let namespace = arguments["n"] ?? arguments["namespace"] ?? session.namespace
    guard (1...2).contains(words.count) else { throw .usage("about what?", of: self) }
    // A bare name is most often a pod's.
    if words.count == 1 {
      let key = ObjectKey(.pod, namespace: namespace, name: words[0])
      let isKind = (try? Kind(kubectlWord: words[0])) != nil
      if isKind, session.world.state[key] == nil {
        throw .usage("which \(words[0])?", of: self)
      }
      return key
    }
    do throws(UsageError) {
      return ObjectKey(try Kind(kubectlWord: words[0]), namespace: namespace, name: words[1])
    } catch {
      throw .failed(error.message.replacing("error: ", with: ""))
    }
  }

  /// Why a pod is, or is not, on one node.
  private static func answer(
    about node: String, _ story: Story, in session: Session
  ) throws(CommandProblem) -> Answer {
    guard story.key.kind == .pod else { throw .usage("--node is for pods", of: self) }
    guard session.world.state.node(node) != nil else { throw .failed("there is no node/\(node)") }
    guard let account = story.present ?? story.links.compactMap(\.account).last else {
      throw .failed("the scheduler has not placed \(story.key)")
    }
    return Answer(account.document(of: node)) { $0.put(Lines.text(account.lines(about: node))) }
  }
}
