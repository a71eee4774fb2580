/// What a flag does, in a sentence: once for the flag, again where a verb means something else.
enum FlagNotes {
  /// Headings are names of flags, or `verb: flag` for what only that verb or group means.
  static let table = NoteTable(common, output, workloads, containers, settings, globals, servers)

  /// The sentence for a flag of a verb: the verb's own, else its group's, else the common one.
  static func note(on flag: String, of verb: String) -> String? {
    var words = verb.split(separator: " ").map(String.init)
    while !words.isEmpty {
      if let note = table["\(words.joined(separator: " ")): \(flag)"] { return note }
      words.removeLast()
    }
    return table[flag]
  }
}
