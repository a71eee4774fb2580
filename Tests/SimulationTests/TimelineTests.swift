import Engine
import Objects
import Store
import Testing

@testable import Simulation

/// What is kept of the past has bounds, and what has to be known of it stays.
@Suite struct TimelineTests {
  /// Marks a command, in which a ConfigMap is made; every other one is taken away by the next.
  private func step(_ number: Int, _ timeline: inout Timeline) throws {
    var next = timeline.present
    var map = ConfigMap()
    map.metadata = ObjectMeta(name: "map-\(number)", namespace: "default")
    try next.submit(.create(map), by: .user)
    if number % 2 == 0 {
      try next.submit(
        .delete(ObjectKey(.configMap, namespace: "default", name: "map-\(number - 1)"), .now),
        by: .user)
    }
    next.run(until: next.now + .minutes(1))
    timeline.mark("make \(number)", leadingTo: next)
  }

  @Test func onlyTheLatestWorldsAreKeptWhereMuchChanges() throws {
    var timeline = Timeline(World(seed: 1), weightKept: 0)
    for number in 1...80 { try step(number, &timeline) }
    #expect(timeline.past.count == Timeline.momentsAlwaysKept)
    #expect(timeline.forgotten.map(\.command) == (1...30).map { "make \($0)" })
    #expect(timeline.past.first?.command == "make 31")
    #expect(timeline.depth == 80)
    let last = timeline.present.state.revision
    var undone = 0
    while timeline.undo() != nil { undone += 1 }
    #expect(undone == Timeline.momentsAlwaysKept)
    #expect(timeline.present.state.keys(.configMap).contains { $0.name == "map-30" })
    #expect(!timeline.present.state.keys(.configMap).contains { $0.name == "map-31" })
    while timeline.redo() != nil {}
    #expect(timeline.present.state.revision == last)
    // What was undone counts once more when it was done again.
    try step(81, &timeline)
    #expect(timeline.past.count == Timeline.momentsAlwaysKept)
  }

  @Test func allAreKeptWhereLittleChanges() throws {
    var timeline = Timeline(World(seed: 1))
    for number in 1...Timeline.momentsKept + 20 {
      timeline.mark("look \(number)", leadingTo: timeline.present)
    }
    #expect(timeline.past.count == Timeline.momentsKept)
    #expect(timeline.forgotten.count == 20)
  }

  /// Where nobody can go back to, only how things began that are still there is known.
  @Test func historyForgetsWhatIsGoneForGood() throws {
    func changes(_ steps: Int, weightKept: Int) throws -> [Change] {
      var timeline = Timeline(World(seed: 1), weightKept: weightKept)
      for number in 1...steps {
        var next = timeline.present
        for _ in 0..<20 {
          let name = "map-\(number)-\(next.state.revision)"
          var map = ConfigMap()
          map.metadata = ObjectMeta(name: name, namespace: "default")
          try next.submit(.create(map), by: .user)
          let key = ObjectKey(.configMap, namespace: "default", name: name)
          try next.submit(.delete(key, .now), by: .user)
        }
        next.run(until: next.now + .minutes(1))
        timeline.mark("\(number)", leadingTo: next)
      }
      return timeline.present.history.changes()
    }
    let all = try changes(600, weightKept: .max)
    let few = try changes(600, weightKept: 0)
    #expect(all.count > 20_000)
    #expect(few.count < 20_000)
    #expect(few.map(\.revision) == few.map(\.revision).sorted())
    #expect(few.last?.revision == all.last?.revision)
    #expect(
      few.contains { $0.verb == .created && $0.key == ObjectKey(.namespace, name: "default") })
  }
}
