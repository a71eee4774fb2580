import Engine
import Simulation

/// Goes on with a saved session.
enum Open: Command {
  static let name = "open"
  static let usage = ["open FILE"]
  static let summary = "go on with a session that save kept"
  static let section = CommandSection.session

  static func takes(after words: [String]) -> CommandWords {
    .files
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.count == 1 else { throw .usage("which file?", of: self) }
    guard session.classroom == nil else {
      throw .failed("you are in a lesson or an interview; leave it first")
    }
    let path = call.arguments[0]
    let saved = try read(path, session)
    if saved.version != PodlabVersion.text {
      session.complain(
        "note: saved by podlab \(saved.version), this is \(PodlabVersion.text): "
          + "the cluster may turn out differently")
    }
    session.resume(saved)
    session.report(
      "opened \(path): \(saved.commands.count) commands, it is \(session.now.clockText)")
    return 0
  }

  private static func read(
    _ path: String, _ session: Session
  ) throws(CommandProblem) -> SavedSession {
    let text: String
    do throws(HostProblem) {
      text = try session.host.readFile(path)
    } catch {
      throw .failed("\(path): \(error.message)")
    }
    do throws(SavedSession.Problem) {
      return try SavedSession(text)
    } catch {
      throw .failed("\(path): \(error.message)")
    }
  }
}
