import Objects
import Store

/// `kubectl create cronjob`.
struct CreateCronJob: Verb {
  static let name = "create cronjob"
  static let aliases = ["create cj"]
  static let summary = "Create a cron job with the specified name"
  static let usage =
    "create cronjob NAME --image=image --schedule='0/5 * * * ?' -- [COMMAND] [args...] "
    + "[flags]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    image ''
    restart ''
    save-config false
    schedule ''
    validate=strict strict
    """
  ).with(WriteOptions.flags(as: "kubectl-create"))

  private let cron: CronJob
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    try invocation.require("image", "schedule")
    let name = try invocation.onlyName()
    var restart = RestartPolicy.onFailure
    if let word = invocation["restart"] {
      guard let policy = RestartPolicy(rawValue: word) else {
        throw .error("unknown restart policy \(word)")
      }
      restart = policy
    }
    options = try WriteOptions(invocation)
    var made = CronJob()
    made.metadata.name = name
    made.spec.schedule = invocation["schedule"] ?? ""
    made.spec.jobTemplate.metadata.name = name
    var container = Container()
    container.name = name
    container.image = invocation["image"] ?? ""
    container.command = invocation.command ?? []
    made.spec.jobTemplate.spec.template.spec.containers = [container]
    made.spec.jobTemplate.spec.template.spec.restartPolicy = restart
    cron = made
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit([try options.generate(cron, failing: "failed to create cronjob:", in: context)])
  }
}
