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

/// `env`, `env -i A=1 PROGRAM`, `printenv NAME`
enum Env: Tool {
  static let names = ["env", "printenv"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    if call.name == "printenv", !call.arguments.isEmpty {
      var isMissing = false
      for name in call.arguments {
        if let value = call.environment[name] {
          call.output += value + "\n"
        } else {
          isMissing = true
        }
      }
      return .exit(isMissing ? 1 : 0)
    }
    var environment = call.environment
    var words = call.arguments[...]
    while let word = words.first {
      if word == "-i" || word == "-" {
        environment = ProcessEnvironment()
      } else if word == "-u" {
        words.removeFirst()
        if let name = words.first { environment[name] = nil }
      } else if let sign = word.firstIndex(of: "="), !word.hasPrefix("-") {
        environment[String(word[..<sign])] = String(word[word.index(after: sign)...])
      } else {
        break
      }
      words = words.dropFirst()
    }
    guard !words.isEmpty else {
      for entry in environment.entries { call.output += "\(entry.name)=\(entry.value)\n" }
      return .exit(0)
    }
    call.runner.process.environment = environment
    return call.replace(by: Array(words))
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
    let processes = call.runner.visibleProcesses
    let onlyArguments = call.arguments.joined(separator: " ").contains("args")
    call.output = onlyArguments ? "COMMAND\n" : "PID   USER     TIME  COMMAND\n"
    for process in processes {
      let title = process.title.joined(separator: " ")
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

/// `kill` where no shell does it itself.
enum Kill: Tool {
  static let names = ["kill"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var shell = ShellProgram(
      script: "", name: call.name, arguments: [], call.runner.process)
    shell.kill(call.arguments, &call.runner)
    return .exit(shell.status)
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
