import Engine
import Objects
import Store
import Testing

/// How often and in how many words something is reported.
@Suite struct EventRecordingTests {
  private var state = ClusterState()
  private var random = SeededRandom(seed: 1)
  private var now = SimTime.worldBegins
  private let actor = Actor.controller("replicaset-controller")

  private mutating func record(_ message: String, by actor: Actor? = nil) throws -> Change? {
    var reference = ObjectReference()
    reference.kind = "ReplicaSet"
    reference.name = "web"
    reference.namespace = "default"
    reference.uid = "uid-1"
    return try state.apply(
      .record(EventNote(.warning, "FailedCreate", message, about: reference)),
      by: actor ?? self.actor, at: now, using: &random)
  }

  private let subject = ObjectKey(.replicaSet, namespace: "default", name: "web")

  private var events: [Event] { state.events(about: subject, withUID: "uid-1") }

  @Test mutating func sameWordsAreCounted() throws {
    for _ in 0..<3 { _ = try record("no") }
    #expect(events.map(\.count) == [3])
    _ = try record("no", by: .controller("other"))
    #expect(events.map(\.count) == [3, 1])
  }

  @Test mutating func manyAlikeBecomeOne() throws {
    for number in 1...12 {
      _ = try record("no \(number)")
      now = now + .seconds(1)
    }
    #expect(events.count == 10)
    #expect(events.last?.message == "(combined from similar events): no 12")
    #expect(events.last?.count == 3)
    #expect(events.last?.lastTimestamp == now - .seconds(1))
    #expect(events.last?.firstTimestamp == now - .seconds(3))
    // What was said on its own goes on being counted on its own.
    _ = try record("no 4")
    #expect(events.first { $0.message == "no 4" }?.count == 2)
    now = now + .minutes(11)
    _ = try record("no 13")
    #expect(events.last?.message == "no 13", "quiet for so long, it is news again")
  }

  @Test mutating func whoSaysTooMuchIsNotHeard() throws {
    var heard = 0
    for _ in 0..<40 {
      heard += try record("no") == nil ? 0 : 1
      now = now + .milliseconds(10)
    }
    #expect(heard == 25)
    #expect(events.map(\.count) == [25])
    #expect(try record("no", by: .controller("other")) != nil, "others still are")
    now = now + .minutes(5)
    #expect(try record("no") != nil)
    #expect(events.compactMap(\.count).max() == 41, "the count knows of the silent ones")
    #expect(try record("no") == nil)
  }

  @Test mutating func theSchedulerSpeaksAnotherLanguage() throws {
    for number in 1...40 { _ = try record("0/\(number) nodes", by: .scheduler) }
    #expect(events.count == 1)
    #expect(events.first?.series?.count == 40)
    #expect(events.first?.message == "0/1 nodes")
  }

  @Test mutating func whatSomebodyAddsStays() throws {
    _ = try record("no")
    var event = try #require(events.first)
    event.metadata.annotations["note"] = "mine"
    _ = try state.apply(.update(event), by: .user, at: now, using: &random)
    now = now + .seconds(5)
    _ = try record("no")
    #expect(events.map(\.count) == [2], "it is still the same event")
    #expect(events.first?.metadata.annotations["note"] == "mine")
    #expect(events.first?.metadata.resourceVersion == state.revision)
    #expect(events.first?.metadata.name == event.metadata.name)
  }

  @Test mutating func namesLeadToEventsHoweverTheyAreNamed() throws {
    var namespace = Namespace()
    namespace.metadata.name = "default"
    _ = try state.apply(.create(namespace), by: .system, at: now, using: &random)
    _ = try record("no")
    var own = Event()
    own.metadata = ObjectMeta(name: "mine.eventually", namespace: "default")
    own.involvedObject = try #require(events.first).involvedObject
    for name in ["mine.eventually", "web.0a", "web.AB", "web.12"] {
      own.metadata.name = name
      _ = try state.apply(.create(own), by: .user, at: now, using: &random)
    }
    let keys = state.keys(.event)
    #expect(keys.count == 5 && state.count(of: .event) == 5)
    #expect(keys == keys.sorted())
    #expect(keys.allSatisfy { state[$0]?.key == $0 })
    #expect(events.count == 5, "all are about the same thing")
    #expect(state.indexFaults.isEmpty)
    for key in keys {
      _ = try state.apply(.delete(key, .now), by: .user, at: now, using: &random)
    }
    #expect(state.keys(.event).isEmpty && state.count(of: .event) == 0)
  }

  @Test mutating func anEventIsWhatItsDocumentSays() throws {
    for actor in [actor, .scheduler, .kubelet(node: "worker-1")] {
      _ = try record("no", by: actor)
      _ = try record("no", by: actor)
    }
    for event in events {
      var problems: [FieldProblem] = []
      var copy = Event.read(event.document, problems: &problems)
      // Who wrote it is no part of the document unless somebody asks.
      copy.metadata.managers = event.metadata.managers
      #expect(problems.isEmpty && copy == event)
      copy.message = "another"
      #expect(copy != event)
    }
  }
}
