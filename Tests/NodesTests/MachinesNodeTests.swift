import Engine
import Objects
import Store
import Testing

@testable import Nodes

@Suite struct MachinesNodeTests {
  @Test func registersReportsAndRenews() {
    var bench = MachinesBench()
    let node = bench.state.node("worker-1")
    #expect(node?.status.conditions.isTrue("Ready") == true)
    #expect(node?.metadata.labels["kubernetes.io/hostname"] == "worker-1")
    let lease = bench.state.get(Lease.self, "worker-1", in: "kube-node-lease")
    bench.run(.seconds(11))
    let later = bench.state.get(Lease.self, "worker-1", in: "kube-node-lease")
    #expect(lease?.spec.renewTime != later?.spec.renewTime)
    #expect(
      bench.events(of: "worker-1") == [
        "Starting", "NodeHasSufficientMemory", "NodeHasNoDiskPressure", "NodeHasSufficientPID",
        "NodeReady",
      ])
  }

  @Test func containersOutliveTheirKubelet() throws {
    var bench = MachinesBench()
    bench.create()
    bench.run(.seconds(2))
    try bench.machines.failKubelet("worker-1")
    bench.run(.seconds(60))
    bench.look(try bench.machines.recoverKubelet("worker-1", at: bench.now))
    bench.run(.seconds(5))
    #expect(bench.pod()?.status.phase == .running)
    #expect(bench.status()?.restartCount == 0)
  }

  @Test func aRebootEndsContainersAndStartsThemAgain() throws {
    var bench = MachinesBench()
    bench.create()
    bench.run(.seconds(2))
    try bench.machines.failNode("worker-1")
    bench.run(.seconds(60))
    bench.look(
      try bench.machines.recoverNode("worker-1", at: bench.now, using: &bench.random))
    bench.run(.seconds(10))
    #expect(bench.status()?.restartCount == 1)
    #expect(bench.status()?.state.running != nil)
    #expect(bench.events(of: "worker-1").contains("Rebooted"))
  }

  @Test func aNodeThatWasDeletedComesBackWithANewStartOfItsKubelet() throws {
    var bench = MachinesBench()
    bench.attempt(.delete(.node("worker-1"), .now))
    bench.run(.minutes(2))
    #expect(bench.state.node("worker-1") == nil)
    try bench.machines.failKubelet("worker-1")
    bench.run(.seconds(20))
    bench.look(try bench.machines.recoverKubelet("worker-1", at: bench.now))
    bench.run(.seconds(5))
    #expect(bench.state.node("worker-1")?.status.conditions.isTrue("Ready") == true)
  }

  @Test func refusesWhatDoesNotFit() {
    var bench = MachinesBench()
    bench.create { $0.containers[0].resources.requests["cpu"] = Quantity("64") }
    bench.run(.seconds(2))
    #expect(bench.pod()?.status.phase == .failed)
    #expect(bench.pod()?.status.reason == "OutOfcpu")
    #expect(
      bench.pod()?.status.message
        == "Pod was rejected: Node didn't have enough resource: cpu, requested: 64000, used: 0, "
        + "capacity: 2000")
  }

  @Test(arguments: [("1", "1500m", true), ("1", "2500m", false), ("1500m", "1500m", true)])
  func countsTheMostAPodAsksForAtAnyTime(ordinary: String, first: String, fits: Bool) {
    var bench = MachinesBench()
    bench.create { spec in
      spec.containers[0].resources.requests["cpu"] = Quantity(ordinary)
      var container = MachinesBench.container("first", "busybox:1.36", ["true"])
      container.resources.requests["cpu"] = Quantity(first)
      spec.initContainers = [container]
    }
    bench.run(.seconds(3))
    #expect((bench.pod()?.status.reason == "OutOfcpu") == !fits)
  }

  @Test func waitsForAConfigMapAndFollowsItLater() {
    var bench = MachinesBench()
    bench.create { spec in
      var volume = Volume()
      volume.name = "conf"
      var source = ConfigMapVolume()
      source.name = "settings"
      volume.configMap = source
      spec.volumes = [volume]
      var mount = VolumeMount()
      mount.name = "conf"
      mount.mountPath = "/conf"
      spec.containers[0].volumeMounts = [mount]
    }
    bench.run(.seconds(2))
    #expect(
      bench.messages(of: "app", "FailedMount")
        == ["MountVolume.SetUp failed for volume \"conf\" : configmap \"settings\" not found"])
    var map = ConfigMap()
    map.metadata = ObjectMeta(name: "settings", namespace: "default")
    map.data["color"] = "red"
    bench.attempt(.create(map))
    bench.run(.seconds(5))
    #expect(color(in: bench) == "red")
    map.data["color"] = "blue"
    bench.attempt(.update(map))
    bench.run(.seconds(30))
    #expect(color(in: bench) == "red")
    bench.run(.seconds(60))
    #expect(color(in: bench) == "blue")
  }

  private func color(in bench: MachinesBench) -> String? {
    bench.pod().flatMap { bench.machines.readFile("/conf/color", in: "app", of: $0) }
  }

  @Test(arguments: [(0, 0), (10, 13), (20, 26), (60, 78), (80, 80.6), (160, 161.2)])
  func noticesLateThatAWaitIsOver(seconds: Int64, noticed: Double) {
    #expect(
      CrashBackOff.nap(through: .seconds(seconds)).milliseconds == Int64(noticed * 1000))
  }
}
