import Engine

/// How a program ended, or how it goes on.
enum ToolOutcome {
  case exit(Int)
  /// The shell that started it ends, too.
  case exitShell(Int)
  /// Runs for a while; then it prints `text` and ends with `status`.
  case sleep(SimSpan, status: Int, text: String)
  /// A shell with a script.
  case shell(script: String, name: String, arguments: [String])
  case serve(Server)
  case outOfMemory
}

/// One run of a program: its words, and the process it runs in.
struct ToolCall {
  var runner: ProcessRunner
  let words: [String]
  var output = ""
  var errors = ""

  init(runner: ProcessRunner, words: [String]) {
    self.runner = runner
    self.words = words
  }

  var name: String { words.first.map(FileTree.name) ?? "" }
  var arguments: [String] { Array(words.dropFirst()) }
  var container: String { runner.container }
  var now: SimTime { runner.now }
  var input: String { runner.process.streams.input }
  var instance: ContainerInstance? { runner.sandbox.containers[container] }

  func absolute(_ path: String) -> String { runner.absolute(path) }

  mutating func fail(_ text: String, status: Int = 1) -> ToolOutcome {
    errors += "\(name): \(text)\n"
    return .exit(status)
  }

  /// Whether a file is read that has no end.
  func readsForEver(_ paths: [String]) -> Bool {
    paths.contains { ["/dev/zero", "/dev/urandom", "/dev/random"].contains(absolute($0)) }
  }

  /// Keeps a core busy until somebody ends it.
  mutating func neverEnds() -> ToolOutcome {
    runner.process.work = ProcessDemand(cpuMillis: ProgramDemand.wholeCore)
    return .sleep(.hours(24 * 365), status: 0, text: "")
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

  /// The texts of files, or of standard input when none is named; missing ones are told.
  mutating func texts(_ paths: [String]) -> (texts: [String], status: Int) {
    if paths.isEmpty || paths == ["-"] { return ([input], 0) }
    var texts: [String] = []
    var status = 0
    for path in paths {
      do throws(PodSandbox.FileProblem) {
        texts.append(try runner.sandbox.read(absolute(path), in: container))
      } catch {
        status = 1
        errors +=
          error == .isFolder
          ? "\(name): read error: Is a directory\n"
          : "\(name): can't open '\(path)': \(error.rawValue)\n"
      }
    }
    return (texts, status)
  }
}

/// A program that containers have.
protocol Tool: SendableMetatype {
  static var names: [String] { get }
  static func run(_ call: inout ToolCall) -> ToolOutcome
}
