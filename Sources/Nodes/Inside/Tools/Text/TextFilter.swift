/// A text tool on the learner's own machine: the very tool that containers have, with text in and
/// text out and no process around it.
public struct TextFilter: Sendable {
  public let name: String
  /// One line for help.
  public let summary: String
  /// Long switches, as the tools of a workstation take them, and the letters they stand for.
  private let long: [String: Character]
  private let form: Form

  private enum Form: Sendable {
    case text(any TextTool.Type)
    case words(any WordTool.Type)
  }

  /// What a filter wrote, and how it ended.
  public struct Outcome: Sendable, Equatable {
    public var output: String
    public var errors: String
    public var status: Int32
  }

  private init(
    _ name: String, _ summary: String, _ tool: any TextTool.Type,
    long: [String: Character] = [:]
  ) {
    self.name = name
    self.summary = summary
    self.long = long
    form = .text(tool)
  }

  private init(_ name: String, _ summary: String, _ tool: any WordTool.Type) {
    self.name = name
    self.summary = summary
    long = [:]
    form = .words(tool)
  }

  /// Every filter. Adding one is a line here.
  public static let all = [
    TextFilter("awk", "a small language for fields: -F SEP '/PATTERN/ {print $1, $NF}'", Awk.self),
    TextFilter("base64", "text as base64, and back with -d", Base64Tool.self),
    TextFilter("cat", "files one after the other: -n numbers the lines", Cat.self),
    TextFilter("column", "sets words in columns: -t, -s SEPARATOR", Column.self),
    TextFilter(
      "cut", "parts of lines: -d SEP -f N, -c FROM-TO", Cut.self,
      long: ["delimiter": "d", "fields": "f", "characters": "c"]),
    TextFilter("echo", "its words: -n without a newline, -e with \\n and \\t", Echo.self),
    TextFilter("expr", "works out NUMBER + NUMBER, TEXT : PATTERN", Expr.self),
    TextFilter(
      "grep", "lines that match a pattern: -A -B -C -c -E -F -i -n -o -q -v -w -x", Grep.self,
      long: [
        "extended-regexp": "E", "fixed-strings": "F", "ignore-case": "i", "invert-match": "v",
        "count": "c", "line-number": "n", "only-matching": "o", "quiet": "q", "word-regexp": "w",
        "line-regexp": "x", "after-context": "A", "before-context": "B", "context": "C",
        "regexp": "e", "max-count": "m", "no-filename": "h",
      ]),
    TextFilter("head", "the first lines: -n N, -N, -n -N leaves out the last N", Head.self),
    TextFilter("nl", "numbers the lines", NumberLines.self),
    TextFilter("printf", "words in a format: %s %d %5.1f", Printf.self),
    TextFilter("rev", "every line backwards", ReverseBytes.self),
    TextFilter(
      "sed", "edits lines: 's/OLD/NEW/g', -n '2,4p', '/PATTERN/d'", Sed.self,
      long: ["quiet": "n", "silent": "n", "regexp-extended": "E", "expression": "e"]),
    TextFilter("seq", "numbers: LAST, FIRST LAST, FIRST STEP LAST", SequenceTool.self),
    TextFilter(
      "sort", "puts lines in order: -n -r -u -h -k FIELD -t SEP", Sort.self,
      long: [
        "reverse": "r", "unique": "u", "numeric-sort": "n", "human-numeric-sort": "h", "key": "k",
        "field-separator": "t",
      ]),
    TextFilter("tac", "the lines from the last to the first", ReverseLines.self),
    TextFilter("tail", "the last lines: -n N, -N, -n +N from line N on", Tail.self),
    TextFilter("tr", "replaces characters: SET1 SET2, -d SET, -s SET", Translate.self),
    TextFilter(
      "uniq", "leaves out repeated lines: -c counts them", Unique.self,
      long: ["count": "c", "repeated": "d", "unique": "u", "ignore-case": "i"]),
    TextFilter(
      "wc", "counts lines, words, bytes: -l -w -c", Count.self,
      long: ["lines": "l", "words": "w", "bytes": "c", "chars": "m"]),
  ]

  /// Works through its input. `readFile` gives the text of a file, or says why it cannot be read.
  public func run(
    _ arguments: [String], input: String,
    readFile: @escaping (String) -> Result<String, FileFailure>
  ) -> Outcome {
    switch form {
    case .words(let tool): return outcome(of: tool.written(arguments))
    case .text(let tool):
      let words = [name] + arguments.map(withoutLongNames)
      do throws(ToolProblem) {
        return try Self.run(tool, words, TextFiles(input: input, readFile: readFile))
      } catch {
        return outcome(of: Written(complaint: error.text, status: error.status))
      }
    }
  }

  private func outcome(of written: Written) -> Outcome {
    Outcome(
      output: String(decoding: written.output, as: UTF8.self),
      errors: written.complaints.map { "\(name): \($0.text)\n" }.joined(),
      status: Int32(clamping: written.status))
  }

  /// Why a file cannot be read.
  public struct FileFailure: Error {
    /// `No such file or directory`
    public var reason: String

    public init(_ reason: String) { self.reason = reason }
  }

  /// `--count` as `-c`, `--key=2` as `-k2`.
  private func withoutLongNames(_ word: String) -> String {
    guard word.hasPrefix("--") else { return word }
    let sides = word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
    guard let name = sides.first, let letter = long[name] else { return word }
    return "-\(letter)" + (sides.count > 1 ? sides[1] : "")
  }

  private static func run<Reader: TextTool>(
    _ type: Reader.Type, _ words: [String], _ files: TextFiles
  ) throws(ToolProblem) -> Outcome {
    var run = TextFilterRun(try type.init(words), name: words[0], files)
    return run.outcome()
  }
}

/// What a filter may read: the pipe, and files of the learner's machine.
struct TextFiles {
  var input: String
  var readFile: (String) -> Result<String, TextFilter.FileFailure>

  func bytes(of path: String) -> Result<Bytes, TextFilter.FileFailure> {
    path == "-" ? .success(Bytes(input.utf8)) : readFile(path).map { Bytes($0.utf8) }
  }
}
