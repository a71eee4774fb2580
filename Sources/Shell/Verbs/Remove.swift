import Nodes
import Objects
import Simulation
import Store

/// Takes machines away.
enum Remove: Command {
  static let name = "remove"
  static let usage = [
    "remove node NAME", "remove autoscaler", "remove forward [PORT]",
    "remove static-pod NAME --node NODE",
  ]
  static let summary = "take away for good: remove node, remove autoscaler, remove forward"
  static let details = """
    The machine is switched off and its Node object deleted, as when a cloud takes a machine
    back. Its pods are cleaned up when the cluster notices. Without its autoscaler, a cluster
    keeps the machines it has. remove forward closes what kubectl port-forward has opened.
    """
  static let examples = ["remove node worker-3"]
  static let section = CommandSection.hardware

  static func takes(after words: [String]) -> CommandWords {
    switch words.first {
    case nil: .choices(["node", "autoscaler", "forward", "static-pod"])
    case "node"?: .nodes
    default: .nothing
    }
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    if call.arguments == ["autoscaler"] { return try removeAutoscaler(in: &session) }
    if call.arguments.first == "static-pod" { return try removeStaticPod(call, in: &session) }
    if call.arguments.first == "forward" { return try removeForward(call, in: &session) }
    let name = try nodeName(call, of: self)
    guard session.world.state.node(name) != nil else {
      throw .failed("there is no node \"\(name)\"; get nodes lists them")
    }
    session.changedHardware = true
    do throws(Machines.Problem) {
      try session.world.unplug(name)
    } catch {
      throw .failed(error.message)
    }
    session.report("node/\(name) removed")
    return 0
  }

  private static func removeAutoscaler(
    in session: inout Session
  ) throws(CommandProblem) -> Int32 {
    guard session.world.autoscaler != nil else {
      throw .failed("there is no autoscaler; add autoscaler brings one")
    }
    session.changedHardware = true
    session.world.setAutoscaler(nil)
    session.report("autoscaler removed")
    return 0
  }

  /// Closes one way into a pod, or the only one.
  private static func removeForward(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Int32 {
    let open = session.world.forwards.map { "\($0.localPort)" }
    guard let first = open.first else {
      throw .failed("no port is forwarded; port-forward svc/NAME 8080:80 forwards one")
    }
    guard call.arguments.count == 2 || (call.arguments.count == 1 && open.count == 1) else {
      throw .usage("which port? \(open.joined(separator: ", ")) are forwarded", of: self)
    }
    let word = call.arguments.count == 2 ? call.arguments[1] : first
    guard let port = Int(word), session.world.closeForward(from: port) else {
      throw .failed("port \(word) is not forwarded; these are: \(open.joined(separator: ", "))")
    }
    session.changedHardware = true
    session.report("port \(port) is not forwarded any more")
    return 0
  }

  static func nodeName(
    _ call: CommandCall, of type: any Command.Type
  ) throws(CommandProblem) -> String {
    let words = call.arguments.flatMap { $0.split(separator: "/").map { String($0) } }
    guard words.count == 2, ["node", "nodes", "no"].contains(words[0]) else {
      throw .usage("which node?", of: type)
    }
    return words[1]
  }
}
