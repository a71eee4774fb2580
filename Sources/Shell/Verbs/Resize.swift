import Nodes
import Objects
import Simulation
import Store

/// Changes how big a machine is.
enum Resize: Command {
  static let name = "resize"
  static let usage = ["resize node NAME [--cpu N] [--memory SIZE] [--pods N]"]
  static let summary = "make a machine larger or smaller: resize node"
  static let details = """
    Pods that run keep running even if they no longer fit: only placing new ones looks at the
    capacity.
    """
  static let examples = ["resize node worker-1 --cpu 8 --memory 16Gi"]
  static let section = CommandSection.hardware

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty ? .choices(["node"]) : .nodes
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let arguments = try LabArguments(call.arguments, taking: ["cpu", "memory", "pods"], for: self)
    let name = try Remove.nodeName(
      CommandCall(arguments: arguments.words, input: nil), of: self)
    guard let node = session.world.state.node(name) else {
      throw .failed("there is no node \"\(name)\"; get nodes lists them")
    }
    guard !arguments.values.isEmpty else { throw .usage("nothing to change", of: self) }
    var plan = NodePlan(name: name)
    let capacity = node.status.capacity
    plan.cpu = capacity["cpu"].map { $0.text } ?? plan.cpu
    plan.memory = capacity["memory"].map { $0.text } ?? plan.memory
    plan.pods = capacity["pods"].map { $0.text } ?? plan.pods
    try plan.setResources(arguments, for: self)
    session.changedHardware = true
    do throws(Machines.Problem) {
      try session.world.resize(name, to: plan.resources)
    } catch {
      throw .failed(error.message)
    }
    session.report("node/\(name) resized")
    return 0
  }
}
