/// What has pods by a selector that must be written, though an empty one says as little as none.
public protocol Selecting {
  /// Nil when nothing is said of it. The API server refuses that: what is stored has one.
  var writtenSelector: LabelSelector? { get set }
}

extension Selecting {
  public var selector: LabelSelector {
    get { writtenSelector ?? LabelSelector() }
    set { writtenSelector = newValue }
  }
}

extension DaemonSetSpec: Selecting {}
extension DeploymentSpec: Selecting {}
extension ReplicaSetSpec: Selecting {}
extension StatefulSetSpec: Selecting {}
