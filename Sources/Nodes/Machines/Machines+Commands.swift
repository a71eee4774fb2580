import Engine
import HashTreeCollections
import Objects

/// A command that was begun in a container from outside, or a container's main process that
/// somebody has joined.
public struct ContainerCommand: Hashable, Sendable {
  public let pod: ObjectKey
  public let container: String
  /// Whether it is the container's own main process.
  public let isMain: Bool
  let node: String
  /// The pod's: another pod of the same name is not meant.
  let uid: String
  /// The container's life in which it runs.
  public let life: String?
  let number: Int
}

/// How a command that was begun from outside stands.
public enum CommandState: Hashable, Sendable {
  case running
  case waitingForInput
  case ended(Int)
  /// Its machine does not answer any more.
  case lost
}

extension Machines {
  /// Begins a command in a container; it runs when time next moves.
  public mutating func begin(
    _ words: [String], in container: String, of pod: Pod, isTerminal: Bool, at now: SimTime
  ) throws(AccessProblem) -> ContainerCommand {
    let machine = try commandable(pod)
    guard let worker = machine.workers[pod.key], var sandbox = worker.sandbox,
      worker.isRunning(container), sandbox.exit(of: container) == nil
    else { throw .containerNotRunning(container) }
    if let program = words.first, let failure = sandbox.execFailure(program, in: container) {
      throw .notStarted(failure)
    }
    guard
      let number = sandbox.beginCommand(words, in: container, isTerminal: isTerminal, at: now)
    else { throw .containerNotRunning(container) }
    machines[machine.name]?.workers[pod.key]?.sandbox = sandbox
    return ContainerCommand(
      pod: pod.key, container: container, isMain: false, node: machine.name, uid: worker.uid,
      life: worker.life(of: container), number: number)
  }

  /// Joins the main process of a container.
  public func join(
    _ container: String, of pod: Pod
  ) throws(AccessProblem) -> ContainerCommand {
    let machine = try commandable(pod)
    guard let worker = machine.workers[pod.key], let sandbox = worker.sandbox,
      worker.isRunning(container), sandbox.exit(of: container) == nil,
      let number = sandbox.mainProcess(of: container)
    else { throw .containerNotRunning(container) }
    return ContainerCommand(
      pod: pod.key, container: container, isMain: true, node: machine.name, uid: worker.uid,
      life: worker.life(of: container), number: number)
  }

  /// The inside of the pod a command runs in; nil when that, or the container's life, is over.
  private func sandbox(of command: ContainerCommand) -> PodSandbox? {
    guard let worker = machines[command.node]?.workers[command.pod], worker.uid == command.uid,
      worker.life(of: command.container) == command.life
    else { return nil }
    return worker.sandbox
  }

  private mutating func change<Result>(
    _ command: ContainerCommand, _ body: (inout PodSandbox) -> Result
  ) -> Result? {
    guard var sandbox = sandbox(of: command) else { return nil }
    machines[command.node]?.workers[command.pod]?.sandbox = nil
    defer { machines[command.node]?.workers[command.pod]?.sandbox = sandbox }
    return body(&sandbox)
  }

  public func state(of command: ContainerCommand) -> CommandState {
    guard let machine = machines[command.node], machine.isPoweredOn, machine.isKubeletAlive else {
      return .lost
    }
    guard let sandbox = sandbox(of: command), sandbox.exit(of: command.container) == nil else {
      return .ended(137)
    }
    if !command.isMain, let status = sandbox.exitStatus(of: command.number, in: command.container) {
      return .ended(status)
    }
    return sandbox.isWaitingForInput(command.number, in: command.container)
      ? .waitingForInput : .running
  }

  /// Whether there is something to show or to do for whoever has begun a command.
  public func hasNews(of command: ContainerCommand) -> Bool {
    if state(of: command) != .running { return true }
    return sandbox(of: command)?.hasOutput(of: command.number, in: command.container) ?? true
  }

  public mutating func takeOutput(
    of command: ContainerCommand
  ) -> [(stream: LogLine.Stream, text: String)] {
    change(command) { $0.takeOutput(of: command.number, in: command.container) } ?? []
  }

  public mutating func type(_ text: String, to command: ContainerCommand) {
    _ = change(command) { $0.type(text, to: command.number, in: command.container) }
  }

  public mutating func endInput(of command: ContainerCommand) {
    _ = change(command) { $0.endInput(of: command.number, in: command.container) }
  }

  /// Ctrl-C.
  public mutating func interrupt(_ command: ContainerCommand, at now: SimTime) {
    _ = change(command) { $0.interrupt(command.number, in: command.container, at: now) }
  }

  /// Ends a command that was begun from outside, and forgets it; a main process goes on.
  public mutating func end(_ command: ContainerCommand, at now: SimTime) {
    guard !command.isMain else { return }
    _ = change(command) { $0.endCommand(command.number, in: command.container, at: now) }
  }

  /// The folder that a command is in.
  public func folder(of command: ContainerCommand) -> String {
    sandbox(of: command)?.folder(of: command.number, in: command.container) ?? "/"
  }
}

extension Machines {
  /// Changes whenever something inside of a pod does: files, processes, ports.
  public func fingerprint(of pod: Pod) -> [Int] { sandbox(of: pod)?.fingerprint ?? [] }

  /// The programs that can be called by their names where a command runs, sorted.
  public func programs(of command: ContainerCommand) -> [String] {
    sandbox(of: command)?.containers[command.container]?.image.programs.sorted() ?? []
  }
}

extension PodWorker {
  func life(of container: String) -> String? {
    containers.first { $0.spec.name == container }?.identifier
  }
}
