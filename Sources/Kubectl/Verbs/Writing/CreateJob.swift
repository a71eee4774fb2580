import Objects
import Store

/// `kubectl create job`.
struct CreateJob: Verb {
  static let name = "create job"
  static let summary = "Create a job with the specified name"
  static let usage = "create job NAME --image=image [--from=cronjob/name] -- [COMMAND] [args...]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    from ''
    image ''
    save-config false
    validate=strict strict
    """
  ).with(WriteOptions.flags(as: "kubectl-create"))

  private let name: String
  private let image: String?
  private let command: [String]
  private let source: String?
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    name = try invocation.onlyName()
    image = invocation["image"]
    source = invocation["from"]
    command = invocation.command ?? []
    if (image == nil) == (source == nil) {
      throw .error("either --image or --from must be specified")
    }
    if source != nil, !command.isEmpty { throw .error("cannot specify --from and command") }
    options = try WriteOptions(invocation)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let job = try source.map { word throws(Failure) in try copied(from: word, in: context) }
    let made = job ?? plain
    let step = try options.generate(made, failing: "failed to create job:", in: context)
    return .submit([step])
  }

  private var plain: Job {
    var job = Job()
    job.metadata.name = name
    var container = Container()
    container.name = name
    container.image = image ?? ""
    container.command = command
    job.spec.template.spec.containers = [container]
    job.spec.template.spec.restartPolicy = .never
    return job
  }

  private func checkType(_ word: String) throws(Failure) {
    do throws(UsageError) {
      _ = try ResourceWords([word])
    } catch {
      throw .usage(error)
    }
    throw .error("resource(s) were provided, but no name was specified")
  }

  /// A run of a CronJob out of turn.
  private func copied(from word: String, in context: Context) throws(Failure) -> Job {
    let room = options.namespace ?? context.namespace
    // A word alone is a type.
    if !word.contains("/") { try checkType(word) }
    let key = try PodTarget.key(of: word, namespace: room)
    let object = try ObjectSelection.object(key, in: context)
    guard let cron = object as? CronJob else {
      throw .error("unknown object type *v1.\(object.kind.rawValue)")
    }
    let template = cron.spec.jobTemplate
    var job = Job()
    job.metadata.name = name
    job.metadata.labels = template.metadata.labels
    job.metadata.annotations = template.metadata.annotations
    job.metadata.annotations["cronjob.kubernetes.io/instantiate"] = "manual"
    var owner = OwnerReference(controller: cron)
    owner.blockOwnerDeletion = nil
    job.metadata.ownerReferences = [owner]
    job.spec = template.spec
    return job
  }
}
