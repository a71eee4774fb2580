import CLibEdit

/// Keys that terminals send as several characters after ESC.
///
/// Each becomes one code from the C1 range, which libedit binds like any character. To bind the
/// sequences themselves would make ESC a lead-in and take it away from vi mode.
enum KeySequences {
  struct Key {
    /// What follows ESC, in the spellings of different terminals.
    var spellings: [String]
    var code: UInt8
    /// libedit's function, or one of ours (`pod-…`).
    var function: String
  }

  static let keys: [Key] = [
    Key(spellings: ["[A", "OA"], code: up, function: "ed-prev-history"),
    Key(spellings: ["[B", "OB"], code: down, function: "ed-next-history"),
    Key(spellings: ["[C", "OC"], code: 0x82, function: "pod-forward"),
    Key(spellings: ["[D", "OD"], code: 0x83, function: "ed-prev-char"),
    Key(spellings: ["[H", "OH", "[1~", "[7~"], code: 0x84, function: "pod-home"),
    Key(spellings: ["[F", "OF", "[4~", "[8~"], code: 0x85, function: "pod-end"),
    Key(spellings: ["[3~"], code: 0x86, function: "pod-delete"),
    Key(spellings: ["[1;5C", "[1;3C", "[5C", "Oc"], code: 0x87, function: "pod-next-word"),
    Key(spellings: ["[1;5D", "[1;3D", "[5D", "Od"], code: 0x88, function: "ed-prev-word"),
    Key(spellings: ["[200~"], code: pasteBegin, function: "pod-paste"),
    Key(spellings: ["[Z"], code: tabBack, function: "pod-complete-back"),
  ]

  static let up: UInt8 = 0x80
  static let down: UInt8 = 0x81
  static let pasteBegin: UInt8 = 0x89
  static let tabBack: UInt8 = 0x8A

  /// Codes that no key sends: what a key stands for where it means something else.
  static let others: [(code: UInt8, function: String)] = [
    (lineUp, "pod-line-up"), (lineDown, "pod-line-down"), (giveUpMenu, "pod-give-up-menu"),
  ]
  static let lineUp: UInt8 = 0x90
  static let lineDown: UInt8 = 0x91
  static let giveUpMenu: UInt8 = 0x92

  /// What ends a paste.
  static let pasteEnd: [wchar_t] = [0x1B] + "[201~".unicodeScalars.map { wchar_t($0.value) }

  /// What the characters after ESC are so far.
  enum Reading: Equatable {
    case unfinished
    /// One key; its code.
    case key(UInt8)
    /// Not the beginning of a sequence: ESC was a key of its own, or Alt was held.
    case separate
    /// A key nobody bound, F5 for instance: nothing is typed.
    case unknown
  }

  /// Longer ones are no keys.
  static let lengthLimit = 16

  static func reading(_ characters: [wchar_t]) -> Reading {
    guard let first = characters.first else { return .unfinished }
    guard first == 0x5B || first == 0x4F else { return .separate }
    guard characters.count > 1, let last = characters.last else { return .unfinished }
    // "[[A" is F1 on the Linux console.
    let isEnded = (0x40...0x7E).contains(last) && !(last == 0x5B && characters.count == 2)
    guard isEnded else { return characters.count < lengthLimit ? .unfinished : .unknown }
    let spelling = WideText.string(characters)
    let key = keys.first { $0.spellings.contains(spelling) }
    return key.map { .key($0.code) } ?? .unknown
  }
}
