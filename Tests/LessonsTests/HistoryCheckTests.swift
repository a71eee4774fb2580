import Engine
import Lessons
import Objects
import Store
import Testing

/// A pod that waited when the step began and has run since; another that came and went.
private func evidence() throws -> Evidence {
  let first = Clusters.pod("a", phase: .pending)
  var state = try Clusters.state([first, Clusters.event("Old", about: first)])
  let beginning = state
  let noon = SimTime.worldBegins + .seconds(20)
  var changes = try Clusters.apply([Clusters.pod("a", phase: .running)], to: &state, at: noon)
  changes += try Clusters.apply(
    [
      Clusters.pod("b", phase: .running, labels: ["app": "api"]),
      Clusters.event("New", about: first),
    ],
    to: &state, at: noon + .seconds(1))
  var random = SeededRandom(seed: 1)
  let key = ObjectKey(.pod, namespace: "default", name: "b")
  var options = DeleteOptions()
  options.gracePeriodSeconds = 0
  let deletion = try state.apply(
    .delete(key, options), by: .user, at: noon + .seconds(2), using: &random)
  changes += [try #require(deletion)]
  return Evidence(
    state: state, now: noon + .seconds(3), beginning: beginning, changes: changes)
}

@Test(arguments: [
  ("never pod/a .status.phase == Failed", true), ("never pod/a .status.phase == Pending", false),
  ("never pod/c", true), ("never pod/b", false), ("never pods count > 1", false),
  ("never pods count > 2", true), ("never pods .metadata.name matches ^c", true),
  ("once pod/a .status.phase == Running", true), ("once pod/a .status.phase == Failed", false),
  ("once pod/b", true), ("once pod/c", false), ("once pods count == 2", true),
  ("once pods count == 3", false), ("once pods -l app=api .status.phase == Running", true),
  ("always pod/a .metadata.name == a", true), ("always pod/a .status.phase == Running", false),
  ("always pod/a", true), ("always pod/b", false), ("always pods count >= 1", true),
  ("always pods count >= 2", false), ("always pods .status.phase == [Running]", false),
  ("always pod/c .status.phase == Running", false),
  ("once event reason=New for pod/a", true), ("once event reason=Old for pod/a", false),
  ("never event reason=New", false), ("never event reason=Old", true),
  ("once event reason=New count == 1", true),
])
func historyLooksBack(text: String, isMet: Bool) throws {
  #expect(try Clusters.verdict(text, evidence()).isMet == isMet)
}

@Test(arguments: [
  ("history pod/a .status.phase", ["Pending", "Running"]), ("pods count", ["1"]),
  ("history pods .metadata.name", ["a", "b"]), ("pod/a .status.phase", ["Running"]),
  ("pod/a .spec.containers[*] count", ["1"]), ("pod/z .status.phase", []),
  ("pod/a .status.readyReplicas", ["0"]), ("pod/z .status.readyReplicas", []),
])
func probesLookUp(text: String, values: [String]) throws {
  #expect(Judge(try evidence()).values(of: try CheckParser.probe(text)) == values)
}

@Test(arguments: [
  "pod/a", "pod/a phase", "history exec a -- ls", "history event reason=x .message", "",
])
func badProbesAreRefused(text: String) {
  #expect(throws: CheckError.self) { try CheckParser.probe(text) }
}
