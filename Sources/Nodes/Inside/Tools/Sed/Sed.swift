/// `sed`
struct Sed: TextTool {
  static let names = ["sed"]

  private var machine: SedMachine
  private let script: SedScript
  private let isQuiet: Bool
  private let isInPlace: Bool
  private let suffix: String
  /// The script lies in these files, whose text comes in front of what was given.
  private let scriptFiles: [String]
  private let isExtended: Bool
  private let given: Bytes
  let paths: [String]

  private var path = ""
  /// What a file edited in place will hold.
  private var edited: Bytes = []
  private var problem: ToolProblem?

  init(_ words: [String]) throws(ToolProblem) {
    let arguments = words.dropFirst().map { $0.hasPrefix("--in-place") ? "-i" : $0 }
    // `-i` takes its suffix only when that is part of the same word.
    let place = arguments.first { $0.hasPrefix("-i") && !$0.hasPrefix("--") }
    suffix = String(place?.dropFirst(2) ?? "")
    isInPlace = place != nil
    let options = try GivenOptions(
      arguments.filter { $0 != place }, "rEne:f:i",
      long: [
        "expression": "e", "file": "f", "quiet": "n", "silent": "n", "regexp-extended": "E",
      ])
    var rest = options.rest
    scriptFiles = options.values("f")
    var parts = options.values("e")
    if parts.isEmpty, scriptFiles.isEmpty {
      guard !rest.isEmpty else { throw ToolProblem(text: "no script") }
      parts = [rest.removeFirst()]
    }
    paths = rest
    isExtended = options.has("r") || options.has("E")
    given = Bytes(parts.joined(separator: "\n").utf8)
    isQuiet = options.has("n") || given.starts(with: "#n\n".utf8)
    script = try SedParser.script(given, isExtended: isExtended)
    machine = SedMachine(script, isQuiet: isQuiet)
  }

  mutating func begin(_ page: inout Page) -> Bool {
    for file in script.files { page.write([], to: file, appends: false) }
    guard !scriptFiles.isEmpty else { return true }
    var text = given
    for path in scriptFiles {
      guard let bytes = page.contents(of: path) else {
        problem = ToolProblem(text: "\(path): No such file or directory")
        break
      }
      text += (text.isEmpty || text.last == .newline ? [] : [.newline]) + bytes
    }
    do throws(ToolProblem) {
      let script = try SedParser.script(text, isExtended: isExtended)
      machine = SedMachine(script, isQuiet: isQuiet)
    } catch {
      problem = error
    }
    if let problem { page.errors += "sed: \(problem.text)\n" }
    return problem == nil
  }

  mutating func open(_ path: String, _ page: inout Page) {
    self.path = path
    if isInPlace { machine = SedMachine(script, isQuiet: isQuiet) }
  }

  mutating func take(_ line: TextLine, _ page: inout Page) -> Bool {
    if isInPlace { swap(&page.output, &edited) }
    machine.take(line, &page)
    if isInPlace { swap(&page.output, &edited) }
    return !machine.isOver
  }

  mutating func close(_ page: inout Page) -> Bool {
    guard isInPlace, path != "-" else { return !machine.isOver }
    swap(&page.output, &edited)
    machine.end(&page)
    swap(&page.output, &edited)
    if !suffix.isEmpty, let old = page.contents(of: path) {
      page.write(old, to: path + suffix, appends: false)
    }
    page.write(edited, to: path, appends: false)
    edited = []
    return true
  }

  mutating func end(_ page: inout Page) -> Int {
    if !isInPlace { machine.end(&page) }
    return problem?.status ?? 0
  }
}
