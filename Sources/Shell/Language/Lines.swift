/// The lines of a text: a final newline ends the last line and begins none.
struct Lines {
  var lines: [String]

  init(_ text: String) {
    var scalars = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    if scalars.last?.isEmpty ?? false { scalars.removeLast() }
    lines = scalars.map { String($0) }
  }

  static func text(_ lines: some Sequence<String>) -> String {
    lines.reduce(into: "") { $0 += $1 + "\n" }
  }
}
