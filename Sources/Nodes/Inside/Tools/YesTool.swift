enum Yes: Tool {
  static let names = ["yes"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let text = call.arguments.isEmpty ? "y" : call.arguments.joined(separator: " ")
    return .program(Repeating(text: text + "\n"))
  }
}

/// Says the same for ever.
struct Repeating: Program {
  let text: String

  mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
    let bytes = Array(String(repeating: text, count: 256).utf8)
    while !system.mustPause {
      system.spend(100)
      if system.write(bytes, to: 1) != nil { return .exit(1) }
    }
    return .goOn
  }
}
