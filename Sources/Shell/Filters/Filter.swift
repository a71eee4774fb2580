/// A small program for the far end of a pipe. It sees text and gives text, nothing else.
protocol Filter: Sendable {
  static var name: String { get }
  /// One line for help.
  static var summary: String { get }
  static func run(_ call: FilterCall) throws(FilterProblem) -> FilterOutput
}

/// What a filter is given.
struct FilterCall {
  var arguments: [String]
  /// What came down the pipe.
  var input: String
  /// Reads a file of the host; throws with a message that says why it cannot.
  var readFile: (String) throws(HostProblem) -> String

  /// The text of the named files one after the other, or of the pipe where none is named.
  func text(of files: [String], for name: String) throws(FilterProblem) -> String {
    var text = ""
    for file in files.isEmpty ? ["-"] : files {
      if file == "-" {
        text += input
        continue
      }
      do throws(HostProblem) {
        text += try readFile(file)
      } catch {
        throw FilterProblem("\(name): \(file): \(error.message)")
      }
    }
    return text
  }
}

struct FilterOutput {
  var text: String
  var status: Int32 = 0
}

/// Why a filter could not do its work, as it says so itself.
struct FilterProblem: Error {
  var message: String
  var status: Int32 = 1

  init(_ message: String, status: Int32 = 1) {
    self.message = message
    self.status = status
  }
}

/// Every filter, by name. Adding one is a new file beside this one and a line here.
let filters: [any Filter.Type] = [
  Awk.self,
  Base64Filter.self,
  Cat.self,
  Column.self,
  Cut.self,
  Grep.self,
  Head.self,
  Sed.self,
  Sort.self,
  Tail.self,
  Tr.self,
  Uniq.self,
  WordCount.self,
]

/// Lines as filters see them: a final newline ends the last line and begins none.
struct Lines {
  var lines: [String]

  init(_ text: String) {
    var scalars = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    if scalars.last?.isEmpty ?? false { scalars.removeLast() }
    lines = scalars.map { String($0) }
  }

  static func text(_ lines: some Sequence<String>) -> String {
    lines.reduce(into: "") { $0 += $1 + "\n" }
  }
}
