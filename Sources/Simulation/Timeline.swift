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
    /// About how much of the world is not shared with the one before.
    fileprivate let weight: Int

    fileprivate init(world: World, command: String, typed: [TypedKey], weight: Int) {
      self.world = world
      self.command = command
      self.typed = typed
      self.weight = weight
    }

    /// The same command, beside another world.
    fileprivate init(of moment: Moment, in world: World) {
      self.init(world: world, command: moment.command, typed: moment.typed, weight: moment.weight)
    }
  }

  /// A command of long ago: what it began with is not kept any more.
  public struct Deed: Sendable {
    public let time: SimTime
    public let command: String
    public let typed: [TypedKey]
  }

  public var present: World
  /// Earlier worlds, oldest first, each with the command that ended it.
  public private(set) var past: [Moment] = []
  /// Undone worlds, the one to redo first at the end, each with the command that led to it.
  public private(set) var future: [Moment] = []
  /// The commands before the oldest kept world, oldest first: who begins anew needs them all.
  public private(set) var forgotten: [Deed] = []
  /// How many earlier worlds are kept at most.
  public static let momentsKept = 10_000
  /// How many places they may hold that they do not share, by default: a place takes one to
  /// four kilobytes, and in a large cluster most of them change in a few minutes.
  public static let weightKept = 200_000
  /// However much they hold, so many can be gone back.
  public static let momentsAlwaysKept = 50

  /// How many commands have led to the present, whether or not what they began with is kept.
  public var depth: Int { forgotten.count + past.count }

  private let weightKept: Int
  private var weight = 0

  public init(_ world: World, weightKept: Int = Self.weightKept) {
    present = world
    self.weightKept = weightKept
  }

  /// Keeps the present as it is before `command` changes it into `next`. What was undone is
  /// forgotten.
  public mutating func mark(_ command: String, typed: [TypedKey] = [], leadingTo next: World) {
    let own = present.weight(beside: past.last?.world)
    past.append(Moment(world: present, command: command, typed: typed, weight: own))
    weight += own
    future = []
    present = next
    forgetTheOldest()
  }

  private mutating func forgetTheOldest() {
    var count = max(0, past.count - Self.momentsKept)
    weight -= past.prefix(count).reduce(0) { $0 + $1.weight }
    while weight > weightKept, past.count - count > Self.momentsAlwaysKept {
      weight -= past[count].weight
      count += 1
    }
    guard count > 0 else { return }
    forgotten += past.prefix(count).map {
      Deed(time: $0.world.now, command: $0.command, typed: $0.typed)
    }
    past.removeFirst(count)
    present.forget(through: past[0].world.history.revision)
  }

  /// Goes back before the last command; its text, or nil when there is nothing to take back.
  public mutating func undo() -> String? {
    guard let earlier = past.popLast() else { return nil }
    weight -= earlier.weight
    future.append(Moment(of: earlier, in: present))
    present = earlier.world
    return earlier.command
  }

  /// Does again what was undone last.
  public mutating func redo() -> String? {
    guard let later = future.popLast() else { return nil }
    past.append(Moment(of: later, in: present))
    weight += later.weight
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
