import Engine

/// What the words behind `dig` ask for.
struct DigWish {
  enum Part: String, CaseIterable {
    case cmd, comments, question, answer, authority, additional, stats
  }

  struct Lookup {
    var name: String
    var type: NameQuestion?
  }

  private(set) var lookups: [Lookup] = []
  /// The name server that was named.
  private(set) var server: String?
  private(set) var shown = Set(Part.allCases)
  private(set) var isShort = false
  private(set) var completes = false
  private(set) var asksForRecursion = true
  private(set) var tries = 3
  private(set) var patience = SimSpan.seconds(5)
  private(set) var asksForVersion = false
  /// A type that was named before any name.
  private var type: NameQuestion?

  struct Problem: Error {
    let text: String
  }

  init(_ words: [String]) throws(Problem) {
    var words = words[...]
    while let word = words.popFirst() {
      if word.hasPrefix("@") {
        server = String(word.dropFirst())
      } else if word.hasPrefix("+") {
        try take(option: String(word.dropFirst()))
      } else if word.hasPrefix("-"), word.count > 1 {
        try take(letter: word, &words)
      } else if let type = NameQuestion(rawValue: word.lowercased()) {
        take(type)
      } else if word.lowercased() != "in" {
        lookups.append(Lookup(name: word, type: nil))
      }
    }
    for place in lookups.indices where lookups[place].type == nil { lookups[place].type = type }
    if lookups.isEmpty { lookups = [Lookup(name: ".", type: type ?? .ns)] }
  }

  private mutating func take(_ type: NameQuestion) {
    if let last = lookups.indices.last, lookups[last].type == nil {
      lookups[last].type = type
    } else {
      self.type = type
    }
  }

  private mutating func take(letter word: String, _ words: inout ArraySlice<String>) throws(Problem)
  {
    let letter = word.dropFirst().prefix(1)
    if letter == "v" { asksForVersion = true }
    if "46uirv".contains(letter) { return }
    guard "xtqcpb".contains(letter) else { throw Problem(text: Self.invalid(word)) }
    let rest = String(word.dropFirst(2))
    guard let value = rest.isEmpty ? words.popFirst() : rest else {
      throw Problem(text: Self.invalid(word))
    }
    switch letter {
    case "x":
      guard let name = NameInquiry.reversed(value) else {
        throw Problem(text: "dig: Invalid IP address \(value)\n")
      }
      lookups.append(Lookup(name: name, type: .ptr))
    case "q": lookups.append(Lookup(name: value, type: nil))
    case "t":
      guard let type = NameQuestion(rawValue: value.lowercased()) else {
        throw Problem(text: ";; Warning, ignoring invalid type \(value)\n")
      }
      take(type)
    default: break
    }
  }

  private mutating func take(option: String) throws(Problem) {
    let sides = option.split(separator: "=", maxSplits: 1).map(String.init)
    let isOn = !option.hasPrefix("no")
    let name = isOn ? sides.first ?? "" : String(sides[0].dropFirst(2))
    let number = sides.count > 1 ? Int64(sides[1]).map { max(1, min($0, 60)) } : nil
    switch (name, number) {
    case ("all", _): shown = isOn ? Set(Part.allCases) : []
    case ("short", _): isShort = isOn
    case ("search", _): completes = isOn
    case ("recurse", _), ("rec", _): asksForRecursion = isOn
    case ("tries", let number?): tries = Int(number)
    case ("retry", let number?): tries = Int(number) + 1
    case ("time", let number?), ("timeout", let number?): patience = .seconds(number)
    default:
      guard let part = Part(rawValue: name) else { throw Problem(text: Self.invalid("+" + option)) }
      if isOn { shown.insert(part) } else { shown.remove(part) }
    }
  }

  private static func invalid(_ word: String) -> String {
    """
    Invalid option: \(word)
    Usage:  dig [@global-server] [domain] [q-type] [q-class] {q-opt}
                {global-d-opt} host [@local-server] {local-d-opt}
                [ host [@local-server] {local-d-opt} [...]]

    Use "dig -h" (or "dig -h | more") for complete list of options

    """
  }
}
