import Engine
import Objects

/// A write that happened.
public struct Change: Sendable {
  public enum Verb: Hashable, Sendable {
    case created
    case updated
    case deleted
  }

  /// The store's count of writes after this one: the written object's resourceVersion.
  public var revision: Int
  public var time: SimTime
  public var actor: Actor
  /// The revision of the change that made the actor act, if one did.
  public var cause: Int?
  public var verb: Verb
  public var key: ObjectKey
  /// Nil for a creation.
  public var before: (any APIObject)?
  /// Nil for a deletion.
  public var after: (any APIObject)?
  /// What the same request wrote before this, oldest first: a budget that an eviction is charged
  /// to, a quota that a new pod counts against.
  public var earlier: [Change] = []
  /// What the server had to say about the write.
  public var warnings: [String] = []
  /// Whether a kubelet did no more than say that it is still there, which it does more often than
  /// all else: it renewed its lease, or said of its node what it had said before. Nobody acts on
  /// that.
  public let isSignOfLife: Bool

  public init(
    revision: Int, time: SimTime, actor: Actor, cause: Int?, verb: Verb, key: ObjectKey,
    before: (any APIObject)?, after: (any APIObject)?
  ) {
    self.revision = revision
    self.time = time
    self.actor = actor
    self.cause = cause
    self.verb = verb
    self.key = key
    self.before = before
    self.after = after
    isSignOfLife = actor.isKubelet && Self.isRepeated(key.kind, before, after)
  }

  /// Everything the request wrote, in order, this change last.
  public var inOrder: [Change] { earlier + [self] }

  private static func isRepeated(
    _ kind: Kind, _ before: (any APIObject)?, _ after: (any APIObject)?
  ) -> Bool {
    switch kind {
    case .lease:
      guard let before = before?.narrowed(to: Lease.self),
        let after = after?.narrowed(to: Lease.self)
      else { return false }
      // That it goes on without being looked after is no news, but that this has ended is.
      return before.metadata.ownerReferences == after.metadata.ownerReferences
        && (before.pace == nil || after.pace != nil)
    case .node:
      guard let before = before?.narrowed(to: Node.self),
        let after = after?.narrowed(to: Node.self)
      else { return false }
      return before.$spec == after.$spec && before.metadata.labels == after.metadata.labels
        && before.metadata.annotations == after.metadata.annotations
        && before.status.saysTheSame(as: after.status)
    default: return false
    }
  }

  /// The object as it is now, or as it last was.
  public var object: (any APIObject)? { after ?? before }

  /// The two sides as one kind, for who cares about that kind only.
  @inlinable
  public func sides<T: APIObject>(_ type: T.Type) -> (before: T?, after: T?)? {
    guard key.kind == T.kind else { return nil }
    return (before?.narrowed(to: type), after?.narrowed(to: type))
  }
}
