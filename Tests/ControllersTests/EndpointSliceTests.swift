import Engine
import Objects
import Store
import Testing

@testable import Controllers

@Suite struct EndpointSliceTests {
  private static func service(port: IntOrString = .int(80)) -> Service {
    var service = Service()
    service.metadata = ObjectMeta(name: "web", namespace: "default", labels: ["team": "blue"])
    service.spec.selector = ["app": "web"]
    var servicePort = ServicePort()
    servicePort.port = 80
    servicePort.targetPort = port
    service.spec.ports = [servicePort]
    return service
  }

  private static func summary(_ cluster: Harness) -> [String] {
    cluster.state.all(EndpointSlice.self, in: "default").flatMap(\.endpoints).map { endpoint in
      let conditions = endpoint.conditions
      let flags = [conditions.ready, conditions.serving, conditions.terminating]
      return flags.map { $0 == true ? "1" : "0" }.joined()
    }
  }

  @Test func followsItsPods() throws {
    var cluster = Harness()
    cluster.attempt(.create(Self.service()))
    cluster.settle()
    let slices = cluster.state.all(EndpointSlice.self, in: "default")
    let slice = try #require(slices.first)
    #expect(slices.count == 1)
    #expect(slice.metadata.name.hasPrefix("web-"))
    #expect(slice.metadata.name.count == 9)
    #expect(slice.ports.isEmpty)
    #expect(slice.metadata.labels["kubernetes.io/service-name"] == "web")
    #expect(slice.metadata.labels["team"] == "blue")
    cluster.attempt(.create(Harness.deployment(2)))
    cluster.runPods()
    #expect(Self.summary(cluster) == ["110", "110"])
    cluster.attempt(.delete(cluster.pods[0].key, DeleteOptions()))
    cluster.settle()
    #expect(Self.summary(cluster).sorted() == ["011", "110"])
    cluster.change("web") { (web: inout Deployment) in web.spec.replicas = 0 }
    cluster.runPods()
    #expect(Self.summary(cluster) == [])
    let after = cluster.state.all(EndpointSlice.self, in: "default")
    #expect(after.map(\.metadata.name) == [slice.metadata.name])
    cluster.attempt(.delete(Self.service().key, DeleteOptions()))
    cluster.settle()
    #expect(cluster.state.all(EndpointSlice.self, in: "default").isEmpty)
  }

  @Test func findsPortsByName() {
    var cluster = Harness()
    cluster.attempt(.create(Self.service(port: .string("http"))))
    var deployment = Harness.deployment(1)
    var port = ContainerPort()
    port.name = "http"
    port.containerPort = 8080
    deployment.spec.template.spec.containers[0].ports = [port]
    cluster.attempt(.create(deployment))
    cluster.runPods()
    let ports = cluster.state.all(EndpointSlice.self, in: "default").flatMap(\.ports)
    #expect(ports.map(\.port) == [8080])
  }
}
