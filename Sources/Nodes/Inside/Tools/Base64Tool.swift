import Objects

/// `base64`
enum Base64Tool: Tool {
  static let names = ["base64"]
  static let input = ToolInput(valued: "w")

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options(valued: "w")
    let found = call.texts(rest)
    let text = found.texts.joined()
    guard flags["d"] != nil else {
      let encoded = Base64.encode(text)
      let width = flags["w"].flatMap { Int($0) } ?? 76
      call.output += width == 0 ? encoded : Self.lines(of: encoded, width: width)
      return .exit(found.status)
    }
    guard let plain = Base64.text(text) else { return call.fail("truncated input") }
    call.output += plain
    return .exit(found.status)
  }

  private static func lines(of text: String, width: Int) -> String {
    var rest = Substring(text)
    var lines = ""
    while !rest.isEmpty {
      lines += rest.prefix(width) + "\n"
      rest = rest.dropFirst(width)
    }
    return lines
  }
}
