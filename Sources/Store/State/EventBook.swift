import Engine
import HashTreeCollections
import Objects

/// The events that are named after what they are about, as all are that components write: a large
/// cluster has more of them than of all else, and hardly anybody ever reads them.
struct EventBook: Sendable {
  /// By the namespace of the events and the name of what they are about, in the order in which they
  /// were written first.
  private var pages = TreeDictionary<ObjectKey, [EventRecord]>()
  /// How many there are.
  private(set) var count = 0

  /// Most pods have about as many events as this in their life.
  private static let recordsAtOnce = 4

  private static func page(_ namespace: String, _ name: String?) -> ObjectKey {
    ObjectKey(.event, namespace: namespace, name: EventRecord.subjectName(name))
  }

  subscript(key: ObjectKey) -> Event? {
    guard let (page, place) = place(of: key) else { return nil }
    return pages[page]?[place].event(in: key.namespace)
  }

  func contains(_ key: ObjectKey) -> Bool { place(of: key) != nil }

  private func place(of key: ObjectKey) -> (page: ObjectKey, place: Int)? {
    guard count > 0, let (name, stamp) = EventRecord.parts(of: key.name) else { return nil }
    let page = Self.page(key.namespace, name)
    return pages[page]?.lastIndex { $0.stamp == stamp }.map { (page, $0) }
  }

  /// What is recorded about all that has, or had, this name.
  func records(about name: String?, in namespace: String) -> [EventRecord] {
    pages[Self.page(namespace, name)] ?? []
  }

  /// All keys, of one namespace where one is given, in the order of namespace and name.
  func keys(in namespace: String? = nil) -> [ObjectKey] {
    var keys: [ObjectKey] = []
    for (page, records) in pages where namespace.map({ $0 == page.namespace }) ?? true {
      keys += records.map { ObjectKey(.event, namespace: page.namespace, name: $0.name) }
    }
    return keys.sorted()
  }

  /// Puts in what is new, or takes the place of what has the same name.
  mutating func put(_ record: EventRecord, in namespace: String) {
    let page = Self.page(namespace, record.subject.wrappedValue.name)
    Self.put(record, into: &pages[page, default: []], counting: &count)
  }

  private static func put(
    _ record: EventRecord, into records: inout [EventRecord], counting count: inout Int
  ) {
    if let place = records.lastIndex(where: { $0.stamp == record.stamp }) {
      records[place] = record
      return
    }
    if records.count == records.capacity {
      records.reserveCapacity(records.count + max(recordsAtOnce, records.count / 4))
    }
    records.append(record)
    count += 1
  }

  @discardableResult
  mutating func remove(_ key: ObjectKey) -> Event? {
    guard let (page, place) = place(of: key) else { return nil }
    let gone = pages[page]?.remove(at: place)
    if pages[page]?.isEmpty ?? true { pages[page] = nil }
    count -= 1
    return gone?.event(in: key.namespace)
  }
}
