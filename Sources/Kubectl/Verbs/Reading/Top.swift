import Objects
import Store

/// `kubectl top`: what the metrics server has measured.
struct Top: VerbGroup {
  static let name = "top"
  static let summary = "Display resource (CPU/memory) usage"
  static let usage = "top [flags]"
}

/// What the two forms of `top` share.
struct TopOptions: Sendable {
  enum Order: String, Sendable {
    case cpu
    case memory
  }

  let name: String?
  let order: Order?
  let labelSelector: String?
  let showsSwap: Bool
  let hasHeader: Bool

  init(_ invocation: Invocation, usage: String) throws(UsageError) {
    guard invocation.arguments.count < 2 else {
      throw .misuse(usage, verb: invocation.verb)
    }
    name = invocation.arguments.first
    labelSelector = invocation["selector"]
    showsSwap = invocation.has("show-swap")
    hasHeader = !invocation.has("no-headers")
    order = invocation["sort-by"].flatMap(Order.init(rawValue:))
    if invocation["sort-by"] != nil, order == nil {
      throw .error("--sort-by accepts only cpu or memory")
    }
  }

  /// The measurements, if anybody takes any.
  static func source(in context: Context) throws(Failure) -> any MetricsSource {
    switch context.metrics {
    case .serving(let source): return source
    case .absent, .unavailable: throw .error("Metrics API not available")
    }
  }

  func selector() throws(Failure) -> LabelSelector {
    do throws(LabelSelector.TextError) {
      return try LabelSelector(text: labelSelector ?? "")
    } catch {
      throw .error(error.message)
    }
  }

  /// Those who use most first, or all by their names.
  func isBefore(
    _ left: (name: String, usage: ResourceUsage), _ right: (name: String, usage: ResourceUsage)
  ) -> Bool {
    switch order {
    case .cpu: (right.usage.cpuMillis, left.name) < (left.usage.cpuMillis, right.name)
    case .memory: (right.usage.memoryBytes, left.name) < (left.usage.memoryBytes, right.name)
    case nil: left.name < right.name
    }
  }

  /// A table whose every column, the last one too, is followed by its gap.
  static func view(_ lines: [[String]]) -> View {
    .text(Tabulator.get.text(lines.map { $0 + [""] }))
  }
}

extension ResourceUsage {
  var cpuText: String { "\(cpuMillis)m" }
  var memoryText: String { "\(memoryBytes >> 20)Mi" }
}
