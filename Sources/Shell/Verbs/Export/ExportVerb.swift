import Kubectl
import Lessons
import Objects
import Simulation

/// Writes down the cluster, its machines or the session, for use elsewhere.
enum ExportVerb: Command {
  static let name = "export"
  static let usage = [
    "export [FILE|-] [KIND…] [-n NAMESPACE|-A] [-l SELECTOR]", "export --script [FILE|-]",
    "export --nodes [FILE|-]", "export NAME=VALUE…",
  ]
  static let summary = "write the cluster as manifests, or the session as a shell script"
  static let details = """
    Manifests are what you have made, as kubectl apply takes it on any cluster: without status,
    without what the API server fills in, without what controllers own, in an order in which each
    object finds what it needs. Replicas that an autoscaler sets are left to it. Secrets are
    written as they are. Without -n everything is written but the system's own namespaces, which
    -A adds; KIND is pods, deploy,svc and the like. Files and - (the screen) are told from kinds by
    a dot or a slash.
      --script  the commands that led here, with kubectl in front; what no real cluster has
                stands there as a comment that says what to do instead
      --nodes   the machines, for podlab --nodes FILE
    With NAME=VALUE it sets a variable, as in every shell.
    """
  static let examples = [
    "export cluster.yaml", "export - deploy,svc -n shop", "export --script session.sh",
    "export --nodes nodes.yaml", "export NS=shop",
  ]
  static let section = CommandSection.session

  static func takes(after words: [String]) -> CommandWords { .files }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    if Export.isMeant(by: call.arguments, in: session) { return try Export.run(call, in: &session) }
    let arguments = try LabArguments(
      call.arguments, taking: ["n", "namespace", "l", "selector"],
      switches: ["A", "all-namespaces", "script", "nodes"], for: self)
    let (file, kinds) = try targets(arguments.words)
    if arguments.has("script") {
      let script = SessionScript(&session)
      return try write(script.text, "\(script.count) commands", to: file, in: &session)
    }
    if arguments.has("nodes") {
      let nodes = NodeExport(of: session.world)
      return try write(nodes.text, "\(nodes.count) machines", to: file, in: &session)
    }
    let export = ClusterExport(
      of: session.world, scope: scope(arguments), kinds: kinds,
      selector: try selector(arguments["l"] ?? arguments["selector"]))
    guard export.count > 0 else {
      session.complain("No resources found")
      return 0
    }
    return try write(export.text, "\(export.count) objects", to: file, in: &session)
  }

  private static func scope(_ arguments: LabArguments) -> ClusterExport.Scope {
    if arguments.has("A", "all-namespaces") { return .everything }
    return (arguments["n"] ?? arguments["namespace"]).map { .namespace($0) } ?? .own
  }

  private static func selector(_ text: String?) throws(CommandProblem) -> LabelSelector? {
    guard let text else { return nil }
    guard let selector = try? LabelSelector(text: text) else {
      throw .usage("\"\(text)\" is no selector such as app=web", of: self)
    }
    return selector
  }

  // MARK: - Words

  /// The file to write to, nil for the screen, and the kinds to write.
  private static func targets(
    _ words: [String]
  ) throws(CommandProblem) -> (file: String?, kinds: Set<Kind>) {
    var file: String?
    var kinds: Set<Kind> = []
    for word in words {
      if word == "-" { continue }
      let pieces = word.split(separator: ",").map { try? Kind(kubectlWord: String($0)) }
      let found = pieces.compactMap(\.self)
      if !found.isEmpty, found.count == pieces.count {
        kinds.formUnion(found)
        continue
      }
      guard word.contains(".") || word.contains("/") else {
        throw .failed("\"\(word)\" is no kind of object; ./\(word) is a file")
      }
      guard file == nil else { throw .usage("one file at a time", of: self) }
      file = word
    }
    return (file, kinds)
  }

  private static func write(
    _ text: String, _ what: String, to file: String?, in session: inout Session
  ) throws(CommandProblem) -> Int32 {
    guard let file else {
      session.put(text)
      return 0
    }
    do throws(HostProblem) {
      try session.host.writeFile(file, text, false)
    } catch {
      throw .failed("\(file): \(error.message)")
    }
    session.report("wrote \(what) to \(file)")
    return 0
  }
}

extension Export {
  /// Whether these words set variables, as `export` does in every shell.
  fileprivate static func isMeant(by words: [String], in session: Session) -> Bool {
    !words.isEmpty
      && words.allSatisfy { word in
        let name = word.prefix { $0 != "=" }
        let isName = !name.isEmpty && name.unicodeScalars.allSatisfy(Tokenizer.continuesName)
        return isName
          && (name.count < word.count || session.variables[word] != nil
            || word.allSatisfy { !$0.isLowercase })
      }
  }
}
