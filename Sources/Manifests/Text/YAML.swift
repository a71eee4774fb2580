import Objects
import Yams

/// YAML as kubectl reads it: JSON's types, YAML 1.1's words for true and false, no dates.
public enum YAML {
  /// Documents may hold no more values than this, aliases written out: a few lines of aliases can
  /// otherwise stand for billions.
  public static let mostValues = 200_000

  /// A text may have no more lines than this, each of which usually holds a value; it would take
  /// seconds to find out how many there are.
  static let mostLines = mostValues
  /// Lists may be written in one line: a text may have no more commas than this. A file of
  /// comma-separated values in a ConfigMap, which holds up to 1 MiB, has fewer.
  static let mostCommas = 3 * mostValues

  /// Which plain words stand for something else than themselves.
  public enum Dialect: Sendable {
    /// YAML 1.1, as kubectl reads manifests: `yes` and `off` are true and false.
    case wordy
    /// YAML 1.2, as kustomize reads them: only `true` and `false` are.
    case plain
  }

  /// The documents of a text, empty ones left out.
  public static func documents(
    in text: String, dialect: Dialect = .wordy
  ) throws(ManifestError) -> [ManifestDocument] {
    try checkSize(of: text)
    var documents: [ManifestDocument] = []
    var budget = mostValues
    for node in try nodes(in: text) {
      var reader = NodeReader(budget: budget, dialect: dialect)
      let value = try reader.value(of: node, at: FieldPath())
      budget = reader.budget
      if value != .null { documents.append(ManifestDocument(value: value, marks: reader.marks)) }
    }
    return documents
  }

  private static func checkSize(of text: String) throws(ManifestError) {
    let limits: [(Unicode.Scalar, Int, String)] = [
      ("\n", mostLines, "lines"), (",", mostCommas, "commas"),
    ]
    for (mark, most, name) in limits where text.utf8.count > most {
      let byte = UInt8(ascii: mark)
      guard text.utf8.reduce(0, { $0 + ($1 == byte ? 1 : 0) }) > most else { continue }
      throw ManifestError(problem: "the text has more than \(most) \(name)")
    }
  }

  /// The only document of a text; `.null` when there is none.
  public static func value(in text: String) throws(ManifestError) -> APIValue {
    try documents(in: text).first?.value ?? .null
  }

  private static func nodes(in text: String) throws(ManifestError) -> [Yams.Node] {
    do {
      return try composed(text)
    } catch let error as YamlError {
      throw manifestError(error)
    } catch {
      throw ManifestError(problem: "\(error)")
    }
  }

  private static func composed(_ text: String) throws -> [Yams.Node] {
    var nodes: [Yams.Node] = []
    // Editors of Windows mark the beginning of a text.
    let bare =
      text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    let parser = try Parser(yaml: bare, resolver: .basic)
    while let node = try parser.nextRoot() { nodes.append(node) }
    return nodes
  }

  private static func manifestError(_ error: YamlError) -> ManifestError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return ManifestError(line: mark.line, column: mark.column, problem: problem)
    case .reader(let problem, _, _, _): return ManifestError(problem: problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return ManifestError(
        line: context.mark.line, column: context.mark.column,
        problem: "key \"\(duplicates.first.map { "\($0)" } ?? "")\" already set in map")
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return ManifestError(problem: "\(error)")
    }
  }
}

/// Turns Yams' nodes into values, counting them.
struct NodeReader {
  var budget: Int
  var marks: [FieldPath: ManifestDocument.Mark] = [:]
  /// How deep values may lie in one another.
  static let mostDepth = 200

  private let dialect: YAML.Dialect

  init(budget: Int, dialect: YAML.Dialect = .wordy) {
    self.budget = budget
    self.dialect = dialect
  }

  mutating func value(of node: Yams.Node, at path: FieldPath) throws(ManifestError) -> APIValue {
    budget -= 1
    guard budget >= 0 else {
      throw ManifestError(problem: "the document holds more than \(YAML.mostValues) values")
    }
    guard path.steps.count <= Self.mostDepth else {
      throw ManifestError(problem: "the document nests more than \(Self.mostDepth) levels deep")
    }
    if let mark = node.mark {
      marks[path] = ManifestDocument.Mark(line: mark.line, column: mark.column)
    }
    switch node {
    case .scalar(let scalar): return try self.scalar(scalar)
    case .sequence(let sequence):
      var items: [APIValue] = []
      for (position, item) in sequence.enumerated() {
        items.append(try value(of: item, at: path.index(position)))
      }
      return .array(items)
    case .mapping(let mapping):
      var members = Members()
      for (key, member) in mapping {
        let name = key.scalar?.string ?? ""
        if name == "<<", key.scalar?.style == .plain {
          for (name, value) in Self.merged(try value(of: member, at: path.member(name)))
          where members[name] == nil && mapping[name] == nil {
            members[name] = value
          }
          continue
        }
        members[name] = try value(of: member, at: path.member(name))
        if let mark = key.mark {
          marks[path.member(name)] = ManifestDocument.Mark(line: mark.line, column: mark.column)
        }
      }
      return .object(members)
    case .alias: return .null
    }
  }

  /// The members that `<<` brings in from one mapping, or from several, the first one first.
  private static func merged(_ value: APIValue) -> Members {
    var all = Members()
    for members in (value.array ?? [value]).compactMap(\.object) {
      for (name, member) in members where all[name] == nil { all[name] = member }
    }
    return all
  }

  /// A plain scalar is what it looks like; a quoted one is a text.
  private func scalar(_ scalar: Yams.Node.Scalar) throws(ManifestError) -> APIValue {
    guard scalar.style == .plain || scalar.style == .any else { return .string(scalar.string) }
    if let number = ScalarText.boundless(scalar.string) { throw .notInJSON(number) }
    let value = ScalarText.value(of: scalar.string)
    if dialect == .plain, value.bool != nil,
      !["true", "false"].contains(scalar.string.lowercased())
    {
      return .string(scalar.string)
    }
    return value
  }
}
