/// Reads the facts out of the texts, and passes over their sentences.
struct SchemaReader {
  private(set) var wordLists: [String: [String]] = [:]
  private var types: [Schema.Fields] = []
  /// The list of words that each field names, to look up once all texts are read.
  private var pendingWords: [(type: Int, field: Int, list: String)] = []

  mutating func read(_ text: String) {
    var line: [Substring] = []
    for bytes in text.utf8.split(separator: UInt8(ascii: "\n")) {
      guard let kind = LineKind(bytes) else { continue }
      let words = bytes.split(separator: UInt8(ascii: " ")).map { Substring($0) }
      if kind == .continuation {
        line += words.dropFirst()
      } else {
        take(line)
        line = kind == .field ? [""] + words : words
      }
    }
    take(line)
  }

  func finished() -> [String: Schema.Fields] {
    var types = types
    for pending in pendingWords {
      types[pending.type].fields[pending.field].words = wordLists[pending.list] ?? []
    }
    return Dictionary(types.map { ($0.name, $0) }) { first, _ in first }
  }

  /// What a line is, told by how far it is indented; nil for a sentence.
  private enum LineKind {
    case head
    case field
    case continuation

    init?(_ line: Substring.UTF8View) {
      let space = UInt8(ascii: " ")
      var place = line.startIndex
      var depth = 0
      while depth < 4, place < line.endIndex, line[place] == space {
        depth += 1
        place = line.index(after: place)
      }
      guard depth < 4, place < line.endIndex else { return nil }
      if line[place] == UInt8(ascii: "&") {
        self = .continuation
      } else {
        self = depth == 0 ? .head : .field
      }
    }
  }

  /// A whole line; that of a field begins with an empty word.
  private mutating func take(_ words: [Substring]) {
    guard let first = words.first else { return }
    if first.isEmpty {
      takeField(words.dropFirst())
    } else if words.count > 1, words[1] == "=" {
      wordLists[String(first)] = words.dropFirst(2).map(Self.plain)
    } else {
      var type = Schema.Fields(name: String(first), isAtomic: false, fields: [])
      for mark in words.dropFirst() {
        let (name, value) = Self.parts(of: mark)
        switch name {
        case "kind": type.apiVersion = value
        case "form": type.plainForm = value
        case "atomic": type.isAtomic = true
        default: break
        }
      }
      types.append(type)
    }
  }

  private mutating func takeField(_ words: ArraySlice<Substring>) {
    guard words.count >= 2, let name = words.first, !types.isEmpty else { return }
    var field = Schema.Field(name: String(name), form: Schema.Form(words[words.startIndex + 1]))
    for mark in words.dropFirst(2) {
      let (name, value) = Self.parts(of: mark)
      switch name {
      case "required": field.isRequired = true
      case "deprecated": field.isDeprecated = true
      case "enum", "words":
        field.publishesWords = name == "enum"
        pendingWords.append((types.count - 1, types[types.count - 1].fields.count, value))
      case "default": field.defaultText = Self.plain(value[...])
      case "list": field.listMark = value
      case "keys": field.keysMark = value
      case "map": field.mapMark = value
      case "patch":
        if value.hasPrefix("merge") { field.patchMergeKey = "" }
        field.patchRetainsKeys = value.hasSuffix("retainKeys")
        field.patchReplaces = value == "replace"
      case "mergeKey": field.patchMergeKey = value
      default: break
      }
    }
    types[types.count - 1].fields.append(field)
  }

  private static func parts(of mark: Substring) -> (name: Substring, value: String) {
    guard let equals = mark.utf8.firstIndex(of: UInt8(ascii: "=")) else { return (mark, "") }
    return (mark[..<equals], String(mark[mark.utf8.index(after: equals)...]))
  }

  /// The empty word is written as two quotes.
  private static func plain(_ word: Substring) -> String { word == "\"\"" ? "" : String(word) }
}
