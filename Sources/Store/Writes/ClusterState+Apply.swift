import Engine
import HashTreeCollections
import Objects

extension ClusterState {
  /// Carries out one write, or refuses it and changes nothing.
  ///
  /// Returns nil when everything already is as wanted: such a write leaves no trace.
  /// Where a user writes, `writer` says in whose name.
  public mutating func apply(
    _ intent: Intent, by actor: Actor, as writer: FieldWriter? = nil, because cause: Int? = nil,
    at now: SimTime, using random: inout SeededRandom
  ) throws(Rejection) -> Change? {
    if writer != nil || self.writer != nil { self.writer = writer }
    if !warnings.isEmpty { warnings = [] }
    let written = try attempt(intent, by: actor, at: now, using: &random)
    let besides = writtenBesides
    if !besides.isEmpty { writtenBesides = [] }
    guard let written else { return nil }
    var change = written.change(revision: revision, by: actor, because: cause, at: now)
    change.warnings = warnings
    change.earlier = besides.map {
      $0.change(
        revision: $0.after?.metadata.resourceVersion ?? 0, by: actor, because: cause, at: now)
    }
    return change
  }

  /// A refusal leaves no trace, whatever had been prepared for the write.
  private mutating func attempt(
    _ intent: Intent, by actor: Actor, at now: SimTime, using random: inout SeededRandom
  ) throws(Rejection) -> Written? {
    // Admission may take numbers and chance, and an eviction its budget, before it refuses. A copy
    // of all there is, kept meanwhile, would make every write copy what it changes.
    let (revisionBefore, allocationsBefore, randomBefore) = (revision, allocations, random)
    do throws(Rejection) {
      return try perform(intent, by: actor, at: now, using: &random)
    } catch {
      for written in writtenBesides.reversed() { takeBack(written) }
      writtenBesides = []
      (revision, allocations, random) = (revisionBefore, allocationsBefore, randomBefore)
      throw error
    }
  }

  private mutating func takeBack(_ written: Written) {
    if let before = written.before { put(before) } else { remove(written.key) }
  }

  /// What one write did to one object.
  struct Written {
    var verb: Change.Verb
    var key: ObjectKey
    var before: (any APIObject)?
    var after: (any APIObject)?

    func change(
      revision: Int, by actor: Actor, because cause: Int?, at now: SimTime
    ) -> Change {
      Change(
        revision: revision, time: now, actor: actor, cause: cause, verb: verb, key: key,
        before: before, after: after)
    }
  }

  private mutating func perform(
    _ intent: Intent, by actor: Actor, at now: SimTime, using random: inout SeededRandom
  ) throws(Rejection) -> Written? {
    switch intent {
    case .create(let object): try create(object, by: actor, at: now, using: &random)
    case .update(let object): try update(object, by: actor, at: now, using: &random)
    case .amend(let pod, let part): try amend(pod, part, by: actor, at: now, using: &random)
    case .applyServerSide(let applied):
      try applyServerSide(applied, by: actor, at: now, using: &random)
    case .updateStatus(let object): try updateStatus(object, by: actor, at: now)
    case .delete(let key, let options): try delete(key, options, at: now)
    case .evict(let pod, let options): try evict(pod, options, at: now)
    case .bind(let pod, let node): try bind(pod, to: node, at: now)
    case .record(let note): record(note, by: actor, at: now, using: &random)
    }
  }

  /// Stores `object` under the next revision.
  mutating func store(_ object: any APIObject) -> any APIObject {
    revision += 1
    var object = object
    object.metadata.resourceVersion = revision
    put(object)
    return object
  }

  /// Stores an object that changes along with the one the request is about.
  mutating func storeBesides(_ object: any APIObject) {
    let before = self[object.key]
    if let before, object.isEqual(to: before) { return }
    let after = store(object)
    writtenBesides.append(
      Written(verb: .updated, key: after.key, before: before, after: after))
  }
}
