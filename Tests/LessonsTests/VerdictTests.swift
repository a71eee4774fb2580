import Engine
import Lessons
import Objects
import Store
import Testing

private func evidence() throws -> Evidence {
  let first = Clusters.pod("a", phase: .running)
  let second = Clusters.pod("b", phase: .pending, node: "")
  let other = Clusters.pod("c", in: "shop", phase: .failed)
  var evidence = Evidence(state: try Clusters.state([first, second, other]), now: .worldBegins)
  evidence.answer = "worker-3"
  evidence.truth = ["worker-1"]
  return evidence
}

/// What a check that does not hold says: what was seen, and what was wanted.
@Test(arguments: [
  ("pod/b .status.phase == Running", "not yet: pod/b is Pending, Running wanted"),
  ("pod/x .status.phase == Running", "not started: pod/x is not there"),
  ("pod/x -n shop", "not started: pod/x -n shop is not there"),
  ("pod/b .spec.nodeName == worker-1", "not yet: pod/b is on no node, worker-1 wanted"),
  ("no pods .status.phase == Running", "not yet: pod/a is Running, anything but Running wanted"),
  (
    "pods .status.phase == Failed",
    "not yet: pod/a is Running, Failed wanted (and one more)"
  ),
  ("pods -n shop .status.phase == Running", "not yet: pod/c -n shop is Failed, Running wanted"),
  ("pods -l app=web count >= 3", "not yet: there are 2 pods -l app=web, at least 3 wanted"),
  ("pods -n shop count == 2", "not yet: there is 1 pod -n shop, 2 wanted"),
  ("pods -l app=x count == 2", "not started: there are 0 pods -l app=x, 2 wanted"),
  ("no pod/a", "not yet: pod/a is there"),
  ("pod/a .status.readyReplicas == 3", "not yet: pod/a has 0 ready pods, 3 wanted"),
  (
    "pod/a .status.conditions[?(@.type==\"Ready\")].status == True",
    "not yet: pod/a has no condition Ready yet, True wanted"
  ),
  (
    "pod/a .spec.containers[*].name == [main, side]",
    "not yet: pod/a has .spec.containers[*].name main, [main, side] wanted"
  ),
  ("pod/a .spec.containers count == 2", "not yet: pod/a has 1 of .spec.containers, 2 wanted"),
  (
    "pods .metadata.name == [a]", "not yet: pods: .metadata.name is [a, b], [a] wanted"
  ),
  ("event reason=Failed for pod/a", "not started: event Failed for pod/a is not there"),
  ("once event reason=Failed", "not started: event Failed has not happened"),
  (
    "once pod/a .status.phase == Failed",
    "not yet: it has not been so at any moment: pod/a is Running, Failed wanted"
  ),
  (
    "never pod/a .status.phase == Running",
    "missed: when the step began: pod/a is Running, anything but Running wanted; "
      + "undo goes back before that"
  ),
  (
    "load svc/web .failed == 0",
    "not started: no requests have been sent in this step with load svc/web"
  ),
  ("answer == truth", "not yet: you answered \"worker-3\", and it is not so"),
  ("exec a -- ls prints x", "not started: exec a -- ls has not been run"),
])
func whatIsMissingIsSaid(text: String, message: String) throws {
  #expect(try Clusters.verdict(text, evidence()).text == message)
}
