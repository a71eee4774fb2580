import Objects
import Store
import Testing

@testable import Controllers

/// The pod networks of nodes.
@Suite struct NodeAddressTests {
  @Test func noTwoNetworksAreTheSameOrHoldServices() {
    let networks = (0..<NodeAddressController.networks).map(NodeAddressController.network)
    #expect(Set(networks).count == 32_768)
    #expect(networks[0] == "10.244.0.0/24" && networks[255] == "10.244.255.0/24")
    #expect(networks[3072] == "10.128.0.0/24")
    // Services have 10.96.0.0/12.
    let second = networks.compactMap { Int($0.split(separator: ".")[1]) }
    #expect(second.count == networks.count && second.allSatisfy { (128...255).contains($0) })
  }

  private static func network(of name: String, _ harness: Harness) -> String? {
    harness.state.node(name)?.spec.podCIDR
  }

  @Test func whatANodeBringsAlongIsNotGivenAgain() {
    var harness = Harness(nodes: ["a"])
    #expect(Self.network(of: "a", harness) == "10.244.0.0/24")
    var own = Node()
    own.metadata = ObjectMeta(name: "own")
    own.spec.podCIDR = "10.244.1.0/24"
    own.spec.podCIDRs = ["10.244.1.0/24"]
    harness.attempt(.create(own))
    harness.addNodes(["b"])
    #expect(Self.network(of: "b", harness) == "10.244.2.0/24")
  }

  @Test func aControllerThatBeginsAnewLooksAtWhatThereIs() {
    var harness = Harness(nodes: ["a", "b"])
    harness.manager = ControllerManager()
    harness.addNodes(["c"])
    #expect(Self.network(of: "c", harness) == "10.244.2.0/24")
  }
}
