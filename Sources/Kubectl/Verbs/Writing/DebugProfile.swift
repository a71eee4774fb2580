import Objects

/// How much a debugging container may do: `--profile`.
enum DebugProfile: String, Sendable {
  case general
  case baseline
  case restricted
  case netadmin
  case sysadmin

  /// The rights of the container itself.
  func apply(to container: inout Container, onNode isOnNode: Bool) {
    switch self {
    case .general:
      container.securityContext = isOnNode ? nil : ["capabilities": ["add": ["SYS_PTRACE"]]]
    case .baseline: container.securityContext = nil
    case .restricted:
      container.securityContext = [
        "allowPrivilegeEscalation": false, "capabilities": ["drop": ["ALL"]],
        "runAsNonRoot": true, "seccompProfile": ["type": "RuntimeDefault"],
      ]
    case .netadmin:
      container.securityContext = ["capabilities": ["add": ["NET_ADMIN", "NET_RAW"]]]
    case .sysadmin: container.securityContext = ["privileged": true]
    }
  }

  /// Whether a pod on a node shares what the node itself has.
  var usesTheHost: Bool {
    switch self {
    case .general, .netadmin, .sysadmin: true
    case .baseline, .restricted: false
    }
  }

  /// Whether it sees the files of its node.
  var mountsTheHost: Bool {
    switch self {
    case .general, .sysadmin: true
    case .baseline, .restricted, .netadmin: false
    }
  }
}
