import Objects

/// The values that one label has on the nodes, numbered, so that pods can be counted by number.
final class Topology: Sendable {
  let key: String
  /// How many values there are.
  let count: Int
  /// By slot; -1 where the node has no such label.
  let domains: [Int32]

  init(_ key: String, _ nodes: [NodeFacts?]) {
    var numbers: [String: Int32] = [:]
    var domains: [Int32] = []
    domains.reserveCapacity(nodes.count)
    for node in nodes {
      guard let value = node?.labels[key] else {
        domains.append(-1)
        continue
      }
      let number = numbers[value] ?? Int32(numbers.count)
      numbers[value] = number
      domains.append(number)
    }
    self.key = key
    self.domains = domains
    count = numbers.count
  }

  /// The number of the value that the node in a slot has; nil when it has none.
  subscript(slot: Int) -> Int? {
    let domain = domains[slot]
    return domain < 0 ? nil : Int(domain)
  }
}

/// Amounts by place: by the value of a node label, for any number of labels.
struct Tally: Sendable {
  private struct Column: Sendable {
    let topology: Topology
    var amounts: [Int]
  }

  private var columns: [Column] = []
  /// All that was counted, over all places.
  private(set) var total = 0

  /// Whether nothing was ever counted.
  var isEmpty: Bool { columns.isEmpty }

  /// Counts `amount` in the place where the node in a slot is; nothing where it has no such label.
  mutating func add(_ amount: Int, per key: String, at slot: Int, _ cache: NodeCache) {
    let column = columns.firstIndex { $0.topology.key == key }
    guard let column else {
      let topology = cache.topology(key)
      guard let domain = topology[slot] else { return }
      var amounts = Array(repeating: 0, count: topology.count)
      amounts[domain] = amount
      total += amount
      columns.append(Column(topology: topology, amounts: amounts))
      return
    }
    guard let domain = columns[column].topology[slot] else { return }
    columns[column].amounts[domain] += amount
    total += amount
  }

  /// What was counted per this label where the node in a slot is.
  func amount(per key: String, at slot: Int) -> Int {
    for column in columns where column.topology.key == key {
      return column.topology[slot].map { column.amounts[$0] } ?? 0
    }
    return 0
  }

  /// What was counted there, over all labels.
  func sum(at slot: Int) -> Int {
    var sum = 0
    for column in columns {
      if let domain = column.topology[slot] { sum += column.amounts[domain] }
    }
    return sum
  }

  /// Whether any label's count there is above zero.
  func isAnyPositive(at slot: Int) -> Bool {
    for column in columns {
      if let domain = column.topology[slot], column.amounts[domain] > 0 { return true }
    }
    return false
  }
}
