import Engine
import HashTreeCollections
import Objects
import Store

/// The memories of the shapes that pods had lately.
struct ShapeMemories: Sendable {
  private static let most = 256

  private var memories: [ShapeMemory] = []
  private var uses: [Int] = []
  private var useCount = 0
  private var latest = 0
  private var groups = PodGroups()

  /// What the pod finds around it, as last recalled.
  func surroundings(of memory: Int) -> Surroundings? { memories[memory].surroundings }

  /// Where the memory of this pod's shape is, in step with the cluster.
  mutating func recall(_ pod: PodFacts, _ cache: NodeCache, _ state: ClusterState) -> Int {
    let place = find(pod) ?? makeRoom(for: pod, cache)
    if memories[place].generation != cache.generation {
      memories[place] = ShapeMemory(of: pod, cache)
    }
    memories[place].settle(cache, state)
    latest = place
    useCount += 1
    uses[place] = useCount
    return place
  }

  private func find(_ pod: PodFacts) -> Int? {
    if latest < memories.count, memories[latest].pod.isAlike(pod) { return latest }
    // Most pods share their wishes with others of their shape: that is quickly seen.
    let place = memories.indices.first {
      memories[$0].pod.wishes === pod.wishes && memories[$0].pod.isAlike(pod)
    }
    return place ?? memories.indices.first { memories[$0].pod.isAlike(pod) }
  }

  private mutating func makeRoom(for pod: PodFacts, _ cache: NodeCache) -> Int {
    let memory = ShapeMemory(of: pod, cache)
    if memories.count < Self.most {
      memories.append(memory)
      uses.append(0)
      return memories.count - 1
    }
    let oldest = uses.indices.min { uses[$0] < uses[$1] } ?? 0
    memories[oldest] = memory
    return oldest
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

  mutating func forgetSurroundings() {
    for place in memories.indices { memories[place].forgetSurroundings() }
  }

  /// As ``forgetSurroundings()``, for the pods that are like those meant.
  mutating func forgetSurroundings(where isMeant: (PodFacts) -> Bool) {
    for place in memories.indices where isMeant(memories[place].pod) {
      memories[place].forgetSurroundings()
    }
  }

  mutating func forgetTaints() {
    for place in memories.indices { memories[place].forgetTaints() }
  }

  /// A pod came to the node in a slot, or left it (`sign` -1).
  mutating func note(
    _ pod: PodFacts, at slot: Int, sign: Int, _ cache: NodeCache, _ state: ClusterState
  ) {
    if memories.isEmpty { return }
    guard let group = groups.number(of: pod) else {
      for place in memories.indices { memories[place].forgetGroups() }
      groups = PodGroups()
      note(pod, at: slot, sign: sign, cache, state)
      return
    }
    var node: NodeFacts?
    for place in memories.indices
    where memories[place].generation == cache.generation
      && !memories[place].isUnconcerned(group)
    {
      node = node ?? cache[slot]
      guard let node else { return }
      memories[place].note(pod, of: group, on: node, sign: sign, cache, state)
    }
  }
}

/// Numbers for pods that nobody's selectors and rules can tell apart.
private struct PodGroups: Sendable {
  private static let most = 2048

  private struct Group: Hashable, Sendable {
    let namespace: String
    let labels: StringMap
    let isDeleting: Bool
    /// Of pods with a word on their neighbours, their wishes; kept, so that no others can take
    /// their place.
    let wishes: PodWishes?

    static func == (left: Group, right: Group) -> Bool {
      left.wishes === right.wishes && left.isDeleting == right.isDeleting
        && left.namespace == right.namespace && left.labels == right.labels
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(labels)
      hasher.combine(isDeleting)
    }
  }

  private var numbers = TreeDictionary<Group, Int>()

  /// Nil when there are too many: then it is time to begin anew.
  mutating func number(of pod: PodFacts) -> Int? {
    let group = Group(
      namespace: pod.key.namespace, labels: pod.labels, isDeleting: pod.isDeleting,
      wishes: pod.hasAffinity ? pod.wishes : nil)
    if let number = numbers[group] { return number }
    if numbers.count >= Self.most { return nil }
    let number = numbers.count
    numbers[group] = number
    return number
  }
}
