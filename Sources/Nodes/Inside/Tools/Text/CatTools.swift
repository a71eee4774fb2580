import Engine

/// `cat`
struct Cat: TextTool {
  static let names = ["cat"]

  let paths: [String]
  private let options: GivenOptions
  private var number = 0

  init(_ words: [String]) throws(ToolProblem) {
    options = try GivenOptions(Array(words.dropFirst()), "nbvetAu")
    paths = options.rest
  }

  var takesPieces: Bool { options.given.allSatisfy { $0.letter == "u" } }

  func complaint(_ path: String, _ reason: String) -> String {
    reason == "Is a directory" ? "read error: \(reason)" : "can't open '\(path)': \(reason)"
  }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    if options.has("n") || (options.has("b") && !line.bytes.isEmpty) {
      number += 1
      let digits = String(number)
      page.write(String(repeating: " ", count: max(0, 6 - digits.utf8.count)) + digits + "\t")
    }
    page.output += shown(line.bytes)
    if line.isEnded {
      if options.has("e") || options.has("A") { page.output.append(UInt8(ascii: "$")) }
      page.output.append(.newline)
    }
    return true
  }

  private func shown(_ line: Bytes) -> Bytes {
    let showsTabs = options.has("t") || options.has("A")
    guard showsTabs || options.has("v") || options.has("e") else { return line }
    return line.flatMap { byte -> Bytes in
      if byte == 9 { return showsTabs ? [94, 73] : [9] }
      let meta: Bytes = byte >= 128 ? [77, 45] : []
      let low = byte & 127
      if low == 127 { return meta + [94, 63] }
      return low < 32 ? meta + [94, low + 64] : meta + [low]
    }
  }
}

/// `rev`: every line from its end.
struct ReverseBytes: TextTool {
  static let names = ["rev"]

  let paths: [String]

  init(_ words: [String]) throws(ToolProblem) { paths = Array(words.dropFirst()) }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    page.output += line.bytes.reversed()
    if line.isEnded { page.output.append(.newline) }
    return true
  }
}

/// `tac`: the last line first.
struct ReverseLines: TextTool {
  static let names = ["tac"]

  let paths: [String]
  private var lines: [TextLine] = []

  init(_ words: [String]) throws(ToolProblem) { paths = Array(words.dropFirst()) }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    lines.append(line)
    return true
  }

  mutating func close(_ page: inout Page) -> Bool {
    for line in lines.reversed() {
      page.output += line.bytes
      if line.isEnded { page.output.append(.newline) }
    }
    lines = []
    return true
  }
}

/// `nl`: numbered lines.
struct NumberLines: TextTool {
  static let names = ["nl"]

  let paths: [String]
  private let options: GivenOptions
  private let width: Int
  private let step: Int
  private var number: Int

  init(_ words: [String]) throws(ToolProblem) {
    options = try GivenOptions(Array(words.dropFirst()), "b:s:v:w:i:p")
    paths = options.rest
    width = min(try options.number("w") ?? 6, FormatSpec.widestOfMany)
    step = try options.number("i") ?? 1
    number = try options.number("v") ?? 1
  }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    let style = options.value("b") ?? "t"
    guard style == "a" || (style == "t" && !line.bytes.isEmpty) else {
      page.write(String(repeating: " ", count: width + 1))
      page.line(line.bytes)
      return true
    }
    let digits = String(number)
    number = number.addingClamped(step)
    page.write(String(repeating: " ", count: max(0, width - digits.utf8.count)) + digits)
    page.write(options.value("s") ?? "\t")
    page.line(line.bytes)
    return true
  }
}

/// `tee`: what it reads goes on, and into files.
struct Tee: TextTool {
  static let names = ["tee"]

  let paths: [String] = []
  private let files: [String]
  private let appends: Bool

  init(_ words: [String]) throws(ToolProblem) {
    let options = try GivenOptions(Array(words.dropFirst()), "ia")
    files = options.rest
    appends = options.has("a")
  }

  var takesPieces: Bool { true }

  mutating func begin(_ page: inout Page) -> Bool {
    for file in files { page.write([], to: file, appends: appends) }
    return true
  }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    let bytes = line.bytes + (line.isEnded ? [.newline] : [])
    page.output += bytes
    for file in files { page.write(bytes, to: file, appends: true) }
    return true
  }
}

/// `strings`: runs of letters that can be shown.
struct Strings: TextTool {
  static let names = ["strings"]

  let paths: [String]
  private let least: Int

  init(_ words: [String]) throws(ToolProblem) {
    let options = try GivenOptions(Array(words.dropFirst()), "an:fot:")
    paths = options.rest
    least = try options.number("n") ?? 4
  }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    for run in line.bytes.split(whereSeparator: { $0 != 9 && !(32...126).contains($0) })
    where run.count >= least { page.line(run) }
    return true
  }
}
