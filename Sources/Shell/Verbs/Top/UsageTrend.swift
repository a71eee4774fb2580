import Engine
import Nodes
import Objects
import Simulation
import Store

/// What nodes and pods used over the last minutes, as far as the present and the worlds before the
/// last commands know of it.
struct UsageTrend {
  /// Intervals that are looked back.
  static let slots = 20

  private(set) var newest: SimTime?
  /// Of the present interval, by node.
  private(set) var now: [String: MachineMetrics.Sample] = [:]
  /// By node, the oldest interval first.
  private var nodes: [String: [ResourceUsage?]] = [:]
  private var pods: [ObjectKey: [ResourceUsage?]] = [:]
  /// How many intervals something is known of.
  private(set) var samples = 0

  init(of timeline: Timeline) {
    let world = timeline.present
    guard let metrics = Self.metrics(of: world) else { return }
    for key in world.state.keys(.node) {
      guard let sample = metrics.sample(of: key.name) else { continue }
      now[key.name] = sample
      newest = sample.takenAt
    }
  }

  private static func metrics(of world: World) -> MachineMetrics? {
    guard case .serving(let source) = world.metricsAPI else { return nil }
    return source as? MachineMetrics
  }

  /// Looks back at some nodes, and at pods on them.
  mutating func lookBack(at names: Set<String>, in timeline: Timeline) {
    guard let newest else { return }
    var known: Set<Int> = []
    let recent = timeline.past.reversed().prefix { moment in
      newest - moment.world.now < MachineMetrics.interval * Int64(Self.slots)
    }
    for world in [timeline.present] + recent.map(\.world) {
      guard let metrics = Self.metrics(of: world) else { continue }
      for back in 0..<MachineMetrics.samplesKnown {
        let end = metrics.newest - MachineMetrics.interval * Int64(back)
        let age = (newest - end).milliseconds
        // Another metrics server's intervals need not be this one's.
        let slot = Self.slots - 1 - Int(age / MachineMetrics.interval.milliseconds)
        guard slot >= 0, slot < Self.slots, !known.contains(slot) else { continue }
        if note(metrics, back, names, slot: slot) { known.insert(slot) }
      }
    }
    samples = known.count
  }

  /// Whether anything is known of an interval.
  private mutating func note(
    _ metrics: MachineMetrics, _ back: Int, _ names: Set<String>, slot: Int
  ) -> Bool {
    var isKnown = false
    let none: [ResourceUsage?] = Array(repeating: nil, count: Self.slots)
    for name in names {
      guard let sample = metrics.sample(of: name, back: back) else { continue }
      isKnown = true
      nodes[name, default: none][slot] = sample.node
      for (pod, usage) in sample.pods { pods[pod, default: none][slot] = usage }
    }
    return isKnown
  }

  // MARK: - Drawn

  func text(ofNode name: String, _ amount: (ResourceUsage) -> Int) -> String {
    line(nodes[name] ?? [], amount)
  }

  func text(ofPod key: ObjectKey, _ amount: (ResourceUsage) -> Int) -> String {
    line(pods[key] ?? [], amount)
  }

  /// A small bar an interval, the highest for the most that was used; empty where nothing is known.
  private func line(_ values: [ResourceUsage?], _ amount: (ResourceUsage) -> Int) -> String {
    // One sample is no course of things.
    guard samples > 1 else { return "" }
    let levels = Array("▁▂▃▄▅▆▇█")
    let amounts = values.compactMap { $0.map(amount) }
    let most = max(1, amounts.max() ?? 1)
    // What stays the same is neither high nor low.
    let isLevel = Double(amounts.min() ?? 0) * 20 >= Double(most) * 19
    let signs = values.drop { $0 == nil }.map { value -> Character in
      guard let value else { return " " }
      return isLevel ? "▄" : levels[min(7, Int(Double(amount(value)) / Double(most) * 7))]
    }
    return String(signs)
  }
}
