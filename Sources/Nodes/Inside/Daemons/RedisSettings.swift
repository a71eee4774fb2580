import Engine

/// What a redis was told by its configuration file and its command line.
struct RedisSettings: Hashable, Sendable {
  var hasFile = false
  private var values: [String: String] = [
    "port": "6379", "dir": "/data", "save": "3600 1 300 100 60 10000", "appendonly": "no",
    "maxmemory": "0", "maxmemory-policy": "noeviction", "requirepass": "", "bind": "* -::*",
    "databases": "16", "timeout": "0", "loglevel": "notice",
  ]

  var port: Int { values["port"].flatMap { Int($0) } ?? 6379 }
  var folder: String { values["dir"] ?? "/data" }
  var isLocal: Bool { values["bind"]?.hasPrefix("127.0.0.1") ?? false }
  var savesSnapshots: Bool { !(values["save"] ?? "").isEmpty }
  var password: String? {
    let word = values["requirepass"] ?? ""
    return word.isEmpty ? nil : word
  }

  /// Every setting, sorted by its name.
  var all: [(name: String, value: String)] {
    values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  mutating func set(_ name: String, _ value: String) {
    values[name] = name == "maxmemory" ? Self.bytes(value) : value
  }

  /// `2mb` is 2097152.
  private static func bytes(_ text: String) -> String {
    let number = text.prefix { $0.isNumber }
    guard let count = Int(number) else { return text }
    let units = ["kb": 10, "mb": 20, "gb": 30]
    let unit = 1 << (units[text.dropFirst(number.count).lowercased()] ?? 0)
    return "\(count.multipliedClamped(by: unit))"
  }

  /// Reads a configuration file.
  mutating func read(_ text: String) {
    hasFile = true
    for line in text.split(separator: "\n") {
      let words = RedisWords.split(String(line.drop { $0 == " " })) ?? []
      guard let name = words.first, !name.hasPrefix("#") else { continue }
      set(name.lowercased(), words.dropFirst().joined(separator: " "))
    }
  }

  /// Reads `--port 7000 --save ""`.
  mutating func read(arguments: [String]) {
    var name: String?
    var value: [String] = []
    for word in arguments + ["--"] {
      guard word.hasPrefix("--") else {
        value.append(word)
        continue
      }
      if let name { set(name, value.joined(separator: " ")) }
      name = String(word.dropFirst(2)).lowercased()
      value = []
    }
  }
}
