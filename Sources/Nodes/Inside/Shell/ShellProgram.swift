import Engine

/// A shell between two of its steps: what it has in mind is in `frames`, so a copy of it goes on
/// exactly as the original would. That is also how it makes subshells.
struct ShellProgram: Program {
  /// What is still to be done, the next thing last.
  var frames: [ShellFrame] = []
  var variables: ShellVariables
  var functions: [String: ShellCommand] = [:]
  var aliases: [String: String] = [:]
  var positional: [String] = []
  /// `$0`
  var name: String
  /// The builtin at work, which error messages name.
  var builtin: String?
  /// What runs a script says so with its lines.
  var isScript = false
  /// The line of the command in hand; for those on standard input how many have been read before.
  var line = 0
  /// Whether its script is an argument.
  private var isArgument = false
  var dialect = ShellDialect.ash
  /// Letters of `set`: `e`, `u`, `x` …
  var options: Set<Character> = []
  /// `set -o pipefail`, and the status of a stage that has failed.
  var failsWithAnyStage = false
  var stageStatus: Int?
  /// Commands to run at a signal, or at `EXIT`; an empty one ignores the signal.
  var traps: [String: String] = [:]
  var status = 0
  /// `$$`: subshells keep it.
  let shellPID: Int
  /// `$!`
  var lastBackground: Int?
  /// Background children that were not waited for yet, in their order.
  var jobs: [ShellJob] = []
  /// Signals that have come and not been answered yet.
  var caught: [ProcessSignal] = []
  /// Status of the last command that was substituted.
  var substitutedStatus: Int?
  /// Whether a person types its commands.
  var isInteractive = false
  var isSubshell = false
  /// Where `getopts` is inside of a word.
  var optionOffset = 1

  /// How deep functions and shells may call each other.
  static let mostFrames = 4_000
  /// What a variable may hold.
  static let longestValue = FileTree.largestFile

  /// A shell with a script.
  init(
    script: String, name: String, arguments: [String], isFile: Bool = false, _ process: Process
  ) {
    self.init(name: name, arguments: arguments, process)
    isScript = isFile
    isArgument = !isFile
    frames = [.script(ShellReader(script))]
  }

  /// A shell that reads its commands from its standard input.
  init(interactive: Bool, name: String, arguments: [String], _ process: Process) {
    self.init(name: name, arguments: arguments, process)
    isInteractive = interactive
    if interactive { options.insert("i") }
    frames = [.input("")]
  }

  private init(name: String, arguments: [String], _ process: Process) {
    self.name = name
    positional = arguments
    shellPID = process.pid
    variables = ShellVariables(process.environment, folder: process.folder)
  }

  // MARK: - Turns

  mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
    while true {
      noteSignals(&system)
      guard system.process.isRunning else { return .exit(status) }
      if system.mustPause { return .goOn }
      guard let frame = frames.popLast() else {
        guard runExitTrap() else { return .exit(status) }
        continue
      }
      system.spend(1)
      if let outcome = step(frame, &system) { return outcome }
    }
  }

  /// True when there is a command to run before it ends.
  private mutating func runExitTrap() -> Bool {
    guard let command = traps.removeValue(forKey: "EXIT"), !command.isEmpty else { return false }
    frames = [.status(status), .script(ShellReader(command, firstLine: line))]
    return true
  }

  /// Traps run when the command in the foreground has ended; `wait` ends at once.
  private mutating func noteSignals(_ system: inout SystemCalls) {
    while let signal = system.nextSignal() { caught.append(signal) }
    guard let signal = caught.first else { return }
    if let last = frames.last, last.isWaiting {
      guard case .waitForJobs = last else { return }
      frames.removeLast()
      status = 128 + signal.rawValue
    }
    caught.removeFirst()
    if let command = traps[signal.name], !command.isEmpty {
      frames += [.status(status), .script(ShellReader(command, firstLine: line))]
    } else if isInteractive, signal == .interrupt {
      abandonLine(&system)
    }
  }

  /// Ctrl-C: the command in hand is given up, and the next one asked for.
  private mutating func abandonLine(_ system: inout SystemCalls) {
    while let frame = frames.last {
      if case .input = frame { break }
      frames.removeLast()
      undo(frame, &system)
    }
    if case .input? = frames.last { frames[frames.count - 1] = .input("") }
    status = 130
    isPrompted = false
    system.write("\n", to: 2)
  }

  private mutating func step(_ frame: ShellFrame, _ system: inout SystemCalls) -> ProgramOutcome? {
    switch frame {
    case .script(let reader): readNext(reader, &system)
    case .input(let text): return readInput(text, &system)
    case .command(let command): begin(command, [], &system)
    case .expanding(let command, let results): begin(command, results, &system)
    case .become(let program, let title): return .become(program, title: title)
    case .collect(let pid, let descriptor, let bytes):
      return collect(pid, descriptor, bytes, &system)
    case .await(let pids, let last): return awaitChildren(pids, last, &system)
    case .waitForJobs(let pids, let isNamed): return waitForJobs(pids, isNamed, &system)
    case .reading(let command, let line): return read(command, line, &system)
    case .sequence, .and, .or, .negate, .branches, .loop, .forEach: stepFlow(frame)
    case .restoreDescriptors, .restoreVariables, .returnPoint, .sourcePoint:
      undo(frame, &system)
      if case .restoreDescriptors = frame { checkError(&system) }
    case .status(let status): self.status = status
    }
    return nil
  }

  // MARK: - Commands from text

  private mutating func readNext(_ reader: ShellReader, _ system: inout SystemCalls) {
    var reader = reader
    reader.aliases = knownAliases
    reader.hasConditionals = dialect != .dash
    do throws(ShellSyntaxError) {
      guard let command = try reader.nextCommand() else { return }
      // A shell whose last command this is can make room for it.
      if !reader.isAtEnd { frames.append(.script(reader)) }
      if !options.contains("n") { frames.append(.command(command)) }
    } catch {
      line = reader.currentLine()
      complain(.syntax(error.message), &system)
      fail(2, &system)
    }
  }

  /// Reads a line of standard input, and as many more as a command needs.
  private mutating func readInput(_ text: String, _ system: inout SystemCalls) -> ProgramOutcome? {
    if text.isEmpty, isInteractive, !isPrompted {
      system.handle(.interrupt, .caught)
      system.handle(.terminate, .ignored)
      system.write(prompt(system), to: 2)
      isPrompted = true
    }
    switch system.readLine(0) {
    case .wouldBlock:
      frames.append(.input(text))
      return .wait(.readable(0))
    case .end, .failed:
      isPrompted = false
      if !text.isEmpty { run(line: text, isLast: true, &system) }
      if isInteractive { system.write("\n", to: 2) }
    case .bytes(let bytes):
      isPrompted = false
      run(line: text + String(decoding: bytes, as: UTF8.self), isLast: false, &system)
    }
    return nil
  }

  /// bash leaves words as they are where nobody types.
  private var knownAliases: [String: String] {
    dialect == .bash && !isInteractive ? [:] : aliases
  }

  private mutating func run(line text: String, isLast: Bool, _ system: inout SystemCalls) {
    var reader = ShellReader(text, firstLine: linesRead + 1, mayGoOn: !isLast)
    reader.aliases = knownAliases
    reader.hasConditionals = dialect != .dash
    do throws(ShellSyntaxError) {
      let command = try reader.nextCommand()
      // Several commands may have come at once, and the last of them may not be whole.
      let rest = String(decoding: reader.bytes[reader.position...], as: UTF8.self)
      if !isLast { frames.append(.input(rest.allSatisfy(\.isWhitespace) ? "" : rest)) }
      if let command { frames.append(.command(command)) }
      linesRead +=
        (text.utf8.count { $0 == ShellReader.newline })
        - (rest.utf8.count { $0 == ShellReader.newline })
    } catch {
      if error.isIncomplete, !isLast {
        frames.append(.input(text))
        if isInteractive {
          system.write("> ", to: 2)
          isPrompted = true
        }
        return
      }
      line = reader.currentLine()
      complain(.syntax(error.message), &system)
      status = 2
      if isInteractive, !isLast { frames.append(.input("")) }
    }
  }

  /// Whether it has asked for the line that it waits for.
  private var isPrompted = false
  /// Lines of standard input whose commands have been read.
  private var linesRead = 0

  /// What it asks for a command with.
  private func prompt(_ system: SystemCalls) -> String {
    let isRoot = system.process.user.id == 0
    let home = variables["HOME"] ?? "/"
    let folder = system.process.folder == home ? "~" : system.process.folder
    if let own = variables["PS1"], !own.contains("\\") { return own }
    return dialect.prompt(folder: folder, host: system.sandbox.hostname, isRoot: isRoot)
  }

  // MARK: - Failing

  /// The line of the command in hand as it tells it: busybox counts those of `-c` from nothing.
  var shownLine: Int { dialect == .ash && isArgument ? line - 1 : line }

  /// An error message as this shell words it.
  mutating func complain(_ text: String, _ system: inout SystemCalls) {
    complain(.other(text), &system)
  }

  mutating func complain(_ complaint: ShellComplaint, _ system: inout SystemCalls) {
    let line = dialect.line(
      complaint, name: name, builtin: builtin, line: isInteractive ? nil : shownLine,
      isScript: isScript)
    system.write(line, to: 2)
    status = 1
  }

  /// An error that ends a shell, unless a person types: then only the line.
  mutating func fail(_ status: Int, _ system: inout SystemCalls) {
    self.status = status
    if isInteractive, !isSubshell {
      while let frame = frames.last {
        if case .input = frame { return }
        frames.removeLast()
        undo(frame, &system)
      }
      return
    }
    exit(status, &system)
  }

  /// Ends the shell: what it still had to do is dropped.
  mutating func exit(_ status: Int, _ system: inout SystemCalls) {
    self.status = status
    while let frame = frames.popLast() {
      if case .restoreDescriptors = frame { undo(frame, &system) }
    }
  }

  /// With `set -e` a command that fails ends the shell, unless its status is looked at.
  mutating func checkError(_ system: inout SystemCalls) {
    guard options.contains("e"), status != 0 else { return }
    if !frames.contains(where: \.looksAtStatus) { exit(status, &system) }
  }
}
