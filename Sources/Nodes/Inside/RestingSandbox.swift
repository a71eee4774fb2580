import Engine
import Objects
import Store

/// A pod whose containers have begun and wait for somebody to turn to them. Only what was started
/// when is written down; whoever wants to look inside has it all started once more. Most pods of a
/// large cluster are never looked into.
struct RestingSandbox: Sendable {
  /// A container that was started.
  private struct Start: Sendable {
    let container: Shared<Container>
    let time: SimTime
    let kind: RestingKind
    let rest: RestingKind.Rest

    var name: String { container.wrappedValue.name }

    /// When it goes on by itself, if it ever does.
    var wakesAt: SimTime? { rest.wakesAfter.map { time + $0 } }
  }

  /// The pod's network and volumes, before any container began.
  @Shared private var frame: PodSandbox
  /// What the runtime writes into every one of its containers.
  private let systemBytes: Int
  private var starts: [Start] = []

  /// Nil for a pod that shares anything with its machine or with others.
  init?(_ frame: PodSandbox, of pod: Pod) {
    let isAlone =
      !frame.usesHostNetwork && !frame.sharesProcesses && frame.hostFolders.isEmpty
      && frame.diskVolumes.isEmpty && frame.volumes.keys.allSatisfy(frame.fixedVolumes.contains)
      && pod.spec.volumes.allSatisfy { $0.projected != nil }
    guard isAlone else { return nil }
    self.frame = frame
    systemBytes = frame.systemBytes
  }

  /// When one of its containers goes on by itself.
  var nextWake: SimTime? { starts.compactMap(\.wakesAt).min() }

  /// Starts a container if that leaves the pod at rest; false leaves everything as it was.
  mutating func start(
    _ container: Shared<Container>, image: ImageFacts,
    environment: [(name: String, value: String)], at now: SimTime
  ) -> Bool {
    let spec = container.wrappedValue
    guard RestingKind.mayRest(spec, image), !starts.contains(where: { $0.name == spec.name }) else {
      return false
    }
    let kind = RestingKind.of(
      spec, image, environment, security: frame.security, after: starts.last?.kind
    ) {
      var sandbox = awake
      return sandbox.begin(spec, image, environment, at: now) ? sandbox : nil
    }
    guard let rest = kind.rest else { return false }
    starts.append(Start(container: container, time: now, kind: kind, rest: rest))
    return true
  }

  /// The pod as it would be had its containers run all the time.
  var awake: PodSandbox {
    var sandbox = frame
    for start in starts {
      _ = sandbox.begin(
        start.container.wrappedValue, start.kind.image, start.kind.environment, at: start.time)
    }
    return sandbox
  }

  /// What a container takes of its machine; nil before it has begun.
  func gauge(of container: String) -> ContainerGauge? {
    starts.first { $0.name == container }.map { start in
      var gauge = ContainerGauge(start.rest.instance)
      gauge.meter = gauge.meter.moved(to: start.time)
      return gauge
    }
  }

  /// Bytes of a container's files and of its log; nil before it has begun.
  func bytesWritten(by container: String) -> Int? {
    starts.first { $0.name == container }.map { start in
      // Names and addresses are not equally long in all pods.
      StorageUsage.bytes(of: start.rest.instance) + systemBytes - start.rest.systemBytes
    }
  }
}

extension PodSandbox {
  /// Starts a container that asks nothing of anybody, and lets it go on as far as it gets.
  fileprivate mutating func begin(
    _ container: Container, _ image: ImageFacts, _ environment: [(name: String, value: String)],
    at now: SimTime
  ) -> Bool {
    guard (try? start(container, image: image, environment: environment, at: now)) != nil else {
      return false
    }
    var nobody = ClusterNetwork(
      machines: Machines(), state: ClusterState(), machine: nil)
    advance(to: now, network: &nobody)
    return true
  }
}
