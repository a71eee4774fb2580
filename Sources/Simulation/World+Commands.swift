import Engine
import Nodes
import Objects
import Store

/// Commands in containers that somebody outside has begun, or joined.
extension World {
  public mutating func begin(
    _ words: [String], in container: String, of pod: Pod, isTerminal: Bool
  ) throws(Machines.AccessProblem) -> ContainerCommand {
    let command = try machines.begin(
      words, in: container, of: pod, isTerminal: isTerminal, at: now)
    wake(command)
    return command
  }

  public mutating func type(_ text: String, to command: ContainerCommand) {
    machines.type(text, to: command)
    wake(command)
  }

  public mutating func endInput(of command: ContainerCommand) {
    machines.endInput(of: command)
    wake(command)
  }

  public mutating func interrupt(_ command: ContainerCommand) {
    machines.interrupt(command, at: now)
    wake(command)
  }

  /// What it has printed since this was asked last.
  public mutating func takeOutput(
    of command: ContainerCommand
  ) -> [(stream: LogLine.Stream, text: String)] {
    machines.takeOutput(of: command)
  }

  public mutating func end(_ command: ContainerCommand) {
    machines.end(command, at: now)
    wake(command)
  }

  private mutating func wake(_ command: ContainerCommand) {
    if let pod = state.pod(command.pod) { wake(pod) }
  }
}
