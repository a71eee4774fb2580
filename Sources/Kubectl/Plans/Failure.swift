import Objects
import Store

/// Why a command that was well typed cannot be carried out, worded as kubectl does.
public enum Failure: Error, Hashable, Sendable {
  case usage(UsageError)
  /// The API server said no. `doing` goes before its sentence.
  case rejected(Rejection, doing: String? = nil)
  /// `error: ` and this.
  case error(String)
  /// As `error`, about a place in a file: `web.yaml:4:2`.
  case errorInFile(String, place: String)
  /// Exactly this, with nothing before it.
  case plain(String)

  public var message: String {
    switch self {
    case .usage(let error): error.message
    case .rejected(let rejection, let doing): Self.text(of: rejection, doing: doing)
    case .error(let text), .errorInFile(let text, _): "error: \(text)"
    case .plain(let text): text
    }
  }

  /// The same where one command has several of them to tell: kubectl then gives each as the server
  /// or its own code has it.
  public var messageAmongOthers: String {
    switch self {
    case .rejected(.applyConflict(let message), _): Self.advice(on: message)
    case .rejected(let rejection, let doing): Self.sentence(of: rejection, doing: doing)
    case .error(let text), .errorInFile(let text, _): text
    case .usage, .plain: message
    }
  }

  /// Where in a file it went wrong, which kubectl does not say.
  public var place: String? {
    if case .errorInFile(_, let place) = self { place } else { nil }
  }

  /// The exit status.
  public var status: Int32 { 1 }

  private static func text(of rejection: Rejection, doing: String?) -> String {
    if case .applyConflict(let message) = rejection { return "error: " + advice(on: message) }
    if case .invalid(let kind, let name, let problems) = rejection {
      let messages = problems.map(\.message)
      let subject = "The \(kind.rawValue) \"\(name.withControlsQuoted)\" is invalid: "
      return messages.count == 1
        ? subject + messages[0] : subject + messages.map { "\n* \($0)" }.joined()
    }
    return sentence(of: rejection, doing: doing)
  }

  private static func sentence(of rejection: Rejection, doing: String?) -> String {
    let sentence = doing.map { "\($0): \(rejection.message)" } ?? rejection.message
    return "Error from server (\(rejection.reason)): \(sentence)"
  }

  private static func advice(on message: String) -> String {
    """
    \(message)
    Please review the fields above--they currently have other managers. Here
    are the ways you can resolve this warning:
    * If you intend to manage all of these fields, please re-run the apply
      command with the `--force-conflicts` flag.
    * If you do not intend to manage all of the fields, please edit your
      manifest to remove references to the fields that should keep their
      current managers.
    * You may co-own fields by updating your manifest to match the existing
      value; in this case, you'll become the manager if the other manager(s)
      stop managing the field (remove it from their configuration).
    See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts
    """
  }
}
