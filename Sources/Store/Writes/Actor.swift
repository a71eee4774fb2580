/// Who writes: shown by `why`, in the history, and as the source of events.
public enum Actor: Hashable, Sendable {
  /// Whoever types: kubectl.
  case user
  /// What lessons and the simulator itself set up: hardware, system objects.
  case system
  case scheduler
  case kubelet(node: String)
  /// A control loop of the controller manager, by its name: `replicaset-controller`.
  case controller(String)

  /// Whether it is a kubelet, of whatever node.
  public var isKubelet: Bool { if case .kubelet = self { true } else { false } }

  /// The node of a kubelet.
  var node: String? { if case .kubelet(let node) = self { node } else { nil } }

  /// The component's name as events show it.
  public var component: String {
    switch self {
    case .user: "kubectl"
    case .system: "podlab"
    case .scheduler: "default-scheduler"
    case .kubelet: "kubelet"
    case .controller(let name): name
    }
  }
}
