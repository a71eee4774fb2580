import Engine
import Nodes
import Objects
import Store

/// Synthetic traffic.
extension World {
  /// Everything that was ever sent to each target.
  public var loadTotals: [LoadPlan.Target: LoadRun.Tally] {
    guard let load else { return earlierLoads }
    var totals = earlierLoads
    totals[load.plan.target, default: LoadRun.Tally()] += load.total
    return totals
  }

  /// Begins to send; of what was sent before only the sums are kept.
  public mutating func startLoad(_ plan: LoadPlan, until end: SimTime?) {
    earlierLoads = loadTotals
    load = LoadRun(plan, at: now, until: end)
    queue.add(.load, at: now)
  }

  /// Sends no more.
  public mutating func stopLoad() {
    guard var run = load, run.isRunning else { return }
    run.endedAt = now
    load = run
  }

  /// Sends the requests that are due, and asks to be called again for the next.
  mutating func sendLoad() {
    guard var run = load, run.isRunning else { return }
    load = nil
    while run.nextAt <= now, run.endsAt.map({ run.nextAt < $0 }) ?? true { send(&run) }
    if let end = run.endsAt, run.nextAt >= end {
      if now >= end { run.endedAt = end } else { queue.add(.load, at: end) }
    } else {
      queue.add(.load, at: max(run.nextAt, now))
    }
    load = run
    for look in machines.takeOwedLooks() { queue.add(.machines(look.key), at: max(look.at, now)) }
  }

  private mutating func send(_ run: inout LoadRun) {
    let plan = run.plan
    let (host, found) = destination(of: plan, number: run.total.sent)
    guard let found else {
      run.note(host, pod: nil, microseconds: nil, at: now)
      return
    }
    let request = HTTPRequest(
      path: plan.path,
      headers: ["Host": found, "User-Agent": "podlab-load", "Connection": "close"])
    let delivery = machines.send(request, to: found, port: plan.port, state: state, at: now)
    var failure: LoadFailure?
    var microseconds: Int64?
    switch delivery.answer {
    case .refused: failure = .refused
    case .timedOut: failure = .timedOut
    case .unreachable: failure = .unreachable
    case .closed: failure = .noAnswer
    case .text:
      microseconds = wait(&run, delivery, thinking: .zero)
    case .answer(let response):
      var delivery = delivery
      if response.countsWork { delivery.cpuMicroseconds = 0 }
      microseconds = wait(&run, delivery, thinking: response.latency)
      if response.status >= 400 { failure = .status(response.status) }
    }
    if let taken = microseconds, taken > plan.patience.milliseconds * 1000 {
      failure = .timedOut
      microseconds = nil
    }
    run.note(failure, pod: delivery.pod, microseconds: microseconds, at: now)
  }

  private func wait(
    _ run: inout LoadRun, _ delivery: Machines.Delivery, thinking: SimSpan
  ) -> Int64 {
    guard let pod = delivery.pod else { return 1000 }
    return run.wait(
      for: pod, cpu: delivery.cpuMicroseconds, cpuMillis: delivery.cpuMillis, thinking: thinking,
      at: now)
  }

  /// The address that the next request goes to, or why there is none.
  private mutating func destination(
    of plan: LoadPlan, number: Int
  ) -> (problem: LoadFailure?, address: String?) {
    switch plan.target {
    case .service(let key):
      guard let service = state[key] as? Service else { return (.nameNotFound, nil) }
      if let address = service.spec.clusterIP, address != "None", !address.isEmpty {
        return (nil, address)
      }
      return named("\(key.name).\(key.namespace).svc.cluster.local.", in: key.namespace, number)
    case .pod(let key):
      let address = state.pod(key)?.status.podIP
      return (address == nil ? .noPod : nil, address)
    case .workload(let key):
      let addresses = pods(of: key).compactMap(\.status.podIP)
      return addresses.isEmpty
        ? (.noPod, nil) : (nil, addresses[number % addresses.count])
    case .host(let name, let namespace): return named(name, in: namespace, number)
    }
  }

  private mutating func named(
    _ name: String, in namespace: String, _ number: Int
  ) -> (problem: LoadFailure?, address: String?) {
    if name.allSatisfy({ $0.isNumber || $0 == "." }) { return (nil, name) }
    guard let found = machines.addresses(of: name, in: namespace, state: state, at: now) else {
      return (.noNameServer, nil)
    }
    return found.isEmpty ? (.nameNotFound, nil) : (nil, found[number % found.count])
  }

  /// The pods of a workload that have not ended, by name.
  private func pods(of key: ObjectKey) -> [Pod] {
    let selector: LabelSelector?
    switch state[key] {
    case let workload as Deployment: selector = workload.spec.selector
    case let workload as ReplicaSet: selector = workload.spec.selector
    case let workload as StatefulSet: selector = workload.spec.selector
    case let workload as DaemonSet: selector = workload.spec.selector
    case .some, nil: selector = nil
    }
    guard let selector else { return [] }
    return state.pods(in: key.namespace, matching: selector).filter {
      $0.status.phase == .running && !$0.metadata.isDeleting
    }
  }
}
