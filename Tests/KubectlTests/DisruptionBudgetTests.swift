import Engine
import Objects
import Store
import Testing

@testable import Kubectl

/// Budgets at the command line, and draining nodes against them.
@Suite struct DisruptionBudgetTests {
  @Test(arguments: [
    (
      "create pdb web --selector=app=web --min-available=1",
      "poddisruptionbudget.policy/web created\n"
    ),
    ("create pdb web --min-available=1", "error: a selector must be specified\n"),
    (
      "create pdb web --selector=app=web",
      "error: one of min-available or max-unavailable must be specified\n"
    ),
    (
      "create pdb web --selector=app=web --min-available=1 --max-unavailable=1",
      "error: min-available and max-unavailable cannot be both specified\n"
    ),
    (
      "create pdb web --selector=app=web --max-unavailable=half",
      "error: invalid format specified for max-unavailable\n"
    ),
    (
      "create pdb web --selector=app=web --max-unavailable=120%",
      "error: failed to create poddisruptionbudgets: PodDisruptionBudget.policy \"web\" is "
        + "invalid: spec.maxUnavailable: Invalid value: \"120%\": must not be greater than 100%\n"
    ),
    (
      "create pdb old --selector=app=web --max-unavailable=1",
      "error: failed to create poddisruptionbudgets: poddisruptionbudgets.policy \"old\" already "
        + "exists\n"
    ),
  ])
  func creates(_ line: String, _ answer: String) throws {
    var fixture = try Fixture(
      "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: old}\n"
        + "spec: {maxUnavailable: 1}")
    #expect(fixture.run(line).text == answer)
  }

  @Test func showsAndDescribes() throws {
    var fixture = try Fixture()
    _ = fixture.run("create pdb web '--selector=app=web,tier notin (db)' --max-unavailable=25%")
    #expect(
      fixture.text("get pdb")
        == "NAME   MIN AVAILABLE   MAX UNAVAILABLE   ALLOWED DISRUPTIONS   AGE\n"
        + "web    N/A             25%               0                     0s\n")
    #expect(
      fixture.text("describe pdb web") == """
        Name:             web
        Namespace:        default
        Max unavailable:  25%
        Selector:         app=web,tier notin (db)
        Status:
            Allowed disruptions:  0
            Current:              0
            Desired:              0
            Total:                0
        Events:                   <none>

        """)
  }

  // MARK: - Draining

  static let pods = """
    apiVersion: v1
    kind: Node
    metadata: {name: worker-1}
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: a, labels: {app: web}}
    spec: {nodeName: worker-1, containers: [{name: web, image: nginx}]}
    status: {phase: Running, conditions: [{type: Ready, status: "True"}]}
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: b, labels: {app: web}}
    spec: {nodeName: worker-1, containers: [{name: web, image: nginx}]}
    status: {phase: Running, conditions: [{type: Ready, status: "True"}]}
    ---
    apiVersion: policy/v1
    kind: PodDisruptionBudget
    metadata: {name: web}
    spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}
    status:
      disruptionsAllowed: 1
      currentHealthy: 2
      desiredHealthy: 1
      expectedPods: 2
      observedGeneration: 1
    """

  static func draining(_ line: String, in fixture: Fixture) throws -> Draining {
    let verb = try Kubectl.parse(fixture.words(line))
    guard
      case .inOrder(let plans) = try verb.plan(
        in: Context(state: fixture.state, now: fixture.now)),
      case .wait(let waiting) = plans.last
    else { throw Failure.plain("no wait") }
    return try #require(waiting as? Draining)
  }

  /// One look, with what it writes carried out.
  static func look(_ draining: inout Draining, in fixture: inout Fixture) throws -> String {
    let progress = draining.look(at: Sight(state: fixture.state, now: fixture.now))
    var reply = Reply()
    for step in progress.steps {
      switch step {
      case .say(let part): reply.append(part)
      case .show: break
      case .write(let write):
        _ = try fixture.state.apply(
          write.intent, by: .user, at: fixture.now, using: &fixture.random)
      }
    }
    return reply.text
  }

  @Test func asksAgainAfterFiveSeconds() throws {
    var fixture = try Fixture(Self.pods)
    var draining = try Self.draining("drain worker-1 --force", in: fixture)
    let refusal =
      "error when evicting pods/\"b\" -n \"default\" (will retry after 5s): Cannot evict pod as it "
      + "would violate the pod's disruption budget.\n"
    #expect(
      try Self.look(&draining, in: &fixture)
        == "Warning: deleting Pods that declare no controller: default/a, default/b\n"
        + "evicting pod default/a\nevicting pod default/b\n" + refusal)
    #expect(fixture.state.pod(.pod("a", in: "default"))?.metadata.isDeleting == true)
    #expect(fixture.state.pod(.pod("b", in: "default"))?.metadata.isDeleting == false)
    fixture.now = fixture.now + .seconds(2)
    let gone = Intent.delete(.pod("a", in: "default"), .now)
    _ = try fixture.state.apply(gone, by: .user, at: fixture.now, using: &fixture.random)
    #expect(try Self.look(&draining, in: &fixture) == "pod/a evicted\n")
    fixture.now = fixture.now + .seconds(3)
    #expect(try Self.look(&draining, in: &fixture) == "evicting pod default/b\n" + refusal)
  }

  @Test func doesNotAskForEver() throws {
    var fixture = try Fixture(Self.pods)
    var draining = try Self.draining("drain worker-1 --force", in: fixture)
    _ = try Self.look(&draining, in: &fixture)
    let gone = Intent.delete(.pod("a", in: "default"), .now)
    _ = try fixture.state.apply(gone, by: .user, at: fixture.now, using: &fixture.random)
    var rounds = 0
    var said = ""
    while !said.contains("podlab:"), rounds < 1000 {
      fixture.now = fixture.now + .seconds(5)
      said = try Self.look(&draining, in: &fixture)
      rounds += 1
    }
    #expect(said.hasSuffix("podlab: every eviction was refused for 10m0s; giving up\n"))
    #expect(rounds == 120)
  }

  @Test func givesUpInTime() throws {
    var fixture = try Fixture(Self.pods)
    var draining = try Self.draining("drain worker-1 --force --timeout=5s", in: fixture)
    _ = try Self.look(&draining, in: &fixture)
    fixture.now = fixture.now + .seconds(5)
    let late =
      "error when evicting pods/\"b\" -n \"default\": global timeout reached: 5s"
    let stuck =
      "error when waiting for pod \"a\" in namespace \"default\" to terminate: context deadline "
      + "exceeded"
    #expect(
      try Self.look(&draining, in: &fixture) == """
        evicting pod default/b
        There are pending pods in node "worker-1" when an error occurred: [\(late), \(stuck)]
        pod/a
        pod/b
        error: unable to drain node "worker-1" due to error: [\(late), \(stuck)], continuing \
        command...
        There are pending nodes to be drained:
         worker-1
        \(late)
        \(stuck)

        """)
  }

  @Test(arguments: [
    ("drain worker-1 --disable-eviction --force", true, ""),
    (
      "drain worker-1 --force --dry-run=server", false,
      "evicting pod default/a (server dry run)\nevicting pod default/b (server dry run)\n"
    ),
    (
      "drain worker-1 --force --dry-run=client", false,
      "evicting pod default/a (dry run)\nevicting pod default/b (dry run)\n"
        + "node/worker-1 drained (dry run)\n"
    ),
    ("drain worker-1 --force --pod-selector=app=db", false, "node/worker-1 drained\n"),
  ])
  func otherManners(_ line: String, _ deletesBoth: Bool, _ said: String) throws {
    var fixture = try Fixture(Self.pods)
    var draining = try Self.draining(line, in: fixture)
    let progress = draining.look(at: Sight(state: fixture.state, now: fixture.now))
    var reply = Reply()
    for case .say(let part) in progress.steps { reply.append(part) }
    #expect(reply.text.hasSuffix(said) || reply.text.contains(said), "\(reply.text)")
    for case .write(let write) in progress.steps where !write.isDryRun {
      _ = try fixture.state.apply(
        write.intent, by: .user, at: fixture.now, using: &fixture.random)
    }
    let deleting = fixture.state.all(Pod.self).count { $0.metadata.isDeleting }
    #expect(deleting == (deletesBoth ? 2 : 0))
  }
}
