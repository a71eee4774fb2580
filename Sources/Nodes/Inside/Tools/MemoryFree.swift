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
