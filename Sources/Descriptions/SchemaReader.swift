/// Reads the facts out of the texts, and passes over their sentences.
struct SchemaReader {
  private(set) var wordLists: [String: [String]] = [:]
  private var types: [Schema.Fields] = []
  /// The list of words that each field names, to look up once all texts are read.
  private var pendingWords: [(type: Int, field: Int, list: String)] = []

  mutating func read(_ text: String) {
    let bytes = text.utf8
    var line: [Substring] = []
    var place = bytes.startIndex
    while place < bytes.endIndex {
      var depth = 0
      while place < bytes.endIndex, bytes[place] == Self.space {
        depth += 1
        bytes.formIndex(after: &place)
      }
      if depth >= 4 {
        while place < bytes.endIndex, bytes[place] != Self.newline {
          bytes.formIndex(after: &place)
        }
      } else if place < bytes.endIndex, bytes[place] == Self.ampersand {
        bytes.formIndex(after: &place)
        Self.takeWords(of: bytes, at: &place, into: &line)
      } else {
        take(line)
        line.removeAll(keepingCapacity: true)
        // An empty word tells a field from what stands at the margin.
        if depth > 0 { line.append("") }
        Self.takeWords(of: bytes, at: &place, into: &line)
      }
      if place < bytes.endIndex { bytes.formIndex(after: &place) }
    }
    take(line)
  }

  private static let space = UInt8(ascii: " ")
  private static let newline = UInt8(ascii: "\n")
  private static let ampersand = UInt8(ascii: "&")

  /// The words up to the end of the line.
  private static func takeWords(
    of bytes: String.UTF8View, at place: inout String.Index, into line: inout [Substring]
  ) {
    var start = place
    while place < bytes.endIndex, bytes[place] != newline {
      if bytes[place] == space {
        if start < place { line.append(Substring(bytes[start..<place])) }
        bytes.formIndex(after: &place)
        start = place
      } else {
        bytes.formIndex(after: &place)
      }
    }
    if start < place { line.append(Substring(bytes[start..<place])) }
  }

  func finished() -> [String: Schema.Fields] {
    var types = types
    for pending in pendingWords {
      types[pending.type].fields[pending.field].words = wordLists[pending.list] ?? []
    }
    return Dictionary(types.map { ($0.name, $0) }) { first, _ in first }
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
