import Kubectl
import Simulation
import Store

/// What nodes and pods use, drawn; with words behind it, kubectl's own top.
enum TopVerb: Command {
  static let name = "top"
  static let usage = [
    "top [-n NAMESPACE] [-A] [--all] [--plain] [--svg FILE]", "top nodes …", "top pods …",
  ]
  static let summary = "what nodes and pods use, as bars; top nodes and top pods are kubectl's"
  static let details = """
    The upper half of a bar is what pods have reserved of a node, the lower half what is really
    used. Behind it stands how it went over the last five minutes, as far as it was measured: a
    metrics server asks every 15 seconds, and an interval nobody knows of stays empty. Then the pods
    that use most, with how much that is of what they asked for.
    """
  static let examples = ["top", "top -n shop", "top --svg usage.svg", "top pods -A --sort-by=cpu"]
  static let section = CommandSection.looking

  static func takes(after words: [String]) -> CommandWords {
    words.last == "--svg" ? .files : .kubectlVerb
  }

  /// Flags that kubectl's top without a word has no use for.
  private static let own = ["-n", "--namespace", "-A", "--all-namespaces", "--all", "--plain"]

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard isOwn(call.arguments) else {
      return session.kubectl([name] + call.arguments, input: call.input)
    }
    let options = try PictureOptions(
      call.arguments, flags: ["A", "all-namespaces"], taking: ["n", "namespace"], for: self)
    switch session.world.metricsAPI {
    case .serving: break
    case .absent:
      throw .failed("Metrics API not available: this cluster has no metrics server")
    case .unavailable:
      throw .failed("Metrics API not available: the metrics server does not answer (yet)")
    }
    var picture = TopPicture(timeline: session.timeline)
    picture.namespace = options.arguments["n"] ?? options.arguments["namespace"]
    if !options.flags.isDisjoint(with: ["A", "all-namespaces"]) { picture.namespace = nil }
    picture.ownNamespace = session.namespace
    if options.showsAll { picture.limit = nil }
    return try session.show(picture.picture, options)
  }

  /// Whether all the words are flags of the picture.
  private static func isOwn(_ words: [String]) -> Bool {
    var takesNext = false
    for word in words {
      if takesNext {
        takesNext = false
        continue
      }
      let flag = String(word.prefix { $0 != "=" })
      guard own.contains(flag) || flag == "--svg" else { return false }
      takesNext = ["-n", "--namespace", "--svg"].contains(word)
    }
    return true
  }
}
