/// What somebody answered, word by word: case, commas and arrows mean nothing.
public enum AnswerWords {
  /// Whether two texts say the same.
  public static func agree(_ left: String, _ right: String) -> Bool {
    words(of: left) == words(of: right)
  }

  static func words(of text: String) -> [String] {
    var text = text.lowercased()
    for arrow in ["->", "=>", "→", "⇒", ">"] { text = text.replacing(arrow, with: " ") }
    return text.split { $0.isWhitespace || $0 == "," }.map { String($0) }
  }
}
