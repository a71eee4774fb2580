extension JSONPath {
  /// Whether what is printed may hold `metadata.managedFields`. Working that record out is dear,
  /// and most templates ask for other things.
  public var showsFieldManagers: Bool { Self.showManagers(pieces) }

  private static func showManagers(_ pieces: [Piece]) -> Bool {
    pieces.contains { piece in
      guard case .action(let steps) = piece, !piece.has("end") else { return false }
      let names = names(steps)
      if names.contains("managedFields") { return true }
      return !piece.has("range") && !isText(steps) && endsAbove(steps)
    }
  }

  private static func isText(_ steps: [Step]) -> Bool {
    if case .text? = steps.last { true } else { false }
  }

  private static func names(_ steps: [Step]) -> [String] {
    steps.flatMap { step -> [String] in
      switch step {
      case .member(let name): [name]
      case .union(let paths): paths.flatMap(names)
      case .wildcard, .recursive, .slice, .filter, .text, .literal, .word: []
      }
    }
  }

  /// Whether a path ends at a whole object, or at its metadata.
  private static func endsAbove(_ steps: [Step]) -> Bool {
    let isDeep = steps.contains {
      if case .recursive = $0 { true } else { false }
    }
    guard let last = names(steps).last else { return true }
    return isDeep || last == "items" || last == "metadata"
  }
}
