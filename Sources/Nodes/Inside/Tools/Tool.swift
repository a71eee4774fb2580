import Engine

/// How a program ended, or how it goes on.
enum ToolOutcome {
  case exit(Int)
  /// Runs for a while; then it prints `text` and ends with `status`.
  case sleep(SimSpan, status: Int, text: String)
  /// A shell with a script.
  case shell(script: String, name: String, arguments: [String])
  /// Another program takes the process.
  case program(any Program)
  case serve(Server)
  case outOfMemory
}

/// One run of a program: its words, and the process it runs in.
struct ToolCall {
  var system: SystemCalls
  let words: [String]
  /// All that standard input had to give, for tools that read it.
  var input = ""
  var output = ""
  var errors = ""
  /// What stands before its error messages when a shell runs it as a part of itself.
  private let shownName: String?

  init(system: SystemCalls, words: [String], shownName: String? = nil) {
    self.system = system
    self.words = words
    self.shownName = shownName
  }

  var name: String { words.first.map(FileTree.name) ?? "" }
  var arguments: [String] { Array(words.dropFirst()) }
  var container: String { system.container }
  var now: SimTime { system.now }
  var environment: ProcessEnvironment { system.process.environment }
  var instance: ContainerInstance? { system.sandbox.containers[container] }

  func absolute(_ path: String) -> String { system.absolute(path) }

  mutating func fail(_ text: String, status: Int = 1) -> ToolOutcome {
    errors += "\(shownName ?? name): \(text)\n"
    return .exit(status)
  }

  /// Says what is wrong, behind what was printed before.
  mutating func complain(_ text: String) {
    tell("\(shownName ?? name): \(text)\n")
  }

  /// The program that words mean.
  func load(_ words: [String]) -> LoadedProgram {
    let loaded = system.load(words: words, environment: environment)
    // Without a PATH the system's own folders are searched.
    guard case .missing = loaded, environment["PATH"] == nil, !words[0].contains("/") else {
      return loaded
    }
    return system.load(words: ["/bin/" + words[0]] + words.dropFirst(), environment: environment)
  }

  /// Another program takes the process, if it can be had.
  mutating func replace(by words: [String]) -> ToolOutcome {
    switch load(words) {
    case .program(let program):
      system.process.title = words
      return .program(program)
    case .notExecutable, .folder:
      return fail("can't execute '\(words[0])': Permission denied", status: 126)
    case .missing:
      return fail("can't execute '\(words[0])': No such file or directory", status: 127)
    }
  }

  /// Says something about its progress, behind what was printed before.
  mutating func tell(_ text: String) {
    system.write(output, to: 1)
    output = ""
    system.write(text, to: 2)
  }

  /// Splits single-letter switches from the rest; those in `valued` take a value.
  func options(valued: String = "") -> (flags: [Character: String], rest: [String]) {
    var flags: [Character: String] = [:]
    var rest: [String] = []
    var words = arguments[...]
    while let word = words.popFirst() {
      if word == "--" {
        rest += words
        break
      }
      guard word.hasPrefix("-"), word.count > 1, !word.hasPrefix("--") else {
        rest.append(word)
        continue
      }
      var letters = word.dropFirst()
      while let letter = letters.popFirst() {
        guard valued.contains(letter) else {
          flags[letter] = ""
          continue
        }
        flags[letter] = letters.isEmpty ? words.popFirst() ?? "" : String(letters)
        letters = ""
      }
    }
    return (flags, rest)
  }
}

/// A program that containers have.
protocol Tool: SendableMetatype {
  static var names: [String] { get }
  /// When it is given all of its standard input before it runs.
  static var input: ToolInput { get }
  static func run(_ call: inout ToolCall) -> ToolOutcome
}

extension Tool {
  static var input: ToolInput { .never }
}
