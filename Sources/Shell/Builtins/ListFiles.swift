import Kubectl

/// Names the files that `apply -f`, `cat` and the others can read.
enum ListFiles: Command {
  static let name = "ls"
  static let usage = ["ls [-1] [-a] [PATH…]"]
  static let summary = "the files in a folder, and those a lesson brings"
  static let section = CommandSection.shell

  static func takes(after words: [String]) -> CommandWords { .files }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let options: OptionReader
    do throws(OptionProblem) {
      options = try OptionReader(call.arguments, for: name, flags: "1a")
    } catch {
      throw .usage(error.message, of: self)
    }
    let paths = options.operands.isEmpty ? ["."] : options.operands
    var status: Int32 = 0
    for (place, path) in paths.enumerated() {
      guard let names = names(in: path, hidden: options.has("a"), session) else {
        session.complain("ls: cannot access '\(path)': No such file or directory")
        status = 2
        continue
      }
      if paths.count > 1, names != [path] {
        session.say((place > 0 ? "\n" : "") + "\(path):")
      }
      let width = options.has("1") ? nil : session.style.width
      let lines = width.map { Columns.lines(names, width: $0) } ?? names
      session.put(Lines.text(lines))
    }
    return status
  }

  /// A file is the only name in itself; nil where there is nothing.
  private static func names(in path: String, hidden: Bool, _ session: Session) -> [String]? {
    if session.lessonFiles[path] != nil { return [path] }
    let brought = path == "." ? session.lessonFiles.keys.sorted() : []
    switch session.host.look(path) {
    case .missing: return brought.isEmpty && path != "." ? nil : brought
    case .file: return [path]
    case .folder(let names):
      let seen = names.filter { hidden || !$0.hasPrefix(".") }
      return (seen + brought.filter { !names.contains($0) }).sorted()
    }
  }
}
