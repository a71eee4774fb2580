import Objects

/// A path as `-o jsonpath` takes it: `{.items[*].metadata.name}`, text and paths mixed.
public struct JSONPath: Sendable {
  /// One piece of a template.
  enum Piece: Sendable {
    case text(String)
    case action([Step])

    /// Whether it is an action with this word in it, such as `end`.
    func has(_ wanted: String) -> Bool {
      guard case .action(let steps) = self else { return false }
      return steps.contains { step in
        if case .word(wanted) = step { true } else { false }
      }
    }
  }

  /// One step along a path.
  indirect enum Step: Sendable {
    case member(String)
    case wildcard
    case recursive
    case slice(Slice)
    case union([[Step]])
    case filter(Filter)
    case text(String)
    /// A number or truth value that stands there itself.
    case literal(APIValue)
    /// `range` and `end`; any other word is an error when it is come to.
    case word(String)
  }

  /// Which items of a list are taken.
  struct Slice: Sendable {
    var from: Int?
    /// The first that is not taken.
    var to: Int?
    var by: Int?
    /// Whether only a place was given.
    var isOneItem = false

    init(from: Int?) { self.from = from }
  }

  /// `?(@.a == "b")`
  struct Filter: Sendable {
    var left: [Step]
    /// Nil asks only whether the left side is there.
    var op: String?
    var right: [Step] = []
  }

  /// Why a template cannot be read or followed, in kubectl's words.
  public struct Problem: Error, Equatable, Sendable {
    public var message: String
  }

  /// Paths find no more at a time: each `..` and each `,` can make many of one.
  static let mostValues = 5_000_000
  static let tooMuch = Problem(message: "the template comes to too much")

  /// As it was given.
  public let source: String
  let pieces: [Piece]

  public init(_ text: String) throws(Problem) {
    source = text
    var parser = JSONPathParser(text)
    pieces = try parser.pieces()
  }

  /// A single path, whose braces and first dot may be left out: `.metadata.name`,
  /// `metadata.name`. This is how columns and sort keys are written.
  public init(relaxed text: String) throws(Problem) {
    try self.init(try Self.strict(text))
  }

  /// A relaxed path with its braces and its dot.
  public static func strict(_ text: String) throws(Problem) -> String {
    if text.isEmpty { return "" }
    var inner = Substring(text)
    let hasBraces = inner.first == "{" && inner.last == "}" && inner.count > 2
    if hasBraces { inner = inner.dropFirst().dropLast() }
    if inner.first == "." { inner.removeFirst() }
    guard !inner.isEmpty, !inner.contains("{"), !inner.contains("}") else {
      throw Problem(
        message: "unexpected path string, expected a 'name1.name2' or '.name1.name2' or "
          + "'{name1.name2}' or '{.name1.name2}'")
    }
    return "{.\(inner)}"
  }

  /// Every value the template's paths find, in order; texts are passed over, and so is what
  /// cannot be followed.
  public func values(in document: APIValue) -> [APIValue] {
    let onlyPaths = pieces.filter { if case .text = $0 { false } else { true } }
    var run = JSONPathRun(pieces: onlyPaths, walker: JSONPathWalker(allowsMissing: true))
    return ((try? run.results(of: document)) ?? []).flatMap(\.self)
  }

  /// What each text and path of the template comes to, ranges written out.
  public func results(
    in document: APIValue, allowMissing: Bool = true
  ) throws(Problem) -> [[APIValue]] {
    var run = JSONPathRun(
      pieces: pieces, walker: JSONPathWalker(allowsMissing: allowMissing))
    return try run.results(of: document)
  }

  /// The template filled in. A missing field is an error unless `allowMissing`.
  public func text(of document: APIValue, allowMissing: Bool = true) throws(Problem) -> String {
    try results(in: document, allowMissing: allowMissing)
      .map { $0.map(Self.printed).joined(separator: " ") }.joined()
  }

  /// Scalars bare, everything else as compact JSON, as kubectl prints results.
  static func printed(_ value: APIValue) -> String {
    switch value {
    case .string(let text): text
    case .number(let number): GoNumber.shortest(number)
    case .null: "null"
    case .bool, .integer, .array, .object: JSON.encode(value, pretty: false)
    }
  }
}

/// One run of a template over a document.
struct JSONPathRun {
  let pieces: [JSONPath.Piece]
  let walker: JSONPathWalker
  /// Ranges in ranges can go on for ever: they may lie so deep in one another, and do so much, in
  /// values found and paths followed.
  private static let deepest = 10
  private static let mostWork = 60_000_000
  private static let workOfPath = 20
  private var work = 0
  /// For each piece that begins a range: the place behind the piece that ends it; nil for others,
  /// and where nothing ends it.
  private let closings: [Int?]

  init(pieces: [JSONPath.Piece], walker: JSONPathWalker) {
    self.pieces = pieces
    self.walker = walker
    var closings: [Int?] = Array(repeating: nil, count: pieces.count)
    var open: [Int] = []
    for (place, piece) in pieces.enumerated() {
      if piece.has("range") { open.append(place) }
      if piece.has("end"), let range = open.popLast() { closings[range] = place + 1 }
    }
    self.closings = closings
  }

  mutating func results(of document: APIValue) throws(JSONPath.Problem) -> [[APIValue]] {
    try run(from: 0, document, depth: 0).results
  }

  /// Runs the pieces from a place on, up to the end of the range they stand in; `end` is the place
  /// behind that, or nil where the range is never closed.
  private mutating func run(
    from start: Int, _ value: APIValue, depth: Int
  ) throws(JSONPath.Problem) -> (results: [[APIValue]], end: Int?) {
    var results: [[APIValue]] = []
    var place = start
    while place < pieces.count {
      let piece = pieces[place]
      place += 1
      switch piece {
      case .text(let text): results.append([.string(text)])
      case .action(let steps):
        if piece.has("end") {
          if depth > 0 { return (results, place) }
          throw JSONPath.Problem(message: "not in range, nothing to end")
        }
        let found = try walker.values(of: steps, from: [value])
        work += Self.workOfPath + found.count
        guard work <= Self.mostWork else { throw JSONPath.tooMuch }
        guard piece.has("range") else {
          results.append(found)
          continue
        }
        var end: Int?
        for item in found {
          guard depth < Self.deepest else { throw JSONPath.tooMuch }
          let inner = try run(from: place, item, depth: depth + 1)
          results += inner.results
          end = inner.end
        }
        if found.isEmpty { end = closings[place - 1] }
        place = end ?? place
      }
    }
    return (results, nil)
  }
}
