/// Lines that match.
enum Grep: Filter {
  static let name = "grep"
  static let summary = "lines that match a pattern: -A -B -C -c -E -F -i -n -o -q -v -w -x"

  private struct Request {
    var patterns: [Pattern] = []
    var inverted = false
    var before = 0
    var after = 0
    var limit = Int.max
    var numbered = false

    func selects(_ line: String) -> Bool {
      patterns.contains { $0.matches(line) } != inverted
    }
  }

  static func run(_ call: FilterCall) throws(FilterProblem) -> FilterOutput {
    let options = try OptionReader(
      call.arguments, for: name, flags: "EFGcinoqvwxhHs", values: "ABCem",
      long: [
        "extended-regexp": "E", "fixed-strings": "F", "ignore-case": "i", "invert-match": "v",
        "count": "c", "line-number": "n", "only-matching": "o", "quiet": "q", "word-regexp": "w",
        "line-regexp": "x", "after-context": "A", "before-context": "B", "context": "C",
        "regexp": "e", "max-count": "m", "no-filename": "h", "color": "h", "colour": "h",
      ])
    var files = options.operands
    var patterns = options.values("e")
    if patterns.isEmpty {
      guard !files.isEmpty else {
        throw FilterProblem("usage: grep [OPTION]... PATTERN [FILE]...", status: 2)
      }
      patterns = [files.removeFirst()]
    }
    let request = try request(patterns, options)
    let lines = Lines(try call.text(of: files, for: name)).lines
    let selected = lines.indices.filter { request.selects(lines[$0]) }.prefix(request.limit)
    let status: Int32 = selected.isEmpty ? 1 : 0
    if options.has("q") { return FilterOutput(text: "", status: status) }
    if options.has("c") { return FilterOutput(text: "\(selected.count)\n", status: status) }
    let shown =
      options.has("o")
      ? pieces(of: lines, Array(selected), request) : context(lines, Array(selected), request)
    return FilterOutput(text: Lines.text(shown), status: status)
  }

  private static func request(
    _ patterns: [String], _ options: OptionReader
  ) throws(FilterProblem) -> Request {
    var request = Request()
    for pattern in patterns.flatMap({ $0.split(separator: "\n", omittingEmptySubsequences: false) })
    {
      request.patterns.append(
        try Pattern(
          String(pattern), extended: options.has("E"), fixed: options.has("F"),
          ignoringCase: options.has("i"), wholeWord: options.has("w"), wholeLine: options.has("x")))
    }
    request.inverted = options.has("v")
    request.numbered = options.has("n")
    let around = try options.number("C", for: name) ?? 0
    request.before = try options.number("B", for: name) ?? around
    request.after = try options.number("A", for: name) ?? around
    request.limit = try options.number("m", for: name) ?? .max
    return request
  }

  /// Only the matching pieces, each on its own line.
  private static func pieces(
    of lines: [String], _ selected: [Int], _ request: Request
  ) -> [String] {
    guard !request.inverted else { return [] }
    return selected.flatMap { number in
      let found = request.patterns.flatMap { $0.all(in: lines[number]) }
      return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
        .map { $0.groups[0] }.filter { !$0.isEmpty }
        .map { request.numbered ? "\(number + 1):\($0)" : $0 }
    }
  }

  /// The selected lines with their neighbours; `--` stands where lines were left out between.
  private static func context(
    _ lines: [String], _ selected: [Int], _ request: Request
  ) -> [String] {
    var shown: [String] = []
    var last: Int?
    for (place, number) in selected.enumerated() {
      let next = place + 1 < selected.count ? selected[place + 1] : lines.count
      let first = max(number - request.before, (last ?? -1) + 1)
      if let last, first > last + 1, request.before + request.after > 0 { shown.append("--") }
      let end = min(number + request.after, next - 1, lines.count - 1)
      for line in min(first, number)...max(end, number) {
        let sign = line == number ? ":" : "-"
        shown.append(request.numbered ? "\(line + 1)\(sign)\(lines[line])" : lines[line])
      }
      last = max(end, number)
    }
    return shown
  }
}
