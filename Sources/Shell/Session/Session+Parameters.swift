extension Session {
  /// The value of a variable, or of what a script is given; nil when it was never set.
  private func known(_ name: String) -> String? {
    switch name {
    case "?": return "\(lastStatus)"
    case "#": return "\(script.arguments.count)"
    case "0": return script.name
    case "@", "*": return script.arguments.isEmpty ? nil : script.arguments.joined(separator: " ")
    default:
      guard let number = Int(name) else { return variables[name] }
      // `${00}` is `$0`.
      if number == 0 { return script.name }
      return number <= script.arguments.count ? script.arguments[number - 1] : nil
    }
  }

  mutating func value(of name: String) -> String {
    if let value = known(name) { return value }
    if script.options.refusesUnset, name != "@", name != "*" {
      unsetProblem = unsetProblem ?? "\(name): parameter not set"
    }
    return ""
  }

  mutating func value(of parameter: Parameter) -> String {
    let found = known(parameter.name).flatMap { $0.isEmpty && parameter.minds ? nil : $0 }
    switch parameter.operation {
    case .length: return "\(value(of: parameter.name).unicodeScalars.count)"
    case .fallback(let word): return found ?? expandJoined(word)
    case .replace(let word): return found == nil ? "" : expandJoined(word)
    case .assign(let word):
      if let found { return found }
      let value = expandJoined(word)
      variables[parameter.name] = value
      return value
    case .demand(let word):
      if let found { return found }
      let text = expandJoined(word)
      unsetProblem =
        unsetProblem ?? "\(parameter.name): \(text.isEmpty ? "parameter not set" : text)"
      return ""
    }
  }

  /// Says that a variable was never set, where that is an error: it ends a script.
  mutating func refusesForUnset() -> Bool {
    guard let problem = unsetProblem else { return false }
    unsetProblem = nil
    complain("\(script.name): \(problem)")
    lastStatus = 2
    if manner == .script { exitStatus = 2 }
    return true
  }
}

extension Parameter {
  /// Whether what it gives stood in quotes, at least in part.
  var isQuoted: Bool {
    switch operation {
    case .length: false
    case .fallback(let word), .assign(let word), .demand(let word), .replace(let word):
      word.isQuoted
    }
  }
}
