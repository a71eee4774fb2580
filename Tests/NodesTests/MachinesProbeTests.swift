import Engine
import Objects
import Store
import Testing

@testable import Nodes

@Suite struct MachinesProbeTests {
  private static func http(_ path: String, port: Int = 80, period: Int, failures: Int) -> Probe {
    var probe = Probe()
    var action = HTTPGetAction()
    action.path = path
    action.port = .int(port)
    probe.httpGet = action
    probe.periodSeconds = period
    probe.failureThreshold = failures
    return probe
  }

  @Test func livenessRestartsWhatFails() {
    var bench = MachinesBench()
    bench.create(image: "nginx:1.27", []) { spec in
      spec.containers[0].livenessProbe = Self.http("/healthz", period: 3, failures: 2)
    }
    bench.run(.seconds(11))
    #expect(bench.status()?.restartCount == 1)
    #expect(
      bench.messages(of: "app", "Unhealthy")
        == ["Liveness probe failed: HTTP probe failed with statuscode: 404"])
    #expect(
      bench.messages(of: "app", "Killing")
        == ["Container app failed liveness probe, will be restarted"])
  }

  @Test(arguments: [("/", 80, true), ("/missing", 80, false), ("/", 8080, false)])
  func readinessFollowsTheProbe(path: String, port: Int, isReady: Bool) {
    var bench = MachinesBench()
    bench.create(image: "nginx:1.27", []) { spec in
      spec.containers[0].readinessProbe = Self.http(path, port: port, period: 2, failures: 1)
    }
    bench.run(.seconds(6))
    #expect(bench.status()?.ready == isReady)
    #expect(bench.status()?.restartCount == 0)
    #expect(bench.pod()?.status.conditions.isTrue("Ready") == isReady)
    #expect(bench.messages(of: "app", "Unhealthy").isEmpty == isReady)
  }

  @Test func containersWaitForASidecarsStartup() {
    var bench = MachinesBench()
    bench.create { spec in
      var proxy = MachinesBench.container("proxy", "nginx:1.27")
      proxy.restartPolicy = .always
      proxy.startupProbe = Self.http("/", period: 1, failures: 5)
      spec.initContainers = [proxy]
    }
    bench.run(.seconds(3))
    #expect(bench.pod()?.status.phase == .running)
    #expect(bench.pod()?.status.initContainerStatuses.first?.started == true)
  }

  @Test func aFailedPostStartHookEndsTheContainer() {
    var bench = MachinesBench()
    bench.create { spec in
      var hook = LifecycleHandler()
      var action = ExecAction()
      action.command = ["sh", "-c", "exit 4"]
      hook.exec = action
      var lifecycle = Lifecycle()
      lifecycle.postStart = hook
      spec.containers[0].lifecycle = lifecycle
      spec.terminationGracePeriodSeconds = 1
    }
    bench.run(.seconds(8))
    #expect(bench.messages(of: "app", "FailedPostStartHook") == ["PostStartHook failed"])
    #expect(bench.messages(of: "app", "BackOff").count == 1)
    #expect(bench.status()?.lastState.terminated?.exitCode == 137)
  }
}
