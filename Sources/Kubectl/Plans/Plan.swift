import Objects
import Store

/// What a command comes to, before anything is done: the one way from words to effects.
///
/// A line goes through four steps.
/// 1. ``Kubectl/parse(_:)`` turns words into a typed ``Verb``, or throws a ``UsageError``.
/// 2. `verb.fileNeeds` says which files of the host the verb has to see. Whoever performs plans
///    reads them, since only it may touch the host, and puts the answers into ``Context/files``.
/// 3. `verb.plan(in:)` looks at the cluster and returns a plan, or throws a ``Failure``.
/// 4. The plan is performed: views are shown, intents submitted, containers asked, time run.
public enum Plan: Sendable {
  /// Show these and end with this status.
  case show([Part], status: Int32 = 0)
  /// Carry these out in order.
  case submit([Step], gathered: Gathering = .singly)
  /// Ask the containers of a pod: they live in the machines, not in the store.
  case run(ContainerRequest)
  /// Let time pass until the wait is over.
  case wait(any Waiting)
  /// Let the user edit a text, then plan with what came out.
  case edit(any Editing)
  /// Make this the kubeconfig, and show `parts`.
  case configure(Kubeconfig, parts: [Part])
  /// Write a text into a file of the host.
  case save(String, path: String)
  /// One after the other, while each ends with status 0.
  case inOrder([Plan])

  public static func show(_ view: View) -> Plan { .show([.out(view)]) }
  public static func show(_ text: String) -> Plan { .show([.out(.text(text))]) }
}

/// A piece of what a command prints.
public enum Part: Sendable {
  case out(View)
  /// A note on standard error.
  case note(String)
  /// An error: told on standard error, and it makes the status of the command.
  case failed(Failure)

  /// A line on standard output.
  public static func line(_ text: String) -> Part { .out(.text(text + "\n")) }
}

/// One thing to do in the store, or to say meanwhile.
public enum Step: Sendable {
  case write(Write)
  case say(Part)
  /// A document that a rehearsal came to, printed as those that are written are.
  case show(APIValue, as: OutputFormat)
}

/// A write, with what is printed when it succeeds and when it does not.
public struct Write: Sendable {
  public enum Answer: Sendable {
    case nothing
    case line(String)
    /// The written object, as `-o` asked for it.
    case object(OutputFormat)
  }

  public var intent: Intent
  public var answer: Answer
  /// Goes before the server's sentence: `error when creating "web.yaml"`.
  public var doing: String?
  /// Whether the steps behind this one are left out when it is refused.
  public var stopsWhenRefused: Bool
  /// Only ask whether it would be accepted.
  public var isDryRun: Bool
  /// Said when the store has nothing to change; nil prints `answer` then as well.
  public var answerWhenUnchanged: Answer?
  /// A missing object is no failure: nothing is printed.
  public var ignoresNotFound: Bool
  /// In whose name the object's record of field managers has the write; nil for kubectl itself.
  public var writer: FieldWriter?

  public init(
    _ intent: Intent, answer: Answer, doing: String? = nil, stopsWhenRefused: Bool = false,
    isDryRun: Bool = false, answerWhenUnchanged: Answer? = nil, ignoresNotFound: Bool = false,
    writer: FieldWriter? = nil
  ) {
    self.writer = writer
    self.intent = intent
    self.answer = answer
    self.doing = doing
    self.stopsWhenRefused = stopsWhenRefused
    self.isDryRun = isDryRun
    self.answerWhenUnchanged = answerWhenUnchanged
    self.ignoresNotFound = ignoresNotFound
  }
}

/// A text for the user's editor.
public protocol Editing: Sendable {
  /// What the editor is opened with.
  var text: String { get }
  /// What to do with the edited text.
  func plan(edited: String, in context: Context) throws(Failure) -> Plan
}
