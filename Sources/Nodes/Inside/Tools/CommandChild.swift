import Engine

/// A command line that a program wants run, as awk does.
struct CommandWish: Sendable {
  var command: String
  /// What it is to read; nil when it reads on where the program does.
  var input: Bytes?
  /// Whether its output is for the program, not for the program's own output.
  var isCaptured: Bool
}

/// The shell that runs a command line for another program.
struct CommandChild: Sendable {
  private let pid: Int
  private let descriptor: Int?
  private var output: Bytes = []

  /// Nil when there is no shell.
  init?(_ wish: CommandWish, _ system: inout SystemCalls) {
    let words = ["sh", "-c", wish.command]
    guard
      case .program(let program) = system.load(
        words: words, environment: system.process.environment)
    else { return nil }
    var replaced: [Int: Int] = [:]
    var own: [Int] = []
    var reading: Int?
    if let input = wish.input {
      let descriptor = system.place(system.add(Self.text(input)))
      own.append(descriptor)
      replaced[0] = system.process.descriptors[descriptor]
    }
    if wish.isCaptured {
      let pipe = system.makePipe()
      reading = system.place(pipe.reading)
      let writing = system.place(pipe.writing)
      own.append(writing)
      replaced[1] = pipe.writing
    }
    let hidden = own + [reading].compactMap { $0 }
    let forked = system.fork(program) { child in
      child.title = words
      for descriptor in hidden { child.descriptors[descriptor] = nil }
      for (descriptor, number) in replaced { child.descriptors[descriptor] = number }
    }
    for descriptor in own { system.close(descriptor) }
    guard let forked else {
      if let reading { system.close(reading) }
      return nil
    }
    pid = forked
    self.descriptor = reading
  }

  private static func text(_ bytes: Bytes) -> OpenFile {
    var file = OpenFile(target: .text)
    file.text = bytes
    file.isWritable = false
    return file
  }

  enum Progress {
    case waits(Wait)
    case ended(output: Bytes, status: Int)
  }

  mutating func look(_ system: inout SystemCalls) -> Progress {
    if let descriptor, system.process.descriptors[descriptor] != nil {
      reading: while true {
        switch system.read(descriptor) {
        case .bytes(let bytes): output += bytes
        case .wouldBlock: return .waits(.readable(descriptor))
        case .end, .failed: break reading
        }
      }
      system.close(descriptor)
    }
    switch system.reap(pid) {
    case .running: return .waits(.children([pid]))
    case .ended(let end): return .ended(output: output, status: end.status)
    case .none: return .ended(output: output, status: 127)
    }
  }
}
