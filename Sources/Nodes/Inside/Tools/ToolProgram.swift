import Engine

/// A tool in a process of its own.
struct ToolProgram: Program {
  private enum Phase {
    /// Gathers what it is given to read.
    case reading
    /// Runs for a while; then it says something and ends.
    case finishing(at: SimTime, status: Int, text: String)
  }

  private let tool: any Tool.Type
  private let words: [String]
  private var input: [UInt8] = []
  private var phase = Phase.reading

  init(_ tool: any Tool.Type, words: [String]) {
    self.tool = tool
    self.words = words
  }

  mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
    switch phase {
    case .reading:
      if tool.input.isRead(by: words), let wait = gather(&system) { return wait }
      return begin(&system)
    case .finishing(let time, let status, let text):
      guard system.now >= time else { return .wait(.until(time)) }
      system.write(text, to: 1)
      system.process.work = nil
      return .exit(status)
    }
  }

  /// Nil when all that can be read is there.
  private mutating func gather(_ system: inout SystemCalls) -> ProgramOutcome? {
    while input.count < FileTree.largestFile {
      switch system.read(0) {
      case .bytes(let more): input += more
      case .wouldBlock: return .wait(.readable(0))
      case .end, .failed: return nil
      }
    }
    return nil
  }

  private mutating func begin(_ system: inout SystemCalls) -> ProgramOutcome {
    system.spend(SystemCalls.startSteps)
    var call = ToolCall(system: system, words: words)
    call.input = String(decoding: input, as: UTF8.self)
    switch tool.run(&call, by: &system) {
    case .exit(let status): return .exit(status)
    case .sleep(let span, let status, let text):
      phase = .finishing(at: system.now + span, status: status, text: text)
      return .wait(.until(system.now + span))
    case .shell(let script, let name, let arguments):
      let shell = ShellProgram(
        script: script, name: name, arguments: arguments, system.process)
      return .become(shell, title: words)
    case .program(let program): return .become(program, title: system.process.title)
    case .serve(let server):
      system.process.server = server
      return .become(ServerProgram(), title: system.process.title)
    case .outOfMemory: return .outOfMemory
    }
  }
}

extension Tool {
  /// Runs it for a process, and writes what it said.
  static func run(_ call: inout ToolCall, by system: inout SystemCalls) -> ToolOutcome {
    // The call alone has the files now, so that it need not copy them to change them.
    system.sandbox.containers = [:]
    system.sandbox.volumes = [:]
    let outcome = run(&call)
    system = call.system
    call.system.sandbox.containers = [:]
    call.system.sandbox.volumes = [:]
    system.write(call.output, to: 1)
    system.write(call.errors, to: 2)
    return outcome
  }
}

/// When a tool reads its standard input.
struct ToolInput {
  /// Operands before those that name files.
  var leading = 0
  /// Letters of options that take a value.
  var valued = ""
  /// Letters of options that stand for the leading operands.
  var instead = ""
  var isAlways = false

  static let never = ToolInput(leading: .max)
  static let always = ToolInput(isAlways: true)

  /// Whether words name no file to read, or `-`.
  func isRead(by words: [String]) -> Bool {
    if isAlways { return true }
    guard leading != .max else { return false }
    var operands: [String] = []
    var skipped = leading
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      guard word.hasPrefix("-"), word != "-", !word.hasPrefix("--") else {
        if !word.hasPrefix("--") { operands.append(word) }
        continue
      }
      var letters = word.dropFirst()
      while let letter = letters.popFirst() {
        if instead.contains(letter) { skipped = 0 }
        guard valued.contains(letter) else { continue }
        if letters.isEmpty { _ = rest.popFirst() }
        break
      }
    }
    let files = operands.dropFirst(skipped)
    return files.isEmpty || files.contains("-")
  }
}
