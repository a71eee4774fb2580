import Descriptions
import Testing

/// What the schema says is not said again where objects are completed and checked.
private let rules = SourceTree.package.files.filter { $0.path.hasPrefix("Sources/Store/") }

@Test func rulesAreFound() { #expect(rules.count > 20) }

/// `["SCTP", "TCP", "UDP"]` belongs to the schema.
@Test func rulesListNoWordsOfTheSchema() {
  let lists = Schema.current.allWordLists.filter { $0.words.count > 1 }
  for file in rules {
    for literal in file.lines.joined(separator: " ").matches(of: /\[\s*"[^\[\]]*"\s*,?\s*\]/) {
      let words = literal.output.matches(of: /"([^"]*)"/).map { String($0.output.1) }
      let list = lists.first { Set($0.words) == Set(words) }
      #expect(list == nil, "\(file.path) writes out \(list?.name ?? ""): \(literal.output)")
    }
  }
}

/// `replicas ?? 1` belongs to the schema.
@Test func rulesWriteNoDefaultsOfTheSchema() {
  var defaults: [String: Set<String>] = [:]
  for field in Schema.current.allTypes.flatMap(\.fields) {
    if let text = field.defaultText { defaults[field.name, default: []].insert(text.lowercased()) }
  }
  let fallback = /(\w+)(?:"\])?(?:\?\.\w+)? \?\? (?:\.(?:int|string)\()?("[^"]*"|\.?\w+)/
  for file in rules {
    for (number, line) in file.lines.enumerated() {
      for match in line.matches(of: fallback) {
        let value = match.output.2.lowercased().filter { !"\".".contains($0) && $0 != "_" }
        // Zero and nothing stand in for many things.
        if value.isEmpty || value == "0" { continue }
        let isDefault = defaults[String(match.output.1)]?.contains(value) ?? false
        #expect(!isDefault, "\(file.path):\(number + 1): \(line)")
      }
    }
  }
}
