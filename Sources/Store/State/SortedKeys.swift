import Objects

/// Keys in order, in short lists: a copy shares all lists but those that change, so that writing
/// to one key of many costs little even when an older world still holds them all.
struct SortedKeys: Sendable {
  private static let mostInAList = 128

  /// None is empty; each ends before the next begins.
  private var lists: [[ObjectKey]] = []

  var isEmpty: Bool { lists.isEmpty }
  var count: Int { lists.reduce(0) { $0 + $1.count } }

  var keys: [ObjectKey] { lists.count == 1 ? lists[0] : Array(lists.joined()) }

  /// The keys of one namespace.
  func keys(in namespace: String) -> [ObjectKey] {
    guard let kind = lists.first?.first?.kind else { return [] }
    let start = ObjectKey(kind, namespace: namespace, name: "")
    var found: [ObjectKey] = []
    for list in lists[listHolding(start)...] {
      guard let first = list.first, first.namespace <= namespace else { break }
      let place = Self.lowerBound(start, in: list)
      found += list[place...].prefix { $0.namespace == namespace }
    }
    return found
  }

  mutating func insert(_ key: ObjectKey) {
    if lists.isEmpty {
      lists.append([key])
      return
    }
    var list = min(listHolding(key), lists.count - 1)
    var place = Self.lowerBound(key, in: lists[list])
    if place < lists[list].count, lists[list][place] == key { return }
    if lists[list].count == Self.mostInAList {
      // Names that count upwards come in order: a full last list is left full.
      if place == Self.mostInAList {
        lists.append([key])
        return
      }
      halve(at: list)
      let half = lists[list].count
      if place > half { (list, place) = (list + 1, place - half) }
    }
    lists[list].insert(key, at: place)
  }

  /// Both halves are new: the old list may have room for far more.
  private mutating func halve(at list: Int) {
    let full = lists[list]
    lists[list] = Array(full[..<(full.count / 2)])
    lists.insert(Array(full[(full.count / 2)...]), at: list + 1)
  }

  mutating func remove(_ key: ObjectKey) {
    let list = listHolding(key)
    guard list < lists.count else { return }
    let place = Self.lowerBound(key, in: lists[list])
    guard place < lists[list].count, lists[list][place] == key else { return }
    lists[list].remove(at: place)
    if lists[list].isEmpty { lists.remove(at: list) }
  }

  /// The first list that does not end before `key`; their count when all do.
  private func listHolding(_ key: ObjectKey) -> Int {
    var low = 0
    var high = lists.count
    while low < high {
      let middle = (low + high) / 2
      if let last = lists[middle].last, last < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func lowerBound(_ key: ObjectKey, in list: [ObjectKey]) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
