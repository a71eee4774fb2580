import Engine
import Objects
import Store

/// What pods that were placed lately found around them, counted once and kept in step with every
/// pod that comes to a node or leaves it.
struct SurroundingsMemories: Sendable {
  /// Pods that look for the same others, and that others look for alike.
  private struct Likeness: Hashable, Sendable {
    /// Any of them.
    let pod: PodFacts

    static func == (left: Likeness, right: Likeness) -> Bool {
      left.pod.looksAroundLike(right.pod)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(pod.key.namespace)
      hasher.combine(pod.labels)
    }
  }

  private struct Memory: Sendable {
    /// Any pod that finds this around it.
    let pod: PodFacts
    /// The cache's when this was counted; a later one makes it worthless.
    var generation: Int
    /// Nil when they have to be counted anew.
    var surroundings: Surroundings?
    /// One label of each kind of pods that are looked for.
    var wanted: [Label] = []
  }

  private var memories = LatelyUsed<Likeness, Memory>(most: 256)
  /// By a label that is looked for.
  private var seekers = PlacesByLabel()
  /// Those that look for pods whatever labels they have.
  private var curious: Set<Int> = []
  /// By the labels that their pods have.
  private var bearers = PlacesByLabel()

  /// What the pod finds around it.
  mutating func recall(_ pod: PodFacts, _ cache: NodeCache, _ state: ClusterState) -> Surroundings {
    let place = memories.use(Likeness(pod: pod)) ?? makeRoom(for: pod, cache)
    if let known = memories[place].surroundings, memories[place].generation == cache.generation {
      return known
    }
    let counted = Surroundings(of: pod, cache, state)
    memories[place].surroundings = counted
    memories[place].generation = cache.generation
    stopLooking(place)
    look(for: counted.spread.selectors + pod.wishes.neighbours, place)
    return counted
  }

  private mutating func makeRoom(for pod: PodFacts, _ cache: NodeCache) -> Int {
    let place = memories.room
    if memories.indices.contains(place) {
      stopLooking(place)
      for label in memories[place].pod.labels.labels { bearers.remove(place, label) }
    }
    let memory = Memory(pod: pod, generation: cache.generation)
    memories.put(memory, Likeness(pod: pod), at: place)
    for label in pod.labels.labels { bearers.add(place, label) }
    return place
  }

  mutating func forget() { forget { _ in true } }

  /// Owners, Services or namespaces changed: whom the pods meant look at may be others now.
  mutating func forget(where isMeant: (PodFacts) -> Bool) {
    for place in memories.indices where isMeant(memories[place].pod) {
      memories[place].surroundings = nil
    }
  }

  /// A node's taints changed: that matters where only tolerated nodes count.
  mutating func forgetTaints() {
    for place in memories.indices {
      let rules = memories[place].surroundings?.spread.rules ?? []
      if rules.contains(where: { $0.constraint.nodeTaintsPolicy == .honor }) {
        memories[place].surroundings = nil
      }
    }
  }
}

// MARK: - Keeping in step

extension SurroundingsMemories {
  /// A pod came to the node in a slot, or left it (`sign` -1).
  mutating func note(
    _ other: PodFacts, at slot: Int, sign: Int, _ cache: NodeCache, _ state: ClusterState
  ) {
    let places = concerned(by: other)
    guard !places.isEmpty, let node = cache[slot] else { return }
    for place in places where memories[place].generation == cache.generation {
      let pod = memories[place].pod
      memories[place].surroundings?.spread.note(other, on: node, sign: sign, for: pod)
      memories[place].surroundings?.neighbours
        .note(other, at: slot, sign: sign, for: pod, cache, state)
    }
  }

  /// The places of the memories that it may matter to that a pod comes or goes: they look for such
  /// pods, or such pods look for theirs. In no order.
  private func concerned(by other: PodFacts) -> [Int] {
    var found = curious.isEmpty ? [] : [Array(curious)]
    if !seekers.isEmpty {
      for (key, value) in other.labels {
        if let places = seekers[Label(key: key, value: value)] { found.append(places) }
      }
    }
    for selector in other.wishes.neighbours {
      guard let label = bearers.rarest(of: selector) else { return Array(memories.indices) }
      if let places = bearers[label] { found.append(places) }
    }
    // Mostly it is one label that counts: then nobody is there twice.
    return found.count > 1 ? Array(Set(found.joined())) : found.first ?? []
  }

  private mutating func look(for selectors: [LabelSelector], _ place: Int) {
    for selector in selectors {
      if let label = seekers.rarest(of: selector) {
        if memories[place].wanted.contains(label) { continue }
        seekers.add(place, label)
        memories[place].wanted.append(label)
      } else {
        curious.insert(place)
      }
    }
  }

  private mutating func stopLooking(_ place: Int) {
    for label in memories[place].wanted { seekers.remove(place, label) }
    memories[place].wanted = []
    curious.remove(place)
  }
}
