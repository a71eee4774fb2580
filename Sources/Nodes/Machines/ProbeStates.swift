import Engine
import Objects

/// Which of a container's three probes is meant.
enum ProbeKind: String, CaseIterable, Sendable {
  case startup = "Startup"
  case liveness = "Liveness"
  case readiness = "Readiness"

  func probe(of container: Container) -> Probe? {
    switch self {
    case .startup: container.startupProbe
    case .liveness: container.livenessProbe
    case .readiness: container.readinessProbe
    }
  }
}

/// How a container's probes stand.
struct ProbeStates: Sendable {
  struct State: Sendable {
    var nextAt: SimTime
    var successes = 0
    var failures = 0
    /// The result that counts; it flips only after enough equal answers in a row.
    var passes: Bool
  }

  private var states: [ProbeKind: State] = [:]
  /// From a container's start to its first probe: a server is up by then.
  private static let firstLook = SimSpan.milliseconds(300)

  subscript(kind: ProbeKind) -> State? {
    get { states[kind] }
    set { states[kind] = newValue }
  }

  /// A container has started: its probes begin anew.
  ///
  /// Startup and readiness are asked soon, because the pod waits for them; liveness keeps to the
  /// ticks that began with the pod.
  mutating func begin(_ container: Container, at now: SimTime, ofPodSince podStart: SimTime) {
    states = [:]
    for kind in ProbeKind.allCases {
      guard let probe = kind.probe(of: container) else { continue }
      let delay = SimSpan.seconds(Int64(probe.initialDelaySeconds ?? 0)) + Self.firstLook
      var first = now + delay
      if kind == .liveness {
        let period = max(1, Int64(probe.periodSeconds ?? 10)) * 1000
        let ticks = (first - podStart).milliseconds / period + 1
        first = podStart + .milliseconds(ticks * period)
      }
      states[kind] = State(nextAt: first, passes: kind == .liveness)
    }
  }

  mutating func end() { states = [:] }

  /// Which probes are due; liveness and readiness wait for the startup probe.
  func due(at now: SimTime) -> [ProbeKind] {
    ProbeKind.allCases.filter { kind in
      isAwake(kind) && (states[kind].map { $0.nextAt <= now } ?? false)
    }
  }

  var nextAt: SimTime? {
    ProbeKind.allCases.filter(isAwake).compactMap { states[$0]?.nextAt }.min()
  }

  private func isAwake(_ kind: ProbeKind) -> Bool {
    guard let state = states[kind] else { return false }
    if kind == .startup { return !state.passes }
    return states[.startup]?.passes ?? true
  }

  /// Nothing came of asking: it is asked again in its time.
  mutating func skip(_ kind: ProbeKind, _ probe: Probe, at now: SimTime) {
    states[kind]?.nextAt = now + .seconds(Int64(probe.periodSeconds ?? 10))
  }

  /// Takes in one answer; says whether the result that counts has just become a failure.
  mutating func take(_ kind: ProbeKind, passed: Bool, _ probe: Probe, at now: SimTime) -> Bool {
    guard var state = states[kind] else { return false }
    state.nextAt = now + .seconds(Int64(probe.periodSeconds ?? 10))
    state.successes = passed ? state.successes + 1 : 0
    state.failures = passed ? 0 : state.failures + 1
    var hasFailed = false
    if passed, state.successes >= probe.successThreshold ?? 1 {
      state.passes = true
    } else if !passed, state.failures >= probe.failureThreshold ?? 3 {
      hasFailed = true
      state.passes = false
    }
    states[kind] = state
    return hasFailed
  }
}
