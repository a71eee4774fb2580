import Engine

/// What redis can be told to do with its keys.
extension RedisStore {
  typealias Action = @Sendable (inout RedisStore, [String], SimTime) -> RedisReply

  /// A command with how many words it takes behind its name.
  struct Command: Sendable {
    let arguments: ClosedRange<Int>
    let action: Action
    var isWrite = false
  }

  private static let many = 100_000

  /// Every command, by its name. Adding one is a line here.
  static let commands: [String: Command] = [
    "GET": Command(arguments: 1...1) { store, words, _ in store.string(words[0]) },
    "SET": write(2...many) { $0.set($1, $2) },
    "SETNX": write(2...2) { store, words, _ in
      guard store[words[0]] == nil else { return .integer(0) }
      store[words[0]] = .string(words[1])
      return .integer(1)
    },
    "SETEX": write(3...3) { $0.set([$1[0], $1[2], "EX", $1[1]], $2, as: "setex") },
    "GETSET": write(2...2) { store, words, _ in
      let old = store.string(words[0])
      store[words[0]] = .string(words[1])
      return old
    },
    "GETDEL": write(1...1) { store, words, _ in
      let old = store.string(words[0])
      if case .bulk = old { store[words[0]] = nil }
      return old
    },
    "APPEND": write(2...2) { store, words, _ in
      guard case .bulk(let old) = store.string(words[0]) else { return .wrongType }
      store[words[0]] = .string((old ?? "") + words[1])
      return .integer(((old ?? "") + words[1]).utf8.count)
    },
    "STRLEN": Command(arguments: 1...1) { store, words, _ in
      guard case .bulk(let old) = store.string(words[0]) else { return .wrongType }
      return .integer(old?.utf8.count ?? 0)
    },
    "MGET": Command(arguments: 1...many) { store, words, _ in
      .array(
        words.map { if case .string(let text)? = store[$0] { .bulk(text) } else { .bulk(nil) } })
    },
    "MSET": write(2...many) { store, words, _ in
      guard words.count % 2 == 0 else {
        return .error("ERR wrong number of arguments for 'mset' command")
      }
      for place in stride(from: 0, to: words.count, by: 2) {
        store[words[place]] = .string(words[place + 1])
      }
      return .ok
    },
    "INCR": write(1...1) { store, words, _ in store.add("1", to: words[0]) },
    "DECR": write(1...1) { store, words, _ in store.add("-1", to: words[0]) },
    "INCRBY": write(2...2) { store, words, _ in store.add(words[1], to: words[0]) },
    "DECRBY": write(2...2) { store, words, _ in store.subtract(words[1], from: words[0]) },
    "DEL": write(1...many) { store, words, _ in store.remove(words) },
    "UNLINK": write(1...many) { store, words, _ in store.remove(words) },
    "EXISTS": Command(arguments: 1...many) { store, words, _ in
      .integer(words.count { store[$0] != nil })
    },
    "TYPE": Command(arguments: 1...1) { store, words, _ in
      .simple(store[words[0]]?.typeName ?? "none")
    },
    "KEYS": Command(arguments: 1...1) { store, words, _ in
      .list(store.keys.filter { GlobPattern(words[0]).matches($0) })
    },
    "SCAN": Command(arguments: 1...many) { store, words, _ in
      .array([.bulk("0"), .list(store.keys)])
    },
    "RENAME": write(2...2) { store, words, _ in
      guard let value = store[words[0]] else { return .error("ERR no such key") }
      store[words[0]] = nil
      store[words[1]] = value
      return .ok
    },
    "DBSIZE": Command(arguments: 0...0) { store, _, _ in .integer(store.count) },
    "FLUSHALL": write(0...1) { store, _, _ in
      store.removeAll()
      return .ok
    },
    "FLUSHDB": write(0...1) { store, _, _ in
      store.removeAll()
      return .ok
    },
    "EXPIRE": write(2...3) { store, words, now in
      store.expire(words, now, millisecondsEach: 1000, as: "expire")
    },
    "PEXPIRE": write(2...3) { store, words, now in
      store.expire(words, now, millisecondsEach: 1, as: "pexpire")
    },
    "PEXPIREAT": write(2...3) { store, words, _ in
      store.expire(words, SimTime(milliseconds: 0), millisecondsEach: 1, as: "pexpireat")
    },
    "PERSIST": write(1...1) { store, words, _ in
      guard store.expiry(of: words[0]) != nil else { return .integer(0) }
      store.setExpiry(nil, of: words[0])
      return .integer(1)
    },
    "TTL": Command(arguments: 1...1) { store, words, now in
      store.timeLeft(words[0], now, millisecondsEach: 1000)
    },
    "PTTL": Command(arguments: 1...1) { store, words, now in
      store.timeLeft(words[0], now, millisecondsEach: 1)
    },
  ].merging(collectionCommands) { first, _ in first }

  static func write(_ arguments: ClosedRange<Int>, _ action: @escaping Action) -> Command {
    Command(arguments: arguments, action: action, isWrite: true)
  }

  // MARK: - Strings

  private func string(_ key: String) -> RedisReply {
    switch self[key] {
    case nil: .bulk(nil)
    case .string(let text)?: .bulk(text)
    case .list?, .hash?, .set?: .wrongType
    }
  }

  /// `SET key value [EX seconds|PX milliseconds] [NX|XX] [KEEPTTL] [GET]`
  private mutating func set(
    _ words: [String], _ now: SimTime, as command: String = "set"
  ) -> RedisReply {
    var expiresAt: SimTime?
    var keepsExpiry = false
    var rest = words.dropFirst(2)
    while let option = rest.popFirst() {
      switch option.uppercased() {
      case "EX", "PX":
        guard let text = rest.popFirst() else { return .syntax }
        guard let number = Int64(text) else { return .notInteger }
        let unit: Int64 = option.uppercased() == "EX" ? 1000 : 1
        expiresAt = number > 0 ? Self.moment(number, millisecondsEach: unit, after: now) : nil
        if expiresAt == nil { return .invalidExpiry(in: command) }
      case "NX": if self[words[0]] != nil { return .bulk(nil) }
      case "XX": if self[words[0]] == nil { return .bulk(nil) }
      case "KEEPTTL": keepsExpiry = true
      default: return .syntax
      }
    }
    guard words[1].utf8.count <= Self.largestValue else {
      return .error("ERR string exceeds maximum allowed size (proto-max-bulk-len)")
    }
    self[words[0]] = .string(words[1])
    if !keepsExpiry { setExpiry(expiresAt, of: words[0]) }
    return .ok
  }

  private mutating func add(_ amount: String, to key: String) -> RedisReply {
    guard case .bulk(let old) = string(key) else { return .wrongType }
    guard let number = Int(amount), let start = Int(old ?? "0") else { return .notInteger }
    let (sum, overflow) = start.addingReportingOverflow(number)
    guard !overflow else { return .overflow }
    self[key] = .string("\(sum)")
    return .integer(sum)
  }

  private mutating func subtract(_ amount: String, from key: String) -> RedisReply {
    guard let number = Int(amount) else { return .notInteger }
    guard number > .min else { return .error("ERR decrement would overflow") }
    return add("\(-number)", to: key)
  }

  private mutating func remove(_ keys: [String]) -> RedisReply {
    var count = 0
    for key in keys where self[key] != nil {
      self[key] = nil
      count += 1
    }
    return .integer(count)
  }

  // MARK: - Expiry

  private mutating func expire(
    _ words: [String], _ start: SimTime, millisecondsEach unit: Int64, as command: String
  ) -> RedisReply {
    guard let number = Int64(words[1]) else { return .notInteger }
    guard let end = Self.moment(number, millisecondsEach: unit, after: start) else {
      return .invalidExpiry(in: command)
    }
    guard self[words[0]] != nil else { return .integer(0) }
    setExpiry(end, of: words[0])
    return .integer(1)
  }

  /// Nil for what lies beyond the last moment there is.
  private static func moment(
    _ number: Int64, millisecondsEach unit: Int64, after start: SimTime
  ) -> SimTime? {
    let (span, isTooLong) = number.multipliedReportingOverflow(by: unit)
    let (end, isTooLate) = start.milliseconds.addingReportingOverflow(span)
    return isTooLong || isTooLate ? nil : SimTime(milliseconds: end)
  }

  private func timeLeft(
    _ key: String, _ now: SimTime, millisecondsEach unit: Int64
  ) -> RedisReply {
    guard self[key] != nil else { return .integer(-2) }
    guard let end = expiry(of: key) else { return .integer(-1) }
    return .integer(Int((end - now).milliseconds.addingClamped(unit / 2) / unit))
  }
}
