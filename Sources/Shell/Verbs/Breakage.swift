import Nodes
import Objects
import Simulation
import Store

/// What can break, and what can be mended.
enum Breakage {
  static func apply(
    _ call: CommandCall, isRecovery: Bool, of type: any Command.Type, in session: inout Session
  ) throws(CommandProblem) -> Int32 {
    let arguments = try LabArguments(call.arguments, taking: ["c", "n"], for: type)
    let verb = isRecovery ? "recovered" : "failed"
    guard arguments.words.count == 2 else { throw .usage("what, and which one?", of: type) }
    let name = arguments.words[1]
    session.changedHardware = true
    do throws(Machines.Problem) {
      switch arguments.words[0] {
      case "node": try session.world.setPower(of: name, on: isRecovery)
      case "kubelet": try session.world.setKubelet(of: name, running: isRecovery)
      case "container" where !isRecovery:
        try kill(name, arguments, in: &session)
      default:
        session.complain("podlab: \(type.name) \(arguments.words[0]) is not something I can do")
        return 2
      }
    } catch {
      throw .failed(error.message)
    }
    session.report("\(arguments.words[0])/\(name) \(verb)")
    return 0
  }

  private static func kill(
    _ name: String, _ arguments: LabArguments, in session: inout Session
  ) throws(Machines.Problem) {
    let pod = name.hasPrefix("pod/") ? String(name.dropFirst(4)) : name
    let namespace = arguments["n"] ?? session.namespace
    guard let found = session.world.state.get(Pod.self, pod, in: namespace) else {
      throw .noSuchContainer(pod: pod, container: arguments["c"] ?? "")
    }
    let container = arguments["c"] ?? found.spec.containers.first?.name ?? ""
    try session.world.killContainer(container, of: found)
  }
}
