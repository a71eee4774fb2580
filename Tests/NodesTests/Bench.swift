import Engine
import Objects
import Store
import Testing

@testable import Nodes

/// One pod without a kubelet, to try what happens inside of it.
struct Bench {
  var sandbox: PodSandbox
  var network: ClusterNetwork
  var now = Bench.begin

  static let begin: SimTime = SimTime(milliseconds: 1_767_268_840_000)

  init(volumes: [String: FileTree] = [:], state: ClusterState = ClusterState()) {
    var pod = Pod()
    pod.metadata.name = "app"
    pod.metadata.namespace = "default"
    sandbox = PodSandbox(
      pod: pod, address: "10.244.1.2",
      mounted: volumes.mapValues { PodVolumes.Mounted(tree: $0) }, nodeName: "worker-1")
    network = ClusterNetwork(machines: Machines(), state: state, machine: nil)
  }

  /// A bench with one container of busybox that sleeps.
  static var busybox: Bench {
    var bench = Bench()
    bench.start("app", "busybox:1.36", ["sleep", "36000"])
    return bench
  }

  /// Starts a container; the runtime's sentence when that is not possible.
  @discardableResult
  mutating func start(
    _ name: String, _ image: String, _ command: [String] = [], args: [String] = [],
    environment: [(name: String, value: String)] = [], memory: String? = nil,
    mounts: [(volume: String, path: String)] = [], programs: Set<String> = []
  ) -> String? {
    guard case .found(var facts) = ImageCatalog.find(ImageName(image)) else {
      return "no image \(image)"
    }
    facts.programs.formUnion(programs)
    var container = Container()
    container.name = name
    container.image = image
    container.command = command
    container.args = args
    if let memory { container.resources.limits["memory"] = Quantity(memory) }
    container.volumeMounts = mounts.map {
      var mount = VolumeMount()
      mount.name = $0.volume
      mount.mountPath = $0.path
      return mount
    }
    do throws(StartFailure) {
      try sandbox.start(container, image: facts, environment: environment, at: now)
    } catch {
      return error.message
    }
    sandbox.advance(to: now, network: &network)
    return nil
  }

  /// Lets time pass, stopping wherever something inside is due.
  mutating func advance(_ span: SimSpan) {
    let end = now + span
    while let wake = sandbox.nextWake, wake <= end {
      now = max(now, wake)
      sandbox.advance(to: now, network: &network)
    }
    now = end
  }

  /// Runs a command to its end; what it printed, both streams in their order.
  mutating func run(_ words: [String], in container: String = "app", stdin: String? = nil)
    -> (out: String, errors: String, status: Int, took: SimSpan)
  {
    let outcome = sandbox.execute(words, in: container, stdin: stdin, at: now, network: &network)
    let out = outcome.chunks.filter { $0.stream == .out }.map { $0.text }.joined()
    let errors = outcome.chunks.filter { $0.stream == .err }.map { $0.text }.joined()
    return (out, errors, outcome.exitCode, outcome.took)
  }

  mutating func shell(_ script: String) -> (out: String, errors: String, status: Int, took: SimSpan)
  {
    run(["sh", "-c", script])
  }

  /// What a script prints and ends with in a container of busybox.
  static func expect(
    _ script: String, prints output: String, ends status: Int,
    at location: SourceLocation = #_sourceLocation
  ) {
    var bench = Bench.busybox
    let result = bench.shell(script)
    #expect(result.out == output, "\(script): \(result.errors)", sourceLocation: location)
    #expect(result.status == status, "\(script)", sourceLocation: location)
  }

  func log(_ container: String = "app") -> String {
    (sandbox.logs(of: container) ?? []).map { $0.text + "\n" }.joined()
  }
}
