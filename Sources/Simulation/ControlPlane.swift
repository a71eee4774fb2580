import Engine
import Nodes
import Objects
import Store

/// A program of the control plane that can be stopped. Each runs once.
public enum ControlPlaneComponent: String, CaseIterable, Hashable, Sendable {
  case apiServer = "kube-apiserver"
  case scheduler = "kube-scheduler"
  case controllerManager = "kube-controller-manager"
}

/// Which parts of the control plane are at work.
///
/// They run as static pods on a machine of the cluster and share its fate; or, in a cluster
/// without such pods, somewhere outside, where only a command can stop them.
public struct ControlPlane: Hashable, Sendable {
  /// The machine whose static pods they are; nil when they run outside the cluster.
  public internal(set) var host: String?
  /// Stopped by a command.
  public internal(set) var stopped: Set<ControlPlaneComponent> = []
  /// Those whose pod has been seen at work. Until then they are taken to be so: whoever built the
  /// cluster has started them.
  private var seen: Set<ControlPlaneComponent> = []
  /// Those at work.
  public private(set) var running = Set(ControlPlaneComponent.allCases)
  /// For how long each has been at work, or was when it stopped.
  private(set) var terms: [ControlPlaneComponent: ComponentTerm] = [:]
  /// When all this began.
  private(set) var began: SimTime?

  init(at now: SimTime) {
    began = now
    for component in ControlPlaneComponent.allCases {
      terms[component] = ComponentTerm(beganAt: now)
    }
  }

  /// What kubectl says when it does not find the API server.
  public static let serverProblem =
    "The connection to the server 127.0.0.1:6443 was refused - did you specify the right host or "
    + "port?"

  public func isRunning(_ component: ControlPlaneComponent) -> Bool {
    // Asked at every change, and hardly ever is one missing.
    running.count == Self.size || running.contains(component)
  }

  private static let size = ControlPlaneComponent.allCases.count

  /// Looks at the machines again; returns who has begun to work since the last look, in order.
  mutating func look(at machines: Machines, _ now: SimTime) -> [ControlPlaneComponent] {
    let before = running
    for component in ControlPlaneComponent.allCases {
      let isAtWork = isAtWork(component, machines)
      if isAtWork, host != nil { seen.insert(component) }
      let isRunning = isAtWork || (!seen.contains(component) && !stopped.contains(component))
      if isRunning { running.insert(component) } else { running.remove(component) }
      note(component, isRunning: isRunning, now)
    }
    return ControlPlaneComponent.allCases.filter { running.contains($0) && !before.contains($0) }
  }

  private mutating func note(
    _ component: ControlPlaneComponent, isRunning: Bool, _ now: SimTime
  ) {
    guard let term = terms[component] else { return }
    if isRunning, term.endedAt != nil {
      terms[component] = ComponentTerm(beganAt: now, number: term.number + 1)
    } else if !isRunning, term.endedAt == nil {
      terms[component]?.endedAt = now
    }
  }

  private func isAtWork(_ component: ControlPlaneComponent, _ machines: Machines) -> Bool {
    guard let host else { return !stopped.contains(component) }
    let pod = ObjectKey.pod("\(component.rawValue)-\(host)", in: "kube-system")
    return machines.isAtWork(component.rawValue, of: pod, on: host)
  }
}
