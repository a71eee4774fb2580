import Engine
import Objects

/// What a machine was like when its Node showed all of it: as long as neither changes there is
/// nothing to report.
struct ShownMachine: Sendable {
  private let hardware: Node
  private let images: [String: Int]
  private let isShort: [Bool]
  private let bootID: String
  /// The Node's status, by its place.
  private let status: Shared<NodeStatus>

  init(_ machine: Machine, in node: Node) {
    hardware = machine.hardware
    images = machine.images
    isShort = Self.isShort(machine)
    bootID = machine.bootID
    status = node.$status
  }

  func shows(_ machine: Machine, in node: Node) -> Bool {
    isSame(node.$status) && hardware == machine.hardware && images == machine.images
      && isShort == Self.isShort(machine) && bootID == machine.bootID
  }

  /// Whether a status says the same; that it was said again at another time is no difference.
  private func isSame(_ other: Shared<NodeStatus>) -> Bool {
    status.isOne(with: other) || status.wrappedValue.saysTheSame(as: other.wrappedValue)
  }

  private static func isShort(_ machine: Machine) -> [Bool] {
    NodeSupply.allCases.map { machine.pressure.isOn($0) }
  }
}

extension Machine {
  /// Whether its Node, as it stands, shows it as it is. A runtime that is down shows with time.
  func hasNothingNew(since node: Node) -> Bool {
    runtimeFailedAt == nil && shown?.shows(self, in: node) ?? false
  }
}
