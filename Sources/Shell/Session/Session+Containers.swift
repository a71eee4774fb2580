import Engine
import Kubectl
import Nodes
import Objects
import Simulation

extension Session {
  /// Asks the containers of a pod.
  mutating func perform(_ request: ContainerRequest, input: String?) -> Int32 {
    switch request {
    case .exec, .attach, .logs, .copy:
      complain("error: containers cannot be reached yet")
      return 1
    }
  }
}
