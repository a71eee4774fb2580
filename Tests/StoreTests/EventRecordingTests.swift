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
}
