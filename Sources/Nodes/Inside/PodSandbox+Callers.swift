/// What whoever has begun or joined a program in a container sees of it.
extension PodSandbox {
  /// Whether a program has printed something that its caller has not taken yet.
  func hasOutput(of command: Int, in name: String) -> Bool {
    !(containers[name]?.callers[command]?.output.isEmpty ?? true)
  }

  /// The number of a container's main process; nil when it has none.
  func mainProcess(of name: String) -> Int? { containers[name]?.mainProcessID }

  /// The folder that a program, or the shell that it is, works in.
  func folder(of command: Int, in name: String) -> String {
    containers[name]?.processes.first { $0.pid == command }?.folder ?? "/"
  }

  /// Changes whenever files, processes or ports inside do, as commands from outside leave them.
  var fingerprint: [Int] {
    let trees = volumes.keys.sorted().map { volumes[$0]?.changes ?? 0 }
    let instances = containers.keys.sorted().compactMap { containers[$0] }
    let running = instances.flatMap { $0.processes.filter(\.isRunning).map(\.pid) }
    return trees + instances.map(\.root.changes) + running + listeners.map(\.port)
  }
}
