import Controllers
import Engine
import Nodes
import Objects
import Scheduling
import Store

/// What can be done to the programs that keep a cluster going, and what follows from it.
extension World {
  /// Whether kubectl, the kubelets and the controllers find the API server.
  public var isServerRunning: Bool { controlPlane.isRunning(.apiServer) }

  /// Makes a program end and fail whenever it is started again, wherever it runs, or on one
  /// machine; or mends it.
  public mutating func setProgram(
    _ name: String, on node: String? = nil, working isWorking: Bool
  ) throws(Machines.Problem) {
    if let component = ControlPlaneComponent(rawValue: name), controlPlane.host == nil {
      let isStopped = controlPlane.stopped.contains(component)
      guard isStopped == isWorking else {
        throw isWorking ? .notFailed(name) : .alreadyFailed(name)
      }
      if isWorking {
        controlPlane.stopped.remove(component)
      } else {
        controlPlane.stopped.insert(component)
      }
      lookAtControlPlane()
      return
    }
    try change { machines, now, _ throws(Machines.Problem) in
      isWorking
        ? try machines.mend(name, on: node, at: now)
        : try machines.spoil(name, on: node, at: now)
    }
  }

  /// Notices which parts of the control plane have stopped or started.
  mutating func lookAtControlPlane() {
    let wasServerRunning = isServerRunning
    let started = controlPlane.look(at: machines, now)
    machines.hasServer = isServerRunning
    if wasServerRunning, !isServerRunning { machines.endAllRest() }
    if isServerRunning, !wasServerRunning {
      // Whoever had lost the server begins anew when it is back.
      for part in [ControlPlaneComponent.scheduler, .controllerManager]
      where controlPlane.isRunning(part) {
        restart(part)
      }
      for look in machines.serverIsBack(at: now) {
        queue.add(.machines(look.key), at: max(look.at, now))
      }
    } else if isServerRunning {
      for part in started { restart(part) }
    }
  }

  /// A program that starts knows nothing: it reads all there is.
  private mutating func restart(_ component: ControlPlaneComponent) {
    switch component {
    case .apiServer: return
    case .scheduler:
      scheduler = Scheduler(ties: scheduler.ties)
      for object in everything {
        for look in scheduler.observe(object, in: state, at: now) {
          queue.add(.scheduler(look.key), at: max(look.at, now))
        }
      }
    case .controllerManager:
      controllers = ControllerManager()
      for object in everything {
        for look in controllers.observe(object, in: state, at: now) {
          queue.add(.controllers(look.key), at: max(look.at, now))
        }
      }
    }
  }

  /// All objects but events, as if they had come into being just now: nodes first.
  private var everything: [Change] {
    let kinds = [Kind.node] + Kind.allCases.filter { $0 != .node && $0 != .event }
    return kinds.flatMap { state.keys($0) }.compactMap { key in
      state[key].map { object in
        Change(
          revision: object.metadata.resourceVersion, time: now, actor: .system, cause: nil,
          verb: .created, key: key, before: nil, after: object)
      }
    }
  }
}
