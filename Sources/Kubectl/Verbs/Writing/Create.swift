import Objects
import Store

/// `kubectl create -f`: objects that are not there yet.
struct Create: Verb {
  static let name = "create"
  static let summary = "Create a resource from a file or from stdin"
  static let usage = "create -f FILENAME"
  static let takes = WordMeaning.verbs
  static let flags = FlagTable(
    """
    edit false
    raw ''
    save-config false
    selector l ''
    validate=strict strict
    windows-line-endings false
    """
  ).with(WriteOptions.flags(as: "kubectl-create")).with(ManifestFiles.flags)

  private let files: ManifestFiles
  private let options: WriteOptions
  private let validation: ManifestFiles.Item.Validation
  private let savesConfiguration: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    files = try ManifestFiles(invocation)
    options = try WriteOptions(invocation)
    validation = try ManifestFiles.Item.Validation(invocation)
    savesConfiguration = invocation.has("save-config")
    if !invocation.words.isEmpty {
      throw .misuse(
        "Unexpected args: [\(invocation.words.joined(separator: " "))]", verb: Self.name)
    }
    if files.isEmpty { throw .error("must specify one of -f and -k") }
  }

  var fileNeeds: [FileNeed] { files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    let (items, failures) = files.items(in: context, namespace: options.namespace)
    if items.isEmpty, failures.isEmpty { throw .error("no objects passed to create") }
    var steps: [Step] = []
    for item in items {
      let doing = "error when creating \"\(item.source)\""
      do throws(Failure) {
        let document =
          savesConfiguration
          ? Apply.annotated(item.document, Apply.record(of: item.document)) : item.document
        if options.dryRun == .client {
          steps.append(options.rehearsal(document, of: item.kind, done: "created"))
          continue
        }
        let warnings = try item.check(validation, doing: doing)
        let object = try item.kind.decode(document, in: context, doing: doing)
        steps += warnings.map(Step.say)
        steps.append(options.create(object, in: context, doing: doing))
      } catch {
        steps.append(.say(.failed(error)))
      }
    }
    return .submit(steps + failures.map { .say(.failed($0)) }, gathered: .apart)
  }
}

extension Invocation {
  /// The one name a verb such as `create namespace` takes.
  func onlyName() throws(UsageError) -> String {
    guard arguments.count == 1 else {
      throw .misuse("exactly one NAME is required, got \(arguments.count)", verb: verb)
    }
    return arguments[0]
  }

  /// Throws when a flag that must be given is not.
  func require(_ names: String...) throws(UsageError) {
    let missing = names.filter { !isSet($0) }
    if !missing.isEmpty { throw .requiredFlagsMissing(missing) }
  }
}
