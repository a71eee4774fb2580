import Kubectl
import Objects

/// A verb whose answer a program may want to read: with `--json` it comes as JSON.
///
/// The text and the document come from the same ``Answer``, so that they cannot tell different
/// things. Such a verb says `[--json]` in its usage.
protocol Answering: Command {
  /// Where `--json` may stand: for verbs followed by a command of its own only right behind the
  /// verb, else anywhere.
  static var takesCommands: Bool { get }
  static func answer(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Answer
}

/// What a verb answers, before anybody has put it in words.
struct Answer {
  /// Nil for what is done rather than answered: there `--json` is refused.
  var document: APIValue?
  var status: Int32 = 0
  /// Puts it in words.
  var tell: (inout Session) -> Void = { _ in }

  init(
    _ document: APIValue, status: Int32 = 0, tell: @escaping (inout Session) -> Void
  ) {
    self.document = document
    self.status = status
    self.tell = tell
  }

  /// Something was done, and has been told.
  static func done(_ status: Int32 = 0) -> Answer { Answer(status: status) }

  private init(status: Int32) { self.status = status }
}

extension Answering {
  static var takesCommands: Bool { false }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let call = call.lookingForJSON(onlyInFront: takesCommands)
    let answer = try answer(call, in: &session)
    if !call.wantsJSON {
      answer.tell(&session)
    } else if let document = answer.document {
      session.emit([.out(.document(document, .json))])
    }
    return answer.status
  }
}

extension CommandCall {
  static let jsonFlag = "--json"

  /// The call without `--json`, and with a note of it.
  fileprivate func lookingForJSON(onlyInFront: Bool) -> CommandCall {
    var call = self
    if onlyInFront {
      guard arguments.first == Self.jsonFlag else { return self }
      call.arguments.removeFirst()
      call.wantsJSON = true
    } else {
      call.arguments.removeAll { $0 == Self.jsonFlag }
      call.wantsJSON = call.arguments.count < arguments.count
    }
    return call
  }

  /// For what a verb does rather than answers, before it is done.
  func refuseJSON(of type: any Command.Type) throws(CommandProblem) {
    if wantsJSON {
      throw .usage("there is no answer here that \(Self.jsonFlag) could give", of: type)
    }
  }
}
