/// The parts of sed that people type behind kubectl: substitute, print, delete, quit.
enum Sed: Filter {
  static let name = "sed"
  static let summary = "edits lines: s/A/B/g, /A/,/B/p with -n, d, q, -E, -e"

  static func run(_ call: FilterCall) throws(FilterProblem) -> FilterOutput {
    let options = try OptionReader(
      call.arguments, for: name, flags: "nEr", values: "e",
      long: ["quiet": "n", "regexp-extended": "E", "expression": "e"])
    var files = options.operands
    var programs = options.values("e")
    if programs.isEmpty {
      guard !files.isEmpty else {
        throw FilterProblem("usage: sed [-n] [-E] PROGRAM [FILE]...")
      }
      programs = [files.removeFirst()]
    }
    let extended = options.has("E") || options.has("r")
    var commands: [SedCommand] = []
    for program in programs { commands += try SedCommand.parse(program, extended: extended) }
    let lines = Lines(try call.text(of: files, for: name)).lines
    return FilterOutput(text: Lines.text(edit(lines, with: commands, silently: options.has("n"))))
  }

  private static func edit(
    _ lines: [String], with program: [SedCommand], silently: Bool
  ) -> [String] {
    var commands = program
    var shown: [String] = []
    for (number, original) in lines.enumerated() {
      var line = original
      var isDeleted = false
      var quits = false
      for place in commands.indices where !isDeleted && !quits {
        let isLast = number == lines.count - 1
        guard commands[place].applies(to: line, number: number + 1, isLast: isLast) else {
          continue
        }
        switch commands[place].action {
        case .substitute(let substitution):
          guard let changed = substitution.applied(to: line) else { continue }
          line = changed
          if substitution.prints { shown.append(line) }
        case .print: shown.append(line)
        case .delete: isDeleted = true
        case .quit: quits = true
        }
      }
      if !isDeleted, !silently { shown.append(line) }
      if quits { break }
    }
    return shown
  }
}
