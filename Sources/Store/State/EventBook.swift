import Engine
import HashTreeCollections
import Objects

/// The events that are named after what they are about, as all are that components report: found
/// by that, they need no other index.
struct EventBook: Sendable {
  /// By the namespace of the events and the name of what they are about, in the order of their
  /// stamps.
  private var pages = TreeDictionary<ObjectKey, [Event]>()
  /// How many there are.
  private(set) var count = 0

  /// Lists grow by so many: most pods have about twice as many events in their life.
  private static let eventsAtOnce = 4

  private static func page(of place: EventPlace) -> ObjectKey {
    ObjectKey(.event, namespace: place.namespace, name: place.name)
  }

  subscript(key: ObjectKey) -> Event? {
    find(EventPlace(key)).flatMap { pages[$0.page]?[$0.index] }
  }

  private func find(_ place: EventPlace) -> (page: ObjectKey, index: Int)? {
    guard place.stamp != nil else { return nil }
    let page = Self.page(of: place)
    return pages[page]?.lastIndex { $0.stamp == place.stamp }.map { (page, $0) }
  }

  /// What is told about all that has, or had, the name of this.
  func events(aboutNameOf subject: ObjectReference) -> [Event] {
    let page = ObjectKey(
      .event, namespace: EventPlace.namespace(of: subject), name: EventPlace.name(of: subject))
    return pages[page] ?? []
  }

  /// All keys, of one namespace where one is given, in the order of namespace and name.
  func keys(in namespace: String? = nil) -> [ObjectKey] {
    var keys: [ObjectKey] = []
    for (page, events) in pages where namespace.map({ $0 == page.namespace }) ?? true {
      keys += events.map(\.key)
    }
    return keys.sorted()
  }

  /// Puts in what is new, or takes the place of what has the same name; false, and nothing is
  /// done, where it is not named after what it is about.
  mutating func put(_ event: Event) -> Bool {
    let place = event.place
    guard let stamp = place.stamp else { return false }
    count += Self.put(event, stamp, into: &pages[Self.page(of: place), default: []])
    return true
  }

  /// How many there are more.
  private static func put(_ event: Event, _ stamp: Int64, into events: inout [Event]) -> Int {
    // Nearly always it is the newest.
    let earlier = events.lastIndex { $0.stamp.map { $0 <= stamp } ?? false }
    if let earlier, events[earlier].stamp == stamp {
      events[earlier] = event
      return 0
    }
    if events.count == events.capacity {
      events.reserveCapacity(events.count + max(eventsAtOnce, events.count / 4))
    }
    events.insert(event, at: earlier.map { $0 + 1 } ?? 0)
    return 1
  }

  /// Whether there was one to be removed.
  @discardableResult
  mutating func remove(_ key: ObjectKey) -> Bool {
    guard let (page, index) = find(EventPlace(key)) else { return false }
    pages[page]?.remove(at: index)
    if pages[page]?.isEmpty ?? true { pages[page] = nil }
    count -= 1
    return true
  }
}
