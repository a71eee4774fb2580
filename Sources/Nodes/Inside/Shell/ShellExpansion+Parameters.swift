import Engine

/// `$name` and its forms in braces.
extension ShellExpansion {
  /// The value of a name; nil when it has none.
  private func plainValue(_ name: String) -> String? {
    switch name {
    case "?": return "\(shell.status)"
    case "$": return "\(shell.shellPID)"
    case "!": return shell.lastBackground.map { "\($0)" }
    case "-":
      return (shell.isScript || shell.isInteractive ? "" : "c")
        + String(shell.options.sorted())
    case "#": return "\(shell.positional.count)"
    case "@", "*": return shell.positional.isEmpty ? nil : shell.positional.joined(separator: " ")
    case "0": return shell.name
    case "PPID": return "\(system.process.parent)"
    case "LINENO": return "\(shell.shownLine)"
    case "RANDOM": return "\(chance)"
    default:
      if let number = Int(name) {
        return number <= shell.positional.count && number > 0 ? shell.positional[number - 1] : nil
      }
      return shell.variables[name]
    }
  }

  /// The same at the same moment, different at another, as long as nobody looks closely.
  private var chance: Int {
    var mixed = UInt64(bitPattern: Int64(system.now.milliseconds))
    mixed ^= UInt64(system.process.pid) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= UInt64(bitPattern: Int64(system.stepsLeft)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 30)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed >> 33) & 0x7FFF)
  }

  private func requiredValue(_ name: String) throws(ExpansionStop) -> String {
    if let value = plainValue(name) { return value }
    if shell.options.contains("u"), name != "@", name != "*" {
      throw .fails("\(name): parameter not set")
    }
    return ""
  }

  private func isMissing(_ name: String, colon: Bool) -> Bool {
    guard let value = plainValue(name) else { return true }
    return colon && value.isEmpty
  }

  /// The word that stands for the parameter, when its value does not.
  mutating func chosenWord(of parameter: ShellParameter) throws(ExpansionStop) -> ShellWord? {
    switch parameter.operation {
    case .useDefault(let word, let colon):
      return isMissing(parameter.name, colon: colon) ? word : nil
    case .alternative(let word, let colon):
      return isMissing(parameter.name, colon: colon) ? ShellWord(parts: []) : word
    case .value, .length, .assign, .fail, .removePrefix, .removeSuffix, .substring, .replace:
      return nil
    }
  }

  mutating func value(of parameter: ShellParameter) throws(ExpansionStop) -> String {
    let name = parameter.name
    switch parameter.operation {
    case .value: return try requiredValue(name)
    case .length: return "\(try requiredValue(name).unicodeScalars.count)"
    case .useDefault, .alternative:
      if let word = try chosenWord(of: parameter) { return try text(of: word) }
      return plainValue(name) ?? ""
    case .assign(let word, let colon):
      guard isMissing(name, colon: colon) else { return plainValue(name) ?? "" }
      let value = try text(of: word)
      guard !shell.variables.isReadOnly(name) else { throw .fails("\(name): is read only") }
      shell.variables.set(name, value)
      return value
    case .fail(let word, let colon):
      guard isMissing(name, colon: colon) else { return plainValue(name) ?? "" }
      let reason = try text(of: word)
      let usual = colon ? "parameter not set or null" : "parameter not set"
      throw .fails("\(name): \(reason.isEmpty ? usual : reason)")
    case .removePrefix(let word, let longest):
      let pattern = GlobPattern(try pattern(of: word))
      return pattern.withoutPrefix(try requiredValue(name), longest: longest)
    case .removeSuffix(let word, let longest):
      let pattern = GlobPattern(try pattern(of: word))
      return pattern.withoutSuffix(try requiredValue(name), longest: longest)
    case .substring(let start, let length):
      return try part(of: try requiredValue(name), start, length)
    case .replace(let word, let replacement, let all):
      let pattern = GlobPattern(try pattern(of: word))
      return pattern.replacing(
        in: try requiredValue(name), with: try text(of: replacement), all: all)
    }
  }

  private mutating func part(
    of value: String, _ start: ShellWord, _ length: ShellWord?
  ) throws(ExpansionStop) -> String {
    let scalars = Array(value.unicodeScalars)
    var first = try number(start)
    if first < 0 { first = max(0, scalars.count + first) }
    first = min(first, scalars.count)
    var end = scalars.count
    if let length {
      let count = try number(length)
      end = count < 0 ? max(first, scalars.count + count) : min(end, first.addingClamped(count))
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[first..<end])
    return String(text)
  }

  private mutating func number(_ word: ShellWord) throws(ExpansionStop) -> Int {
    let text = try text(of: word)
    do throws(ShellArithmetic.Problem) {
      return try ShellArithmetic.value(of: text, in: &shell.variables)
    } catch {
      throw .fails(error.text)
    }
  }
}
