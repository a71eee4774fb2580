/// A recorded session: commands, each with what it printed.
public struct Recording: Equatable, Sendable {
  public enum Item: Equatable, Sendable {
    /// A line that begins with `#`, or an empty one before the first command.
    case comment(String)
    case step(Step)
  }

  public struct Step: Equatable, Sendable {
    /// `$` for kubectl's commands, `%` for lab verbs.
    public var sign: Character
    /// The command, its continuation lines joined to it with line ends.
    public var command: String
    /// What was printed, escapes taken away; no line end at its end.
    public var output: [String]

    public init(sign: Character, command: String, output: [String] = []) {
      self.sign = sign
      self.command = command
      self.output = output
    }
  }

  public var items: [Item] = []

  public var steps: [Step] {
    items.compactMap { item in
      switch item {
      case .comment: nil
      case .step(let step): step
      }
    }
  }

  public init(_ items: [Item] = []) {
    self.items = items
  }

  /// Reads the text of a recorded session.
  public init(_ text: String) {
    for line in Lines(text).lines { add(line) }
  }

  private mutating func add(_ line: String) {
    if line.hasPrefix("$ ") || line.hasPrefix("% ") || line == "$" || line == "%" {
      let sign = line.first ?? "$"
      items.append(.step(Step(sign: sign, command: String(line.dropFirst(2)))))
    } else if line.hasPrefix("#") {
      items.append(.comment(line))
    } else if case .step(var step)? = items.last {
      if step.output.isEmpty, line == ">" || line.hasPrefix("> ") {
        step.command += "\n" + line.dropFirst(2)
      } else {
        step.output.append(Self.unescaped(line))
      }
      items[items.count - 1] = .step(step)
    } else if !line.isEmpty || !items.isEmpty {
      // Output that no command can have printed: kept as it is, it does no harm.
      items.append(.comment("# " + line))
    }
  }

  /// The session as text, in the form in which it is read.
  public var text: String {
    var lines: [String] = []
    for item in items {
      switch item {
      case .comment(let line): lines.append(line)
      case .step(let step): lines += step.lines
      }
    }
    return Lines.text(lines)
  }

  private static func unescaped(_ line: String) -> String {
    line.hasPrefix("\\") ? String(line.dropFirst()) : line
  }
}

extension Recording.Step {
  /// The step as lines of a session.
  public var lines: [String] {
    let command = command.split(separator: "\n", omittingEmptySubsequences: false)
    let asked = command.enumerated().map { $0 == 0 ? "\(sign) \($1)" : "> \($1)" }
    return asked + output.map(Self.escaped)
  }

  /// Output that would read as something else gets a backslash before it.
  private static func escaped(_ line: String) -> String {
    switch line.first {
    case "#", "%", "$", "\\": "\\" + line
    default: line
    }
  }

  /// Takes over what a command printed and how it ended.
  mutating func record(_ text: String, status: Int32) {
    output = Lines(text).lines
    if status != 0 { output.append("[exit \(status)]") }
  }
}
