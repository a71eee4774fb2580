/// Lists, hashes and sets.
extension RedisStore {
  static let collectionCommands: [String: Command] = [
    "LPUSH": write(2...100_000) { store, words, _ in store.push(words, atFront: true) },
    "RPUSH": write(2...100_000) { store, words, _ in store.push(words, atFront: false) },
    "LPOP": write(1...1) { store, words, _ in store.pop(words[0], fromFront: true) },
    "RPOP": write(1...1) { store, words, _ in store.pop(words[0], fromFront: false) },
    "LLEN": Command(arguments: 1...1) { store, words, _ in
      store.list(words[0]).map { .integer($0.count) } ?? .wrongType
    },
    "LRANGE": Command(arguments: 3...3) { store, words, _ in
      guard let items = store.list(words[0]) else { return .wrongType }
      guard let first = Int(words[1]), let last = Int(words[2]) else { return .notInteger }
      let from = max(0, first < 0 ? items.count + first : first)
      let to = min(items.count - 1, last < 0 ? items.count + last : last)
      return .list(from <= to ? Array(items[from...to]) : [])
    },
    "LINDEX": Command(arguments: 2...2) { store, words, _ in
      guard let items = store.list(words[0]) else { return .wrongType }
      guard let number = Int(words[1]) else { return .notInteger }
      let place = number < 0 ? items.count + number : number
      return .bulk(items.indices.contains(place) ? items[place] : nil)
    },
    "HSET": write(3...100_000) { store, words, _ in store.setFields(words) },
    "HMSET": write(3...100_000) { store, words, _ in
      let reply = store.setFields(words)
      if case .integer = reply { return .ok }
      return reply
    },
    "HGET": Command(arguments: 2...2) { store, words, _ in
      store.hash(words[0]).map { .bulk($0[words[1]]) } ?? .wrongType
    },
    "HMGET": Command(arguments: 2...100_000) { store, words, _ in
      store.hash(words[0]).map { fields in .array(words.dropFirst().map { .bulk(fields[$0]) }) }
        ?? .wrongType
    },
    "HGETALL": Command(arguments: 1...1) { store, words, _ in
      store.hash(words[0]).map { fields in
        .list(fields.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
      } ?? .wrongType
    },
    "HKEYS": Command(arguments: 1...1) { store, words, _ in
      store.hash(words[0]).map { .list($0.keys.sorted()) } ?? .wrongType
    },
    "HVALS": Command(arguments: 1...1) { store, words, _ in
      store.hash(words[0]).map { fields in
        .list(fields.sorted { $0.key < $1.key }.map(\.value))
      } ?? .wrongType
    },
    "HLEN": Command(arguments: 1...1) { store, words, _ in
      store.hash(words[0]).map { .integer($0.count) } ?? .wrongType
    },
    "HEXISTS": Command(arguments: 2...2) { store, words, _ in
      store.hash(words[0]).map { .integer($0[words[1]] == nil ? 0 : 1) } ?? .wrongType
    },
    "HDEL": write(2...100_000) { store, words, _ in
      guard var fields = store.hash(words[0]) else { return .wrongType }
      let before = fields.count
      for name in words.dropFirst() { fields[name] = nil }
      store[words[0]] = .hash(fields)
      return .integer(before - fields.count)
    },
    "HINCRBY": write(3...3) { store, words, _ in
      guard let more = Int(words[2]) else { return .notInteger }
      guard var fields = store.hash(words[0]) else { return .wrongType }
      guard let old = Int(fields[words[1]] ?? "0") else {
        return .error("ERR hash value is not an integer")
      }
      let (sum, overflows) = old.addingReportingOverflow(more)
      if overflows { return .overflow }
      fields[words[1]] = "\(sum)"
      store[words[0]] = .hash(fields)
      return .integer(sum)
    },
    "SADD": write(2...100_000) { store, words, _ in
      guard let old = store.members(words[0]) else { return .wrongType }
      let all = old.union(words.dropFirst())
      store[words[0]] = .set(all)
      return .integer(all.count - old.count)
    },
    "SREM": write(2...100_000) { store, words, _ in
      guard let old = store.members(words[0]) else { return .wrongType }
      let rest = old.subtracting(words.dropFirst())
      store[words[0]] = .set(rest)
      return .integer(old.count - rest.count)
    },
    "SMEMBERS": Command(arguments: 1...1) { store, words, _ in
      store.members(words[0]).map { .list($0.sorted()) } ?? .wrongType
    },
    "SISMEMBER": Command(arguments: 2...2) { store, words, _ in
      store.members(words[0]).map { .integer($0.contains(words[1]) ? 1 : 0) } ?? .wrongType
    },
    "SCARD": Command(arguments: 1...1) { store, words, _ in
      store.members(words[0]).map { .integer($0.count) } ?? .wrongType
    },
  ]

  /// The list under a key, empty when there is none; nil when something else is there.
  private func list(_ key: String) -> [String]? {
    switch self[key] {
    case nil: []
    case .list(let items)?: items
    case .string?, .hash?, .set?: nil
    }
  }

  private func hash(_ key: String) -> [String: String]? {
    switch self[key] {
    case nil: [:]
    case .hash(let fields)?: fields
    case .string?, .list?, .set?: nil
    }
  }

  private func members(_ key: String) -> Set<String>? {
    switch self[key] {
    case nil: []
    case .set(let members)?: members
    case .string?, .list?, .hash?: nil
    }
  }

  private mutating func push(_ words: [String], atFront: Bool) -> RedisReply {
    guard var items = list(words[0]) else { return .wrongType }
    guard items.count + words.count <= Self.largestValue else {
      return .error("OOM command not allowed when used memory > 'maxmemory'.")
    }
    for word in words.dropFirst() {
      if atFront { items.insert(word, at: 0) } else { items.append(word) }
    }
    self[words[0]] = .list(items)
    return .integer(items.count)
  }

  private mutating func pop(_ key: String, fromFront: Bool) -> RedisReply {
    guard var items = list(key) else { return .wrongType }
    guard !items.isEmpty else { return .bulk(nil) }
    let item = fromFront ? items.removeFirst() : items.removeLast()
    self[key] = .list(items)
    return .bulk(item)
  }

  private mutating func setFields(_ words: [String]) -> RedisReply {
    guard var fields = hash(words[0]) else { return .wrongType }
    guard words.count % 2 == 1 else {
      return .error("ERR wrong number of arguments for 'hset' command")
    }
    let before = fields.count
    for place in stride(from: 1, to: words.count, by: 2) { fields[words[place]] = words[place + 1] }
    self[words[0]] = .hash(fields)
    return .integer(fields.count - before)
  }
}
