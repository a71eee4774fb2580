import Engine
import Nodes
import Objects
import Store

/// A port of the user's side that leads to a port of a pod, as `kubectl port-forward` opens it.
public struct PortForward: Hashable, Sendable {
  public var localPort: Int
  public var remotePort: Int
  public var pod: ObjectKey
  /// The pod's: another one of the same name is not meant.
  public var uid: String

  public init(localPort: Int, remotePort: Int, pod: ObjectKey, uid: String) {
    self.localPort = localPort
    self.remotePort = remotePort
    self.pod = pod
    self.uid = uid
  }
}

extension World {
  public mutating func open(_ forward: PortForward) {
    forwards.append(forward)
    forwards.sort { $0.localPort < $1.localPort }
  }

  /// Closes the way from a local port; false when there is none.
  @discardableResult
  public mutating func closeForward(from localPort: Int) -> Bool {
    guard let place = forwards.firstIndex(where: { $0.localPort == localPort }) else {
      return false
    }
    forwards.remove(at: place)
    return true
  }

  public func forward(from localPort: Int) -> PortForward? {
    forwards.first { $0.localPort == localPort }
  }

  /// Sends a request through a way into a pod; nil when the pod is not there any more.
  public mutating func ask(
    through forward: PortForward, _ request: NetworkRequest
  ) -> NetworkAnswer? {
    guard let pod = state.pod(forward.pod), pod.metadata.uid == forward.uid,
      let answer = machines.askInside(pod, port: forward.remotePort, request, at: now)
    else { return nil }
    wake(pod)
    return answer
  }

  /// Sends a request from a machine outside the cluster, which reaches the cluster's machines and
  /// nothing behind them.
  public mutating func askFromOutside(
    _ address: String, port: Int, _ request: NetworkRequest
  ) -> NetworkAnswer {
    machines.askFromOutside(address, port: port, request, state: state, at: now)
  }
}
