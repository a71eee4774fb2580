/// Regular expressions as grep and sed write them.
enum Pattern {
  /// Reads a pattern; `isExtended` as of `grep -E`. Nil when it is none.
  static func regex(_ text: String, isExtended: Bool, ignoresCase: Bool = false)
    -> Regex<AnyRegexOutput>?
  {
    let regex = try? Regex(isExtended ? text : extended(text))
    return ignoresCase ? regex?.ignoresCase() : regex
  }

  /// In basic expressions `( ) { } + ? |` are plain, and special behind a backslash.
  private static func extended(_ text: String) -> String {
    let swapped = "(){}+?|"
    var result = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
      if character == "\\", let next = rest.popFirst() {
        result += swapped.contains(next) ? String(next) : "\\\(next)"
      } else if swapped.contains(character) {
        result += "\\\(character)"
      } else {
        result.append(character)
      }
    }
    return result
  }
}

enum Grep: Tool {
  static let names = ["grep", "egrep", "fgrep"]
  static let input = ToolInput(leading: 1, valued: "efABCm", instead: "ef")

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var (flags, rest) = call.options(valued: "eABCm")
    let text = flags["e"] ?? (rest.isEmpty ? "" : rest.removeFirst())
    let isPlain = flags["F"] != nil || call.name == "fgrep"
    let plain = isPlain ? text.map { "\\\($0)" }.joined() : text
    let isExtended = flags["E"] != nil || call.name == "egrep" || isPlain
    let shape = flags["w"] != nil ? "\\b(?:\(plain))\\b" : plain
    guard
      let regex = Pattern.regex(
        flags["x"] != nil ? "^\(shape)$" : shape, isExtended: isExtended || flags["w"] != nil,
        ignoresCase: flags["i"] != nil)
    else { return call.fail("bad regex '\(text)'", status: 2) }
    flags["e"] = nil
    let found = call.texts(rest)
    var count = 0
    for (file, content) in found.texts.enumerated() {
      let name = found.texts.count > 1 ? "\(rest[file]):" : ""
      count += search(content, regex, flags, name, &call)
    }
    return .exit(found.status != 0 ? 2 : count > 0 ? 0 : 1)
  }

  private static func search(
    _ text: String, _ regex: Regex<AnyRegexOutput>, _ flags: [Character: String], _ name: String,
    _ call: inout ToolCall
  ) -> Int {
    let all = TextLines.of(text)
    let hits = all.indices.filter { all[$0].contains(regex) != (flags["v"] != nil) }
    if flags["q"] != nil { return hits.count }
    if flags["c"] != nil {
      call.output += "\(name)\(hits.count)\n"
      return hits.count
    }
    if flags["l"] != nil {
      if !hits.isEmpty { call.output += "\(name.dropLast())\n" }
      return hits.count
    }
    let before = (flags["B"] ?? flags["C"]).flatMap { Int($0) } ?? 0
    let after = (flags["A"] ?? flags["C"]).flatMap { Int($0) } ?? 0
    var shown = Set<Int>()
    for hit in hits {
      for place in max(0, hit - before)...min(all.count - 1, hit + after) { shown.insert(place) }
    }
    for place in shown.sorted() {
      let number = flags["n"] != nil ? "\(place + 1):" : ""
      if flags["o"] != nil {
        for match in all[place].matches(of: regex) {
          call.output += "\(name)\(number)\(all[place][match.range])\n"
        }
      } else {
        call.output += "\(name)\(number)\(all[place])\n"
      }
    }
    return hits.count
  }
}

/// `sed`: `s/a/b/[gi]`, `p`, `d`, `q`, with a line number, `$`, a range or `/regex/` in front.
enum Replace: Tool {
  static let names = ["sed"]
  static let input = ToolInput(leading: 1, valued: "ef", instead: "ef")

  struct Step {
    var first: Address?
    var last: Address?
    var letter: Character
    var regex: Regex<AnyRegexOutput>?
    var text = ""
    var isGlobal = false
  }

  enum Address {
    case line(Int)
    case end
    case matching(Regex<AnyRegexOutput>)
  }

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var (flags, rest) = call.options(valued: "e")
    let script = flags["e"] ?? (rest.isEmpty ? "" : rest.removeFirst())
    let isExtended = flags["E"] != nil || flags["r"] != nil
    flags["e"] = nil
    var reader = SedReader(script, isExtended: isExtended)
    guard let steps = reader.steps() else {
      return call.fail("unmatched '/' or unknown command in '\(script)'")
    }
    let found = call.texts(rest)
    let results = found.texts.map { edit($0, steps, isQuiet: flags["n"] != nil) }
    if flags["i"] != nil {
      for (path, text) in zip(rest, results) {
        try? call.runner.sandbox.write(
          text, to: call.absolute(path), appending: false, in: call.container)
      }
    } else {
      call.output = results.joined()
    }
    return .exit(found.status)
  }

  private static func edit(_ text: String, _ steps: [Step], isQuiet: Bool) -> String {
    let all = TextLines.of(text)
    var output = ""
    var open = Set<Int>()
    for (place, original) in all.enumerated() {
      var line = original
      var isDeleted = false
      var ends = false
      for (number, step) in steps.enumerated() where !isDeleted {
        guard applies(step, number, place + 1, all.count, line, &open) else { continue }
        switch step.letter {
        case "d": isDeleted = true
        case "p": output += line + "\n"
        case "q": ends = true
        default:
          guard let regex = step.regex else { continue }
          line = replace(line, regex, step)
        }
      }
      if !isDeleted, !isQuiet { output += line + "\n" }
      if ends { break }
    }
    return output
  }

  private static func replace(
    _ line: String, _ regex: Regex<AnyRegexOutput>, _ step: Step
  ) -> String {
    line.replacing(regex, maxReplacements: step.isGlobal ? Int.max : 1) { match in
      var result = ""
      var rest = Substring(step.text)
      while let character = rest.popFirst() {
        if character == "&" {
          result += line[match.range]
        } else if character == "\\", let next = rest.popFirst() {
          if let group = next.wholeNumberValue {
            result += group < match.output.count ? match.output[group].substring ?? "" : ""
          } else {
            result.append(next == "n" ? "\n" : next)
          }
        } else {
          result.append(character)
        }
      }
      return result
    }
  }

  private static func applies(
    _ step: Step, _ number: Int, _ place: Int, _ count: Int, _ line: String, _ open: inout Set<Int>
  ) -> Bool {
    guard let first = step.first else { return true }
    guard let last = step.last else { return holds(first, place, count, line) }
    if open.contains(number) {
      if holds(last, place, count, line) { open.remove(number) }
      return true
    }
    guard holds(first, place, count, line) else { return false }
    if case .line(let end) = last, end <= place { return true }
    open.insert(number)
    return true
  }

  private static func holds(_ address: Address, _ place: Int, _ count: Int, _ line: String) -> Bool
  {
    switch address {
    case .line(let number): place == number
    case .end: place == count
    case .matching(let regex): line.contains(regex)
    }
  }
}

/// Reads sed's little language.
struct SedReader {
  private var rest: Substring
  private let isExtended: Bool

  init(_ script: String, isExtended: Bool) {
    rest = Substring(script)
    self.isExtended = isExtended
  }

  mutating func steps() -> [Replace.Step]? {
    var steps: [Replace.Step] = []
    while true {
      rest = rest.drop { "; \n".contains($0) }
      if rest.isEmpty { return steps }
      guard let step = step() else { return nil }
      steps.append(step)
    }
  }

  private mutating func step() -> Replace.Step? {
    let first = address()
    var last: Replace.Address?
    if first != nil, rest.first == "," {
      rest.removeFirst()
      last = address()
    }
    guard let letter = rest.popFirst() else { return nil }
    var step = Replace.Step(first: first, last: last, letter: letter)
    if "pdq".contains(letter) { return step }
    guard letter == "s", let separator = rest.popFirst(), let pattern = part(until: separator),
      let text = part(until: separator)
    else { return nil }
    let flags = rest.prefix { $0.isLetter }
    rest.removeFirst(flags.count)
    step.isGlobal = flags.contains("g")
    step.text = text
    step.regex = Pattern.regex(
      pattern, isExtended: isExtended, ignoresCase: flags.lowercased().contains("i"))
    return step.regex == nil ? nil : step
  }

  private mutating func address() -> Replace.Address? {
    if rest.first == "$" {
      rest.removeFirst()
      return .end
    }
    let digits = rest.prefix { $0.isNumber }
    if let number = Int(digits) {
      rest.removeFirst(digits.count)
      return .line(number)
    }
    guard rest.first == "/" else { return nil }
    rest.removeFirst()
    return part(until: "/").flatMap { Pattern.regex($0, isExtended: isExtended) }
      .map(Replace.Address.matching)
  }

  /// Up to the separator, which a backslash makes plain.
  private mutating func part(until separator: Character) -> String? {
    var text = ""
    while let character = rest.popFirst() {
      if character == separator { return text }
      if character == "\\", let next = rest.popFirst() {
        text += next == separator ? String(next) : "\\\(next)"
      } else {
        text.append(character)
      }
    }
    return nil
  }
}
