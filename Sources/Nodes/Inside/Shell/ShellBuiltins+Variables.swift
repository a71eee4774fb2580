/// Builtins that deal with variables and options.
extension ShellProgram {
  /// `export`, `readonly`
  mutating func declare(_ builtin: String, _ words: [String], _ system: inout SystemCalls) {
    status = 0
    let names = words.filter { !$0.hasPrefix("-") }
    if names.isEmpty {
      let isExport = builtin == "export"
      for (name, variable) in variables.all
      where isExport ? variable.isExported : variable.isReadOnly {
        let value = variable.value.map { "=" + ShellText.quoted($0) } ?? ""
        system.write("\(builtin) \(name)\(value)\n", to: 1)
      }
      return
    }
    for word in names {
      let (name, value) = parted(word)
      guard isName(name) else {
        complain("\(name): bad variable name", &system)
        fail(2, &system)
        return
      }
      if let value, !set(name, value, &system) { return }
      if builtin == "readonly" {
        variables.fix(name)
      } else if words.contains("-n") {
        variables.stopExport(name)
      } else {
        variables.export(name)
      }
    }
  }

  private func parted(_ word: String) -> (name: String, value: String?) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
  }

  private func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !ShellReader.isDigit(first) else { return false }
    return text.utf8.allSatisfy(ShellReader.isNameByte)
  }

  /// A function's own variable: the caller's comes back when it returns.
  mutating func keepLocal(_ words: [String], _ system: inout SystemCalls) {
    status = 0
    let place = frames.lastIndex {
      if case .returnPoint = $0 { true } else { false }
    }
    guard let place, case .returnPoint(let positional, var locals) = frames[place] else {
      complain("not in a function", &system)
      fail(2, &system)
      return
    }
    for word in words where !word.hasPrefix("-") {
      let (name, value) = parted(word)
      if !locals.contains(where: { $0.name == name }) {
        locals.append(.init(name: name, value: variables.variable(name)))
      }
      variables.restore(name, nil)
      if let value { variables.set(name, value) }
    }
    frames[place] = .returnPoint(positional: positional, locals: locals)
  }

  mutating func unset(_ words: [String]) {
    status = 0
    let onlyFunctions = words.first == "-f"
    for word in words where !word.hasPrefix("-") {
      if !onlyFunctions, !variables.isReadOnly(word) { variables.restore(word, nil) }
      if words.first != "-v" { functions[word] = nil }
    }
  }

  // MARK: - Options

  private static let longOptions: [String: Character] = [
    "errexit": "e", "nounset": "u", "xtrace": "x", "noglob": "f", "noexec": "n", "allexport": "a",
    "verbose": "v", "noclobber": "C", "notify": "b", "monitor": "m",
  ]

  mutating func setOptions(_ words: [String], _ system: inout SystemCalls) {
    status = 0
    guard !words.isEmpty else {
      for (name, variable) in variables.all {
        if let value = variable.value {
          system.write("\(name)=\(ShellText.quoted(value))\n", to: 1)
        }
      }
      return
    }
    var rest = words[...]
    while let word = rest.first, word.count > 1, word.hasPrefix("-") || word.hasPrefix("+") {
      rest.removeFirst()
      if word == "--" {
        positional = Array(rest)
        return
      }
      let isOn = word.hasPrefix("-")
      for letter in word.dropFirst() {
        if letter == "o" {
          setLongOption(rest.popFirst(), isOn)
        } else {
          setOption(letter, isOn)
        }
      }
    }
    if !rest.isEmpty { positional = Array(rest) }
  }

  private mutating func setLongOption(_ name: String?, _ isOn: Bool) {
    if name == "pipefail" { failsWithAnyStage = isOn }
    if let name, let letter = Self.longOptions[name] { setOption(letter, isOn) }
  }

  mutating func setOption(_ letter: Character, _ isOn: Bool) {
    if isOn {
      options.insert(letter)
    } else {
      options.remove(letter)
    }
  }

  /// `getopts STRING NAME`
  mutating func nextOption(_ words: [String], _ system: inout SystemCalls) {
    guard words.count >= 2 else {
      complain("usage: getopts optstring var [arg]", &system)
      status = 2
      return
    }
    let arguments = words.count > 2 ? Array(words.dropFirst(2)) : positional
    var index = max(1, variables["OPTIND"].flatMap { Int($0) } ?? 1)
    if index == 1, optionOffset > 1, arguments.first.map({ $0.count < optionOffset }) ?? true {
      optionOffset = 1
    }
    status = 1
    variables.set(words[1], "?")
    variables.restore("OPTARG", nil)
    defer { variables.set("OPTIND", "\(index)") }
    guard index <= arguments.count else { return }
    let word = Array(arguments[index - 1])
    guard word.first == "-", word.count > 1 else { return }
    if word == ["-", "-"] {
      index += 1
      return
    }
    let letter = word[min(optionOffset, word.count - 1)]
    let isLast = optionOffset + 1 >= word.count
    status = 0
    takeOption(letter, words, word, arguments, isLast, &index, &system)
  }

  private mutating func takeOption(
    _ letter: Character, _ words: [String], _ word: [Character], _ arguments: [String],
    _ isLast: Bool, _ index: inout Int, _ system: inout SystemCalls
  ) {
    let known = Array(words[0])
    let isQuiet = known.first == ":"
    let place = known.firstIndex(of: letter).flatMap { letter == ":" ? nil : $0 }
    func advance() {
      index += 1
      optionOffset = 1
    }
    guard let place else {
      if isQuiet {
        variables.set("OPTARG", String(letter))
      } else {
        system.write("Illegal option -\(letter)\n", to: 2)
      }
      if isLast { advance() } else { optionOffset += 1 }
      return
    }
    guard place + 1 < known.count, known[place + 1] == ":" else {
      variables.set(words[1], String(letter))
      if isLast { advance() } else { optionOffset += 1 }
      return
    }
    let rest = isLast ? nil : String(word[(optionOffset + 1)...])
    advance()
    if let rest {
      variables.set("OPTARG", rest)
    } else if index <= arguments.count {
      variables.set("OPTARG", arguments[index - 1])
      index += 1
    } else {
      if isQuiet {
        variables.set("OPTARG", String(letter))
        variables.set(words[1], ":")
      } else {
        system.write("No arg for -\(letter) option\n", to: 2)
      }
      return
    }
    variables.set(words[1], String(letter))
  }
}
