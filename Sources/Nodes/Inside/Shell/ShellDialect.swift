/// Which shell it is: what it says differs.
enum ShellDialect: Sendable {
  /// Of busybox.
  case ash
  /// Debian's `sh`.
  case dash
  case bash

  init(program: String) {
    self = FileTree.name(of: program) == "bash" ? .bash : .ash
  }

  func prompt(folder: String, host: String, isRoot: Bool) -> String {
    let sign = isRoot ? "#" : "$"
    switch self {
    case .ash: return "\(folder) \(sign) "
    case .dash: return "\(sign) "
    case .bash: return "\(isRoot ? "root" : "I have no name!")@\(host):\(folder)\(sign) "
    }
  }

  /// An error message with what stands before it.
  func complaint(_ text: String, name: String, builtin: String?, isScript: Bool) -> String {
    switch self {
    case .ash:
      let place = builtin.map { "\($0): line 0: " } ?? (isScript ? "line 0: " : "")
      return "\(name): \(place)\(text)\n"
    case .dash: return "\(name): 1: \(builtin.map { "\($0): " } ?? "")\(text)\n"
    case .bash: return "\(name): line 1: \(builtin.map { "\($0): " } ?? "")\(text)\n"
    }
  }

  func notFound(_ program: String) -> String {
    switch self {
    case .ash, .dash: "\(program): not found"
    case .bash: "\(program): command not found"
    }
  }
}
