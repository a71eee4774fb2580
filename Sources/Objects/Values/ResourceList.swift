/// Amounts by resource name, in the order of the names: requests, limits, capacity.
public struct ResourceList: Hashable, Sendable, RandomAccessCollection,
  ExpressibleByDictionaryLiteral
{
  public typealias Element = (name: String, amount: Quantity)

  private struct Entry: Hashable, Sendable {
    var name: String
    var amount: Quantity
  }

  private var entries: [Entry] = []

  public init() {}

  public init(dictionaryLiteral elements: (String, Quantity)...) {
    for (name, amount) in elements { self[name] = amount }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }
  public subscript(position: Int) -> Element {
    (entries[position].name, entries[position].amount)
  }

  public subscript(name: String) -> Quantity? {
    get { entries.first { $0.name == name }?.amount }
    set {
      let place = entries.firstIndex { $0.name >= name } ?? entries.count
      let found = place < entries.count && entries[place].name == name
      if let newValue {
        if found {
          entries[place].amount = newValue
        } else {
          entries.insert(Entry(name: name, amount: newValue), at: place)
        }
      } else if found {
        entries.remove(at: place)
      }
    }
  }

  /// Millicores of cpu; 0 when none is named.
  public var cpuMillis: Int { self["cpu"]?.milli ?? 0 }
  /// Bytes of memory; 0 when none are named.
  public var memoryBytes: Int { self["memory"]?.whole ?? 0 }

  public static func += (total: inout ResourceList, more: ResourceList) {
    for (name, amount) in more { total[name] = (total[name] ?? .zero) + amount }
  }

  /// For each resource the larger of the two.
  public func maximum(_ other: ResourceList) -> ResourceList {
    var result = self
    for (name, amount) in other {
      result[name] = result[name].map { Swift.max($0, amount) } ?? amount
    }
    return result
  }
}

extension ResourceList: ValueConvertible {
  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    self.init()
    guard let members = value.object else {
      problems.note(value, at: path, isNo: "object")
      return
    }
    for (name, member) in members {
      self[name] = Quantity(member, at: path.member(name), problems: &problems)
    }
  }

  public var value: APIValue { .object(Members(entries.map { ($0.name, $0.amount.value) })) }
}
