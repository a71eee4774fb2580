import Objects
import Store

/// How full a node is, or several together.
struct NodeGauges {
  var cpuMillis: Int
  var memoryBytes: Int
  var pods: Int
  var allocatable: ResourceList
  var usage: ResourceUsage?

  var gauges: [Gauge] {
    let cores = allocatable.cpuMillis
    let memory = allocatable.memoryBytes
    let places = allocatable["pods"]?.whole ?? 0
    return [
      Gauge(
        name: "cpu", taken: cpuMillis, used: usage?.cpuMillis, whole: cores,
        amount: "\(Amounts.cores(cpuMillis)) of \(Amounts.cores(cores))",
        use: usage.map { "uses \(Amounts.cores($0.cpuMillis))" } ?? ""),
      Gauge(
        name: "memory", taken: memoryBytes, used: usage?.memoryBytes, whole: memory,
        amount: "\(Amounts.bytes(memoryBytes)) of \(Amounts.bytes(memory))",
        use: usage.map { "uses \(Amounts.bytes($0.memoryBytes))" } ?? ""),
      Gauge(name: "pods", taken: pods, whole: places, amount: "\(pods) of \(places)"),
    ]
  }
}
