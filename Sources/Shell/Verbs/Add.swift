import Nodes
import Objects
import Simulation
import Store

/// Adds machines.
enum Add: Command {
  static let name = "add"
  static let usage = [
    "add node [NAME] [--cpu N] [--memory SIZE] [--pods N] [--labels K=V,…] "
      + "[--taint K=V:EFFECT] [--zone ZONE]",
    "add autoscaler --max N [--min N] [--cpu N] [--memory SIZE] …",
    "add static-pod -f FILE --node NAME",
    "add image -f FILE", "add image --example",
  ]
  static let summary =
    "add a machine, who buys machines, or an image: add node, add autoscaler, add image"
  static let details = """
    The machine is switched on and joins by itself; it is Ready some seconds later.
    Without a name it becomes the next worker-N. It has 4 CPU, 8Gi and room for 110 pods
    unless you say otherwise.

    An autoscaler looks every ten seconds. For pods that find no room it buys machines such as
    you describe, up to --max workers in all; they join after a minute. Workers of which less
    than half is requested for ten minutes, and whose pods fit elsewhere, are given back, down
    to --min, which is the present number unless you say otherwise.

    A static pod is a file that the kubelet of one machine runs by itself: the cluster shows it
    as NAME-NODE, and whoever deletes that deletes nothing.

    An image of your own is described by a YAML file: its name and tags, its size, the image it
    is built on, files, environment, and a server with its answers; --example prints one with
    every field. Pods pull it like any other image. One of the same name and tag is replaced, and
    containers that start later run the new one.
    """
  static let examples = [
    "add node", "add node big --cpu 16 --memory 64Gi", "add node gpu --taint gpu=yes:NoSchedule",
    "add autoscaler --min 3 --max 10 --cpu 2 --memory 4Gi",
    "add image --example > shop.yaml", "add image -f shop.yaml",
  ]
  static let section = CommandSection.hardware

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty
      ? .choices(["node", "autoscaler", "static-pod", "image"])
      : words.first == "image" || words.first == "static-pod" ? .files : .nothing
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    if call.arguments.first == "static-pod" { return try addStaticPod(call, in: &session) }
    if call.arguments.first == "autoscaler" { return try addAutoscaler(call, in: &session) }
    if call.arguments.first == "image" { return try addImage(call, in: &session) }
    let arguments = try LabArguments(
      call.arguments,
      taking: ["cpu", "memory", "pods", "labels", "label", "taint", "taints", "zone"], for: self)
    guard arguments.words.first == "node" || arguments.words.first == "nodes" else {
      throw .usage("add what?", of: self)
    }
    guard arguments.words.count < 3 else { throw .usage("too many words", of: self) }
    let name = arguments.words.count > 1 ? arguments.words[1] : freeName(in: session)
    let node = try plan(name, arguments).node
    session.changedHardware = true
    do throws(Machines.Problem) {
      try session.world.plugIn(node)
    } catch {
      throw .failed(error.message)
    }
    session.report("node/\(name) added")
    return 0
  }

  private static func freeName(in session: Session) -> String {
    var number = 1
    while session.world.state.node("worker-\(number)") != nil { number += 1 }
    return "worker-\(number)"
  }

  static func plan(
    _ name: String, _ arguments: LabArguments
  ) throws(CommandProblem) -> NodePlan {
    var plan = NodePlan(name: name)
    try plan.setResources(arguments, for: self)
    if let zone = arguments["zone"] { plan.labels["topology.kubernetes.io/zone"] = zone }
    for text in arguments.list("labels", "label") {
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty else {
        throw .usage("a label is KEY=VALUE, not \"\(text)\"", of: self)
      }
      plan.labels[String(sides[0])] = String(sides[1])
    }
    for text in arguments.list("taint", "taints") {
      guard let taint = Taint(text) else {
        throw .usage("a taint is KEY=VALUE:EFFECT, not \"\(text)\"", of: self)
      }
      plan.taints.append(taint)
    }
    return plan
  }
}

extension NodePlan {
  mutating func setResources(
    _ arguments: LabArguments, for type: any Command.Type
  ) throws(CommandProblem) {
    cpu = try Self.quantity(arguments["cpu"], for: "--cpu", of: type) ?? cpu
    memory = try Self.quantity(arguments["memory"], for: "--memory", of: type) ?? memory
    pods = try Self.quantity(arguments["pods"], for: "--pods", of: type) ?? pods
  }

  private static func quantity(
    _ text: String?, for flag: String, of type: any Command.Type
  ) throws(CommandProblem) -> String? {
    guard let text else { return nil }
    guard let quantity = Quantity(text), quantity > .zero else {
      throw .usage("\(flag) takes an amount such as 4, 500m or 8Gi, not \"\(text)\"", of: type)
    }
    return text
  }
}

extension Taint {
  /// `key=value:NoSchedule`, `key:NoExecute`.
  init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"),
      let effect = TaintEffect(rawValue: String(text[text.index(after: colon)...]))
    else { return nil }
    let sides = text[..<colon].split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard !sides[0].isEmpty else { return nil }
    self.init()
    key = String(sides[0])
    value = sides.count > 1 && !sides[1].isEmpty ? String(sides[1]) : nil
    self.effect = effect
  }
}
