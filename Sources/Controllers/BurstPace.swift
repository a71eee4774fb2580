import Engine
import HashTreeCollections
import Objects

/// Lets a controller create one burst of pods a second for each owner, as the API server's limits
/// do: an owner that wants millions fills its cluster slowly.
struct BurstPace: Sendable {
  /// When those that wanted more than a burst may go on.
  private var pauses = TreeDictionary<ObjectKey, SimTime>()

  /// Whether an owner that lacks `count` pods may create as many as one burst of them now; asks
  /// for another look when it has to wait, or wants more than that.
  mutating func allows(
    _ owner: ObjectKey, creating count: Int, of burst: Int, _ draft: inout Draft
  ) -> Bool {
    if let end = pauses[owner], end > draft.now {
      draft.look(owner, at: end)
      return false
    }
    pauses[owner] = nil
    if count > burst {
      let end = draft.now + .seconds(1)
      pauses[owner] = end
      draft.look(owner, at: end)
    }
    return true
  }

  mutating func forget(_ owner: ObjectKey) { pauses[owner] = nil }
}
