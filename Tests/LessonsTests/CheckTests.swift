import Engine
import Lessons
import Objects
import Store
import Testing

/// Two pods of the default namespace, one that runs and one that waits, and one of another.
private func evidence() throws -> Evidence {
  let first = Clusters.pod(
    "a", phase: .running, labels: ["app": "web", "tier": "front"],
    startedAt: .worldBegins + .seconds(5))
  let second = Clusters.pod("b", phase: .pending, node: "worker-2", startedAt: .worldBegins)
  let other = Clusters.pod("c", in: "shop", phase: .failed)
  let events = [
    Clusters.event("Failed", about: second, type: .warning), Clusters.event("Pulled", about: first),
    Clusters.event("Failed", about: other, type: .warning),
  ]
  var evidence = Evidence(
    state: try Clusters.state([first, second, other] + events), now: .worldBegins,
    remembered: [
      RememberedValue(name: "node", values: ["worker-1"]),
      RememberedValue(name: "nodes", values: ["worker-2", "worker-1"]),
      RememberedValue(name: "gone", values: []),
    ])
  evidence.answer = "Pending, then -> Running"
  evidence.truth = ["pending", "then", "Running"]
  let load = try CheckParser.check("load svc/web .failed == 0")
  guard case .report(let name) = load.target else { return evidence }
  evidence.reports = [(name, ["requests": 100, "failed": 2, "successRate": .number(0.98)])]
  return evidence
}

/// Each scope with each predicate, met and not.
@Test(arguments: [
  ("pod/a .status.phase == Running", true),
  ("pod/b .status.phase == Running", false),
  ("pod/missing .status.phase == Running", false),
  ("pod a .status.phase == Running", true),
  ("po/a .status.phase != Pending", true),
  ("all pods .status.phase == Running", false),
  ("all pods -l app=web .spec.nodeName != worker-3", true),
  ("all pods -l app=none .spec.nodeName != worker-3", false),
  ("any pods .status.phase == Pending", true),
  ("any pods .status.phase == Failed", false),
  ("any pods -A .status.phase == Failed", true),
  ("no pods .status.phase == Failed", true),
  ("no pods .status.phase == Pending", false),
  ("no pods -n shop .status.phase == Failed", false),
  ("no pods -l app=none .status.phase == Pending", true),
  ("pod/a", true), ("pod/missing", false), ("no pod/missing", true), ("no pod/a", false),
  ("pods -l app=none", false), ("any pods", true),
  ("pods -l app=web count == 2", true), ("pods count >= 3", false), ("pods -A count > 2", true),
  ("no pods count == 2", false), ("pods -n shop count < 2", true), ("pods count != 2", false),
  ("pod/a .spec.containers[*] count == 1", true), ("pod/a .spec.containers count == 1", true),
  ("pods .spec.containers[*] count == 2", true), ("pod/a .spec.containers count <= 0", false),
  ("pod/a .metadata.name matches ^[abc]$", true), ("pod/b .metadata.name matches ^a", false),
  ("any pods .metadata.name matches ^b", true), ("no pods .metadata.name matches ^b", false),
])
func checksLookAtThePresent(text: String, isMet: Bool) throws {
  #expect(try Clusters.verdict(text, evidence()).isMet == isMet)
}

/// Quantities and times by value, lists as sets, what is left out as nothing.
@Test(arguments: [
  ("pod/a .spec.containers[0].resources.requests.cpu == 0.1", true),
  ("pod/a .spec.containers[0].resources.requests.cpu < 101m", true),
  ("pod/a .spec.containers[0].resources.requests.cpu > 1", false),
  ("pod/a .status.startTime > 2026-01-01T12:00:44Z", true),
  ("pod/a .status.startTime == 2026-01-01T12:00:45.000000Z", true),
  ("pod/a .status.startTime < {pod/b .status.startTime}", false),
  ("pod/b .status.startTime < {pod/a .status.startTime}", true),
  ("pod/b .status.startTime < {pod/missing .status.startTime}", false),
  ("pods .metadata.name == [b, a]", true), ("pods .metadata.name == [a, b, c]", false),
  ("pods .metadata.name == [a]", false), ("pods .metadata.name != [a]", true),
  ("pods .metadata.name == [a, b] in order", true),
  ("pods .metadata.name == [b, a] in order", false),
  ("all pods .metadata.name == [a, b]", false),
  ("all pods .spec.containers[*].name == [main]", true),
  ("pods .spec.nodeName == $nodes", true), ("pod/a .spec.nodeName == $node", true),
  ("pod/b .spec.nodeName == $node", false), ("pod/b .spec.nodeName != $gone", false),
  ("pod/a .spec.nodeName == [$node]", true),
  ("pod/a .spec.nodeName == {pod/b .spec.nodeName}", false),
  ("pods count == 2", true), ("pod/a .metadata.deletionGracePeriodSeconds == 0", true),
  ("pod/a .metadata.generation < 1", false), ("pod/a .spec.hostNetwork == false", true),
  ("pod/a .spec.hostNetwork == true", false), ("pod/a .status.message == \"\"", true),
  ("pod/a .status.message != x", true), ("pod/a .status.message < x", false),
  ("pod/a .metadata.name < 5", false), ("pod/a .metadata.name != 5", true),
])
func valuesAreCompared(text: String, isMet: Bool) throws {
  #expect(try Clusters.verdict(text, evidence()).isMet == isMet)
}

@Test(arguments: [
  ("event reason=Failed", true), ("event reason=Failed for pod/b", true),
  ("event reason=Failed for pod/a", false), ("event reason=Failed for pod/c", false),
  ("event reason=Failed for pod/c -n shop", true), ("event reason=Failed -n shop", true),
  ("event reason=Failed -A count == 2", true), ("event reason=Failed count == 1", true),
  ("event type=Warning reason=Pulled", false), ("event type=Normal for pod/a", true),
  ("no event reason=Killing", true), ("no event reason=Failed for pod/b", false),
  ("event reason=Failed for pod/b .message matches \"of b$\"", true),
])
func eventsAreFound(text: String, isMet: Bool) throws {
  #expect(try Clusters.verdict(text, evidence()).isMet == isMet)
}

@Test(arguments: [
  ("answer == truth", true), ("answer", true), ("answer == [running, pending, then]", true),
  ("answer == \"pending then running\"", true),
  ("answer == [then, pending, running] in order", false),
  ("answer == worker-1", false), ("answer matches \"(?i)PENDING\"", true),
  ("no answer matches image", true), ("no answer == truth", false),
])
func answersAreCompared(text: String, isMet: Bool) throws {
  #expect(try Clusters.verdict(text, evidence()).isMet == isMet)
}

@Test(arguments: [
  ("load svc/web .failed == 0", false), ("load svc/web .failed <= 2", true),
  ("load svc/web .successRate >= 0.98", true), ("load svc/web .successRate > 0.98", false),
  ("load svc/other .failed == 0", false), ("no load svc/web .requests < 100", true),
])
func reportsAreRead(text: String, isMet: Bool) throws {
  #expect(try Clusters.verdict(text, evidence()).isMet == isMet)
}

@Test func outputIsCompared() throws {
  let text = "exec web -c helper -- wget -qO- localhost:80  prints \"Wel\""
  let check = try CheckParser.check(text)
  let target = try #require(check.needs(remembered: []).first)
  var evidence = Evidence(state: ClusterState(), now: .worldBegins)
  #expect(Judge(evidence).verdict(on: check).outcome == .notStarted)
  evidence.outputs = [(target, Evidence.Output(text: "Welcome", status: 0))]
  #expect(Judge(evidence).verdict(on: check).isMet)
  #expect(try Clusters.verdict(text.replacing("Wel", with: "Bye"), evidence).outcome == .wrong)
  #expect(try !Clusters.verdict("no " + text, evidence).isMet)
  let matching = text.replacing("prints \"Wel\"", with: "matches ^W.*e$")
  #expect(try Clusters.verdict(matching, evidence).isMet)
  // A command that could not be run proves nothing, not even that something was not printed.
  evidence.outputs = [
    (target, Evidence.Output(text: "", complaint: "Error from server (NotFound): no", status: 1))
  ]
  #expect(try Clusters.verdict("no " + text, evidence).outcome == .notStarted)
  evidence.outputs[0].output.complaint = "command terminated with exit code 1"
  #expect(try Clusters.verdict("no " + text, evidence).isMet)
}

/// What cannot be read, and a word of why.
@Test(arguments: [
  ("", "target"), ("pod/a phase == Running", "path"), ("exec web prints x", "COMMAND"),
  ("pods count == many", "whole number"), ("pod/a .x ==", "VALUE"), ("pod/a \"open", "quote"),
  ("pod/a .x == [a, b", "missing"), ("frogs/a .x == 1", "frogs"), ("pod/a .x", "what should"),
  ("pod/a .x == [a] in disorder", "in order"), ("pod/a .x == truth", "answer == truth"),
  ("pod/a .x matches (", "missing"), ("pod/a .x matches \"(\"", "regular expression"),
  ("never exec a -- ls prints x", "looks back"), ("once answer == a", "looks back"),
  ("always event reason=X", "always"), ("load .failed == 0", "load"), ("load svc/web", "path"),
  ("pod/a prints x", "exec and logs"), ("exec a -- ls", "prints TEXT"), ("pod/ .x == 1", "nothing"),
  ("pods -l a==b==c .x == 1", "selector"), ("logs a -f prints x", "never end"),
  ("pod/a .x[ == 1", "missing"), ("pod/a .x < [1]", "=="),
  ("incident web .solved == true", "behind"),
])
func badChecksAreRefused(text: String, why: String) {
  #expect {
    try CheckParser.check(text)
  } throws: { error in
    let message = (error as? CheckError)?.message ?? ""
    return message.contains(why)
  }
}
