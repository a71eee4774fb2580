import Engine

/// Runs a command again and again, with virtual time in between.
enum Watch: Command {
  static let name = "watch"
  static let usage = ["watch [-n SECONDS] [-t] COMMAND…"]
  static let summary = "run a command every two seconds of virtual time"
  static let section = CommandSection.shell
  static let details = """
    While the clock is stepped it looks five times, ten seconds in all. With clock
    live, or within timeout, it goes on until Ctrl-C or the time limit. get -w shows changes only.
    """

  /// How often it looks while time passes by itself.
  private static let rounds = 5

  static func takes(after words: [String]) -> CommandWords { .commands }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    var words = call.arguments[...]
    var pause = SimSpan.seconds(2)
    var hasTitle = true
    while let flag = words.first, flag.hasPrefix("-") {
      words.removeFirst()
      if flag == "-t" || flag == "--no-title" { hasTitle = false }
      guard flag.hasPrefix("-n") || flag.hasPrefix("--interval") else { continue }
      let attached = flag.drop { $0 == "-" || $0.isLetter || $0 == "=" }
      guard let text = attached.isEmpty ? words.popFirst() : String(attached),
        let span = Sleep.span(text), span > .zero
      else { throw .usage("-n takes a number of seconds", of: self) }
      pause = span
    }
    guard !words.isEmpty else { throw .usage("watch takes a command", of: self) }
    let command = words.joined(separator: " ")
    let script: Script
    do throws(SyntaxProblem) {
      script = try Parser.parse(command)
    } catch {
      throw .failed(error.message)
    }
    return look(at: script, hasTitle ? command : nil, every: pause, in: &session)
  }

  private static func look(
    at script: Script, _ title: String?, every pause: SimSpan, in session: inout Session
  ) -> Int32 {
    let isEndless = session.clock != .stepped || session.deadline != nil
    var round = 1
    while true {
      if let title {
        session.say("Every \(pause.goText): \(title)    \(session.now.clockText)\n")
      }
      session.evaluate(script)
      if session.isCutShort || session.exitStatus != nil { return session.lastStatus }
      if !isEndless, round >= rounds { return 0 }
      if let ended = session.pass(until: session.now + pause) { return ended }
      if title != nil { session.say("") }
      round += 1
    }
  }
}
