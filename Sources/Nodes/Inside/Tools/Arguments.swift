/// `xargs COMMAND`: its words, then those of the input.
enum Arguments: Tool {
  static let names = ["xargs"]
  static let input = ToolInput.always

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let command = call.arguments.filter { !$0.hasPrefix("-") || $0 == call.arguments.last }
    let words = call.input.split { " \t\n".contains($0) }.map(String.init)
    return call.replace(by: (command.isEmpty ? ["echo"] : command) + words)
  }
}
