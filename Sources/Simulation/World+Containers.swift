import Engine
import Nodes
import Objects

extension World {
  /// Writes a file into a container.
  public mutating func write(
    _ bytes: [UInt8], isExecutable: Bool, to path: String, in container: String, of pod: Pod
  ) throws(ContainerFileFailure) {
    try machines.write(
      bytes, isExecutable: isExecutable, to: path, in: container, of: pod, at: now)
    wake(pod)
  }

  /// Makes a folder in a container.
  public mutating func makeFolder(
    _ path: String, in container: String, of pod: Pod
  ) throws(ContainerFileFailure) {
    try machines.makeFolder(path, in: container, of: pod)
    wake(pod)
  }

  /// Something inside may have something to do now.
  mutating func wake(_ pod: Pod) {
    queue.add(.machines(.pod(node: pod.spec.nodeName, pod: pod.key)), at: now)
  }
}
