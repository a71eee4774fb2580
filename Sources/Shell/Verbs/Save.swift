/// Keeps the session in a file.
enum Save: Command {
  static let name = "save"
  static let usage = ["save FILE"]
  static let summary = "keep the session in a file; open goes on with it"
  static let details = """
    The file holds the machines, the seed and your commands with their times, not the cluster
    itself: opening it runs them again, which gives the same cluster.
    """
  static let section = CommandSection.session

  static func takes(after words: [String]) -> CommandWords {
    .files
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.count == 1 else { throw .usage("to which file?", of: self) }
    guard session.classroom == nil else {
      throw .failed("a lesson keeps itself; lesson leave first, to save your own cluster")
    }
    let path = call.arguments[0]
    do throws(HostProblem) {
      try session.host.writeFile(path, SavedSession(session).text, false)
    } catch {
      throw .failed("\(path): \(error.message)")
    }
    session.report("saved to \(path)")
    return 0
  }
}
