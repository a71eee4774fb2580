/// Strings by string key, always in the order of their keys: labels, annotations, data.
public struct StringMap: Hashable, Sendable, RandomAccessCollection,
  ExpressibleByDictionaryLiteral
{
  public typealias Element = (key: String, value: String)

  private struct Entry: Hashable, Sendable {
    var key: String
    var value: String
  }

  private var entries: [Entry] = []

  public init() {}

  public init(dictionaryLiteral elements: (String, String)...) {
    for (key, value) in elements { self[key] = value }
  }

  public init(_ pairs: some Sequence<(String, String)>) {
    for (key, value) in pairs { self[key] = value }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }
  public subscript(position: Int) -> Element { (entries[position].key, entries[position].value) }
  public var keys: [String] { entries.map(\.key) }

  public subscript(key: String) -> String? {
    get {
      let place = lowerBound(key)
      return place < entries.count && entries[place].key == key ? entries[place].value : nil
    }
    set {
      let place = lowerBound(key)
      let found = place < entries.count && entries[place].key == key
      if let newValue {
        if found {
          entries[place].value = newValue
        } else {
          entries.insert(Entry(key: key, value: newValue), at: place)
        }
      } else if found {
        entries.remove(at: place)
      }
    }
  }

  /// `key=value` for every entry, as kubectl joins them.
  public func joined(separator: String = ",") -> String {
    entries.map { "\($0.key)=\($0.value)" }.joined(separator: separator)
  }

  private func lowerBound(_ key: String) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension StringMap: ValueConvertible {
  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    self.init()
    guard let members = value.object else {
      problems.note(value, at: path, isNo: "object")
      return
    }
    for (key, member) in members {
      self[key] = String(member, at: path.key(key), problems: &problems)
    }
  }

  public var value: APIValue { .object(Members(entries.map { ($0.key, .string($0.value)) })) }
}
