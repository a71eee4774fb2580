import Engine

enum Echo: Tool {
  static let names = ["echo"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var words = call.arguments
    var ends = "\n"
    var escapes = false
    while let first = words.first, ["-n", "-e", "-ne", "-en"].contains(first) {
      if first.contains("n") { ends = "" }
      if first.contains("e") { escapes = true }
      words.removeFirst()
    }
    let text = words.joined(separator: " ")
    call.output = (escapes ? Printf.unescaped(text) : text) + ends
    return .exit(0)
  }
}

enum Printf: Tool {
  static let names = ["printf"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    guard let format = call.arguments.first else { return .exit(1) }
    var values = Array(call.arguments.dropFirst())
    repeat {
      let before = values.count
      call.output += filled(unescaped(format), &values)
      if values.count == before { break }
    } while !values.isEmpty
    return .exit(0)
  }

  private static func filled(_ format: String, _ values: inout [String]) -> String {
    var result = ""
    var rest = Substring(format)
    while let character = rest.popFirst() {
      guard character == "%" else {
        result.append(character)
        continue
      }
      let spec = rest.prefix { !$0.isLetter && $0 != "%" }
      rest.removeFirst(spec.count)
      guard let letter = rest.popFirst() else { break }
      if letter == "%" {
        result.append("%")
        continue
      }
      let value = values.isEmpty ? (letter == "d" ? "0" : "") : values.removeFirst()
      let width = Int(spec.filter(\.isNumber)) ?? 0
      let pad = String(
        repeating: spec.hasPrefix("0") ? "0" : " ", count: max(0, width - value.count))
      result += spec.hasPrefix("-") ? value + pad : pad + value
    }
    return result
  }

  static func unescaped(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
      guard character == "\\", let next = rest.popFirst() else {
        result.append(character)
        continue
      }
      switch next {
      case "n": result.append("\n")
      case "t": result.append("\t")
      case "r": result.append("\r")
      case "\\": result.append("\\")
      default: result += "\\" + String(next)
      }
    }
    return result
  }
}

/// Lines of a text, without the empty one behind its last newline.
private func lines(of text: String) -> [String] {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  if lines.last == "" { lines.removeLast() }
  return lines
}

private func joined(_ lines: some Swift.Sequence<String>) -> String {
  lines.map { $0 + "\n" }.joined()
}

enum Head: Tool {
  static let names = ["head"]
  static let input = ToolInput(valued: "nc")

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options(valued: "nc")
    let count =
      flags["n"].flatMap { Int($0) } ?? flags.keys.compactMap(\.wholeNumberValue).first ?? 10
    let found = call.texts(rest)
    call.output = joined(found.texts.flatMap { lines(of: $0).prefix(count) })
    return .exit(found.status)
  }
}

enum Tail: Tool {
  static let names = ["tail"]
  static let input = ToolInput(valued: "nc")

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options(valued: "nc")
    // Zeros without a newline are kept until there is one: memory runs out.
    if rest.contains("/dev/zero"), call.instance?.memoryLimitBytes != nil { return .outOfMemory }
    let count =
      flags["n"].flatMap { Int($0) } ?? flags.keys.compactMap(\.wholeNumberValue).first ?? 10
    let follows = flags["f"] != nil || flags["F"] != nil
    if follows, rest == ["/dev/null"] { return .sleep(.hours(24 * 365), status: 0, text: "") }
    let found = call.texts(rest)
    call.output = joined(found.texts.flatMap { lines(of: $0).suffix(count) })
    return follows ? .sleep(.hours(24 * 365), status: 0, text: "") : .exit(found.status)
  }
}

enum Count: Tool {
  static let names = ["wc"]
  static let input = ToolInput()

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options()
    let found = call.texts(rest)
    for (place, text) in found.texts.enumerated() {
      let numbers = [
        ("l", text.count { $0 == "\n" }),
        ("w", text.split { " \n\t".contains($0) }.count), ("c", text.utf8.count),
      ]
      let wanted = numbers.filter { flags.isEmpty || flags[Character($0.0)] != nil }.map {
        "\($0.1)"
      }
      let name = rest.isEmpty ? "" : " " + rest[place]
      call.output += wanted.joined(separator: " ") + name + "\n"
    }
    return .exit(found.status)
  }
}

enum Sequence: Tool {
  static let names = ["seq"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let numbers = call.arguments.compactMap { Int($0) }
    guard let last = numbers.last else { return call.fail("missing operand") }
    let first = numbers.count > 1 ? numbers[0] : 1
    let step = numbers.count > 2 ? numbers[1] : 1
    guard step != 0, abs(last - first) / abs(step) < 1_000_000 else { return .exit(1) }
    call.output = stride(from: first, through: last, by: step).map { "\($0)\n" }.joined()
    return .exit(0)
  }
}

enum Yes: Tool {
  static let names = ["yes"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    return .program(Repeating(text: (call.arguments.first ?? "y") + "\n"))
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
