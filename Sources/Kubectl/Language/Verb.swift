/// A command of kubectl: its grammar, and what it plans.
public protocol Verb: Sendable {
  /// `get`, `create deployment`
  static var name: String { get }
  static var aliases: [String] { get }
  /// One line of help.
  static var summary: String { get }
  /// The usage line without `kubectl `: `get [(-o|--output=)json|…] (TYPE …) [flags]`
  static var usage: String { get }
  static var flags: FlagTable { get }
  /// What its words are, for completion.
  static var takes: WordMeaning { get }

  init(_ invocation: Invocation) throws(UsageError)

  /// Whether it can do nothing without the API server.
  var needsServer: Bool { get }

  /// The exit status of a line that fails before anything is done.
  static var failureStatus: Int32 { get }

  /// The files of the host it has to see before it can plan.
  var fileNeeds: [FileNeed] { get }

  func plan(in context: Context) throws(Failure) -> Plan
}

extension Verb {
  public static var aliases: [String] { [] }
  public static var takes: WordMeaning { .nothing }
  public var fileNeeds: [FileNeed] { [] }
  public var needsServer: Bool { true }
  public static var failureStatus: Int32 { 1 }
}

/// A verb that is about kubectl itself and asks no server.
public protocol LocalVerb: Verb {}

extension LocalVerb {
  public var needsServer: Bool { false }
}

/// What the words of a verb name.
public enum WordMeaning: Hashable, Sendable {
  case nothing
  /// A kind and names of it, or TYPE/NAME.
  case resources
  /// A kind only.
  case kinds
  /// A pod, or TYPE/NAME of something that has pods.
  case pods
  case nodes
  /// Files of the host, and of containers as `POD:PATH`.
  case places
  /// The next word of a longer verb.
  case verbs
  /// Anything.
  case text
}
