import Engine

/// Languages: their version, the few lines people put into manifests, and the page server of one.
/// Whatever goes beyond is left out, and says so.
enum Interpreters: Tool {
  static let names = ["python", "python3", "node", "go", "perl"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let language = call.name == "python" ? "python3" : call.name
    let arguments = call.arguments
    if ["--version", "-V", "-v", "version"].contains(arguments.first) {
      call.output = version(language, call) + "\n"
      return .exit(0)
    }
    if let program = Self.program(language, arguments) {
      return run(program, language, &call)
    }
    if language == "python3", let place = arguments.firstIndex(of: "-m"),
      arguments.dropFirst(place + 1).first == "http.server"
    {
      return servePages(Array(arguments.dropFirst(place + 2)), &call)
    }
    // Without a terminal there is nothing to read: it ends at once.
    if arguments.isEmpty, call.input.isEmpty { return .exit(0) }
    if language == "perl", arguments == ["-de0"] { return .exit(0) }
    if language == "perl", arguments.contains(where: { $0.contains("bignum=bpi") }) {
      return printPi(&call)
    }
    return leftOut(language, &call)
  }

  private static func leftOut(_ language: String, _ call: inout ToolCall) -> ToolOutcome {
    call.errors +=
      "podlab: the \(language) interpreter is left out of this image: it only knows --version and "
      + "lines of printing, sleeping and exiting\n"
    return .exit(1)
  }

  private static func version(_ language: String, _ call: ToolCall) -> String {
    switch language {
    case "node": "v" + (call.environment["NODE_VERSION"] ?? "25.2.0")
    case "go": "go version go\(call.environment["GOLANG_VERSION"] ?? "1.25.4") linux/amd64"
    case "perl":
      "\nThis is perl 5, version \((call.environment["PERL_VERSION"] ?? "5.42.0").dropFirst(2)), "
        + "built for x86_64-linux-gnu"
    default: "Python " + (call.environment["PYTHON_VERSION"] ?? "3.14.0")
    }
  }

  private static func program(_ language: String, _ arguments: [String]) -> String? {
    let flag = language == "python3" ? "-c" : "-e"
    guard let place = arguments.firstIndex(of: flag), place + 1 < arguments.count else {
      return nil
    }
    return arguments[place + 1]
  }

  // MARK: - Pages

  private static func servePages(
    _ arguments: [String], _ call: inout ToolCall
  ) -> ToolOutcome {
    var port = 8000
    var address = "0.0.0.0"
    var folder = call.system.process.folder
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "-b", "--bind": address = rest.popFirst() ?? address
      case "-d", "--directory": folder = call.absolute(rest.popFirst() ?? "")
      default: port = Int(word) ?? port
      }
    }
    let isUnbuffered =
      !(call.environment["PYTHONUNBUFFERED"] ?? "").isEmpty || call.arguments.contains("-u")
    return .serve(
      Server(
        PythonPages(
          port: port, bindAddress: address, folder: folder,
          version: call.environment["PYTHON_VERSION"] ?? "3.14.0", isUnbuffered: isUnbuffered)))
  }

  // MARK: - Lines

  /// Runs a program of simple lines, or says that it is beyond that.
  private static func run(
    _ program: String, _ language: String, _ call: inout ToolCall
  ) -> ToolOutcome {
    guard let lines = SimpleLines.read(program, call.environment) else {
      return leftOut(language, &call)
    }
    var script = ""
    for line in lines {
      switch line {
      case .print(let text): script += "printf '%s\\n' '\(text.replacing("'", with: "'\\''"))'\n"
      case .sleep(let seconds): script += "sleep \(seconds)\n"
      case .exit(let status): script += "exit \(status)\n"
      }
    }
    return .shell(script: script, name: language, arguments: [])
  }

  /// The Job of the documentation: π to two thousand places.
  private static func printPi(_ call: inout ToolCall) -> ToolOutcome {
    let text = call.arguments.last ?? ""
    let number = text.filter(\.isNumber)
    let digits = number.isEmpty ? 2000 : Int(number) ?? .max
    guard digits <= 5000 else { return leftOut("perl", &call) }
    return .sleep(
      .milliseconds(Int64(digits * 2)), status: 0, text: PiDigits.text(places: digits - 1) + "\n")
  }
}

/// What a program of a few simple lines does.
enum SimpleLine: Hashable {
  case print(String)
  case sleep(String)
  case exit(Int)
}

/// Reads lines such as `print("a")`, `time.sleep(5)`, `console.log("b")`, `process.exit(1)`.
enum SimpleLines {
  static func read(_ program: String, _ environment: ProcessEnvironment) -> [SimpleLine]? {
    var lines: [SimpleLine] = []
    for statement in split(program) {
      let text = statement.trimmingBlanks
      if text.isEmpty || text.hasPrefix("import ") || text.hasPrefix("#") { continue }
      guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return nil }
      let inner = String(text[text.index(after: open)...].dropLast()).trimmingBlanks
      switch text[..<open] {
      case "print", "console.log", "console.error":
        guard let words = values(inner, environment) else { return nil }
        lines.append(.print(words.joined(separator: " ")))
      case "time.sleep":
        guard Double(inner) != nil else { return nil }
        lines.append(.sleep(inner))
      case "sys.exit", "exit", "process.exit", "quit":
        guard let status = inner.isEmpty ? 0 : Int(inner) else { return nil }
        lines.append(.exit(status))
      default: return nil
      }
    }
    return lines
  }

  /// Statements, of which a line may hold several.
  private static func split(_ program: String) -> [String] {
    var statements = [""]
    var quote: Character?
    for character in program {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ";" || character.isNewline {
        statements.append("")
        continue
      }
      statements[statements.count - 1].append(character)
    }
    return statements
  }

  /// Texts, numbers and environment variables between commas; nil when there is anything else.
  private static func values(_ text: String, _ environment: ProcessEnvironment) -> [String]? {
    if text.isEmpty { return [] }
    var values: [String] = []
    for part in pieces(text) {
      let word = part.trimmingBlanks
      if let value = plain(word) {
        values.append(value)
      } else if let name = variable(word) {
        values.append(environment[name] ?? "None")
      } else {
        return nil
      }
    }
    return values
  }

  private static func pieces(_ text: String) -> [String] {
    var pieces = [""]
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "," {
        pieces.append("")
        continue
      }
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }

  private static func plain(_ word: String) -> String? {
    if Int(word) != nil { return word }
    guard word.count > 1, let first = word.first, "\"'".contains(first), word.last == first else {
      return nil
    }
    let inner = word.dropFirst().dropLast()
    guard !inner.contains(first), !inner.contains("\\") else { return nil }
    return String(inner)
  }

  private static func variable(_ word: String) -> String? {
    if word.hasPrefix("process.env.") { return String(word.dropFirst(12)) }
    for (begin, end) in [("os.environ[", "]"), ("os.getenv(", ")"), ("os.environ.get(", ")")]
    where word.hasPrefix(begin) && word.hasSuffix(end) {
      return plain(String(word.dropFirst(begin.count).dropLast()))
    }
    return nil
  }
}

/// The digits of π, by the spigot of Rabinowitz and Wagon, four at a time.
enum PiDigits {
  /// `3.` and so many places.
  static func text(places: Int) -> String {
    let count = places + 1
    let length = (count / 4 + 2) * 14
    var remainders = [Int](repeating: 2000, count: length + 1)
    var digits = ""
    var carry = 0
    var left = length
    while left > 0, digits.count < count + 4 {
      var sum = 0
      for place in stride(from: left, to: 0, by: -1) {
        sum = sum * place + 10_000 * remainders[place]
        remainders[place] = sum % (2 * place - 1)
        sum /= 2 * place - 1
      }
      let piece = "\(carry + sum / 10_000)"
      digits += String(repeating: "0", count: max(0, 4 - piece.count)) + piece
      carry = sum % 10_000
      left -= 14
    }
    // The last place is rounded, as it is printed there.
    var numbers = digits.prefix(count + 1).compactMap(\.wholeNumberValue)
    let isUp = (numbers.popLast() ?? 0) >= 5
    var place = numbers.count - 1
    var rest = isUp ? 1 : 0
    while rest > 0, place >= 0 {
      numbers[place] += rest
      rest = numbers[place] / 10
      numbers[place] %= 10
      place -= 1
    }
    return "3." + numbers.dropFirst().map(String.init).joined()
  }
}
