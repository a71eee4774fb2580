import Engine
import Objects
import Store
import Testing

@testable import Nodes

@Suite struct MachinesPodTests {
  @Test func runsWithinAMoment() {
    var bench = MachinesBench()
    bench.create()
    bench.run(.seconds(1))
    #expect(bench.pod()?.status.phase == .running)
    #expect(bench.pod()?.status.podIP == "10.244.0.2")
    #expect(bench.pod()?.status.conditions.isTrue("Ready") == true)
    #expect(bench.events() == ["Pulled", "Created", "Started"])
  }

  @Test func pullsWhatIsNotThere() {
    var bench = MachinesBench(images: [])
    bench.create(image: "redis:7.2", [])
    bench.run(.seconds(2))
    #expect(bench.pod()?.status.phase == .running)
    #expect(bench.events() == ["Pulling", "Pulled", "Created", "Started"])
  }

  @Test(arguments: [
    (RestartPolicy.never, "exit 0", PodPhase.succeeded), (.never, "exit 3", .failed),
    (.onFailure, "exit 0", .succeeded), (.onFailure, "exit 3", .running),
    (.always, "exit 0", .running), (.always, "exit 3", .running),
  ])
  func phaseFollowsEndAndPolicy(policy: RestartPolicy, script: String, phase: PodPhase) {
    var bench = MachinesBench()
    bench.create(["sh", "-c", script]) { $0.restartPolicy = policy }
    bench.run(.seconds(5))
    #expect(bench.pod()?.status.phase == phase)
  }

  @Test(arguments: [(7, 1), (25, 2), (61, 3), (130, 4), (306, 5), (480, 6)])
  func restartsAsRecorded(seconds: Int64, restarts: Int) {
    var bench = MachinesBench()
    bench.create(["sh", "-c", "sleep 2; exit 1"])
    bench.run(.seconds(seconds))
    #expect(bench.status()?.restartCount == restarts)
    let isTold = bench.status()?.state.waiting?.reason == "CrashLoopBackOff"
    #expect(isTold == (seconds > 300))
    if seconds == 306 {
      let message = bench.status()?.state.waiting?.message ?? ""
      #expect(message.hasPrefix("back-off 2m40s restarting failed container=app pod=app_default("))
    }
    #expect(bench.messages(of: "app", "BackOff").count == 1)
  }

  @Test(arguments: [(5, "ErrImagePull"), (20, "ImagePullBackOff"), (60, "ErrImagePull")])
  func tellsOfAnImageThatDoesNotExist(seconds: Int64, reason: String) {
    var bench = MachinesBench()
    bench.create(image: "nginx:9.99", [])
    bench.run(.seconds(seconds))
    #expect(bench.pod()?.status.phase == .pending)
    #expect(bench.status()?.state.waiting?.reason == reason)
    #expect(bench.messages(of: "app", "BackOff") == ["Back-off pulling image \"nginx:9.99\""])
  }

  @Test(arguments: [
    ("nosuch:1", PullPolicy.never, "ErrImageNeverPull"),
    ("Nginx:1.27", .ifNotPresent, "InvalidImageName"),
  ])
  func refusesImages(image: String, policy: PullPolicy, reason: String) {
    var bench = MachinesBench()
    bench.create(image: image, []) { $0.containers[0].imagePullPolicy = policy }
    bench.run(.seconds(3))
    #expect(bench.status()?.state.waiting?.reason == reason)
  }

  @Test func startsContainersInTheirOrder() {
    var bench = MachinesBench(images: [])
    bench.create { spec in
      spec.containers = [
        MachinesBench.container("web", "nginx:1.27"),
        MachinesBench.container("side", "redis:7.2"),
      ]
    }
    bench.run(.seconds(4))
    #expect(
      bench.events() == [
        "Pulling", "Pulled", "Created", "Started", "Pulling", "Pulled", "Created", "Started",
      ])
    #expect(bench.pod()?.status.containerStatuses.map(\.name) == ["side", "web"])
  }

  @Test func initContainersComeFirstAndCountAsReady() {
    var bench = MachinesBench()
    bench.create { spec in
      spec.initContainers = [
        MachinesBench.container("first", "busybox:1.36", ["sh", "-c", "sleep 3"])
      ]
    }
    bench.run(.seconds(2))
    #expect(bench.pod()?.status.phase == .pending)
    #expect(bench.pod()?.status.conditions["Initialized"]?.status == .isFalse)
    bench.run(.seconds(4))
    #expect(bench.pod()?.status.phase == .running)
    #expect(bench.pod()?.status.initContainerStatuses.first?.ready == true)
  }

  @Test func sidecarsDoNotKeepAFinishedPodAlive() {
    var bench = MachinesBench()
    bench.create(["sh", "-c", "sleep 4"]) { spec in
      var helper = MachinesBench.container("helper", "busybox:1.36", ["sleep", "3600"])
      helper.restartPolicy = .always
      spec.initContainers = [helper]
      spec.restartPolicy = .never
      spec.terminationGracePeriodSeconds = 2
    }
    bench.run(.seconds(6))
    #expect(bench.pod()?.status.phase == .running)
    bench.run(.seconds(4))
    #expect(bench.pod()?.status.phase == .succeeded)
    #expect(bench.pod()?.status.initContainerStatuses.first?.state.terminated?.exitCode == 137)
    // An ended pod asks for no more looks: time may pass.
    bench.run(.hours(1))
  }

  @Test(arguments: [
    ("exec sleep 3600", 30), ("trap 'exit 0' TERM; while true; do sleep 1; done", 2),
  ])
  func endsWithinItsGracePeriod(script: String, seconds: Int64) {
    var bench = MachinesBench()
    bench.create(["sh", "-c", script])
    bench.run(.seconds(3))
    guard let key = bench.pod()?.key else { return }
    bench.attempt(.delete(key, DeleteOptions()))
    bench.run(.seconds(seconds - 2))
    if seconds > 2 { #expect(bench.pod() != nil) }
    bench.run(.seconds(4))
    #expect(bench.pod() == nil)
    #expect(bench.messages(of: "app", "Killing") == ["Stopping container app"])
  }

  @Test func whatEndsAtOnceWasReadyForAMoment() {
    var bench = MachinesBench()
    bench.create(["sh", "-c", "exit 1"])
    bench.run(.milliseconds(700))
    #expect(bench.pod()?.status.conditions.isTrue("Ready") == true)
    bench.run(.seconds(2))
    #expect(bench.pod()?.status.conditions.isTrue("Ready") == false)
    #expect(bench.status()?.restartCount == 1)
  }

  @Test(arguments: [("sleep 3600", 8), ("sleep 1; exit 1", 1)])
  func aNewImageStartsWithoutTheOldWaits(script: String, within: Int64) {
    var bench = MachinesBench()
    bench.create(["sh", "-c", "exec \(script)"]) { $0.terminationGracePeriodSeconds = 5 }
    bench.run(.seconds(65))
    guard var pod = bench.pod() else { return }
    pod.metadata.resourceVersion = 0
    pod.spec.containers[0].image = "nginx:1.27"
    bench.attempt(.update(pod))
    bench.run(.seconds(within))
    #expect(bench.status()?.image == "docker.io/library/nginx:1.27")
    #expect(bench.status()?.state.running != nil)
  }
}
