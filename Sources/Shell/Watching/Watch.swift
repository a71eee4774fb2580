import Engine
import Kubectl

/// Runs a command again and again, with virtual time in between.
enum Watch: Command {
  static let name = "watch"
  static let usage = ["watch [-n SECONDS] [-d] [-t] [-g] [-e] COMMAND…"]
  static let summary = "look at a command's output again and again while time passes"
  static let section = CommandSection.shell
  static let details = """
    At a terminal it draws in place while the cluster's time runs: space pauses, + and - change
    the speed, the right arrow goes one look further, the other arrows scroll, q leaves. Time
    stands still again afterwards, unless the clock is live.
    Elsewhere it looks five times, or, within timeout, until the time limit.
      -n SECONDS   how often it looks, in the cluster's time: 2
      -d           marks what has changed since the last look
      -t           without the title
      -g           ends when the output changes
      -e           ends when the command fails
    get -w shows changes only.
    """
  static let examples = ["watch get pods -o wide", "watch map", "watch -n 10 -d top nodes"]

  /// How often it looks while time passes by itself.
  private static let rounds = 5

  static func takes(after words: [String]) -> CommandWords { .commands }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let options: WatchOptions
    do throws(WatchOptions.Problem) {
      options = try WatchOptions(call.arguments)
    } catch {
      throw .usage(error.message, of: self)
    }
    let command = options.command.joined(separator: " ")
    let script: Script
    do throws(SyntaxProblem) {
      script = try Parser.parse(command)
    } catch {
      throw .failed(error.message)
    }
    var lookout = Lookout(script: script, command: command, options: options)
    if let status = lookout.again(in: &session) { return status }
    if let view = session.openView() { return session.watch(lookout, on: view) }
    return look(&lookout, in: &session)
  }

  /// Each output below the one before.
  private static func look(_ lookout: inout Lookout, in session: inout Session) -> Int32 {
    let options = lookout.options
    let isEndless =
      session.clock != .stepped || session.deadline != nil || options.endsWithChange
    var round = 1
    while true {
      if options.hasTitle {
        session.say(
          "Every \(options.interval.goText): \(lookout.command)    \(session.now.clockText)\n")
      }
      let ended = lookout.look(in: &session)
      for chunk in lookout.chunks { session.emit(chunk.stream, chunk.text) }
      if let ended { return ended }
      if !isEndless, round >= rounds { return 0 }
      if let ended = session.pass(until: session.now + options.interval) { return ended }
      if options.hasTitle { session.say("") }
      round += 1
    }
  }
}
