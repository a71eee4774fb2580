import Engine
import Kubectl
import Simulation
import Store

extension Session {
  /// Whether `text` cannot be run yet because more lines have to follow.
  public static func isIncomplete(_ text: String) -> Bool {
    if FreeText.isSpoken(text) { return false }
    do throws(SyntaxProblem) {
      _ = try Parser.parse(text)
      return text.hasSuffix("\\\n") || text.hasSuffix("\\")
    } catch {
      return error.isIncomplete
    }
  }

  /// Whether a line is an answer in somebody's own words, which no shell reads.
  public static func isSpoken(_ text: String) -> Bool { FreeText.isSpoken(text) }

  /// Runs one command line, or several, and gives back what they print.
  public mutating func reply(to text: String) -> Reply {
    let (chunks, status) = capturing { $0.run(text) }
    return Reply(chunks, status: status)
  }

  /// Runs one command line, or several; output goes to the host as it comes.
  @discardableResult
  public mutating func run(_ text: String) -> Int32 {
    guard text.utf8.count <= Tokenizer.lengthLimit else {
      return refuse(.tooLong(limit: Tokenizer.lengthLimit))
    }
    var parser = Parser(Tokenizer(FreeText.quoted(text)))
    do throws(SyntaxProblem) {
      while exitStatus == nil, let command = try parser.command() {
        run(command.script, as: FreeText.isSpoken(text) ? text : command.text)
        if isCutShort { break }
      }
    } catch {
      return refuse(error)
    }
    return lastStatus
  }

  /// Runs a script that comes line by line, each command as soon as it is whole: a program in a
  /// container may read the lines behind the one that began it.
  @discardableResult
  public mutating func runScript(_ next: () -> String?) -> Int32 {
    var command = UnfinishedCommand()
    while exitStatus == nil, !isCutShort, let line = next() {
      do throws(SyntaxProblem) {
        guard let text = try command.add(line) else { continue }
        run(text)
      } catch {
        return refuse(error)
      }
    }
    if !command.text.isEmpty, exitStatus == nil { run(command.text) }
    return lastStatus
  }

  private mutating func refuse(_ problem: SyntaxProblem) -> Int32 {
    complain(problem.message)
    lastStatus = 2
    return lastStatus
  }

  private mutating func run(_ script: Script, as text: String) {
    catchUpWithWallClock()
    let before = timeline
    let beginning = depth == 0 ? beginLine() : nil
    walkedTimeline = false
    changedHardware = false
    replacedWorld = false
    // A file that a line runs belongs to that line.
    if depth == 0 {
      typed = []
      isCutShort = false
    }
    let typedEarlier = typed.count
    evaluate(script)
    world.settle()
    keep(before, command: text, typed: Array(typed.dropFirst(typedEarlier)))
    if depth == 0, !walkedTimeline, !replacedWorld {
      tellNotices(after: before.present.history.revision)
    }
    if depth == 0, manner == .interactive {
      health.follow(world, isAnother: walkedTimeline || replacedWorld)
    }
    lookAtIncident()
    if let beginning { endLine(text, beginning) }
  }

  /// Files the world before a line under the past, if the line did something worth undoing.
  private mutating func keep(_ before: Timeline, command: String, typed: [TypedKey]) {
    guard !walkedTimeline else { return }
    let earlier = before.present
    let written = world.history.changes(after: earlier.history.revision)
    let isWorthUndoing =
      written.contains { $0.actor == .user || $0.actor == .system }
      || world.now - earlier.now > .seconds(1)
      || changedHardware || replacedWorld || !typed.isEmpty
      || world.kubeconfig != earlier.kubeconfig
    guard isWorthUndoing else { return }
    file(before, command: command, typed: typed)
  }

  /// Files the world before a line under the past.
  mutating func file(_ before: Timeline, command: String, typed: [TypedKey]) {
    let present = world
    timeline = before
    timeline.mark(command.trimmed().description, typed: typed, leadingTo: present)
  }
}
