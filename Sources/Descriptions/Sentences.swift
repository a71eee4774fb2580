/// What the texts say in sentences. Only `explain` reads them, so they are left alone until then.
public struct Sentences: Sendable {
  /// Under `Type` and `Type.field`.
  private let sentences: [String: String]

  public static let current = Sentences(SchemaText.all)

  /// What a type is; nil for one that is not described.
  public func about(_ type: String) -> String? { sentences[type] }

  /// What a field does in its type.
  public func about(_ field: String, of type: String) -> String? { sentences["\(type).\(field)"] }

  init(_ texts: [String]) {
    var sentences: [String: String] = [:]
    for text in texts {
      var type: Substring = ""
      var key = ""
      for line in text.utf8.split(separator: UInt8(ascii: "\n")).map({ Substring($0) }) {
        let words = line.drop { $0 == " " }
        switch line.utf8.count - words.utf8.count {
        case 0:
          type = words.prefix { $0 != " " }
          key = String(type)
        case 2:
          if words.hasPrefix("&") { continue }
          key = "\(type).\(words.prefix { $0 != " " })"
        default:
          sentences[key] = sentences[key].map { "\($0) \(words)" } ?? String(words)
        }
      }
    }
    self.sentences = sentences
  }
}
