import Engine
import Objects

/// The memories of the shapes that pods had lately.
struct ShapeMemories: Sendable {
  /// Pods that fit on the same nodes and are worth the same there, whoever they belong to.
  private struct Shape: Hashable, Sendable {
    /// Any of them.
    let pod: PodFacts

    static func == (left: Shape, right: Shape) -> Bool {
      left.pod.nodeName == right.pod.nodeName && left.pod.wishes.fitsLike(right.pod.wishes)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(pod.wishes.requestedCPUMillis)
      hasher.combine(pod.wishes.requestedMemoryBytes)
      hasher.combine(pod.images)
    }
  }

  private var memories = LatelyUsed<Shape, ShapeMemory>(most: 256)

  /// Where the memory of this pod's shape is, in step with the cluster.
  mutating func recall(_ pod: PodFacts, _ cache: NodeCache) -> Int {
    let place = memories.use(Shape(pod: pod)) ?? makeRoom(for: pod, cache)
    if memories[place].generation != cache.generation {
      memories[place] = ShapeMemory(of: pod, cache)
    }
    memories[place].settle(cache)
    return place
  }

  private mutating func makeRoom(for pod: PodFacts, _ cache: NodeCache) -> Int {
    let place = memories.room
    memories.put(ShapeMemory(of: pod, cache), Shape(pod: pod), at: place)
    return place
  }

  mutating func place(
    with memory: Int, _ cycle: Cycle, startingAt start: Int, _ nominations: Nominations,
    _ ties: TieBreak, using random: inout SeededRandom
  ) -> Placement? {
    memories[memory].place(cycle, startingAt: start, nominations, ties, using: &random)
  }

  mutating func rejections(
    of pod: PodFacts, with memory: Int, _ cycle: Cycle, startingAt start: Int,
    _ nominations: Nominations
  ) -> Rejections? {
    memories[memory].rejections(of: pod, cycle, startingAt: start, nominations)
  }

  mutating func takeAttempts(of memory: Int) -> [PreemptionAttempt?] {
    memories[memory].takeAttempts()
  }

  mutating func keep(_ attempts: [PreemptionAttempt?], of memory: Int) {
    memories[memory].keep(attempts)
  }
}
