/// `busybox NAME …`: the program that all the others are names of.
enum MultiCall: Tool {
  static let names = ["busybox"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let words = call.arguments
    guard let name = words.first else {
      call.output = "BusyBox multi-call binary.\n\nUsage: busybox [function [arguments]...]\n"
      return .exit(0)
    }
    guard ToolTable.busybox.contains(name), case .program(let program) = call.load(words) else {
      call.errors += "\(name): applet not found\n"
      return .exit(127)
    }
    call.system.process.title = words
    return .program(program)
  }
}
