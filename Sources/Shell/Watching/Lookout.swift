import Engine
import Kubectl
import Simulation

/// A command that is looked at again and again.
struct Lookout {
  let script: Script
  /// As it is shown.
  let command: String
  let options: WatchOptions
  /// What it printed last.
  private(set) var chunks: [Reply.Chunk] = []
  private var hasLooked = false

  init(script: Script, command: String, options: WatchOptions) {
    self.script = script
    self.command = command
    self.options = options
  }

  /// Runs the command once; a status when that ends the watch.
  mutating func look(in session: inout Session) -> Int32? {
    let before = chunks
    let (printed, status) = session.gathering { $0.evaluate(script) }
    chunks = printed
    let isOther = hasLooked && printed != before
    hasLooked = true
    if session.isCutShort || session.exitStatus != nil { return session.lastStatus }
    if options.endsWithFailure, status != 0 { return status }
    return options.endsWithChange && isOther ? 0 : nil
  }

  /// What somebody once watched, without anybody there: looks as often, until the moment when they
  /// left. Nil when this is no such repetition.
  mutating func again(in session: inout Session) -> Int32? {
    guard let left = session.typedBefore?.first, left.kind == .interrupt else { return nil }
    session.typedBefore?.removeFirst()
    session.isWatching = true
    defer {
      session.isWatching = false
      session.typed.append(TypedKey(time: session.now, kind: .interrupt))
    }
    while true {
      if let ended = look(in: &session) { return ended }
      let next = session.now + options.interval
      if let ended = session.pass(until: min(next, max(left.time, session.now))) { return ended }
      if session.now < next { return 0 }
    }
  }
}
