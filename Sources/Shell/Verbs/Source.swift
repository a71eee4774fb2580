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
    do throws(HostProblem) {
      text = try session.host.readFile(path)
    } catch {
      throw .failed("\(path): \(error.message)")
    }
    do throws(SyntaxProblem) {
      session.lastStatus = 0
      return session.evaluate(try Parser.parse(text))
    } catch {
      throw .failed("\(path): \(error.message)")
    }
  }
}
