/// The words of a lab verb: `--name value` and `--name=value`, and the rest.
struct LabArguments {
  private(set) var words: [String] = []
  private(set) var values: [String: [String]] = [:]

  /// `names` are the flags that the verb takes, all with a value.
  init(
    _ arguments: [String], taking names: [String], for type: any Command.Type
  ) throws(CommandProblem) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word.count > 1 else {
        words.append(word)
        continue
      }
      let pieces = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(pieces[0].drop { $0 == "-" })
      guard names.contains(name) else { throw .unknownFlag("--\(name)", of: type) }
      guard let value = pieces.count > 1 ? String(pieces[1]) : rest.popFirst() else {
        throw .usage("flag needs an argument: --\(name)", of: type)
      }
      values[name, default: []].append(value)
    }
  }

  subscript(name: String) -> String? { values[name]?.last }

  /// All values of these flags, lists with commas taken apart.
  func list(_ names: String...) -> [String] {
    names.flatMap { values[$0] ?? [] }.flatMap { $0.split(separator: ",").map { String($0) } }
  }
}
