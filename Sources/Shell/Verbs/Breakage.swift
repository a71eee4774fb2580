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
    let done: Bool
    switch arguments.words[0] {
    case "node":
      try requireNode(name, session)
      done = session.world.setPower(of: name, on: isRecovery)
    case "kubelet":
      try requireNode(name, session)
      done = session.world.setKubelet(of: name, running: isRecovery)
    case "container" where !isRecovery:
      let pod = name.hasPrefix("pod/") ? String(name.dropFirst(4)) : name
      let key = ObjectKey(.pod, namespace: arguments["n"] ?? session.namespace, name: pod)
      done = session.world.killContainer(try container(arguments["c"], of: key, session), of: key)
    default: throw .usage("\(type.name) \(arguments.words[0]) is not something I can do", of: type)
    }
    guard done else { throw .failed("\(arguments.words[0]) \"\(name)\" cannot be \(verb) now") }
    session.report("\(arguments.words[0])/\(name) \(verb)")
    return 0
  }

  private static func requireNode(_ name: String, _ session: Session) throws(CommandProblem) {
    guard session.world.state.node(name) != nil || session.world.hasMachine(name) else {
      throw .failed("there is no node \"\(name)\"")
    }
  }

  private static func container(
    _ name: String?, of key: ObjectKey, _ session: Session
  ) throws(CommandProblem) -> String {
    guard let pod = session.world.state.pod(key) else {
      throw .failed("there is no pod \"\(key.name)\" in namespace \"\(key.namespace)\"")
    }
    let names = pod.spec.containers.map(\.name) + pod.spec.initContainers.map(\.name)
    guard let name = name ?? names.first, names.contains(name) else {
      throw .failed("pod \"\(key.name)\" has no container \"\(name ?? "")\"")
    }
    return name
  }
}
