/// Passes the pipe on and keeps a copy in files.
enum Tee: Command {
  static let name = "tee"
  static let usage = ["tee [-a] FILE…"]
  static let summary = "pass the pipe on, with a copy in a file"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let appends = call.arguments.contains("-a")
    var status: Int32 = 0
    session.put(call.input ?? "")
    for path in call.arguments where path != "-a" {
      do throws(HostProblem) {
        try session.host.writeFile(path, call.input ?? "", appends)
      } catch {
        session.complain("tee: \(path): \(error.message)")
        status = 1
      }
    }
    return status
  }
}
