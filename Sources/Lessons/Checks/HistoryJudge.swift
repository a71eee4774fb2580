import Engine
import Objects
import Store

/// Judges a claim about every moment since the step began. A moment is the beginning, and every
/// change to an object that is meant.
struct HistoryJudge {
  let scene: Scene
  let claim: Claim
  let scope: Check.Scope
  let evidence: Evidence

  /// What is there at one moment, and for which objects the claim holds: kept up change by change,
  /// so that no object is looked at twice.
  private struct Moment {
    var present: Set<ObjectKey> = []
    var holding: Set<ObjectKey> = []
  }

  func verdict() -> Verdict {
    var moment = Moment()
    // Events are what happens: those from before are no part of the step.
    if scene.events == nil {
      for object in scene.objects(in: evidence.beginning) { put(object, into: &moment) }
    }
    var wasThere = !moment.present.isEmpty
    if let verdict = judged(moment, wasThere, at: nil, object: nil) { return verdict }
    for change in evidence.changes where scene.isAbout(change.key) {
      moment.present.remove(change.key)
      moment.holding.remove(change.key)
      if let after = change.after, scene.picks(after) { put(after, into: &moment) }
      wasThere = wasThere || !moment.present.isEmpty
      let object = change.after ?? change.before
      if let verdict = judged(moment, wasThere, at: change.time, object: object) {
        return verdict
      }
    }
    return atTheEnd(wasThere)
  }

  private func put(_ object: any APIObject, into moment: inout Moment) {
    moment.present.insert(object.key)
    let share: Wanted.Share = scope == .always ? .every : .some
    if claim.isAboutTarget || claim.holds(for: object.document, share) {
      moment.holding.insert(object.key)
    }
  }

  private func holds(at moment: Moment) -> Bool {
    switch claim.kind {
    case .exists: return !moment.present.isEmpty
    case .count(let comparison, let number) where claim.path == nil:
      return comparison.compare(moment.present.count, number)
    case .compares, .matches, .count:
      return scope == .always
        ? !moment.present.isEmpty && moment.holding.count == moment.present.count
        : !moment.holding.isEmpty
    }
  }

  /// The verdict, if this moment decides; `time` is nil at the beginning.
  private func judged(
    _ moment: Moment, _ wasThere: Bool, at time: SimTime?, object: (any APIObject)?
  ) -> Verdict? {
    let holds = holds(at: moment)
    switch scope {
    case .once: return holds ? .met : nil
    case .never: return holds ? missed(at: time, object, count: moment.present.count) : nil
    case .always:
      // Before it was first there nothing can be said of it.
      return holds || !wasThere
        ? nil : missed(at: time, object, count: moment.present.count)
    case .all, .any, .no: return nil
    }
  }

  private func missed(
    at time: SimTime?, _ object: (any APIObject)?, count: Int
  ) -> Verdict {
    let when = time.map { "at \($0.clockText): " } ?? "when the step began: "
    let what: String
    switch claim.kind {
    case .exists:
      what = scope == .never ? "\(scene.text) is there" : "\(scene.text) is not there"
    case .count(let comparison, let number) where claim.path == nil:
      let wanted = Wording.wanted(
        scope == .never ? comparison.opposite : comparison, "\(number)")
      what = "\(scene.text(of: count)), \(wanted)"
    case .compares, .matches, .count:
      let culprit = scope == .always && count == 0 ? nil : object
      let before = scene.objects(in: evidence.beginning).first
      what =
        (culprit ?? (time == nil ? before : nil))
        .map { Wording(claim: claim).sentence(about: $0, isForbidden: scope == .never) }
        ?? "\(scene.text) is gone"
    }
    return Verdict(
      outcome: .missed, explanation: "\(when)\(what); undo goes back before that")
  }

  private func atTheEnd(_ wasThere: Bool) -> Verdict {
    switch scope {
    case .never: return .met
    case .always:
      return wasThere
        ? .met : Verdict(outcome: .notStarted, explanation: "\(scene.text) is not there")
    case .once, .all, .any, .no: break
    }
    guard wasThere else {
      let what = scene.events == nil ? "is not there" : "has not happened"
      return Verdict(outcome: .notStarted, explanation: "\(scene.text) \(what)")
    }
    let present = PresentJudge(
      scene: scene, claim: claim, scope: .once, objects: scene.objects(in: evidence.state)
    ).verdict()
    return Verdict(
      outcome: .wrong,
      explanation: present.isMet
        ? "it has not been so" : "it has not been so at any moment: \(present.explanation)",
      culprit: present.culprit)
  }
}

extension Claim {
  /// Whether it asks only what there is, not how it is.
  var isAboutTarget: Bool {
    switch kind {
    case .exists: true
    case .count: path == nil
    case .compares, .matches: false
    }
  }
}
