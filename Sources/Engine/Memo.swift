import Synchronization

/// The latest few answers of something that always answers the same to the same question: equal
/// pods that begin together ask the same, and share the answer then. An answer carries what tells
/// whether it is one to the question at hand.
public final class Memo<Answer: Sendable>: Sendable {
  /// The latest first.
  @usableFromInline let known = Mutex<[Answer]>([])
  @usableFromInline let most: Int

  /// `most` is how many answers are remembered.
  @inlinable public init(keeping most: Int) {
    self.most = most
  }

  /// The latest answer that `fits`, or what `work` makes of the question.
  @inlinable
  public func answer<Failure: Error>(
    where fits: (Answer) -> Bool, orElse work: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    if let remembered = latest.first(where: fits) { return remembered }
    let answer = try work()
    remember(answer)
    return answer
  }

  @usableFromInline var latest: [Answer] { known.withLock { $0 } }

  @usableFromInline func remember(_ answer: Answer) {
    known.withLock { known in
      known.insert(answer, at: 0)
      if known.count > most { known.removeLast() }
    }
  }
}
