import Engine
import Objects
import Testing

@testable import Store

@Test(arguments: [
  ("app", "web", true), ("example.com/app", "v1.2_x", true), ("a", "", true),
  ("bad key", "x", false),
  ("", "x", false), ("/x", "y", false), ("a/b/c", "d", false), ("a", "-x", false),
  ("Example.com/a", "b", false), ("a", "ü", false), ("-a", "b", false), ("a.", "b", false),
  ("A_b", "C", true), ("a", "x-", false), ("a", "x/y", false), ("é/a", "b", false),
])
func labelsAreChecked(key: String, value: String, isValid: Bool) {
  let problems = NameRules.labelProblems([key: value], at: FieldPath("metadata", "labels"))
  #expect(problems.isEmpty == isValid)
}

@Test(arguments: [
  ("web", true), ("web-1", true), ("web.example", true), ("Web", false), ("-web", false),
  ("web-", false), ("we_b", false), ("", false), ("web..x", false), (".web", false),
  ("web.", false), ("web-.x", false), ("web.-x", false), ("w--b", true), ("0.1", true),
  ("wéb", false),
])
func namesAreChecked(name: String, isValid: Bool) {
  #expect((NameRules.subdomainProblem(name) == nil) == isValid)
}

@Test func aRefusedWriteLeavesNoTrace() throws {
  var state = ClusterState()
  var random = SeededRandom(seed: 1)
  var namespace = Namespace()
  namespace.metadata.name = "default"
  _ = try state.apply(.create(namespace), by: .system, at: .worldBegins, using: &random)
  let revision = state.revision
  let before = random
  var pod = Pod()
  pod.metadata = ObjectMeta(name: "p", namespace: "default")
  #expect(throws: Rejection.self) {
    try state.apply(.create(pod), by: .user, at: .worldBegins, using: &random)
  }
  #expect(state.revision == revision)
  #expect(random == before)
  #expect(state.all(Pod.self).isEmpty)
}

@Test func equalEventsAreCounted() throws {
  var state = ClusterState()
  var random = SeededRandom(seed: 1)
  var subject = ObjectReference()
  subject.kind = "Node"
  subject.name = "n"
  for second in 0..<3 {
    _ = try state.apply(
      .record(EventNote(.normal, "Reason", "text", about: subject)), by: .controller("c"),
      at: .worldBegins + .seconds(Int64(second)), using: &random)
  }
  let events = state.all(Event.self)
  #expect(events.map(\.count) == [3])
  #expect(events.first?.firstTimestamp == .worldBegins)
  #expect(events.first?.lastTimestamp == .worldBegins + .seconds(2))
}
