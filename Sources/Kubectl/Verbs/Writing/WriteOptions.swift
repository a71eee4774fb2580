import Engine
import Manifests
import Objects
import Store

/// What all writing verbs share: whether it is a rehearsal, and what is printed.
struct WriteOptions: Sendable {
  enum DryRun: String, Sendable {
    case none
    /// Nothing leaves kubectl.
    case client
    /// The server says what it would do.
    case server
  }

  var dryRun: DryRun
  /// `--local`: files are changed as they are printed, the cluster is not asked.
  let isLocal: Bool
  var format: OutputFormat?
  /// `--save-config`: what is made up is kept as if it had been applied.
  private var savesConfiguration: Bool
  /// `--append-hash`: the name ends with a hash of the contents.
  private var appendsHash: Bool
  /// Whether a line about something that was only rehearsed says so.
  var saysRehearsal = true
  /// The namespace named with `-n`; nil for the current one.
  var namespace: String?
  /// In whose name the verb writes.
  var writer: FieldWriter

  /// The flags that go with these options.
  static let flags = FlagTable(
    """
    allow-missing-template-keys true
    dry-run=unchanged none
    output o ''
    show-managed-fields false
    template ''
    """)

  /// The same for a verb that writes under this name, where nobody gives another.
  static func flags(as manager: String) -> FlagTable {
    flags.with(FlagTable("field-manager \(manager)"))
  }

  init(_ invocation: Invocation) throws(UsageError) {
    let word = invocation["dry-run"] ?? "none"
    switch word {
    case "none": dryRun = .none
    case "client", "unchanged": dryRun = .client
    case "server": dryRun = .server
    default:
      throw .error(
        "Invalid dry-run value (\(word)). Must be \"none\", \"server\", or \"client\".")
    }
    isLocal = invocation.has("local")
    if isLocal, dryRun == .server {
      throw .error(
        "cannot specify --local and --dry-run=server - did you mean --dry-run=client?")
    }
    savesConfiguration = invocation.has("save-config")
    appendsHash = invocation.has("append-hash")
    format = try OutputFormat.read(
      invocation["output"], template: invocation["template"], offering: .documents)
    if Self.isTyped(invocation.verb) { format = format?.ofTyped }
    namespace = invocation.namespace
    _ = try ManifestFiles.Item.Validation(invocation)
    writer = FieldWriter(invocation)
  }

  /// Whether a verb makes typed objects of what it writes, rather than to pass documents on.
  private static func isTyped(_ verb: String) -> Bool {
    let words = verb.split(separator: " ")
    return words.first == "create" ? words.count > 1 : typed.contains(words.first ?? "")
  }

  private static let typed: Set<Substring> = [
    "auth", "autoscale", "expose", "rollout", "run", "set",
  ]

  /// Whether nothing leaves kubectl.
  var staysInside: Bool { isLocal || dryRun == .client }

  /// What follows the verb in a line about something that was only rehearsed.
  var suffix: String {
    guard saysRehearsal else { return "" }
    return switch dryRun {
    case .none: ""
    case .client: " (dry run)"
    case .server: " (server dry run)"
    }
  }

  /// The line kubectl prints about an object.
  func line(_ object: any APIObject, _ done: String) -> String {
    "\(object.kind.qualifiedSingular)/\(object.metadata.name) \(done)\(suffix)"
  }

  /// The step that creates an object, in the namespace that is meant where it names none.
  func create(
    _ object: any APIObject, in context: Context, done: String = "created", doing: String? = nil
  ) -> Step {
    var object = object
    let room = namespace ?? (dryRun == .client ? "" : context.namespace)
    if object.kind.isNamespaced, object.metadata.namespace.isEmpty {
      object.metadata.namespace = room
    }
    return step(.create(object), object, done: done, doing: doing)
  }

  /// What a generator has made, with the hash and the record that flags ask for.
  private func finished(_ object: any APIObject) -> any APIObject {
    var object = object
    if appendsHash { object.metadata.name += "-" + ContentHash.suffix(ofNamed: object.document) }
    if savesConfiguration {
      object.metadata.annotations[Apply.annotation] = Apply.record(of: object.document)
    }
    return object
  }

  /// The step that creates what a verb such as `create secret` has made up. A refusal begins with
  /// `failing`.
  func generate(
    _ object: any APIObject, failing: String, in context: Context
  ) throws(Failure) -> Step {
    let object = finished(object)
    guard dryRun != .client else { return create(object, in: context) }
    var placed = object
    if object.kind.isNamespaced { placed.metadata.namespace = namespace ?? context.namespace }
    let room = ObjectKey(object.kind, namespace: placed.metadata.namespace, name: "")
    if let refusal = context.refusal(of: AccessRequest("create", room)) {
      throw .error("\(failing) \(refusal.message)")
    }
    var state = context.state
    var random = SeededRandom(seed: 0)
    do throws(Rejection) {
      _ = try state.apply(.create(placed), by: .user, at: context.now, using: &random)
    } catch {
      throw .error("\(failing) \(error.message)")
    }
    return create(object, in: context)
  }

  /// What kubectl prints of a document that it has kept to itself.
  func rehearsal(_ document: APIValue, of kind: Kind, done: String) -> Step {
    if let format, format.showsDocuments { return .show(document, as: format) }
    let name = document.value(at: ["metadata", "name"])?.string ?? ""
    let what = "\(kind.qualifiedSingular)/\(name)"
    return .say(.line(format == nil ? "\(what) \(done)\(suffix)" : what))
  }

  /// A write about an object, or what a rehearsal of it prints.
  func step(
    _ intent: Intent, _ object: any APIObject, done: String, unchanged: String? = nil,
    doing: String? = nil
  ) -> Step {
    if staysInside {
      return rehearsal(
        object.shown(managedFields: format?.showsManagers ?? false), of: object.kind, done: done)
    }
    let answer: Write.Answer = format.map(Write.Answer.object) ?? .line(line(object, done))
    let quiet = format == nil ? unchanged.map { Write.Answer.line(line(object, $0)) } : nil
    return .write(
      Write(
        intent, answer: answer, doing: doing, isDryRun: dryRun == .server,
        answerWhenUnchanged: quiet, writer: writer))
  }
}

extension FieldWriter {
  /// Verbs that write as kubectl itself.
  private static let plain: Set<String> = ["scale", "cordon", "uncordon", "drain", "debug"]

  /// Who a verb writes as: `--field-manager`, or a name made from its own.
  init(_ invocation: Invocation) {
    let verb = invocation.verb.split(separator: " ").first.map(String.init) ?? ""
    var name = Self.plain.contains(verb) ? "kubectl" : "kubectl-\(verb)"
    if verb == "apply" { name = "kubectl-client-side-apply" }
    if verb == "apply", invocation.has("server-side") { name = "kubectl" }
    if invocation.isSet("field-manager"), let given = invocation["field-manager"], !given.isEmpty {
      name = given
    }
    let part = invocation["subresource"] ?? ""
    self.init(name, subresource: verb == "scale" ? "scale" : part)
  }
}

extension APIObject {
  /// Itself as the typed object a document of the same kind describes, or what is wrong with it;
  /// `doing` goes before the server's sentence.
  static func decode(
    _ document: APIValue, in context: Context, doing: String? = nil
  ) throws(Failure) -> Self {
    var problems: [FieldProblem] = []
    let object = Self.read(document, problems: &problems)
    guard !problems.isEmpty else { return object }
    for problem in problems {
      guard case .wrongType = problem.reason else { continue }
      throw .rejected(.badRequest(problem.message), doing: doing)
    }
    throw .rejected(
      .invalid(
        kind: kind, name: object.metadata.name,
        problems: object.furtherProblems(in: context) + problems), doing: doing)
  }
}

extension APIObject {
  /// What else the server would find wrong with the object: all of it is told at once.
  fileprivate func furtherProblems(in context: Context) -> [FieldProblem] {
    var state = context.state
    var random = SeededRandom(seed: 0)
    do throws(Rejection) {
      _ = try state.apply(.create(self), by: .user, at: context.now, using: &random)
    } catch {
      if case .invalid(_, _, let problems) = error { return problems }
    }
    return []
  }
}

extension Kind {
  /// The typed object a document of this kind describes, or what is wrong with it; `doing` goes
  /// before the server's sentence.
  func decode(
    _ document: APIValue, in context: Context, doing: String? = nil
  ) throws(Failure) -> any APIObject {
    try facts.type.decode(document, in: context, doing: doing)
  }
}
