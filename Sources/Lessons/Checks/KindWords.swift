import Objects

/// Which kind a word of a check means: any name kubectl takes.
enum KindWords {
  static func kind(_ word: String) -> Kind? {
    let word = word.lowercased()
    return Kind.allCases.first { kind in
      let facts = kind.facts
      return word == kind.singular || word == facts.plural || facts.shortNames.contains(word)
        || word == kind.qualifiedSingular || word == kind.qualifiedPlural
    }
  }
}
