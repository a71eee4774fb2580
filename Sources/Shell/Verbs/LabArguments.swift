/// The words of a lab verb: `--name value` and `--name=value`, and the rest.
struct LabArguments {
  private(set) var words: [String] = []
  private(set) var values: [String: [String]] = [:]
  private var switches: Set<String> = []

  /// `names` are the flags that the verb takes with a value, `switches` those without.
  init(
    _ arguments: [String], taking names: [String], switches known: [String] = [],
    for type: any Command.Type
  ) throws(CommandProblem) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word.count > 1 else {
        words.append(word)
        continue
      }
      let pieces = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(pieces[0].drop { $0 == "-" })
      if known.contains(name), pieces.count == 1 {
        switches.insert(name)
        continue
      }
      guard names.contains(name) else { throw .unknownFlag("--\(name)", of: type) }
      guard let value = pieces.count > 1 ? String(pieces[1]) : rest.popFirst() else {
        throw .usage("flag needs an argument: --\(name)", of: type)
      }
      values[name, default: []].append(value)
    }
  }

  subscript(name: String) -> String? { values[name]?.last }

  /// Whether one of these switches is given.
  func has(_ names: String...) -> Bool { names.contains { switches.contains($0) } }

  /// All values of these flags, lists with commas taken apart.
  func list(_ names: String...) -> [String] {
    names.flatMap { values[$0] ?? [] }.flatMap { $0.split(separator: ",").map { String($0) } }
  }
}
