import Controllers
import Nodes
import Scheduling

/// Something one of the cluster's parts wants to look at.
enum Work: Hashable, Sendable {
  case scheduler(Scheduler.Key)
  case controllers(ControllerManager.Key)
  case machines(Machines.Key)
  /// The API server forgets old events.
  case eventExpiry
  case autoscaler(AutoscalerKey)
  /// Synthetic traffic is due.
  case load

  /// Work that comes back for ever, however idle the cluster is.
  var isHeartbeat: Bool {
    switch self {
    case .scheduler: false
    case .controllers(let key): ControllerManager.isHeartbeat(key)
    case .machines(let key): Machines.isHeartbeat(key)
    case .eventExpiry, .autoscaler(.round), .load: true
    case .autoscaler(.arrival): false
    }
  }
}
