import Engine

/// What `find` asks of a file, and does with it.
indirect enum FindExpression: Sendable {
  /// `+3` more than, `-3` less than, `3` exactly.
  struct Amount: Sendable {
    var sign: Character?
    var number: Int

    init?(_ text: String) {
      var digits = Substring(text)
      if let first = digits.first, first == "+" || first == "-" {
        sign = first
        digits.removeFirst()
      }
      guard let number = Int(digits), number >= 0 else { return nil }
      self.number = number
    }

    func holds(_ value: Int) -> Bool {
      switch sign {
      case "+": value > number
      case "-": value < number
      default: value == number
      }
    }
  }

  case name(String, ignoresCase: Bool)
  case path(String, ignoresCase: Bool)
  case regex(PosixPattern)
  case type(Character)
  case size(Amount, unit: Int)
  case age(Amount, seconds: Int)
  case newer(SimTime)
  case rights(Character?, Int)
  case owner(Int)
  case group(Int)
  case links(Amount)
  case empty
  case executable
  case print(ends: String)
  case delete
  case prune
  case quit
  case run([String])
  /// All files at once, at the end.
  case runTogether(Int)
  case always
  case not(FindExpression)
  case and(FindExpression, FindExpression)
  case or(FindExpression, FindExpression)

  /// Whether it does something by itself, so that nothing is printed unasked.
  var acts: Bool {
    switch self {
    case .print, .delete, .run, .runTogether, .quit: true
    case .not(let inner): inner.acts
    case .and(let left, let right), .or(let left, let right): left.acts || right.acts
    case .name, .path, .regex, .type, .size, .age, .newer, .rights, .owner, .group, .links, .empty,
      .executable, .prune, .always:
      false
    }
  }
}

/// Reads what stands behind the folders of `find`.
struct FindParser {
  private let words: [String]
  private var place = 0
  private var depth = 0
  private static let deepest = 256
  private let call: ToolCall
  private(set) var most = Int.max
  private(set) var least = 0
  private(set) var isDepthFirst = false
  /// Commands that are run with all files at once.
  private(set) var together: [[String]] = []

  init(_ words: [String], _ call: ToolCall) {
    self.words = words
    self.call = call
  }

  mutating func parse() throws(ToolProblem) -> FindExpression {
    guard !words.isEmpty else { return .print(ends: "\n") }
    let expression = try either()
    if place < words.count { throw ToolProblem(text: "unrecognized: \(words[place])") }
    return expression.acts ? expression : .and(expression, .print(ends: "\n"))
  }

  private var next: String? { place < words.count ? words[place] : nil }

  private mutating func either() throws(ToolProblem) -> FindExpression {
    var left = try both()
    while next == "-o" || next == "-or" {
      place += 1
      left = .or(left, try both())
    }
    return left
  }

  private mutating func both() throws(ToolProblem) -> FindExpression {
    var left = try primary()
    while let word = next, word != "-o", word != "-or", word != ")" {
      if word == "-a" || word == "-and" { place += 1 }
      left = .and(left, try primary())
    }
    return left
  }

  private mutating func argument(_ name: String) throws(ToolProblem) -> String {
    guard let word = next else { throw ToolProblem(text: "\(name) requires an argument") }
    place += 1
    return word
  }

  private mutating func amount(_ name: String) throws(ToolProblem) -> FindExpression.Amount {
    let text = try argument(name)
    guard let amount = FindExpression.Amount(text) else {
      throw ToolProblem(text: "invalid number '\(text)'")
    }
    return amount
  }

  private mutating func primary() throws(ToolProblem) -> FindExpression {
    guard let word = next else { return .always }
    // What lies too deep in one another would not fit on the stack.
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { throw ToolProblem(text: "nested too deeply") }
    place += 1
    switch word {
    case "!", "-not": return .not(try primary())
    case "(":
      let inner = try either()
      guard next == ")" else { throw ToolProblem(text: "unpaired '('") }
      place += 1
      return inner
    case "-maxdepth": most = try amount(word).number
    case "-mindepth": least = try amount(word).number
    case "-depth": isDepthFirst = true
    case "-xdev", "-follow", "-true", "-noleaf": break
    case "-print": return .print(ends: "\n")
    case "-print0": return .print(ends: "\0")
    case "-prune": return .prune
    case "-quit": return .quit
    case "-empty": return .empty
    case "-executable": return .executable
    case "-delete":
      isDepthFirst = true
      return .delete
    case "-exec": return try command()
    default: return try question(word)
    }
    return .always
  }

  private mutating func question(_ word: String) throws(ToolProblem) -> FindExpression {
    switch word {
    case "-name", "-iname": return .name(try argument(word), ignoresCase: word == "-iname")
    case "-path", "-ipath", "-wholename":
      return .path(try argument(word), ignoresCase: word == "-ipath")
    case "-regex":
      let text = try argument(word)
      guard let pattern = try? PosixPattern(Bytes("^\\(\(text)\\)$".utf8)) else {
        throw ToolProblem(text: "bad regex '\(text)'")
      }
      return .regex(pattern)
    case "-type":
      let text = try argument(word)
      guard let letter = text.first, "fdlbcsp".contains(letter), text.count == 1 else {
        throw ToolProblem(text: "invalid argument '\(text)' to '-type'")
      }
      return .type(letter)
    case "-size": return try size()
    case "-mtime", "-atime", "-ctime": return .age(try amount(word), seconds: 86_400)
    case "-mmin", "-amin", "-cmin": return .age(try amount(word), seconds: 60)
    case "-newer":
      let path = try argument(word)
      guard let node = call.found(path) else {
        throw ToolProblem(text: "\(path): No such file or directory")
      }
      return .newer(node.modified ?? .worldBegins)
    case "-perm": return try rights()
    case "-links": return .links(try amount(word))
    case "-user", "-group": return try owner(word)
    default: throw ToolProblem(text: "unrecognized: \(word)")
    }
  }

  private mutating func size() throws(ToolProblem) -> FindExpression {
    var text = try argument("-size")
    let units: [Character: Int] = ["c": 1, "w": 2, "b": 512, "k": 1024, "M": 1 << 20, "G": 1 << 30]
    var unit = 512
    if let last = text.last, let known = units[last] {
      unit = known
      text.removeLast()
    }
    guard let amount = FindExpression.Amount(text) else {
      throw ToolProblem(text: "invalid number '\(text)'")
    }
    return .size(amount, unit: unit)
  }

  private mutating func rights() throws(ToolProblem) -> FindExpression {
    let text = try argument("-perm")
    let sign = text.first.flatMap { "+-/".contains($0) ? $0 : nil }
    let rest = sign == nil ? text : String(text.dropFirst())
    guard let mode = FileMode.changed(0, by: rest, isFolder: false) else {
      throw ToolProblem(text: "invalid mode '\(text)'")
    }
    return .rights(sign, mode)
  }

  private mutating func owner(_ word: String) throws(ToolProblem) -> FindExpression {
    let name = try argument(word)
    if word == "-user" {
      guard let id = Int(name) ?? call.accounts.user(name)?.id else {
        throw ToolProblem(text: "unknown user \(name)")
      }
      return .owner(id)
    }
    guard let id = Int(name) ?? call.accounts.group(name) else {
      throw ToolProblem(text: "unknown group \(name)")
    }
    return .group(id)
  }

  private mutating func command() throws(ToolProblem) -> FindExpression {
    var command: [String] = []
    while let word = next {
      place += 1
      if word == ";" {
        guard !command.isEmpty else { break }
        return .run(command)
      }
      if word == "+", command.last == "{}" {
        together.append(Array(command.dropLast()))
        return .runTogether(together.count - 1)
      }
      command.append(word)
    }
    throw ToolProblem(text: "-exec requires an argument")
  }
}
