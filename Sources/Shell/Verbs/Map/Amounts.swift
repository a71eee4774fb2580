import Objects

/// Amounts of cpu and memory as pictures write them.
enum Amounts {
  /// `4`, `950m`, `12.5`
  static func cores(_ millis: Int) -> String {
    if millis % 1000 == 0 { return "\(millis / 1000)" }
    return millis < 10_000 ? "\(millis)m" : "\(millis / 1000).\(millis % 1000 / 100)"
  }

  /// `290Mi`, `8Gi`, `7.6Gi`
  static func bytes(_ count: Int) -> String {
    if count <= 0 { return "0" }
    if count < 1 << 20 { return "\(max(1, count >> 10))Ki" }
    if count < 1 << 30 { return "\(count >> 20)Mi" }
    let tenths = (Int128(count) * 10) >> 30
    return tenths % 10 == 0 ? "\(tenths / 10)Gi" : "\(tenths / 10).\(tenths % 10)Gi"
  }

  /// `100m, 128Mi`; `nothing` for none.
  static func text(_ list: ResourceList) -> String {
    let parts = list.map { name, amount in
      switch name {
      case "cpu": "cpu \(cores(amount.milli))"
      case "memory": "memory \(bytes(amount.whole))"
      default: "\(name) \(amount.text)"
      }
    }
    return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
  }
}

extension Pod {
  /// What the scheduler sets aside for it: its containers together, or the largest of those that
  /// run first, whichever is more.
  var reserved: ResourceList {
    var running = spec.overhead
    for container in spec.containers { running += container.resources.requests }
    var most = ResourceList()
    for container in spec.initContainers {
      if container.restartPolicy == .always {
        running += container.resources.requests
      } else {
        most = most.maximum(container.resources.requests)
      }
    }
    return running.maximum(most)
  }
}
