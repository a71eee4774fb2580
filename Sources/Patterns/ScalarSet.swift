/// A set of characters, as a bracket expression means it.
struct ScalarSet: Sendable {
  private var ranges: [ClosedRange<UInt32>] = []
  /// What `\p{…}` stands for: the first letters of general categories, and whether they are left
  /// out instead.
  private var categories: [(name: String, isNegated: Bool)] = []
  private var others: [ScalarSet] = []
  private var isNegated = false

  init() {}

  init(_ scalar: Unicode.Scalar) { ranges = [scalar.value...scalar.value] }

  init(_ parts: ClosedRange<Unicode.Scalar>...) {
    ranges = parts.map { $0.lowerBound.value...$0.upperBound.value }
  }

  init(category: String, isNegated: Bool) { categories = [(category, isNegated)] }

  static let everything = ScalarSet("\0"..."\u{10FFFF}")
  static let notNewline = ScalarSet("\n").inverted
  static let digit = ScalarSet("0"..."9")
  static let word = ScalarSet("0"..."9", "A"..."Z", "_"..."_", "a"..."z")
  static let space = ScalarSet("\t"..."\n", "\u{C}"..."\r", " "..." ")

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    let isIn =
      ranges.contains { $0.contains(value) }
      || categories.contains { $0.isNegated != scalar.isOf(category: $0.name) }
      || others.contains { $0.contains(scalar) }
    return isIn != isNegated
  }

  /// The character of a set that has only that.
  var only: Unicode.Scalar? {
    guard ranges.count == 1, ranges[0].count == 1, categories.isEmpty, others.isEmpty, !isNegated
    else { return nil }
    return Unicode.Scalar(ranges[0].lowerBound)
  }

  var inverted: ScalarSet {
    var result = self
    result.isNegated.toggle()
    return result
  }

  mutating func formUnion(_ other: ScalarSet) { others.append(other) }

  mutating func insert(_ range: ClosedRange<Unicode.Scalar>) {
    ranges.append(range.lowerBound.value...range.upperBound.value)
  }

  /// With the other case of every letter that is named.
  var withBothCases: ScalarSet {
    var result = self
    for range in ranges where range.count <= Self.mostFolded {
      for scalar in range.compactMap(Unicode.Scalar.init) {
        for other in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
          let mapped = other.unicodeScalars
          guard mapped.count == 1, let only = mapped.first, only != scalar else { continue }
          result.ranges.append(only.value...only.value)
        }
      }
    }
    result.others = others.map(\.withBothCases)
    return result
  }

  /// Longer ranges than any alphabet hold both cases already.
  private static let mostFolded = 1_500

  /// `[:alpha:]` and its like.
  static func named(_ name: some StringProtocol) -> ScalarSet? {
    switch name {
    case "alnum": ScalarSet("0"..."9", "A"..."Z", "a"..."z")
    case "alpha": ScalarSet("A"..."Z", "a"..."z")
    case "ascii": ScalarSet("\0"..."\u{7F}")
    case "blank": ScalarSet("\t"..."\t", " "..." ")
    case "cntrl": ScalarSet("\0"..."\u{1F}", "\u{7F}"..."\u{7F}")
    case "digit": digit
    case "graph": ScalarSet("!"..."~")
    case "lower": ScalarSet("a"..."z")
    case "print": ScalarSet(" "..."~")
    case "punct": ScalarSet("!"..."/", ":"..."@", "["..."`", "{"..."~")
    case "space": ScalarSet("\t"..."\r", " "..." ")
    case "upper": ScalarSet("A"..."Z")
    case "word": word
    case "xdigit": ScalarSet("0"..."9", "A"..."F", "a"..."f")
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether its general category begins so: `L` is every letter, `Lu` the capital ones.
  fileprivate func isOf(category: String) -> Bool {
    category == "Any" || properties.generalCategory.shortName.hasPrefix(category)
  }
}

extension Unicode.GeneralCategory {
  static let shortNames: Set<String> = [
    "Any", "C", "Cc", "Cf", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn",
    "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm",
    "So", "Z", "Zl", "Zp", "Zs",
  ]

  fileprivate var shortName: String {
    switch self {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
