/// Shell patterns: `*`, `?`, `[abc]`, and a backslash before what means itself.
struct GlobPattern {
  private enum Piece {
    case any
    case one
    case scalar(Unicode.Scalar)
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  private let pieces: [Piece]

  init(_ pattern: String) {
    var pieces: [Piece] = []
    var rest = Array(pattern.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*":
        if case .any? = pieces.last { continue }
        pieces.append(.any)
      case "?": pieces.append(.one)
      case "\\": pieces.append(.scalar(rest.popFirst() ?? scalar))
      case "[":
        if let set = Self.takeSet(&rest) {
          pieces.append(set)
        } else {
          pieces.append(.scalar(scalar))
        }
      default: pieces.append(.scalar(scalar))
      }
    }
    self.pieces = pieces
  }

  /// The rest of `[…]`; nil, and nothing taken, when it has no end.
  private static func takeSet(_ rest: inout ArraySlice<Unicode.Scalar>) -> Piece? {
    var inner = rest
    let isNegated = inner.first == "!" || inner.first == "^"
    if isNegated { inner.removeFirst() }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var isFirst = true
    while var scalar = inner.popFirst() {
      if scalar == "]", !isFirst {
        rest = inner
        return .set(ranges, isNegated: isNegated)
      }
      isFirst = false
      if scalar == "[", inner.first == ":", let found = takeClass(&inner) {
        ranges += found
        continue
      }
      if scalar == "\\", let escaped = inner.popFirst() { scalar = escaped }
      if inner.first == "-", let last = inner.dropFirst().first, last != "]" {
        inner.removeFirst(2)
        if scalar <= last { ranges.append(scalar...last) }
      } else {
        ranges.append(scalar...scalar)
      }
    }
    return nil
  }

  private static let classes: [String: [ClosedRange<Unicode.Scalar>]] = [
    "alpha": ["a"..."z", "A"..."Z"], "digit": ["0"..."9"], "lower": ["a"..."z"],
    "upper": ["A"..."Z"], "alnum": ["a"..."z", "A"..."Z", "0"..."9"],
    "space": [" "..." ", "\t"..."\r"], "blank": [" "..." ", "\t"..."\t"],
    "xdigit": ["0"..."9", "a"..."f", "A"..."F"],
    "punct": ["!"..."/", ":"..."@", "["..."`", "{"..."~"],
  ]

  /// `:alpha:]`
  private static func takeClass(
    _ rest: inout ArraySlice<Unicode.Scalar>
  ) -> [ClosedRange<Unicode.Scalar>]? {
    guard let end = rest.dropFirst().firstIndex(of: ":"), rest[(end + 1)...].first == "]" else {
      return nil
    }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: rest[(rest.startIndex + 1)..<end])
    guard let found = classes[String(name)] else { return nil }
    rest = rest[(end + 2)...]
    return found
  }

  /// What in a text means something in a pattern, made to mean itself.
  static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { "*?[]\\".utf8.contains($0) }) else { return text }
    return text.map { "*?[]\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }

  func matches(_ text: String) -> Bool { matches(Array(text.unicodeScalars)[...]) }

  /// Goes back at most to the last `*`, so that no pattern takes more than text times pattern.
  func matches(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var place = text.startIndex
    var piece = 0
    var retry: (piece: Int, place: Int)?
    while place < text.endIndex {
      if piece < pieces.count, case .any = pieces[piece] {
        piece += 1
        retry = (piece, place)
      } else if piece < pieces.count, fits(pieces[piece], text[place]) {
        piece += 1
        place += 1
      } else if let last = retry {
        retry = (last.piece, last.place + 1)
        piece = last.piece
        place = last.place + 1
      } else {
        return false
      }
    }
    while piece < pieces.count, case .any = pieces[piece] { piece += 1 }
    return piece == pieces.count
  }

  private func fits(_ piece: Piece, _ scalar: Unicode.Scalar) -> Bool {
    switch piece {
    case .any: false
    case .one: true
    case .scalar(let wanted): scalar == wanted
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
    }
  }

  // MARK: - Cutting

  func withoutPrefix(_ text: String, longest: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    let lengths = Array(0...scalars.count)
    for length in longest ? lengths.reversed() : lengths where matches(scalars[..<length]) {
      return Self.text(scalars[length...])
    }
    return text
  }

  func withoutSuffix(_ text: String, longest: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    let starts = Array(0...scalars.count)
    for start in longest ? starts : starts.reversed() where matches(scalars[start...]) {
      return Self.text(scalars[..<start])
    }
    return text
  }

  /// The longest match at each place is replaced: at the first one, or at all.
  func replacing(in text: String, with replacement: String, all: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    guard !pieces.isEmpty else { return text }
    var result = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      let end = (place...scalars.count).last { $0 > place && matches(scalars[place..<$0]) }
      if let end {
        result.append(contentsOf: replacement.unicodeScalars)
        place = end
        if !all { break }
      } else {
        result.append(scalars[place])
        place += 1
      }
    }
    result.append(contentsOf: scalars[place...])
    return String(result)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
