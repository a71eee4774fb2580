import Nodes
import Objects
import Simulation
import Store

/// What can break, and what can be mended.
enum Breakage: String, CaseIterable {
  case node
  case kubelet
  case runtime
  case proxy = "kube-proxy"
  case memory
  case disk
  case zone
  case component
  case registry
  case container

  /// The programs that `component` takes.
  static let components = ControlPlaneComponent.allCases.map(\.rawValue) + ["coredns"]

  static func usage(of verb: String) -> [String] {
    let all = [
      "node NAME", "zone ZONE", "kubelet NODE", "runtime NODE", "kube-proxy NODE", "memory NODE",
      "disk NODE", "component PROGRAM", "registry",
    ]
    let container = verb == Fail.name ? ["container POD [-c CONTAINER] [-n NAMESPACE]"] : []
    return (all + container).map { "\(verb) \($0)" }
  }

  static func words(after words: [String]) -> CommandWords {
    guard let first = words.first else { return .choices(allCases.map(\.rawValue)) }
    guard words.count == 1 else { return .nothing }
    return switch Breakage(rawValue: first) {
    case .node, .kubelet, .runtime, .proxy, .memory, .disk: .nodes
    case .container: .pods
    case .component: .choices(components)
    case .zone, .registry, nil: .nothing
    }
  }

  static func apply(
    _ call: CommandCall, isRecovery: Bool, of type: any Command.Type, in session: inout Session
  ) throws(CommandProblem) -> Int32 {
    let arguments = try LabArguments(call.arguments, taking: ["c", "n"], for: type)
    guard let word = arguments.words.first else { throw .usage("what, and which one?", of: type) }
    guard let breakage = Breakage(rawValue: word), !(isRecovery && breakage == .container) else {
      if session.world.hasMachine(word) {
        throw .failed("\(word) is a machine: \(type.name) node \(word)")
      }
      throw .usage("\(type.name) \(word) is not something I can do", of: type)
    }
    let wanted = breakage == .registry ? 1 : 2
    guard arguments.words.count == wanted else { throw .usage("what, and which one?", of: type) }
    let name = arguments.words.last ?? ""
    if breakage == .component, !components.contains(name) {
      throw .failed("a component is one of \(components.joined(separator: ", "))")
    }
    session.changedHardware = true
    do throws(Machines.Problem) {
      if breakage == .container {
        try kill(name, arguments, in: &session)
      } else {
        try breakage.set(name, works: isRecovery, in: &session.world)
      }
    } catch {
      let machines = session.world.machines.names
      guard case .noSuchMachine = error, machines.count <= 8 else { throw .failed(error.message) }
      throw .failed("\(error.message); there are \(machines.joined(separator: ", "))")
    }
    let subject = breakage == .registry ? word : "\(word)/\(name)"
    session.report("\(subject) \(isRecovery ? "recovered" : "failed")")
    return 0
  }

  private func set(
    _ name: String, works: Bool, in world: inout World
  ) throws(Machines.Problem) {
    switch self {
    case .node: try world.setPower(of: name, on: works)
    case .kubelet: try world.setKubelet(of: name, running: works)
    case .runtime: try world.setRuntime(of: name, running: works)
    case .proxy: try world.setProxy(of: name, running: works)
    case .memory: try world.setSupply(.memory, of: name, isPlentiful: works)
    case .disk: try world.setSupply(.disk, of: name, isPlentiful: works)
    case .zone: try world.setPower(ofZone: name, on: works)
    case .component: try world.setProgram(name, working: works)
    case .registry: try world.setRegistry(answering: works)
    case .container: return
    }
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
