import Engine
import Objects
import Testing

@testable import Scheduling

/// Who is tried when.
@Suite struct QueueTests {
  private static func facts(_ name: String, priority: Int = 0) -> PodFacts {
    PodFacts(pod(name) { $0.spec.priority = priority })
  }

  private static func order(_ queue: inout SchedulingQueue, at now: SimTime) -> [String] {
    var names: [String] = []
    while let next = queue.pop(at: now) { names.append(next.pod.key.name) }
    return names
  }

  private let start = SimTime.worldBegins

  @Test func priorityThenArrival() {
    var queue = SchedulingQueue()
    for (name, priority) in [("a", 0), ("b", 5), ("c", 0), ("d", 5)] {
      queue.add(Self.facts(name, priority: priority), at: start)
    }
    queue.remove(Self.facts("a").key)
    queue.add(Self.facts("a"), at: start)
    #expect(Self.order(&queue, at: start) == ["b", "d", "c", "a"])
    #expect(queue.isEmpty)
  }

  @Test func pausesGrow() {
    let pauses = (1...6).map { SchedulingQueue.pause(after: $0).seconds }
    #expect(pauses == [1, 2, 4, 8, 10, 10])
  }

  @Test func theUnschedulableWaitForWhatMayHelp() throws {
    var queue = SchedulingQueue()
    queue.add(Self.facts("a"), at: start)
    let waiting = try queue.next(at: start)
    queue.putBack(waiting, rejectedBy: [.nodeResourcesFit], at: start)
    #expect(queue.pop(at: start + .minutes(1)) == nil)
    queue.tell(.podBound(Self.facts("b")), at: start)
    #expect(queue.pop(at: start + .minutes(1)) == nil)
    queue.tell(.podGone(Self.facts("b")), at: start)
    // It may end its pause early: nobody else is in line.
    #expect(queue.nextTime(after: start) == start)
    #expect(queue.pop(at: start)?.attempts == 1)
  }

  @Test func whoPausesLetsOthersGoFirst() throws {
    var queue = SchedulingQueue()
    queue.add(Self.facts("vip", priority: 9), at: start)
    let waiting = try queue.next(at: start)
    queue.putBack(waiting, rejectedBy: [.nodeResourcesFit], at: start)
    queue.tell(.podGone(Self.facts("b")), at: start)
    queue.add(Self.facts("a"), at: start)
    var later = queue
    #expect(Self.order(&queue, at: start) == ["a", "vip"])
    #expect(Self.order(&later, at: start + .seconds(1)) == ["vip", "a"])
  }

  @Test func fiveMinutesAreEnoughRest() throws {
    var queue = SchedulingQueue()
    queue.add(Self.facts("a"), at: start)
    let waiting = try queue.next(at: start)
    queue.putBack(waiting, rejectedBy: [.nodeAffinity], at: start)
    let time = queue.nextTime(after: start)
    let next = try #require(time)
    #expect(next > start + .minutes(5) && next <= start + .minutes(5) + .seconds(30))
    #expect(queue.pop(at: next - .milliseconds(1)) == nil)
    #expect(queue.pop(at: next) != nil)
  }

  @Test func failedWritesPauseAndAreNotHurried() throws {
    var queue = SchedulingQueue()
    queue.add(Self.facts("a"), at: start)
    var now = start
    for seconds in [1, 2, 4] as [Int64] {
      let waiting = try queue.next(at: now)
      queue.retry(waiting, at: now)
      #expect(queue.nextTime(after: now) == now + .seconds(seconds))
      #expect(queue.pop(at: now + .milliseconds(999)) == nil)
      now += .seconds(seconds)
    }
  }

  @Test func changesToAPodReachItsPlace() throws {
    var queue = SchedulingQueue()
    queue.add(Self.facts("a"), at: start)
    let waiting = try queue.next(at: start)
    queue.putBack(waiting, rejectedBy: [.taintToleration], at: start)
    let tolerant = PodFacts(pod("a") { $0.spec.tolerations = [toleration("x", .exists)] })
    queue.update(tolerant, mayBePlaced: false, at: start)
    #expect(queue.pop(at: start) == nil)
    queue.update(tolerant, mayBePlaced: true, at: start)
    #expect(queue.pop(at: start)?.pod.tolerations.count == 1)
  }

  /// Any sequence of operations leaves a queue that a plain list would agree with.
  @Test(arguments: 0..<50) func agreesWithAPlainList(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var queue = SchedulingQueue()
    var list: [(name: String, priority: Int)] = []
    for step in 0..<200 {
      switch Int.random(in: 0..<4, using: &random) {
      case 0, 1:
        let priority = Int.random(in: 0..<3, using: &random)
        list.append(("p\(step)", priority))
        queue.add(Self.facts("p\(step)", priority: priority), at: start + .seconds(Int64(step)))
      case 2:
        guard let victim = list.indices.randomElement(using: &random) else { continue }
        queue.remove(Self.facts(list.remove(at: victim).name).key)
      default:
        let best = list.map(\.priority).max()
        let first = list.firstIndex { $0.priority == best }
        let expected = first.map { list.remove(at: $0).name }
        #expect(queue.pop(at: start + .seconds(Int64(step)))?.pod.key.name == expected)
      }
    }
  }
}

extension SchedulingQueue {
  /// Takes out the next pod, which there must be.
  fileprivate mutating func next(at now: SimTime) throws -> Waiting {
    let next = pop(at: now)
    return try #require(next)
  }
}
