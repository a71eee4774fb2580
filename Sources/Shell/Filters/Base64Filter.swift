import Objects

/// Text as base64 and back: how the values of a Secret are read.
enum Base64Filter: Filter {
  static let name = "base64"
  static let summary = "text as base64, in lines of 76 (-w0: in one); -d the other way round"

  static func run(_ call: FilterCall) throws(FilterProblem) -> FilterOutput {
    let options = try OptionReader(
      call.arguments, for: name, flags: "dDi", values: "w",
      long: ["decode": "d", "wrap": "w", "ignore-garbage": "i"])
    let text = try call.text(of: options.operands, for: name)
    guard options.has("d") || options.has("D") else {
      let width = try options.number("w", for: name) ?? 76
      return FilterOutput(text: lines(of: Base64.encode(text), width: width))
    }
    guard let plain = Base64.text(text) else { throw FilterProblem("base64: invalid input") }
    return FilterOutput(text: plain)
  }

  private static func lines(of text: String, width: Int) -> String {
    guard width > 0 else { return text }
    var rest = Substring(text)
    var lines = ""
    while !rest.isEmpty {
      lines += rest.prefix(width) + "\n"
      rest = rest.dropFirst(width)
    }
    return lines
  }
}
