/// The members of an object, in the order they were written; names are unique.
///
/// Objects in manifests have few members, so a search along the list beats hashing; those that
/// have many are looked up.
public struct Members: Sendable, Sequence {
  public typealias Element = (name: String, value: APIValue)

  private var entries: [Entry] = []
  /// Where each name stands; nil for a few, and after one was taken out.
  private var places: [String: Int]?
  private static let few = 32

  struct Entry: Hashable, Sendable {
    var name: String
    var value: APIValue
  }

  public init() {}

  /// A later member of the same name replaces an earlier one.
  public init(_ members: some Sequence<(String, APIValue)>) {
    for (name, value) in members { self[name] = value }
  }

  public var isEmpty: Bool { entries.isEmpty }
  public var count: Int { entries.count }
  public var names: [String] { entries.map(\.name) }

  public subscript(name: String) -> APIValue? {
    get { place(of: name).map { entries[$0].value } }
    set { set(name, to: newValue) }
  }

  /// One place for all types that write their fields, not a copy in each.
  @inline(never)
  private mutating func set(_ name: String, to value: APIValue?) {
    switch (place(of: name), value) {
    case (let place?, let value?): entries[place].value = value
    case (let place?, nil):
      entries.remove(at: place)
      places = nil
    case (nil, let value?):
      places?[name] = entries.count
      entries.append(Entry(name: name, value: value))
      if places == nil, entries.count > Self.few { findPlaces() }
    case (nil, nil): break
    }
  }

  private func place(of name: String) -> Int? {
    places.map { $0[name] } ?? entries.firstIndex { $0.name == name }
  }

  private mutating func findPlaces() {
    places = Dictionary(
      entries.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The same members sorted by name, as the API prints them.
  public var sorted: Members {
    var copy = self
    copy.entries.sort { $0.name < $1.name }
    if places != nil { copy.findPlaces() }
    return copy
  }

  public func makeIterator() -> AnyIterator<Element> {
    var rest = entries.makeIterator()
    return AnyIterator { rest.next().map { ($0.name, $0.value) } }
  }
}

extension Members: Hashable {
  /// Equal when they hold the same members, in whatever order.
  public static func == (left: Members, right: Members) -> Bool {
    left.isEmpty && right.isEmpty || left.holdsTheSame(as: right)
  }

  /// Every API type compares its `unlisted` members, which it hardly ever has. Were this copied
  /// into each of them, all values a member can hold included, half of the module would be copies.
  @inline(never)
  private func holdsTheSame(as other: Members) -> Bool {
    if entries == other.entries { return true }
    guard count == other.count else { return false }
    return entries.allSatisfy { other[$0.name] == $0.value }
  }

  public func hash(into hasher: inout Hasher) {
    for entry in entries.sorted(by: { $0.name < $1.name }) { hasher.combine(entry) }
  }
}
