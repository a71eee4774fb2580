import Objects

/// A path as `-o jsonpath` takes it: `{.items[*].metadata.name}`, text and paths mixed.
///
/// The relaxed form without braces, `.metadata.name` or `metadata.name`, is taken too.
public struct JSONPath: Sendable {
  /// One piece of a template.
  indirect enum Piece: Sendable {
    case text(String)
    case path([Step])
    case range([Step], body: [Piece])
  }

  /// One step along a path.
  indirect enum Step: Sendable {
    case member(String)
    case wildcard
    case recursive
    case index(Int)
    case slice(from: Int?, to: Int?, by: Int)
    case union([[Step]])
    case filter(Filter)
    /// The whole document, `$`.
    case root
  }

  /// `?(@.a == "b")`
  struct Filter: Sendable {
    enum Side: Sendable {
      case path([Step])
      case literal(APIValue)
    }

    var left: Side
    /// Nil asks only whether the left side is there.
    var op: String?
    var right: Side?
  }

  /// Why a template cannot be read or followed, in kubectl's words.
  public struct Problem: Error, Equatable, Sendable {
    public var message: String
  }

  let pieces: [Piece]

  public init(_ text: String) throws(Problem) {
    var template = text
    if !text.contains("{") {
      template =
        text.hasPrefix(".") || text.hasPrefix("[") || text.hasPrefix("$")
        ? "{\(text)}" : "{.\(text)}"
    }
    var parser = JSONPathParser(template)
    pieces = try parser.pieces(untilEnd: false)
  }

  /// Every value the template's paths find, in order; texts are passed over.
  public func values(in document: APIValue) -> [APIValue] {
    pieces.flatMap { piece -> [APIValue] in
      switch piece {
      case .text: []
      case .path(let steps): JSONPathWalker(root: document).values(of: steps, from: [document])
      case .range(let steps, let body):
        JSONPathWalker(root: document).values(of: steps, from: [document]).flatMap { item in
          JSONPath(pieces: body).values(in: item)
        }
      }
    }
  }

  private init(pieces: [Piece]) {
    self.pieces = pieces
  }

  /// The template filled in. A missing field is an error unless `allowMissing`.
  public func text(of document: APIValue, allowMissing: Bool = true) throws(Problem) -> String {
    try text(of: pieces, in: document, root: document, allowMissing)
  }

  private func text(
    of pieces: [Piece], in document: APIValue, root: APIValue, _ allowMissing: Bool
  ) throws(Problem) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .path(let steps):
        let found = JSONPathWalker(root: root).values(of: steps, from: [document])
        if found.isEmpty, !allowMissing, case .member(let name)? = steps.first(where: isMember) {
          throw Problem(message: "\(name) is not found")
        }
        result += found.map(Self.printed).joined(separator: " ")
      case .range(let steps, let body):
        for item in JSONPathWalker(root: root).values(of: steps, from: [document]) {
          result += try text(of: body, in: item, root: root, allowMissing)
        }
      }
    }
    return result
  }

  private func isMember(_ step: Step) -> Bool {
    if case .member = step { true } else { false }
  }

  /// Scalars bare, everything else as compact JSON, as kubectl prints results.
  static func printed(_ value: APIValue) -> String {
    switch value {
    case .string(let text): text
    case .null: ""
    case .bool, .integer, .number, .array, .object: JSON.encode(value, pretty: false)
    }
  }
}
