import Engine
import Lessons
import Objects
import Store
import Testing

private func pod(_ name: String, phase: PodPhase, labels: StringMap = ["app": "web"]) -> Pod {
  var pod = Pod()
  pod.metadata = ObjectMeta(name: name, namespace: "default", labels: labels)
  var container = Container()
  container.name = "main"
  container.image = "nginx"
  container.resources.requests["cpu"] = Quantity("100m")
  pod.spec.containers = [container]
  pod.spec.nodeName = "worker-1"
  pod.status.phase = phase
  return pod
}

private func state(_ objects: [any APIObject]) throws -> ClusterState {
  var state = ClusterState()
  var random = SeededRandom(seed: 1)
  var namespace = Namespace()
  namespace.metadata.name = "default"
  var account = ServiceAccount()
  account.metadata = ObjectMeta(name: "default", namespace: "default")
  for object in [namespace, account] + objects {
    _ = try state.apply(.create(object), by: .system, at: .worldBegins, using: &random)
    if object is Pod {
      _ = try state.apply(.updateStatus(object), by: .system, at: .worldBegins, using: &random)
    }
  }
  return state
}

@Test(arguments: [
  ("pod/a .status.phase == Running", true),
  ("pod/b .status.phase == Running", false),
  ("pod/missing .status.phase == Running", false),
  ("pods -l app=web count == 2", true),
  ("pods count >= 3", false),
  ("all pods -l app=web .spec.nodeName != worker-2", true),
  ("all pods -l app=none .spec.nodeName != worker-2", false),
  ("any pods .status.phase == Pending", true),
  ("no pods .status.phase == Failed", true),
  ("no pod/missing", true),
  ("no pod/a", false),
  ("pod/a", true),
  ("pod/a .spec.containers[0].resources.requests.cpu == 0.1", true),
  ("pod/a .spec.containers[*].name == [main]", true),
  ("pod/a .metadata.generation < 1", false),
])
func checksLookAtTheCluster(text: String, isMet: Bool) throws {
  let state = try state([pod("a", phase: .running), pod("b", phase: .pending)])
  let check = try CheckParser.check(text)
  #expect(Judge(Evidence(state: state, now: .worldBegins)).verdict(on: check).isMet == isMet)
}

@Test(arguments: [
  ("never pod/a .status.phase == Failed", true),
  ("never pod/a .status.phase == Pending", false),
  ("once pod/a .status.phase == Running", true),
  ("once pod/a .status.phase == Failed", false),
  ("always pod/a .metadata.name == a", true),
  ("always pod/a .status.phase == Running", false),
])
func historyLooksBack(text: String, isMet: Bool) throws {
  let beginning = try state([pod("a", phase: .pending)])
  var random = SeededRandom(seed: 2)
  var present = beginning
  let change = try present.apply(
    .updateStatus(pod("a", phase: .running)), by: .system, at: .worldBegins, using: &random)
  let evidence = Evidence(
    state: present, now: .worldBegins, beginning: beginning, changes: [try #require(change)])
  #expect(Judge(evidence).verdict(on: try CheckParser.check(text)).isMet == isMet)
}

@Test func outputIsCompared() throws {
  let check = try CheckParser.check("exec web -c helper -- wget -qO- localhost:80  prints \"Wel\"")
  let target = try #require(check.neededCommand)
  var evidence = Evidence(state: ClusterState(), now: .worldBegins)
  #expect(Judge(evidence).verdict(on: check).outcome == .notStarted)
  evidence.outputs = [(target, Evidence.Output(text: "Welcome", status: 0))]
  #expect(Judge(evidence).verdict(on: check).isMet)
}

@Test(arguments: [
  "", "pod/a phase == Running", "exec web prints x", "pods count == many", "pod/a .x ==",
  "pod/a \"open",
])
func badChecksAreRefused(text: String) {
  #expect(throws: CheckError.self) { try CheckParser.check(text) }
}
