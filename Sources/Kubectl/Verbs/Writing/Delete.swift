import Engine
import Objects
import Store

/// `kubectl delete`: objects by name, selector or manifest.
struct Delete: Verb {
  static let name = "delete"
  static let summary =
    "Delete resources by file names, stdin, resources and names, or by resources and label selector"
  static let usage =
    "delete ([-f FILENAME] | [-k DIRECTORY] | TYPE [(NAME | -l label | --all)])"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    all false
    all-namespaces A false
    cascade=background background
    dry-run=unchanged none
    field-selector ''
    filename f []
    force false
    grace-period -1
    ignore-not-found false
    interactive i false
    kustomize k ''
    now false
    output o ''
    raw ''
    recursive R false
    selector l ''
    timeout 0s
    wait true
    """)

  private let cascadeWarning: [Part]
  private let files: ManifestFiles
  private let selection: ObjectSelection
  private let options: WriteOptions
  private let deletion: DeleteOptions
  private let isForced: Bool
  private let ignoresNotFound: Bool
  private let waits: Bool
  private let timeout: SimSpan
  private let printsNames: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    let output = invocation["output"] ?? ""
    guard output.isEmpty || output == "name" else {
      throw .error("unexpected -o output mode: \(output). We only support '-o name'")
    }
    files = try ManifestFiles(invocation)
    options = try WriteOptions(invocation)
    let wantsAll = invocation.has("all")
    selection = try ObjectSelection(invocation)
    let isSelected = selection.labelSelector != nil || selection.fieldSelector != nil
    if wantsAll, isSelected {
      throw .error("setting 'all' parameter but found a non empty selector. ")
    }
    let isOpen = wantsAll || isSelected
    guard !files.isEmpty || !invocation.words.isEmpty else {
      throw isOpen ? .selectorOfNothing : .nothingNamed
    }
    if wantsAll, selection.words.isByName { throw .selectorBeside(invocation.arguments) }
    if files.isEmpty, !selection.words.isByName, !isOpen {
      throw .error("resource(s) were provided, but no name was specified")
    }
    isForced = invocation.has("force")
    deletion = try Self.deletion(invocation)
    cascadeWarning = Self.cascadeWarning(invocation)
    ignoresNotFound = invocation.has("ignore-not-found")
    printsNames = invocation["output"] == "name"
    timeout = invocation.duration("timeout")
    waits = invocation.has("wait") && options.dryRun == .none
  }

  private static func deletion(_ invocation: Invocation) throws(UsageError) -> DeleteOptions {
    let isForced = invocation.has("force")
    var grace = invocation.integer("grace-period")
    if invocation.has("now") {
      if grace != -1 { throw .error("--now and --grace-period cannot be specified together") }
      grace = 1
    }
    if isForced, grace > 0 {
      throw .error("--force and --grace-period greater than 0 cannot be specified together")
    }
    if isForced, grace < 0 { grace = 0 }
    // Without --force nothing is torn out: zero means as soon as possible.
    if !isForced, grace == 0 { grace = 1 }
    return DeleteOptions(
      gracePeriodSeconds: grace < 0 ? nil : grace, propagation: try propagation(invocation))
  }

  private static func propagation(
    _ invocation: Invocation
  ) throws(UsageError) -> DeleteOptions.Propagation {
    let word = invocation["cascade"] ?? "background"
    if let truth = Invocation.truth(word) { return truth ? .background : .orphan }
    switch word {
    case "background": return .background
    case "foreground": return .foreground
    case "orphan": return .orphan
    default:
      throw .error(
        "invalid cascade value (\(word)). Must be \"background\", \"foreground\", or \"orphan\"")
    }
  }

  /// What is said of a `--cascade` that is a truth value, as it once was.
  private static func cascadeWarning(_ invocation: Invocation) -> [Part] {
    guard let word = invocation["cascade"], let truth = Invocation.truth(word) else { return [] }
    return [
      .note(
        "warning: --cascade=\(word) is deprecated (boolean value) and can be replaced with "
          + "--cascade=\(truth ? "background" : "orphan").")
    ]
  }

  var fileNeeds: [FileNeed] { files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    var objects: [any APIObject] = []
    var failures: [Failure] = []
    if files.isEmpty {
      let found = try selection.find(in: context)
      objects = found.objects
      failures = found.failures
      if objects.isEmpty, failures.isEmpty {
        return .show([.note("No resources found")])
      }
    } else {
      let (items, problems) = files.items(in: context, namespace: options.namespace)
      failures = problems
      for item in items {
        if let object = context.state[item.key] {
          objects.append(object)
        } else {
          failures.append(
            .rejected(.notFound(item.key), doing: "error when deleting \"\(item.source)\""))
        }
      }
    }
    if ignoresNotFound { failures = failures.filter { !$0.isNotFound } }
    let warnings = cascadeWarning + (files.isEmpty ? selection.warnings : [])
    let plan = plan(deleting: objects, failures)
    return warnings.isEmpty ? plan : .inOrder([.show(warnings), plan])
  }

  private func plan(deleting objects: [any APIObject], _ failures: [Failure]) -> Plan {
    var steps: [Step] = []
    if isForced, !objects.isEmpty {
      steps.append(
        .say(
          .note(
            "Warning: Immediate deletion does not wait for confirmation that the running resource "
              + "has been terminated. The resource may continue to run on the cluster indefinitely."
          )))
    }
    steps += objects.map(step(deleting:))
    let end: [Part] = failures.map(Part.failed)
    guard waits, !objects.isEmpty else { return .submit(steps + end.map(Step.say)) }
    let wait = DeletionWait(
      objects.map { ($0.key, $0.metadata.uid) }, timeout: timeout, parts: end)
    return .inOrder([.submit(steps), .wait(wait)])
  }

  private func step(deleting object: any APIObject) -> Step {
    var line: String
    if printsNames {
      line = "\(object.kind.qualifiedSingular)/\(object.metadata.name)"
    } else {
      line = "\(object.kind.qualifiedSingular) \"\(object.metadata.name)\" "
      line += isForced ? "force deleted" : "deleted"
      if object.kind.isNamespaced { line += " from \(object.metadata.namespace) namespace" }
      line += options.suffix
    }
    if options.dryRun == .client { return .say(.line(line)) }
    return .write(
      Write(
        .delete(object.key, deletion), answer: .line(line), isDryRun: options.dryRun == .server,
        ignoresNotFound: ignoresNotFound))
  }
}

extension Failure {
  var isNotFound: Bool {
    if case .rejected(.notFound, _) = self { true } else { false }
  }
}

extension UsageError {
  static let nothingNamed = UsageError.error(
    """
    You must provide one or more resources by argument or filename.
    Example resource specifications include:
       '-f rsrc.yaml'
       '--filename=rsrc.json'
       '<resource> <name>'
       '<resource>'
    """)
}

/// Waits until objects that were deleted are gone.
struct DeletionWait: Waiting {
  private let targets: [(key: ObjectKey, uid: String)]
  private let timeout: SimSpan
  private let parts: [Part]
  private var deadline: SimTime?

  /// `parts` are said at the end; a timeout of zero waits as long as it takes.
  init(_ targets: [(key: ObjectKey, uid: String)], timeout: SimSpan, parts: [Part]) {
    self.targets = targets
    self.timeout = timeout
    self.parts = parts
  }

  mutating func look(at sight: Sight) -> Progress {
    let end = deadline ?? sight.now + (timeout > .zero ? timeout : .hours(24 * 7))
    deadline = end
    let left = targets.first { sight.state[$0.key]?.metadata.uid == $0.uid }
    guard let left else { return .end(parts, status: parts.isEmpty ? 0 : 1) }
    guard sight.now >= end else { return .goOn(next: end) }
    let failure = Failure.error(
      "timed out waiting for the condition on \(left.key.kind.facts.plural)/\(left.key.name)")
    return .end(parts + [.failed(failure)], status: 1)
  }
}
