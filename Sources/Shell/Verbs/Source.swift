import Kubectl

/// Runs a file of commands in this session.
enum Source: Command {
  static let name = "source"
  static let usage = ["source FILE"]
  static let summary = "run the commands of a file"
  static let section = CommandSection.session

  static func takes(after words: [String]) -> CommandWords {
    .files
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.count == 1 else { throw .usage("which file?", of: self) }
    let path = call.arguments[0]
    let text: String
    switch session.file(path) {
    case .file(let found): text = found
    case .unreadable(let why): throw .failed("\(path): \(why)")
    case .missing, .folder, .tree: throw .failed("\(path): \(HostProblem.missing.message)")
    }
    do throws(SyntaxProblem) {
      session.lastStatus = 0
      return session.evaluate(try Parser.parse(text))
    } catch {
      throw .failed("\(path): \(error.message)")
    }
  }
}
