import Engine
import Kubectl
import Objects
import Simulation
import Store

extension Session {
  /// How long a command may wait for something that nobody has promised. A real one would wait
  /// for ever; nobody sits before a simulator that long.
  static let patience = SimSpan.hours(1)

  /// Lets time pass until a waiting command has seen what it waits for.
  mutating func perform(_ waiting: any Waiting) -> Int32 {
    if spokenOf.contains(.lease) { world.watchLeases(true) }
    defer { if spokenOf.contains(.lease) { world.watchLeases(false) } }
    var waiting = waiting
    var seen = world.history.revision
    var failed: Int32 = 0
    let giveUp = world.now + Self.patience
    var changes: [Change] = []
    while true {
      let progress = waiting.look(
        at: Sight(state: world.state(showing: spokenOf), now: world.now, changes: changes))
      seen = world.history.revision
      let status = perform(progress.steps)
      if status != 0 { failed = status }
      if let status = progress.status { return status == 0 ? failed : status }
      if world.now >= giveUp {
        complain("podlab: waited for \(Self.patience.goText) of virtual time; giving up")
        return 1
      }
      let next = min(progress.next ?? giveUp, giveUp)
      let note = { [waiting] (world: World) in
        waiting.progress(in: world.state).map { "\(world.now.clockText)  \($0)" }
          ?? world.now.clockText
      }
      if let ended = noting(note, { $0.pass(until: next, orAfter: seen) }) { return ended }
      changes = world.history.changes(after: seen)
    }
  }

  /// Does something with a line that tells meanwhile how far it is.
  mutating func noting(
    _ note: @escaping (World) -> String, _ work: (inout Session) -> Int32?
  ) -> Int32? {
    let outer = progressNote
    progressNote = note
    defer { progressNote = outer }
    return work(&self)
  }

  /// Nobody waits any more: see ``Host/showProgress``.
  public func endProgress() { host.endProgress() }

  /// Runs the world until `time`, or until there are more than `seen` writes; the status the
  /// command ends with when Ctrl-C or a time limit cuts it short.
  mutating func pass(until time: SimTime, orAfter seen: Int = .max) -> Int32? {
    pass(until: time) { $0.history.revision > seen }
  }

  /// The same, or until somebody has seen enough.
  mutating func pass(until time: SimTime, orWhen isEnough: (World) -> Bool) -> Int32? {
    let limit = min(time, deadline ?? time, cutOff ?? time)
    if let ended = endWhenInterrupted() { return ended }
    switch runPaced(until: limit, orWhen: isEnough) {
    case .stopped: return endWhenInterrupted()
    case .unsettled:
      complain("podlab: the cluster does not come to rest at \(world.now.clockText)")
      return 1
    case .reached:
      if let cutOff, world.now >= cutOff {
        isCutShort = true
        return Self.interrupted
      }
      // `timeout` has had enough only if nobody else's time is up first.
      if let deadline, world.now >= deadline, deadline < time { return Self.timedOut }
      return nil
    }
  }

  /// The status that Ctrl-C ends a command with, if it was pressed.
  mutating func endWhenInterrupted() -> Int32? {
    guard host.isInterrupted() else { return nil }
    // A terminal has shown the key itself.
    complain(host.isTerminal ? "" : "^C")
    isCutShort = true
    return Self.interrupted
  }

  /// The status of a command that `timeout` has ended.
  static let timedOut: Int32 = 124

  /// Runs the world, no faster than the wall clock while the clock is live.
  private mutating func runPaced(
    until limit: SimTime, orWhen isEnough: (World) -> Bool
  ) -> RunOutcome {
    guard case .live(let speed) = clock else { return runAtOnce(until: limit, orWhen: isEnough) }
    let note = noteOfProgress
    while world.now < limit {
      // A tenth of a real second at a time, so that Ctrl-C is heard.
      let step = SimSpan.milliseconds(100 * speed)
      let outcome = world.run(until: min(limit, world.now + step), stoppingWhen: isEnough)
      if outcome != .reached { return outcome }
      shownProgress?({ note(world) })
      host.pause(.milliseconds(100))
      anchorClock()
      if host.isInterrupted() { return .stopped }
    }
    return world.run(until: limit, stoppingWhen: isEnough)
  }

  /// Runs the world as fast as it goes; Ctrl-C stops it.
  mutating func runAtOnce(
    until limit: SimTime, orWhen isEnough: (World) -> Bool
  ) -> RunOutcome {
    let (show, note, isInterrupted) = (shownProgress, noteOfProgress, host.isInterrupted)
    return world.run(until: limit) { world in
      if isEnough(world) { return true }
      show?({ note(world) })
      return isInterrupted()
    }
  }

  /// Nil while what is said is kept for somebody else.
  private var shownProgress: ((_ text: () -> String) -> Void)? {
    captures.isEmpty ? host.showProgress : nil
  }

  private var noteOfProgress: (World) -> String {
    progressNote ?? { [began = world.now] world in
      "\(world.now.clockText)  \(SimSpan.seconds((world.now - began).seconds).goText) on"
    }
  }
}
