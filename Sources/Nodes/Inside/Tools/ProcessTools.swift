import Engine

enum Sleep: Tool {
  static let names = ["sleep"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var total = 0.0
    for word in call.arguments {
      if word == "infinity" { return .sleep(.hours(24 * 365 * 10), status: 0, text: "") }
      let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
      let unit = word.last.flatMap { units[$0] }
      guard let number = Double(unit == nil ? word : String(word.dropLast())) else {
        return call.fail("invalid number '\(word)'")
      }
      total += number * (unit ?? 1)
    }
    return .sleep(.milliseconds(Int64(min(total, 1e9) * 1000)), status: 0, text: "")
  }
}

enum Shell: Tool {
  static let names = ["sh", "ash", "bash"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var words = call.arguments[...]
    while let first = words.first, first.hasPrefix("-"), first != "-c", !first.hasSuffix("c") {
      words.removeFirst()
    }
    if let first = words.first, first.hasPrefix("-"), first.hasSuffix("c") {
      words.removeFirst()
      guard let script = words.popFirst() else {
        return call.fail("-c requires an argument", status: 2)
      }
      let name = words.popFirst() ?? call.name
      return .shell(script: script, name: name, arguments: Array(words))
    }
    if let path = words.popFirst() {
      do throws(PodSandbox.FileProblem) {
        let script = try call.runner.sandbox.read(call.absolute(path), in: call.container)
        return .shell(script: script, name: path, arguments: Array(words))
      } catch {
        return call.fail("can't open '\(path)': \(error.rawValue)", status: 2)
      }
    }
    return .shell(script: call.input, name: call.name, arguments: [])
  }
}

/// A file of the container that is marked executable.
enum Script: Tool {
  static let names: [String] = []

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let path = call.words.first ?? ""
    let text = (try? call.runner.sandbox.read(call.absolute(path), in: call.container)) ?? ""
    return .shell(script: text, name: path, arguments: call.arguments)
  }
}

enum True: Tool {
  static let names = ["true"]
  static func run(_ call: inout ToolCall) -> ToolOutcome { .exit(0) }
}

enum False: Tool {
  static let names = ["false"]
  static func run(_ call: inout ToolCall) -> ToolOutcome { .exit(1) }
}

enum DateTool: Tool {
  static let names = ["date"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let parts = call.now.calendar
    if let format = call.arguments.first(where: { $0.hasPrefix("+") }) {
      let values: [(String, String)] = [
        ("%s", "\(call.now.seconds)"), ("%Y", "\(parts.year)"),
        ("%H:%M:%S", call.now.clockText), ("%T", call.now.clockText),
        ("%F", String(call.now.rfc3339.prefix(10))), ("%S", String(call.now.clockText.suffix(2))),
        ("%H", String(call.now.clockText.prefix(2))),
        ("%M", String(call.now.clockText.dropFirst(3).prefix(2))),
      ]
      call.output =
        values.reduce(String(format.dropFirst())) {
          $0.replacing($1.0, with: $1.1)
        } + "\n"
      return .exit(0)
    }
    let words = call.now.rfc1123.split(separator: " ")
    let day = Int(words[1]).map { $0 < 10 ? " \($0)" : "\($0)" } ?? ""
    call.output =
      "\(words[0].dropLast()) \(words[2]) \(day) \(call.now.clockText) UTC \(parts.year)\n"
    return .exit(0)
  }
}

enum Env: Tool {
  static let names = ["env", "printenv"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let variables = call.runner.process.variables.filter {
      call.runner.process.exported.contains($0.key)
    }
    if call.name == "printenv", let name = call.arguments.first {
      guard let value = variables[name] else { return .exit(1) }
      call.output = value + "\n"
      return .exit(0)
    }
    // In the order in which they were given; what a shell has added comes last, sorted.
    let given = call.instance?.environment.map(\.name) ?? []
    let exported = call.runner.process.exported
    let more = variables.keys.filter { !given.contains($0) && exported.contains($0) }.sorted()
    for name in given + more where name != "0" {
      if let value = variables[name] { call.output += "\(name)=\(value)\n" }
    }
    return .exit(0)
  }
}

enum Hostname: Tool {
  static let names = ["hostname"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let sandbox = call.runner.sandbox
    switch call.arguments.first {
    case "-i", "-I": call.output = sandbox.address + "\n"
    case "-f": call.output = sandbox.fullHostname + "\n"
    case nil, .some: call.output = sandbox.hostname + "\n"
    }
    return .exit(0)
  }
}

enum Identity: Tool {
  static let names = ["id", "whoami"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.output =
      call.name == "whoami" || call.arguments == ["-un"]
      ? "root\n" : call.arguments == ["-u"] ? "0\n" : "uid=0(root) gid=0(root) groups=0(root)\n"
    return .exit(0)
  }
}

enum Uname: Tool {
  static let names = ["uname"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let name = call.runner.sandbox.hostname
    switch call.arguments.first {
    case "-a": call.output = "Linux \(name) 6.12.0-amd64 #1 SMP x86_64 GNU/Linux\n"
    case "-n": call.output = name + "\n"
    case "-r": call.output = "6.12.0-amd64\n"
    case "-m": call.output = "x86_64\n"
    case nil, .some: call.output = "Linux\n"
    }
    return .exit(0)
  }
}

enum ProcessList: Tool {
  static let names = ["ps"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var processes = (call.instance?.processes ?? []).filter(\.isRunning)
    processes.removeAll { $0.pid == call.runner.process.pid }
    processes.append(call.runner.process)
    processes.sort { $0.pid < $1.pid }
    let onlyArguments = call.arguments.joined(separator: " ").contains("args")
    call.output = onlyArguments ? "COMMAND\n" : "PID   USER     TIME  COMMAND\n"
    for process in processes {
      let isSelf = process.pid == call.runner.process.pid
      let title = (isSelf ? call.words : process.title).joined(separator: " ")
      if onlyArguments {
        call.output += title + "\n"
      } else {
        let pid = "\(process.pid)"
        call.output +=
          String(repeating: " ", count: max(0, 5 - pid.count)) + "\(pid) root      0:00 \(title)\n"
      }
    }
    return .exit(0)
  }
}

enum Kill: Tool {
  static let names = ["kill"]

  /// A shell that signals itself: its own caller sees how it ended.
  private static func killItself(
    _ signal: ProcessSignal, _ call: inout ToolCall
  ) -> ToolOutcome? {
    let word = ["TERM", "INT", "HUP"][signal == .terminate ? 0 : signal == .interrupt ? 1 : 2]
    let process = call.runner.process
    if signal != .kill, process.traps[word] != nil {
      call.runner.process.pendingSignals.append(word)
      return nil
    }
    let status = 128 + signal.rawValue
    if process.shellPID != process.pid {
      call.runner.process.traps = [:]
      return .exitShell(status)
    }
    // Number 1 ignores what it has no handler for, and KILL from its own container.
    if process.pid == 1 { return nil }
    call.runner.process.state = .exited(status)
    return .exit(status)
  }

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var signal = ProcessSignal.terminate
    var words = call.arguments
    if let first = words.first, first.hasPrefix("-") {
      words.removeFirst()
      switch first.dropFirst() {
      case "s":
        let name = words.isEmpty ? "" : words.removeFirst()
        signal = name.hasSuffix("KILL") ? .kill : name.hasSuffix("INT") ? .interrupt : .terminate
      case "9", "KILL", "SIGKILL": signal = .kill
      case "1", "HUP": signal = .hangUp
      case "2", "INT": signal = .interrupt
      case "0": return .exit(0)
      default: signal = .terminate
      }
    }
    for word in words {
      guard let pid = Int(word) else { return call.fail("invalid number '\(word)'") }
      if pid == call.runner.process.shellPID {
        if let outcome = killItself(signal, &call) { return outcome }
        continue
      }
      guard
        let place = call.instance?.processes.firstIndex(where: { $0.pid == pid && $0.isRunning }),
        let target = call.instance?.processes[place]
      else { return call.fail("can't kill pid \(pid): No such process") }
      // From inside, number 1 cannot be killed even with KILL.
      if signal == .kill {
        if pid != 1 {
          call.runner.sandbox.containers[call.container]?.processes[place].state = .exited(137)
        }
      } else {
        call.runner.sandbox.deliver(signal, to: target, at: place, of: call.container, call.now)
      }
    }
    return .exit(0)
  }
}

enum Test: Tool {
  static let names = ["test", "["]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var words = call.arguments
    if call.name == "[" {
      guard words.last == "]" else { return call.fail("missing ]", status: 2) }
      words.removeLast()
    }
    return .exit(holds(words[...], call) ? 0 : 1)
  }

  private static func holds(_ words: ArraySlice<String>, _ call: ToolCall) -> Bool {
    if let place = words.firstIndex(of: "-o"), words.count > 2 {
      return holds(words[..<place], call) || holds(words[(place + 1)...], call)
    }
    if let place = words.firstIndex(of: "-a"), words.count > 2 {
      return holds(words[..<place], call) && holds(words[(place + 1)...], call)
    }
    if words.first == "!" { return !holds(words.dropFirst(), call) }
    let words = Array(words)
    switch words.count {
    case 0: return false
    case 1: return !words[0].isEmpty
    case 2: return unary(words[0], words[1], call)
    default: return binary(words[0], words[1], words[2])
    }
  }

  private static func unary(_ sign: String, _ word: String, _ call: ToolCall) -> Bool {
    let entry = call.runner.sandbox.entry(call.absolute(word), in: call.container)
    switch sign {
    case "-z": return word.isEmpty
    case "-n": return !word.isEmpty
    case "-e", "-r", "-w": return entry != nil
    case "-d": return entry == .folder
    case "-f": return entry != nil && entry != .folder
    case "-s":
      if case .file(let text, _, let zeros) = entry { return !text.isEmpty || zeros > 0 }
      return false
    case "-x":
      if case .file(_, let isExecutable, _) = entry { return isExecutable }
      return entry == .folder
    default: return false
    }
  }

  private static func binary(_ left: String, _ sign: String, _ right: String) -> Bool {
    if sign == "=" || sign == "==" { return left == right }
    if sign == "!=" { return left != right }
    guard let a = Int(left), let b = Int(right) else { return false }
    switch sign {
    case "-eq": return a == b
    case "-ne": return a != b
    case "-lt": return a < b
    case "-le": return a <= b
    case "-gt": return a > b
    case "-ge": return a >= b
    default: return false
    }
  }
}
