import Engine
import Store

/// Every change of a world, oldest first. Copies share all but the newest thousand.
public struct History: Sendable {
  private final class Chunk: Sendable {
    let changes: [Change]

    init(_ changes: [Change]) {
      self.changes = changes
    }
  }

  private static let chunkLength = 1024

  private var chunks: [Chunk] = []
  private var newest: [Change] = []

  init() {}

  public var count: Int { chunks.count * Self.chunkLength + newest.count }

  /// The change at `position`, counted from 0.
  public subscript(position: Int) -> Change {
    let chunk = position / Self.chunkLength
    return chunk < chunks.count
      ? chunks[chunk].changes[position % Self.chunkLength]
      : newest[position - chunks.count * Self.chunkLength]
  }

  /// The changes from `position` on.
  public func changes(from position: Int = 0) -> [Change] {
    (min(position, count)..<count).map { self[$0] }
  }

  /// The change that made this revision; nil when none of this world's writes did.
  public func change(revision: Int) -> Change? {
    let place = position(of: revision)
    return place < count && self[place].revision == revision ? self[place] : nil
  }

  /// Where the first change is that made this revision or a later one; `count` when none did.
  func position(of revision: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].revision < revision { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func append(_ change: Change) {
    newest.append(change)
    if newest.count == Self.chunkLength {
      chunks.append(Chunk(newest))
      newest = []
    }
  }
}
