import Engine
import Kubectl
import Simulation
import Store

extension Session {
  /// Whether `text` cannot be run yet because more lines have to follow.
  public static func isIncomplete(_ text: String) -> Bool {
    do throws(SyntaxProblem) {
      _ = try Parser.parse(text)
      return text.hasSuffix("\\\n") || text.hasSuffix("\\")
    } catch {
      return error.isIncomplete
    }
  }

  /// Runs one command line, or several, and gives back what they print.
  public mutating func reply(to text: String) -> Reply {
    let (chunks, status) = capturing { $0.run(text) }
    return Reply(chunks, status: status)
  }

  /// Runs one command line, or several; output goes to the host as it comes.
  @discardableResult
  public mutating func run(_ text: String) -> Int32 {
    let script: Script
    do throws(SyntaxProblem) {
      script = try Parser.parse(text)
    } catch {
      complain(error.message)
      lastStatus = 2
      return lastStatus
    }
    guard !script.isEmpty else { return lastStatus }
    catchUpWithWallClock()
    let before = timeline
    walkedTimeline = false
    evaluate(script)
    world.settle()
    keep(before, command: text)
    return lastStatus
  }

  /// Files the world before a line under the past, if the line did something worth undoing.
  private mutating func keep(_ before: Timeline, command: String) {
    guard !walkedTimeline else { return }
    let earlier = before.present
    let written = world.history.changes(from: earlier.history.count)
    let isWorthUndoing =
      written.contains { $0.actor == .user || $0.actor == .system }
      || world.now - earlier.now > .seconds(1)
      || changedHardware
    changedHardware = false
    guard isWorthUndoing else { return }
    let present = world
    timeline = before
    timeline.mark(command.trimmed().description)
    timeline.present = present
  }

  /// What the lines of a script do, one after the other, until one says `exit`.
  public mutating func runScript(_ text: String) {
    run(text)
  }
}
