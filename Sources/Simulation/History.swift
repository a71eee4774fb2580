import Engine
import Objects
import Store

/// The changes of a world, oldest first, found by their revisions. Copies share all but the newest
/// few: a world is kept for every command.
///
/// Signs of life - a lease renewed, a node's status repeated - are kept for a while only: they
/// would make up nearly everything a week later, and explain nothing. Of all else the latest
/// ``mostKept`` stay, and whatever the user wrote; of times that nobody can go back to, only the
/// beginnings of what is still there. A cluster may live for as long as it likes.
public struct History: Sendable {
  private final class Chunk: Sendable {
    let changes: [Change]

    /// Chunks are not empty.
    var lastRevision: Int { changes[changes.count - 1].revision }

    init(_ changes: [Change]) {
      self.changes = changes
    }
  }

  /// How many changes a chunk has at first: what a world that is kept does not share is a few
  /// changes, of about a kilobyte each.
  private static let chunkLength = 8
  /// So many chunks are gone through at once to forget what is in them.
  private static let chunksForgotten = 16
  /// How many of these chunks become one when they are old.
  private static let chunksJoined = 128

  /// About how many changes are kept of those that the user did not write.
  public static let mostKept = 50_000
  private let mostKept: Int

  /// Up to this revision not everything is kept.
  public private(set) var forgottenThrough = 0
  /// What the user wrote before all that is in the chunks.
  private var older: [Change] = []
  /// None of them empty. The oldest are joined, and without signs of life.
  private var chunks: [Chunk] = []
  /// How many of the chunks are joined.
  private var joined = 0
  /// The changes that fill no chunk yet.
  private var newest: [Change] = []
  /// The revision of the newest change; 0 before there is one.
  public private(set) var revision = 0

  init(keeping mostKept: Int = Self.mostKept) {
    self.mostKept = mostKept
  }

  /// How many changes are kept.
  public var count: Int { older.count + inChunks + newest.count }
  /// How many of them lie in chunks.
  private var inChunks = 0

  /// The changes after the one that made `revision`, oldest first.
  public func changes(after revision: Int = 0) -> [Change] {
    var changes: [Change] = []
    forEach(after: revision) { change in
      changes.append(change)
      return true
    }
    return changes
  }

  /// Shows `body` the changes after the one that made `revision`, oldest first, until it has seen
  /// enough and says false.
  public func forEach(after revision: Int, _ body: (Change) -> Bool) {
    guard revision < self.revision else { return }
    for change in older where change.revision > revision {
      guard body(change) else { return }
    }
    let first = Self.place(of: revision + 1, in: chunks, by: \.lastRevision)
    for changes in chunks[first...].map(\.changes) + [newest] {
      for change in changes[Self.place(of: revision + 1, in: changes, by: \.revision)...] {
        guard body(change) else { return }
      }
    }
  }

  /// The change that made this revision; nil when none of this world's writes did, or when it is
  /// forgotten.
  public func change(revision: Int) -> Change? {
    let first = Self.place(of: revision, in: chunks, by: \.lastRevision)
    let changes = first < chunks.count ? chunks[first].changes : newest
    for changes in [changes, older] {
      let place = Self.place(of: revision, in: changes, by: \.revision)
      if place < changes.count, changes[place].revision == revision { return changes[place] }
    }
    return nil
  }

  /// The first place of a sorted list whose revision is no earlier.
  private static func place<Element>(
    of revision: Int, in list: [Element], by number: (Element) -> Int
  ) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if number(list[middle]) < revision { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func append(_ change: Change) {
    newest.append(change)
    revision = change.revision
    guard newest.count == Self.chunkLength else { return }
    chunks.append(Chunk(newest))
    inChunks += newest.count
    newest = []
    // Who is watching has seen the older half by now.
    if chunks.count - joined == 2 * Self.chunksJoined { join() }
  }

  private mutating func join() {
    let old = joined..<joined + Self.chunksJoined
    let kept = chunks[old].flatMap { $0.changes.filter { !$0.isRoutine } }
    inChunks += kept.count - chunks[old].reduce(0) { $0 + $1.changes.count }
    chunks.replaceSubrange(old, with: kept.isEmpty ? [] : [Chunk(kept)])
    if !kept.isEmpty { joined += 1 }
    while inChunks > mostKept, joined > 0 { forgetFirst() }
  }

  private mutating func forgetFirst() {
    let first = chunks.removeFirst()
    joined -= 1
    inChunks -= first.changes.count
    // What was there long ago may be all that is left in it.
    forgottenThrough = max(forgottenThrough, first.lastRevision)
    older += first.changes.filter { $0.actor == .user }
  }

  /// Keeps of the changes up to a revision those that `isNeeded` wants, once there are many.
  mutating func forget(through revision: Int, unless isNeeded: (Change) -> Bool) {
    let old = chunks.prefix(joined).prefix { $0.lastRevision <= revision }.count
    guard old >= Self.chunksForgotten else { return }
    let kept = chunks[..<old].flatMap { $0.changes.filter(isNeeded) }
    forgottenThrough = max(forgottenThrough, chunks[old - 1].lastRevision)
    inChunks += kept.count - chunks[..<old].reduce(0) { $0 + $1.changes.count }
    chunks.replaceSubrange(..<old, with: kept.isEmpty ? [] : [Chunk(kept)])
    joined -= kept.isEmpty ? old : old - 1
  }
}

extension Change {
  /// Whether it is one of those that would make up nearly everything before long.
  fileprivate var isRoutine: Bool {
    isSignOfLife || key.kind == .lease && verb == .updated && actor != .user
  }
}
