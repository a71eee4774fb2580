/// Some characters or fields of each line.
enum Cut: Filter {
  static let name = "cut"
  static let summary = "parts of each line: -c LIST, or -d DELIMITER -f LIST"

  static func run(_ call: FilterCall) throws(FilterProblem) -> FilterOutput {
    let options = try OptionReader(
      call.arguments, for: name, flags: "s", values: "bcdf",
      long: ["delimiter": "d", "fields": "f", "characters": "c"])
    let lines = Lines(try call.text(of: options.operands, for: name)).lines
    if let list = options.value("c") ?? options.value("b") {
      let ranges = try ranges(list)
      return FilterOutput(text: Lines.text(lines.map { String(pick(Array($0), ranges)) }))
    }
    guard let list = options.value("f") else {
      throw FilterProblem("cut: you must specify a list of bytes, characters, or fields")
    }
    let ranges = try ranges(list)
    let delimiter = options.value("d") ?? "\t"
    guard delimiter.count == 1, let separator = delimiter.first else {
      throw FilterProblem("cut: the delimiter must be a single character")
    }
    let cut: [String] = lines.compactMap { line in
      guard line.contains(separator) else { return options.has("s") ? nil : line }
      let fields = line.split(separator: separator, omittingEmptySubsequences: false)
      return pick(fields, ranges).joined(separator: delimiter)
    }
    return FilterOutput(text: Lines.text(cut))
  }

  private static func pick<Item>(_ items: [Item], _ ranges: [ClosedRange<Int>]) -> [Item] {
    items.indices.filter { place in ranges.contains { $0.contains(place + 1) } }.map { items[$0] }
  }

  /// `1`, `2-4`, `3-`, `-2`, separated by commas; counted from 1.
  private static func ranges(_ list: String) throws(FilterProblem) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      let first = ends[0].isEmpty ? 1 : Int(ends[0])
      let last = ends.count == 1 ? first : ends[1].isEmpty ? .max : Int(ends[1])
      guard let first, let last, first > 0, first <= last, part != "-", !part.isEmpty else {
        throw FilterProblem("cut: invalid range: '\(part)'")
      }
      ranges.append(first...last)
    }
    return ranges
  }
}
