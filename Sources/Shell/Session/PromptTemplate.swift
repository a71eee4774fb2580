import Engine

/// What a prompt can tell.
struct PromptFacts {
  var time: SimTime
  var namespace: String
  /// `localhost 2/4`: the lesson and the step.
  var place: String?
  /// `×10` while the clock follows the one on the wall.
  var clock: String?
  /// How many nodes and pods are unwell.
  var unwell = 0
  /// How the last command ended.
  var status: Int32 = 0
}

/// How the prompt is made up: text, and placeholders for what it tells.
struct PromptTemplate {
  static let standard = "%l %t %c %m %n> "
  /// For screens where a line has little room.
  static let short = "%l %m %n> "
  /// Screens with fewer columns have little room.
  static let narrow = 40

  /// The letters that may stand behind `%`, and what they show.
  static let placeholders: [(letter: Character, meaning: String)] = [
    ("t", "the cluster's time, as 12:00:50"),
    ("n", "the namespace"),
    ("l", "the lesson and its step, as localhost 2/4"),
    ("c", "×10 while the clock runs by itself, ten times as fast"),
    ("m", "!3 when three nodes or pods are unwell"),
    ("s", "?1 when the last command ended with status 1"),
    ("%", "a percent sign"),
  ]

  let text: String

  /// Nil when a letter behind a `%` means nothing, or the text has several lines.
  init?(_ text: String) {
    var rest = text[...]
    while let character = rest.popFirst() {
      if character.isNewline { return nil }
      guard character == "%" else { continue }
      guard let letter = rest.popFirst(),
        Self.placeholders.contains(where: { $0.letter == letter })
      else { return nil }
    }
    self.text = text
  }

  private init(known text: String) { self.text = text }

  /// What is meant when nobody has chosen, or has chosen what cannot be read.
  static func chosen(_ text: String?, width: Int?) -> PromptTemplate {
    let isNarrow = width.map { $0 < narrow } ?? false
    return text.flatMap { PromptTemplate($0) }
      ?? PromptTemplate(known: isNarrow ? short : standard)
  }

  /// A placeholder that has nothing to tell takes a space beside it along.
  func filled(with facts: PromptFacts, usesColour: Bool) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "%", let letter = rest.popFirst() else {
        result.append(character)
        continue
      }
      let (shown, colour) = Self.piece(letter, of: facts)
      if !shown.isEmpty {
        result += usesColour && !colour.isEmpty ? "\u{1b}[\(colour)m\(shown)\u{1b}[0m" : shown
      } else if result.hasSuffix(" ") {
        result.removeLast()
      } else if result.isEmpty, rest.first == " " {
        rest.removeFirst()
      }
    }
    return result
  }

  private static func piece(
    _ letter: Character, of facts: PromptFacts
  ) -> (text: String, colour: String) {
    switch letter {
    case "t": (facts.time.clockText, "2")
    case "n": (facts.namespace, "36")
    case "l": (facts.place ?? "", "35")
    case "c": (facts.clock ?? "", "33")
    case "m": (facts.unwell > 0 ? "!\(facts.unwell)" : "", "1;31")
    case "s": (facts.status != 0 ? "?\(facts.status)" : "", "31")
    case "%": ("%", "")
    default: ("", "")
    }
  }
}
