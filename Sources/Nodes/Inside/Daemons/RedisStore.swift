import Engine

/// What a redis remembers: one database of keys, as the commands see it.
struct RedisStore: Hashable, Sendable {
  enum Value: Hashable, Sendable {
    case string(String)
    case list([String])
    case hash([String: String])
    case set(Set<String>)

    var typeName: String {
      switch self {
      case .string: "string"
      case .list: "list"
      case .hash: "hash"
      case .set: "set"
      }
    }

    var isEmpty: Bool {
      switch self {
      case .string: false
      case .list(let items): items.isEmpty
      case .hash(let fields): fields.isEmpty
      case .set(let members): members.isEmpty
      }
    }
  }

  private struct Entry: Hashable, Sendable {
    var value: Value
    var expiresAt: SimTime?
  }

  /// More keys than this are refused.
  static let mostKeys = 10_000
  /// A value may have so many bytes or members.
  static let largestValue = 1 << 20

  private var entries: [String: Entry] = [:]
  /// Changes since it was last saved.
  private(set) var changes = 0

  var isEmpty: Bool { entries.isEmpty }
  /// Sorted, so that the same lab shows the same order.
  var keys: [String] { entries.keys.sorted() }
  var count: Int { entries.count }
  var expiringCount: Int { entries.values.count { $0.expiresAt != nil } }
  var isFull: Bool { entries.count >= Self.mostKeys }

  /// Forgets what has expired.
  mutating func expire(at now: SimTime) {
    for (key, entry) in entries {
      if let end = entry.expiresAt, end <= now { entries[key] = nil }
    }
  }

  subscript(key: String) -> Value? {
    get { entries[key]?.value }
    set {
      changes += 1
      guard let newValue, !newValue.isEmpty else {
        entries[key] = nil
        return
      }
      entries[key] = Entry(value: newValue, expiresAt: entries[key]?.expiresAt)
    }
  }

  func expiry(of key: String) -> SimTime? { entries[key]?.expiresAt }

  mutating func setExpiry(_ time: SimTime?, of key: String) {
    entries[key]?.expiresAt = time
    changes += 1
  }

  mutating func removeAll() {
    entries = [:]
    changes += 1
  }

  mutating func saved() { changes = 0 }

  // MARK: - On disk

  /// The commands that would bring all this back, one a line.
  var dump: String {
    var lines: [String] = []
    for key in keys {
      guard let entry = entries[key] else { continue }
      switch entry.value {
      case .string(let text): lines.append(line(["SET", key, text]))
      case .list(let items): lines.append(line(["RPUSH", key] + items))
      case .hash(let fields):
        lines.append(
          line(["HSET", key] + fields.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }))
      case .set(let members): lines.append(line(["SADD", key] + members.sorted()))
      }
      if let end = entry.expiresAt {
        lines.append(line(["PEXPIREAT", key, "\(end.milliseconds)"]))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ words: [String]) -> String {
    words.map {
      "\""
        + $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\n", with: "\\n") + "\""
    }.joined(separator: " ")
  }
}
