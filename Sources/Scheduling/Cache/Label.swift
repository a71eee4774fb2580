import Objects

/// One label: its key and its value.
struct Label: Hashable, Sendable {
  let key: String
  let value: String
}

extension StringMap {
  var labels: [Label] { map { Label(key: $0.key, value: $0.value) } }
}
