import Engine
import Objects

/// What synthetic traffic is sent to, and how much of it.
public struct LoadPlan: Hashable, Sendable {
  public enum Target: Hashable, Sendable {
    /// Through the Service's own address, or to its pods where it has none.
    case service(ObjectKey)
    case pod(ObjectKey)
    /// The pods that a workload's selector picks, one after the other.
    case workload(ObjectKey)
    /// A name or an address, looked up as a pod of the namespace would.
    case host(String, namespace: String)
  }

  public var target: Target
  /// As it was written: `svc/web`.
  public var title: String
  public var port: Int
  public var path: String
  /// Requests a second, from 1 to ``mostPerSecond``.
  public var perSecond: Int
  /// How long an answer is waited for.
  public var patience: SimSpan

  public static let mostPerSecond = 1000

  public init(
    target: Target, title: String, port: Int, path: String, perSecond: Int, patience: SimSpan
  ) {
    self.target = target
    self.title = title
    self.port = port
    self.path = path
    self.perSecond = perSecond
    self.patience = patience
  }
}

/// Why a request was not answered, or not well.
public enum LoadFailure: Hashable, Comparable, Sendable {
  case refused
  case timedOut
  case unreachable
  /// The connection was closed without an answer.
  case noAnswer
  case nameNotFound
  case noNameServer
  case noPod
  case status(Int)

  public var text: String {
    switch self {
    case .refused: "connection refused"
    case .timedOut: "timed out"
    case .unreachable: "no route to host"
    case .noAnswer: "closed without an answer"
    case .nameNotFound: "name not found"
    case .noNameServer: "no name server"
    case .noPod: "no pod to send it to"
    case .status(let code): "HTTP \(code)"
    }
  }
}
