import Kubectl
import Lessons
import Objects

/// Words of the trade, each in three sentences.
enum Glossary: Answering {
  static let name = "glossary"
  static let usage = ["glossary [--json]", "glossary TERM [--json]"]
  static let summary = "what a word means, and which lesson teaches it"
  static let details = """
    Other names do as well: glossary pvc, glossary OOMKilled, glossary init-containers.
    """
  static let examples = ["glossary pod", "glossary init container", "glossary pdb"]
  static let section = CommandSection.learning

  /// In the order in which a learner meets them.
  static let groups = [
    pods, nodes, scheduling, workloads, network, storage, policy, objects, controlPlane, lab,
  ]

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty ? .choices(groups.flatMap(\.terms).map(\.word).sorted()) : .nothing
  }

  static func answer(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Answer {
    let name = call.arguments.joined(separator: " ")
    let width = min(session.style.width ?? MarkdownText.widest, MarkdownText.widest)
    guard !name.isEmpty else {
      return Answer(.array(groups.flatMap(\.terms).map(document))) {
        for line in overview(width: width) { $0.tell(line: line) }
      }
    }
    guard let term = term(named: name) else {
      let near = terms(near: name).map(\.word).joined(separator: ", ")
      let hint = near.isEmpty ? "glossary lists what is" : "did you mean \(near)?"
      throw .failed("\"\(name)\" is not in the glossary; \(hint)")
    }
    var lines = lines(of: term, width: width)
    lines[0] = session.styled(term.term, "1") + lines[0].dropFirst(term.term.count)
    return Answer(document(term)) { [lines] in
      for line in lines { $0.tell(line: line) }
    }
  }

  private static func document(_ term: GlossaryTerm) -> APIValue {
    [
      "term": .string(term.term), "otherNames": .array(term.otherNames.map { .string($0) }),
      "meaning": .string(term.sentences),
      "lesson": term.lesson.map { .string($0) } ?? .null,
      "related": .array(term.related.map { .string($0) }),
    ]
  }

  /// What there is to say of a term, by whatever name.
  static func entry(_ name: String) -> String? {
    term(named: name).map { lines(of: $0, width: MarkdownText.widest).joined(separator: "\n") }
  }

  // MARK: - Pictures

  private static func lines(of term: GlossaryTerm, width: Int) -> [String] {
    let others = term.otherNames.isEmpty ? "" : " (\(term.otherNames.joined(separator: ", ")))"
    var lines = HangingLines.pieces(
      of: "\(term.term)\(others): \(term.sentences)", width: width, indentation: 0)
    if let lesson = term.lesson {
      let way = "Lesson: \(lesson) (lesson \(lesson) starts it)"
      lines += HangingLines.pieces(of: way, width: width, indentation: 8)
    }
    let related = "See also: \(term.related.joined(separator: ", "))"
    return lines + HangingLines.pieces(of: related, width: width, indentation: 10)
  }

  /// The terms by their groups, to be read down the columns.
  private static func overview(width: Int) -> [String] {
    var lines: [String] = []
    for group in groups {
      lines.append(group.title)
      lines += Columns.lines(group.terms.map(\.term), width: width - 2).map { "  " + $0 }
      lines.append("")
    }
    return lines + ["glossary TERM tells more."]
  }

  // MARK: - Finding

  /// Capitals, spaces and hyphens make no difference, nor does the plural.
  static func term(named name: String) -> GlossaryTerm? {
    let key = key(name)
    var keys = [key]
    if key.hasSuffix("ies") { keys.append(key.dropLast(3) + "y") }
    if key.hasSuffix("s") { keys.append(String(key.dropLast())) }
    if key.hasSuffix("es") { keys.append(String(key.dropLast(2))) }
    let terms = groups.flatMap(\.terms)
    for key in keys {
      if let found = terms.first(where: { $0.names.map(Self.key).contains(key) }) { return found }
    }
    return nil
  }

  /// Terms for somebody who mistyped `name`, or knows a part of it only: nearest first.
  static func terms(near name: String) -> [GlossaryTerm] {
    let word = key(name)
    guard word.count > 2 else { return [] }
    let terms = groups.flatMap(\.terms)
    let nearest = terms.map { term in
      (term: term, distance: term.names.map { EditDistance.between(key($0), word) }.min() ?? 0)
    }
    .min { ($0.distance, $0.term.word) < ($1.distance, $1.term.word) }
    if let nearest, nearest.distance < 2 { return [nearest.term] }
    let stem = word.hasSuffix("s") ? String(word.dropLast()) : word
    let wholes = terms.filter { $0.names.contains { key($0).contains(stem) } }
    if !wholes.isEmpty { return Array(wholes.prefix(4)) }
    // Of a short word too little is left once two letters of it are changed.
    guard word.count > 4 else { return [] }
    if let nearest, nearest.distance == 2 { return [nearest.term] }
    let beginning = word.prefix(5)
    return Array(terms.filter { $0.names.contains { key($0).hasPrefix(beginning) } }.prefix(4))
  }

  static func key(_ name: String) -> String { name.lowercased().filter { !" -_".contains($0) } }
}
