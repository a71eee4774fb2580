/// A tool that needs nothing but its words.
protocol WordTool: Tool {
  /// What it writes for these words, its name not among them.
  static func written(_ words: [String]) -> Written
}

/// What a tool wrote, and how it ended.
struct Written {
  var output: Bytes
  /// What it complained about, without its name, and how much it had written before.
  var complaints: [(text: String, place: Int)]
  var status: Int

  init(_ output: Bytes, complaints: [(text: String, place: Int)] = [], status: Int = 0) {
    self.output = output
    self.complaints = complaints
    self.status = status
  }

  init(complaint: String, status: Int = 1) {
    self.init([], complaints: [(complaint, 0)], status: status)
  }
}

extension WordTool {
  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let written = written(call.arguments)
    var place = 0
    for complaint in written.complaints {
      _ = call.system.write(Bytes(written.output[place..<complaint.place]), to: 1)
      place = complaint.place
      call.complain(complaint.text)
    }
    _ = call.system.write(Bytes(written.output[place...]), to: 1)
    return .exit(written.status)
  }
}
