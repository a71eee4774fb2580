import Engine
import Kubectl
import Simulation

extension Session {
  /// Whether somebody sits before a screen that can be drawn on.
  func openView() -> (any LiveView)? {
    guard manner == .interactive, captures.isEmpty, !isWatching, typedBefore == nil,
      host.wallClock != nil
    else { return nil }
    return host.openView()
  }

  /// Looks again and again, drawn in place, while time passes by itself; until somebody leaves.
  mutating func watch(_ lookout: Lookout, on view: any LiveView) -> Int32 {
    let began = now
    let status = sitting(before: view) { session in
      var speed: Int64 = 1
      if case .live(let chosen) = session.clock { speed = chosen }
      session.clock = .stepped
      var watching = Watching(lookout, pace: Pace(speed: speed), view: view)
      return watching.run(in: &session)
    }
    typed.append(TypedKey(time: now, kind: .interrupt))
    if status == Self.interrupted { isCutShort = true }
    report("watched from \(began.clockText) to \(now.clockText)")
    return status
  }

  /// While the view has the screen and the keys, nobody else can be asked anything.
  private mutating func sitting(
    before view: any LiveView, _ work: (inout Session) -> Int32
  ) -> Int32 {
    let (host, clock) = (host, clock)
    self.host.readLine = nil
    self.host.isTerminal = false
    self.host.turnPage = nil
    isWatching = true
    defer {
      view.end()
      isWatching = false
      self.host = host
      self.clock = clock
      anchorClock()
    }
    return work(&self)
  }
}
