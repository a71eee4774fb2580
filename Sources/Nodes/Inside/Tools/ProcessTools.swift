import Engine

enum Sleep: Tool {
  static let names = ["sleep"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var total = 0.0
    for word in call.arguments {
      // Nobody need keep in mind when that ends.
      if word == "infinity" { return .program(IdleProgram()) }
      let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
      let unit = word.last.flatMap { units[$0] }
      guard let number = Double(unit == nil ? word : String(word.dropLast())), number >= 0 else {
        return call.fail("invalid number '\(word)'")
      }
      total += number * (unit ?? 1)
    }
    return .sleep(.seconds(fractional: min(total, 1e9)), status: 0, text: "")
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
    call.system.process.environment = environment
    return call.replace(by: Array(words))
  }
}

enum Hostname: Tool {
  static let names = ["hostname"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let sandbox = call.system.sandbox
    switch call.arguments.first {
    case "-i", "-I": call.output = sandbox.address + "\n"
    case "-f": call.output = sandbox.fullHostname + "\n"
    case nil, .some: call.output = sandbox.hostname + "\n"
    }
    return .exit(0)
  }
}

/// `kill` where no shell does it itself, and `killall`, which goes by names.
enum Kill: Tool {
  static let names = ["kill", "killall"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    if call.name == "killall" { return killAll(&call) }
    var shell = ShellProgram(
      script: "", name: call.name, arguments: [], call.system.process)
    shell.kill(call.arguments, &call.system)
    return .exit(shell.status)
  }

  private static func killAll(_ call: inout ToolCall) -> ToolOutcome {
    var words = call.arguments[...]
    var signal = ProcessSignal.terminate
    var isQuiet = false
    while let word = words.first, word.hasPrefix("-"), word.count > 1 {
      words.removeFirst()
      if word == "-q" {
        isQuiet = true
        continue
      }
      let name = word == "-s" ? words.popFirst() ?? "" : String(word.dropFirst())
      guard let found = ProcessSignal(named: name) else {
        return call.fail("bad signal name '\(name)'")
      }
      signal = found
    }
    guard !words.isEmpty else { return call.fail("you need to specify whom to kill") }
    var status = 0
    for name in words {
      let targets = call.system.visibleProcesses.filter {
        $0.pid != call.system.process.pid && FileTree.name(of: $0.title.first ?? "") == name
      }
      for target in targets { _ = call.system.kill(target.pid, signal) }
      guard targets.isEmpty else { continue }
      status = 1
      if !isQuiet { call.complain("\(name): no process killed") }
    }
    return .exit(status)
  }
}
