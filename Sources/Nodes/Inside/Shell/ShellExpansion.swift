import Engine

/// Why an expansion cannot go on.
enum ExpansionStop: Error {
  /// A command has to be run first, by a shell that looks like this by now.
  case needs(ShellCommand, by: ShellProgram)
  /// An error that ends the shell.
  case fails(String)
  case tooLong
}

/// Expands words. It works on a copy of the shell, which becomes the shell when all has gone well:
/// when a command has to be run for its output, the whole is done anew with what it printed.
struct ShellExpansion {
  var shell: ShellProgram
  let system: SystemCalls
  /// What all fields may take together, and take already.
  private static let mostBytes = 4 << 20
  private(set) var bytes = 0
  /// Outputs of substituted commands, in the order in which they are met.
  private var results: ArraySlice<String>

  init(_ shell: ShellProgram, _ results: [String], _ system: SystemCalls) {
    self.shell = shell
    self.results = results[...]
    self.system = system
  }

  // MARK: - Words

  /// The fields a word stands for: expanded, parted at blanks outside quotes, patterns filled in.
  mutating func fields(of word: ShellWord) throws(ExpansionStop) -> [String] {
    if let plain = word.plainText, !plain.utf8.contains(where: { "*?[".utf8.contains($0) }) {
      return [plain]
    }
    var splitter = FieldSplitter(separators: shell.variables["IFS"] ?? " \t\n")
    try add(word.parts, to: &splitter)
    var fields: [String] = []
    for field in splitter.all {
      bytes += field.text.utf8.count + 8
      guard bytes <= Self.mostBytes else { throw .tooLong }
      fields +=
        field.isPattern && !shell.options.contains("f") ? files(matching: field) : [field.text]
    }
    return fields
  }

  private mutating func add(
    _ parts: [ShellWord.Part], to splitter: inout FieldSplitter
  ) throws(ExpansionStop) {
    for part in parts {
      switch part {
      case .text(let text, let quoted): splitter.add(text, isQuoted: quoted)
      case .home(let name): splitter.add(home(name), isQuoted: true)
      case .parameter(let parameter, let quoted):
        try add(parameter, quoted, to: &splitter)
      case .command(let command, let quoted):
        let text = try output(of: command)
        quoted ? splitter.add(text, isQuoted: true) : splitter.addSplit(text)
      case .arithmetic(let inner, let quoted):
        let text = "\(try value(of: inner))"
        quoted ? splitter.add(text, isQuoted: true) : splitter.addSplit(text)
      }
    }
  }

  private mutating func add(
    _ parameter: ShellParameter, _ quoted: Bool, to splitter: inout FieldSplitter
  ) throws(ExpansionStop) {
    if parameter.name == "@" || parameter.name == "*", case .value = parameter.operation {
      if quoted, parameter.name == "@" {
        splitter.addFields(shell.positional)
      } else if quoted {
        splitter.add(joinedArguments, isQuoted: true)
      } else {
        for (place, argument) in shell.positional.enumerated() {
          if place > 0 { splitter.end() }
          splitter.addSplit(argument)
        }
      }
      return
    }
    // The word of `${x:-word}` keeps its own quotes.
    if !quoted, let word = try chosenWord(of: parameter) {
      try add(word.parts, to: &splitter)
      return
    }
    let text = try value(of: parameter)
    quoted ? splitter.add(text, isQuoted: true) : splitter.addSplit(text)
  }

  /// `$*` in quotes: joined by the first separator.
  private var joinedArguments: String {
    let separators = shell.variables["IFS"] ?? " "
    return shell.positional.joined(separator: separators.first.map(String.init) ?? "")
  }

  /// The text a word stands for where it is not parted: assignments, `case`, here-documents.
  mutating func text(of word: ShellWord) throws(ExpansionStop) -> String {
    try text(of: word.parts)
  }

  private mutating func text(of parts: [ShellWord.Part]) throws(ExpansionStop) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let piece, _): text += piece
      case .home(let name): text += home(name)
      case .parameter(let parameter, _): text += try value(of: parameter)
      case .command(let command, _): text += try output(of: command)
      case .arithmetic(let inner, _): text += "\(try value(of: inner))"
      }
      guard text.utf8.count <= ShellProgram.longestValue else { throw .tooLong }
    }
    return text
  }

  /// A word as a pattern: what is quoted in it means itself.
  mutating func pattern(of word: ShellWord) throws(ExpansionStop) -> String {
    var pattern = ""
    for part in word.parts {
      switch part {
      case .text(let text, let quoted): pattern += quoted ? GlobPattern.quoted(text) : text
      case .home(let name): pattern += GlobPattern.quoted(home(name))
      case .parameter(let parameter, let quoted):
        let text = try value(of: parameter)
        pattern += quoted ? GlobPattern.quoted(text) : text
      case .command(let command, let quoted):
        let text = try output(of: command)
        pattern += quoted ? GlobPattern.quoted(text) : text
      case .arithmetic(let inner, _): pattern += "\(try value(of: inner))"
      }
    }
    return pattern
  }

  private func home(_ name: String) -> String {
    if name.isEmpty { return shell.variables["HOME"] ?? "~" }
    let users = (try? system.sandbox.read("/etc/passwd", in: system.container)) ?? ""
    for line in users.split(separator: "\n") {
      let fields = line.split(separator: ":", omittingEmptySubsequences: false)
      if fields.count > 5, fields[0] == name { return String(fields[5]) }
    }
    return "~" + name
  }

  private mutating func output(of command: ShellCommand) throws(ExpansionStop) -> String {
    guard let result = results.popFirst() else { throw .needs(command, by: shell) }
    return result
  }

  private mutating func value(of arithmetic: [ShellWord.Part]) throws(ExpansionStop) -> Int {
    let text = try text(of: arithmetic)
    do throws(ShellArithmetic.Problem) {
      return try ShellArithmetic.value(of: text, in: &shell.variables)
    } catch {
      throw .fails(error.text)
    }
  }

  // MARK: - Files

  private func files(matching field: FieldSplitter.Field) -> [String] {
    let found = GlobFiles(system: system).matches(of: field.pattern)
    return found.isEmpty ? [field.text] : found
  }
}

extension ShellProgram {
  /// Expands what a command needs. Nil when a command has to be run first, or when it fails; then
  /// `frames` know how it goes on.
  mutating func expanding<Result>(
    _ command: ShellCommand, _ results: [String], _ system: inout SystemCalls,
    _ body: (inout ShellExpansion) throws(ExpansionStop) -> Result
  ) -> Result? {
    var expansion = ShellExpansion(self, results, system)
    do throws(ExpansionStop) {
      let result = try body(&expansion)
      system.spend(expansion.bytes >> 6)
      variables = expansion.shell.variables
      return result
    } catch {
      switch error {
      case .needs(let inner, let shell): substitute(inner, by: shell, in: command, results, &system)
      case .fails(let text):
        complain(text, &system)
        fail(2, &system)
      case .tooLong:
        complain("out of memory", &system)
        exit(2, &system)
      }
      return nil
    }
  }
}
