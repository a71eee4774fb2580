import Kubectl
import Manifests
import Nodes
import Objects
import Simulation
import Store

extension Add {
  /// `add static-pod -f FILE --node NAME`: a file in the folder that a machine's kubelet watches.
  static func addStaticPod(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Int32 {
    let arguments = try LabArguments(call.arguments, taking: ["f", "filename", "node"], for: self)
    guard arguments.words.count == 1 else { throw .usage("too many words", of: self) }
    guard let path = arguments["f"] ?? arguments["filename"] else {
      throw .usage("which file describes the pod? -f is missing", of: self)
    }
    guard let node = arguments["node"] else {
      throw .usage("on which machine? --node is missing", of: self)
    }
    let pods = try pods(in: path, call, session)
    session.changedHardware = true
    for pod in pods {
      do throws(Machines.Problem) {
        try session.world.addStaticPod(pod, to: node)
      } catch {
        throw .failed(error.message)
      }
      session.report("static pod \(pod.metadata.name) added to \(node)")
    }
    return 0
  }

  private static func pods(
    in path: String, _ call: CommandCall, _ session: Session
  ) throws(CommandProblem) -> [Pod] {
    let name = path == "-" ? "standard input" : path
    var pods: [Pod] = []
    for document in try documents(in: path, name, call, session) where document != .null {
      let kind = document["kind"]?.string ?? "nameless thing"
      guard kind == Kind.pod.rawValue else {
        throw .failed("\(name): only pods can be static, this is a \(kind)")
      }
      if let unknown = StrictDecoding(document, kind: Kind.pod.rawValue).unknownFields.first {
        throw .failed("\(name): \(unknown)")
      }
      var problems: [FieldProblem] = []
      let pod = Pod.read(document, problems: &problems)
      if let problem = problems.first { throw .failed("\(name): \(problem.message)") }
      pods.append(pod)
    }
    if pods.isEmpty { throw .failed("\(name): there is no pod in it") }
    return pods
  }

  private static func documents(
    in path: String, _ name: String, _ call: CommandCall, _ session: Session
  ) throws(CommandProblem) -> [APIValue] {
    let text: String
    if path == "-" {
      text = call.input ?? ""
    } else {
      switch session.file(path) {
      case .file(let found): text = found
      case .missing, .tree: throw .failed("the path \"\(path)\" does not exist")
      case .unreadable(let why): throw .failed("\(path): \(why)")
      case .folder: throw .failed("\(path) is a folder")
      }
    }
    do throws(ManifestError) {
      return try YAML.documents(in: text).map(\.value)
    } catch {
      throw .failed("\(name): \(error.message)")
    }
  }
}

extension Remove {
  /// `remove static-pod NAME --node NAME`: takes the file away again.
  static func removeStaticPod(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Int32 {
    let arguments = try LabArguments(call.arguments, taking: ["node"], for: self)
    guard arguments.words.count == 2 else { throw .usage("which static pod?", of: self) }
    guard let node = arguments["node"] else {
      throw .usage("on which machine? --node is missing", of: self)
    }
    let name = arguments.words[1]
    session.changedHardware = true
    do throws(Machines.Problem) {
      try session.world.removeStaticPod(name, from: node)
    } catch {
      throw .failed(error.message)
    }
    session.report("static pod \(name) removed from \(node)")
    return 0
  }
}
