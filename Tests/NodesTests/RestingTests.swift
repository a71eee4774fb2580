import Engine
import Objects
import Store
import Testing

@testable import Nodes

/// A pod that only waits is written down instead of run: whoever looks inside must not notice.
struct RestingTests {
  private static let images = [
    "nginx:1.27", "nginx:1.27-alpine", "httpd:2.4", "redis:7", "memcached:1.6", "postgres:16",
    "traefik/whoami:v1.10", "hashicorp/http-echo:1.0", "registry.k8s.io/pause:3.10",
    "registry.k8s.io/e2e-test-images/agnhost:2.53", "busybox:1.36", "python:3.12",
    "nginxinc/nginx-unprivileged:1.27", "rabbitmq:3", "mongo:7",
  ]

  private func container(_ image: String, _ command: [String] = []) -> Container {
    var container = Container()
    container.name = command.isEmpty ? "app" : "helper"
    container.image = image
    container.command = command
    return container
  }

  private func pod(_ name: String) -> Pod {
    var pod = Pod()
    pod.metadata = ObjectMeta(name: name, namespace: "default")
    return pod
  }

  private func frame(_ pod: Pod, _ address: String) -> PodSandbox {
    PodSandbox(pod: pod, address: address, mounted: [:], nodeName: "worker-1")
  }

  private func facts(_ image: String) throws -> ImageFacts {
    guard case .found(let facts) = ImageCatalog.find(ImageName(image)) else {
      throw NoSuchImage(name: image)
    }
    return facts
  }

  private struct NoSuchImage: Error { let name: String }

  /// Everything about a container that somebody may see.
  private func looks(_ sandbox: PodSandbox, _ name: String) throws -> [String] {
    let instance = try #require(sandbox.containers[name])
    let processes = instance.processes.map {
      "\($0.pid) \($0.parent) \($0.title) \($0.state) \($0.startedAt) \($0.environment.entries) "
        + "\($0.user) \($0.descriptors.sorted { $0.key < $1.key })"
    }
    let files = PodSandbox.systemFiles.map { instance.root.text($0) ?? "" }
    let log = instance.log.lines.map { "\($0.time) \($0.stream) \($0.text)" }
    return processes + files + log
      + sandbox.listeners.map { "\($0.container) \($0.bindAddress):\($0.port)" }
      + sandbox.fingerprint.map { "\($0)" } + ["\(String(describing: sandbox.nextWake))"]
  }

  private let environment = [(name: "KUBERNETES_PORT", value: "tcp://10.96.0.1:443")]

  /// Starts an image's program and a helper in a pod that rests and in one that runs; nil when the
  /// program does not let its pod rest.
  private func pair(_ image: String, named name: String, at begin: SimTime) throws -> (
    resting: RestingSandbox, running: PodSandbox
  )? {
    let pod = pod(name)
    let address = "10.244.1.\(name.count)"
    var resting = try #require(RestingSandbox(frame(pod, address), of: pod))
    var running = frame(pod, address)
    var network = ClusterNetwork(machines: Machines(), state: .init(), machine: nil)
    let containers = [container(image), container("busybox:1.36", ["sleep", "infinity"])]
    for (place, container) in containers.enumerated() {
      let now = begin + .milliseconds(Int64(150 * place))
      let image = try facts(container.image)
      let rests = resting.start(
        Shared(wrappedValue: container), image: image, environment: environment, at: now)
      try running.start(container, image: image, environment: environment, at: now)
      running.advance(to: now, network: &network)
      guard rests else { return nil }
    }
    return (resting, running)
  }

  @Test(arguments: images) func nobodyNotices(image: String) throws {
    let begin = SimTime.worldBegins + .seconds(5)
    for (number, name) in ["web-1", "another-name-2", "w"].enumerated() {
      let start = begin + .seconds(Int64(number * 77))
      guard let (resting, running) = try pair(image, named: name, at: start) else { continue }
      var awake = resting.awake
      var kept = running
      let later = start + .seconds(200)
      var network = ClusterNetwork(machines: Machines(), state: .init(), machine: nil)
      for moment in [start + .seconds(20), later] {
        awake.advance(to: moment, network: &network)
        kept.advance(to: moment, network: &network)
      }
      for name in ["app", "helper"] {
        #expect(try looks(awake, name) == looks(kept, name))
        let instance = try #require(kept.containers[name])
        let gauge = try #require(resting.gauge(of: name))
        for moment in [start + .seconds(1), later] {
          #expect(gauge.meter.memoryBytes(at: moment) == instance.meter.memoryBytes(at: moment))
          #expect(
            gauge.meter.cpuMicroseconds(at: moment) == instance.meter.cpuMicroseconds(at: moment))
        }
        #expect(resting.bytesWritten(by: name) == StorageUsage.bytes(of: instance))
      }
      #expect(resting.nextWake == running.nextWake)
    }
  }

  @Test(arguments: ["nginx:1.27", "redis:7", "registry.k8s.io/pause:3.10"])
  func serversRest(image: String) throws {
    #expect(try pair(image, named: "web", at: .worldBegins) != nil)
  }

  @Test func whoHasMoreToDoStaysAwake() throws {
    let pod = pod("web")
    var resting = try #require(RestingSandbox(frame(pod, "10.244.1.9"), of: pod))
    let image = try facts("busybox:1.36")
    let commands = [
      ["sleep", "30"], ["sh", "-c", "sleep infinity"], ["sh"], ["true"], ["httpd", "-f"],
    ]
    for command in commands {
      let rests = resting.start(
        Shared(wrappedValue: container("busybox:1.36", command)), image: image, environment: [],
        at: .worldBegins)
      #expect(!rests)
    }
    var asked = container("nginx:1.27")
    asked.livenessProbe = Probe()
    let server = try facts("nginx:1.27")
    let rests = resting.start(
      Shared(wrappedValue: asked), image: server, environment: [], at: .worldBegins)
    #expect(!rests)
    #expect(resting.awake.containers.isEmpty)
  }

  @Test func aTakenPortIsSeen() throws {
    let pod = pod("web")
    var resting = try #require(RestingSandbox(frame(pod, "10.244.1.9"), of: pod))
    let image = try facts("nginx:1.27")
    var second = container("nginx:1.27")
    second.name = "second"
    let first = container("nginx:1.27")
    let starts = [first, second].map {
      resting.start(Shared(wrappedValue: $0), image: image, environment: [], at: .worldBegins)
    }
    #expect(starts == [true, false])
  }
}
