import Engine

/// A world and the worlds it came from: undo, redo and rewind are assignments.
public struct Timeline: Sendable {
  /// A world as it was before a command.
  public struct Moment: Sendable {
    public let world: World
    /// The command that was given then.
    public let command: String
    /// What was typed while it ran.
    public let typed: [TypedKey]
  }

  public var present: World
  /// Earlier worlds, oldest first, each with the command that ended it.
  public private(set) var past: [Moment] = []
  /// Undone worlds, the one to redo first at the end, each with the command that led to it.
  public private(set) var future: [Moment] = []
  /// How many earlier worlds are kept.
  public static let momentsKept = 1_000

  public init(_ world: World) {
    present = world
  }

  /// Keeps the present as it is before `command` changes it. What was undone is forgotten.
  public mutating func mark(_ command: String, typed: [TypedKey] = []) {
    past.append(Moment(world: present, command: command, typed: typed))
    if past.count > Self.momentsKept { past.removeFirst(past.count - Self.momentsKept) }
    future = []
  }

  /// Goes back before the last command; its text, or nil when there is nothing to take back.
  public mutating func undo() -> String? {
    guard let earlier = past.popLast() else { return nil }
    future.append(Moment(world: present, command: earlier.command, typed: earlier.typed))
    present = earlier.world
    return earlier.command
  }

  /// Does again what was undone last.
  public mutating func redo() -> String? {
    guard let later = future.popLast() else { return nil }
    past.append(Moment(world: present, command: later.command, typed: later.typed))
    present = later.world
    return later.command
  }

  /// Goes back to the last kept world that is no later than `time`; false when all are later.
  public mutating func rewind(to time: SimTime) -> Bool {
    guard past.contains(where: { $0.world.now <= time }) else { return false }
    while present.now > time, undo() != nil {}
    return true
  }
}
