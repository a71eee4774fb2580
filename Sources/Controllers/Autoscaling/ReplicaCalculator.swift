import Engine
import Objects
import Store

/// How many replicas some measurements call for.
///
/// Amounts are in thousandths: of a core, or of a byte, as the API's quantities count them here.
struct ReplicaCalculator {
  /// What one pod was found to use.
  struct Sample: Hashable {
    var amount: Int64
    var takenAt: SimTime
    var window: SimSpan
  }

  /// How far from its target a measure may be before anything is done.
  struct Tolerances: Hashable {
    var down = 0.1
    var up = 0.1

    func contain(_ ratio: Double) -> Bool { 1 - down <= ratio && ratio <= 1 + up }
  }

  /// What came out.
  struct Proposal: Hashable {
    var replicas: Int
    /// Percent of the requests; nil where the target is an amount.
    var utilization: Int?
    /// For each pod, on average.
    var average: Int64
  }

  /// A pod that started less than this ago is believed only once it has been ready for a while.
  static let initializationPeriod = SimSpan.minutes(5)
  /// A pod that has not been ready for longer than this after its start has never been.
  static let initialReadinessDelay = SimSpan.seconds(30)

  var pods: [Pod]
  var samples: [String: Sample]
  /// `cpu` or `memory`.
  var resource: String
  var tolerances = Tolerances()
  var current: Int
  var now: SimTime

  // MARK: - Two kinds of target

  /// The target is a percentage of what the pods request.
  func replicas(
    forUtilization target: Int, container: String?
  ) throws(MetricsProblem) -> Proposal {
    let groups = try groups()
    let requests = try requests(of: container)
    let measure = { (samples: [String: Int64]) throws(MetricsProblem) -> Measure in
      try Self.utilization(samples, requests, target)
    }
    let fallback = Int64(max(100, target))
    return try decide(groups, measuring: measure) { name in
      (requests[name] ?? 0).multipliedClamped(by: fallback) / 100
    }
  }

  /// The target is an amount for each pod.
  func replicas(forAverage target: Int64) throws(MetricsProblem) -> Proposal {
    let measure = { (samples: [String: Int64]) throws(MetricsProblem) -> Measure in
      let average = samples.values.reduce(0) { $0.addingClamped($1) } / Int64(max(1, samples.count))
      return Measure(ratio: Double(average) / Double(target), average: average)
    }
    return try decide(try groups(), measuring: measure) { _ in target }
  }

  /// How a set of samples compares to the target.
  private struct Measure {
    var ratio: Double
    var utilization: Int?
    var average: Int64
  }

  private static func utilization(
    _ samples: [String: Int64], _ requests: [String: Int64], _ target: Int
  ) throws(MetricsProblem) -> Measure {
    var used: Int64 = 0
    var requested: Int64 = 0
    var count: Int64 = 0
    for (name, amount) in samples {
      guard let request = requests[name] else { continue }
      used = used.addingClamped(amount)
      requested = requested.addingClamped(request)
      count += 1
    }
    guard requested > 0 else { throw .noMatchingPods }
    let percent = used.multipliedClamped(by: 100) / requested
    return Measure(
      ratio: Double(percent) / Double(target), utilization: Int(percent), average: used / count)
  }

  // MARK: - What becomes of them

  private struct Groups {
    var readyCount = 0
    var measured: [String: Int64] = [:]
    var unready: [String] = []
    var missing: [String] = []
  }

  /// Pods that say something, pods that are not measured, and pods too young to be believed.
  private func groups() throws(MetricsProblem) -> Groups {
    guard !pods.isEmpty else { throw .noPods }
    var groups = Groups()
    for pod in pods where pod.isActive {
      let name = pod.metadata.name
      if pod.status.phase == .pending {
        groups.unready.append(name)
      } else if let sample = samples[name] {
        if resource == "cpu", isUnready(pod, sample) {
          groups.unready.append(name)
        } else {
          groups.measured[name] = sample.amount
          groups.readyCount += 1
        }
      } else {
        groups.missing.append(name)
      }
    }
    guard !groups.measured.isEmpty else { throw .noReadyPods }
    return groups
  }

  private func isUnready(_ pod: Pod, _ sample: Sample) -> Bool {
    guard let ready = pod.status.conditions["Ready"], let start = pod.status.startTime else {
      return true
    }
    let changed = ready.lastTransitionTime ?? start
    if start + Self.initializationPeriod > now {
      return ready.status == .isFalse || sample.takenAt < changed + sample.window
    }
    return ready.status == .isFalse && start + Self.initialReadinessDelay > changed
  }

  /// Pods nobody has measured are reckoned so that they speak against any change: as idle when more
  /// are wanted, as busy when fewer are. `busy` is what a pod would use then.
  private func decide(
    _ groups: Groups,
    measuring measure: ([String: Int64]) throws(MetricsProblem) -> Measure,
    busy: (String) -> Int64
  ) throws(MetricsProblem) -> Proposal {
    let seen = try measure(groups.measured)
    var proposal = Proposal(
      replicas: current, utilization: seen.utilization, average: seen.average)
    let reckonsUnready = !groups.unready.isEmpty && seen.ratio > 1
    if !reckonsUnready, groups.missing.isEmpty {
      if !tolerances.contain(seen.ratio) {
        proposal.replicas = Self.roundedUp(seen.ratio * Double(groups.readyCount))
      }
      return proposal
    }
    var samples = groups.measured
    if seen.ratio != 1 {
      for name in groups.missing { samples[name] = seen.ratio < 1 ? busy(name) : 0 }
    }
    if reckonsUnready { for name in groups.unready { samples[name] = 0 } }
    let ratio = try measure(samples).ratio
    let turnsRound = (seen.ratio < 1 && ratio > 1) || (seen.ratio > 1 && ratio < 1)
    guard !tolerances.contain(ratio), !turnsRound else { return proposal }
    let replicas = Self.roundedUp(ratio * Double(samples.count))
    let isContrary = (ratio < 1 && replicas > current) || (ratio > 1 && replicas < current)
    if !isContrary { proposal.replicas = replicas }
    return proposal
  }

  private static func roundedUp(_ number: Double) -> Int { Int(min(number, 1e9).rounded(.up)) }

  // MARK: - Requests

  /// What each pod requests, or one container of it.
  private func requests(of container: String?) throws(MetricsProblem) -> [String: Int64] {
    var requests: [String: Int64] = [:]
    for pod in pods { requests[pod.metadata.name] = try request(of: pod, container) }
    return requests
  }

  private func request(of pod: Pod, _ container: String?) throws(MetricsProblem) -> Int64 {
    let sidecars = pod.spec.initContainers.filter { $0.restartPolicy == .always }
    var total: Int64 = 0
    var isFound = container == nil
    for one in pod.spec.containers + sidecars where container == nil || container == one.name {
      guard let amount = one.resources.requests[resource] else {
        throw .noRequest(resource: resource, container: one.name, pod: pod.metadata.name)
      }
      total = total.addingClamped(amount.thousandths)
      isFound = true
    }
    guard isFound else { throw .noContainer(container ?? "", pod: pod.metadata.name) }
    return total
  }
}

extension Quantity {
  /// Thousandths, rounded up.
  var thousandths: Int64 { Int64(milli) }
}

/// Why no number of replicas could be worked out, in the autoscaler's words.
enum MetricsProblem: Error, Hashable {
  case absent
  case unavailable
  case nothingReturned
  case noPods
  case noReadyPods
  case noMatchingPods
  case noRequest(resource: String, container: String, pod: String)
  case noContainer(String, pod: String)
  case containerNotMeasured(String, pod: ObjectKey)
  /// An API that no simulated cluster has.
  case foreign(String)

  var message: String {
    switch self {
    case .absent:
      "\(Self.fetching): the server could not find the requested resource (\(Self.call))"
    case .unavailable:
      "\(Self.fetching): the server is currently unable to handle the request (\(Self.call))"
    case .nothingReturned: "no metrics returned from resource metrics API"
    case .noPods: "no pods returned by selector while calculating replica count"
    case .noReadyPods: "did not receive metrics for targeted pods (pods might be unready)"
    case .noMatchingPods: "no metrics returned matched known pods"
    case .noRequest(let resource, let container, let pod):
      "missing request for \(resource) in container \(container) of Pod \(pod)"
    case .noContainer(let name, let pod): "container \(name) not found in Pod \(pod)"
    case .containerNotMeasured(let name, let pod):
      "failed to get container metrics: container \(name) not present in metrics for pod "
        + "\(pod.namespace)/\(pod.name)"
    case .foreign(let message): message
    }
  }

  private static let fetching = "unable to fetch metrics from resource metrics API"
  private static let call = "get pods.metrics.k8s.io"

  /// Whether it went wrong while the measurements were fetched.
  var isAboutFetching: Bool {
    switch self {
    case .absent, .unavailable, .nothingReturned, .containerNotMeasured: true
    case .noPods, .noReadyPods, .noMatchingPods, .noRequest, .noContainer, .foreign: false
    }
  }
}
