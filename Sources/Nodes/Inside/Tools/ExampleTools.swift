import Engine

/// `stress --vm N --vm-bytes 250M`: takes memory and keeps it.
enum Stress: Tool {
  static let names = ["stress"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var workers = 1
    var bytes = 0
    for (name, value) in zip(call.arguments, call.arguments.dropFirst()) {
      if name == "--vm" || name == "-m" { workers = Int(value) ?? 1 }
      if name == "--vm-bytes" || name == "-mem-total" { bytes = size(value) }
    }
    if let limit = call.instance?.memoryLimitBytes, workers * bytes > limit { return .outOfMemory }
    call.output = "stress: info: [1] dispatching hogs: 0 cpu, 0 io, \(workers) vm, 0 hdd\n"
    return .sleep(.hours(24 * 365), status: 0, text: "")
  }

  private static func size(_ text: String) -> Int {
    let number = Int(text.prefix { $0.isNumber }) ?? 0
    switch text.drop(while: \.isNumber).first {
    case "k", "K": return number << 10
    case "m", "M": return number << 20
    case "g", "G": return number << 30
    case nil, .some: return number
    }
  }
}

/// Servers of example images: they answer with one text.
enum ExampleServer: Tool {
  static let names = ["http-echo", "hello-app", "whoami-server"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var text = "hello-world\n"
    var port = call.name == "http-echo" ? 5678 : call.name == "hello-app" ? 8080 : 80
    if call.name == "hello-app" {
      text =
        "Hello, world!\nVersion: \(call.runner.process.variables["VERSION"] ?? "1.0.0")\n"
        + "Hostname: %h\n"
    }
    if call.name == "whoami-server" { text = "Hostname: %h\nIP: \(call.runner.sandbox.address)\n" }
    for word in call.arguments {
      let parts = word.drop { $0 == "-" }.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      if parts[0] == "text" { text = parts[1] + "\n" }
      if parts[0] == "listen" {
        port = parts[1].split(separator: ":").last.flatMap { Int($0) } ?? port
      }
    }
    return .serve(Server(speaks: .fixed(text: text), ports: [port]))
  }
}

/// `free`
enum MemoryFree: Tool {
  static let names = ["free"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, _) = call.options()
    let unit = flags["m"] != nil ? 1 << 20 : flags["g"] != nil ? 1 << 30 : 1 << 10
    // As in a real container, the machine's memory is seen, not the limit.
    let total = (8 << 30) / unit
    func column(_ number: Int) -> String {
      let text = "\(number)"
      return String(repeating: " ", count: max(0, 12 - text.count)) + text
    }
    let memory = [total, total / 8, total / 2, 0, total / 4, total * 3 / 4].map(column).joined()
    call.output =
      "              total        used        free      shared  buff/cache   available\n"
      + "Mem:   \(memory)\nSwap:  \([0, 0, 0].map(column).joined())\n"
    return .exit(0)
  }
}
