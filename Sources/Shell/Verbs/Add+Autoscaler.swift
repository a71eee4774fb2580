import Objects
import Simulation
import Store

extension Add {
  /// `add autoscaler`: from now on the cluster has somebody who buys machines and gives them back.
  static func addAutoscaler(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Int32 {
    let arguments = try LabArguments(
      call.arguments,
      taking: [
        "min", "max", "cpu", "memory", "pods", "labels", "label", "taint", "taints", "zone",
      ], for: self)
    guard arguments.words.count == 1 else { throw .usage("too many words", of: self) }
    guard session.world.autoscaler == nil else {
      throw .failed("there is an autoscaler already; remove autoscaler takes it away")
    }
    let workers = session.world.state.all(Node.self).count {
      $0.metadata.labels["node-role.kubernetes.io/control-plane"] == nil
    }
    let minimum = try count(arguments["min"], for: "--min", least: 0) ?? workers
    guard let maximum = try count(arguments["max"], for: "--max", least: 1) else {
      throw .usage("how many workers at most? --max is missing", of: self)
    }
    guard minimum <= maximum else {
      throw .usage("--min (\(minimum)) is more than --max (\(maximum))", of: self)
    }
    let template = try plan("template", arguments).node
    session.changedHardware = true
    session.world.setAutoscaler(
      ClusterAutoscaler.Group(minimum: minimum, maximum: maximum, template: template))
    session.report("autoscaler added: \(minimum) to \(maximum) workers")
    return 0
  }

  private static func count(
    _ text: String?, for flag: String, least: Int
  ) throws(CommandProblem) -> Int? {
    guard let text else { return nil }
    guard let number = Int(text), (least...1000).contains(number) else {
      throw .usage("\(flag) takes a number from \(least) to 1000, not \"\(text)\"", of: self)
    }
    return number
  }
}
