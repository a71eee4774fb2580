import Objects

/// Values as the API server's messages show them: JSON without spaces.
public enum GoText {
  public static func of(_ value: APIValue) -> String {
    if let members = value.object {
      let parts = members.map { "\(quoted($0.0)):\(of($0.1))" }
      return "{" + parts.joined(separator: ",") + "}"
    }
    if let items = value.array { return "[" + items.map(of).joined(separator: ",") + "]" }
    if let text = value.string { return quoted(text) }
    if let flag = value.bool { return "\(flag)" }
    if let number = value.integer { return "\(number)" }
    return "null"
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.append(character)
      }
    }
    return result + "\""
  }
}
