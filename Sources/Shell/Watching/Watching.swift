import Engine
import Kubectl
import Simulation

/// One stay before a view.
struct Watching {
  private var lookout: Lookout
  private var frame: WatchFrame
  private var pace: Pace
  private let view: any LiveView
  /// When to look next, by the cluster's clock.
  private var nextLook = SimTime.worldBegins
  /// The real time, in milliseconds, up to which the cluster's time has been paid.
  private var paidUntil: Int64 = 0

  /// How long a key may have to wait while a machine does not keep up, in milliseconds.
  private static let patience: Int64 = 150
  /// How often the screen is looked after.
  private static let glance = SimSpan.milliseconds(100)

  init(_ lookout: Lookout, pace: Pace, view: any LiveView) {
    self.lookout = lookout
    self.pace = pace
    self.view = view
    frame = WatchFrame(lookout)
  }

  /// Until somebody leaves; the status.
  mutating func run(in session: inout Session) -> Int32 {
    let wallClock = session.host.wallClock ?? { 0 }
    paidUntil = wallClock()
    if let ended = look(in: &session) { return ended }
    while true {
      let size = view.size
      view.show(frame.drawn(at: session.now, pace, columns: size.columns, rows: size.rows))
      if let key = view.next(within: Self.glance), let ended = press(key, in: &session) {
        return ended
      }
      let moment = wallClock()
      pace.realTimePassed(moment - paidUntil)
      paidUntil = moment
      while pace.owed > .zero, wallClock() - moment < Self.patience {
        if let ended = goOn(by: pace.owed, in: &session) { return ended }
      }
    }
  }

  /// Lets time pass, at most until it is time to look; a status when that is the end.
  private mutating func goOn(by span: SimSpan, in session: inout Session) -> Int32? {
    let until = min(session.now + span, nextLook)
    pace.pay(until - session.now)
    if let ended = session.pass(until: until) { return ended }
    return session.now >= nextLook ? look(in: &session) : nil
  }

  private mutating func look(in session: inout Session) -> Int32? {
    let ended = lookout.look(in: &session)
    frame.take(lookout.chunks)
    nextLook = session.now + lookout.options.interval
    return ended
  }

  /// A status when the key is the end.
  private mutating func press(_ key: LiveKey, in session: inout Session) -> Int32? {
    let rows = view.size.rows
    switch key {
    case .character("q"), .character("Q"), .escape: return 0
    case .interrupt: return Session.interrupted
    case .terminated:
      session.exitStatus = session.exitStatus ?? 0
      return 0
    case .character(" "): pace.isPaused.toggle()
    case .character("+"), .character("="): pace.speedUp()
    case .character("-"), .character("−"), .character("_"): pace.slowDown()
    case .right, .character("n"):
      pace.isPaused = true
      return goOn(by: nextLook - session.now, in: &session)
    case .up, .character("k"): frame.scroll(by: -1, rows: rows)
    case .down, .character("j"): frame.scroll(by: 1, rows: rows)
    case .pageUp: frame.scroll(by: -frame.room(rows), rows: rows)
    case .pageDown: frame.scroll(by: frame.room(rows), rows: rows)
    case .home: frame.scroll(by: -frame.count, rows: rows)
    case .end: frame.scroll(by: frame.count, rows: rows)
    case .left, .redraw, .character: break
    }
    return nil
  }
}
