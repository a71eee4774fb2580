import Nodes

/// One way to go on with a line.
public struct Completion: Hashable, Sendable {
  /// The whole word as it would stand there.
  public var text: String
  /// What it is, in a few words; may be empty.
  public var note: String
  /// Whether a space follows: not after `pod/` or a folder.
  public var endsWord: Bool

  public init(_ text: String, note: String = "", endsWord: Bool = true) {
    self.text = text
    self.note = note
    self.endsWord = endsWord
  }
}

/// All ways to go on with a line.
public struct CompletionList: Equatable, Sendable {
  /// Where the word begins that is completed, counted in unicode scalars.
  public var start: Int
  public var candidates: [Completion]

  /// Nothing to go on with.
  public static let none = CompletionList(start: 0, candidates: [])
}

extension Session {
  /// How the text before the cursor can go on; candidates in the order of their texts. When
  /// nothing begins with the word at the cursor these are the words nearest to it.
  public func completions(of text: String) -> CompletionList {
    let cut = CompletionWords(text)
    let found = WordMatch(cut.word).best(of: candidates(for: cut)) { $0.text }
    return CompletionList(start: cut.start, candidates: Self.inOrder(found))
  }

  /// In the order of their texts, each once: of equal ones the first.
  static func inOrder(_ candidates: [Completion]) -> [Completion] {
    // Names of objects mostly come in order: ten thousand of them are not sorted again.
    if zip(candidates, candidates.dropFirst()).allSatisfy({ $0.text < $1.text }) {
      return candidates
    }
    var seen: Set<String> = []
    return candidates.filter { seen.insert($0.text).inserted }.sorted { $0.text < $1.text }
  }

  private func candidates(for cut: CompletionWords) -> [Completion] {
    if cut.isTarget { return files(cut.word) }
    let before = commandWords(cut.before)
    guard let first = before.first else { return firstWords(isPiped: cut.isPiped) }
    let rest = Array(before.dropFirst())
    if first == "kubectl" || first == "k" {
      return KubectlCompletion(session: self, words: rest, word: cut.word).candidates
    }
    if first != SetCommand.name, let type = command(named: first) {
      return type.candidates(after: rest, word: cut.word, in: self)
    }
    if TextFilter.all.contains(where: { $0.name == first }) { return files(cut.word) }
    return KubectlCompletion(session: self, words: before, word: cut.word).candidates
  }

  /// The words of a command without the keywords in front, an alias filled in.
  private func commandWords(_ words: [String]) -> [String] {
    let rest = words.drop { Parser.beforeCommands.contains($0) }
    guard let first = rest.first, let text = aliases[first] else { return Array(rest) }
    return CompletionWords(text + " ").before + rest.dropFirst()
  }

  private func firstWords(isPiped: Bool) -> [Completion] {
    let tails = TextFilter.all.map { Completion($0.name, note: "filter") }
    if isPiped { return tails + [Completion("xargs"), Completion("tee")] }
    return commands.filter { $0.name != "[" }.map { Completion($0.name, note: $0.summary) }
      + KubectlCompletion.verbs(after: []) + [Completion("kubectl", note: "any of its verbs")]
      + aliases.sorted { $0.key < $1.key }.map { Completion($0.key, note: $0.value) } + tails
  }

  /// Files and folders of the host that begin with `word`.
  func files(_ word: String) -> [Completion] {
    let end = word.lastIndex(of: "/")
    let folder = end.map { String(word[...$0]) } ?? ""
    guard case .folder(let names) = host.look(folder.isEmpty ? "." : folder) else { return [] }
    let wantsHidden = word.dropFirst(folder.count).hasPrefix(".")
    return names.filter { !$0.hasPrefix(".") || wantsHidden }.map { name in
      Completion(folder + name, endsWord: !name.hasSuffix("/"))
    }
  }
}
