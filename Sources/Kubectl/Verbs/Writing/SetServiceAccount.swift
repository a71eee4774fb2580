import Objects
import Store

/// `kubectl set serviceaccount`: who the pods are towards the API server.
struct SetServiceAccount: Verb {
  static let name = "set serviceaccount"
  static let aliases = ["set sa"]
  static let summary = "Update the service account of a resource"
  static let usage = "set serviceaccount (-f FILENAME | TYPE NAME) SERVICE_ACCOUNT"
  static let takes = WordMeaning.resources
  static let flags = FlagTable("all false\nlocal false").with(WriteOptions.flags(as: "kubectl-set"))
    .with(ManifestFiles.flags)

  private let targets: WriteTargets
  private let options: WriteOptions
  private let account: String

  init(_ invocation: Invocation) throws(UsageError) {
    guard let last = invocation.arguments.last else { throw .error("serviceaccount is required") }
    account = last
    options = try WriteOptions(invocation)
    targets = try WriteTargets(invocation, words: Array(invocation.arguments.dropLast()))
  }

  var fileNeeds: [FileNeed] { targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit(
      try targets.steps(in: context) { object throws(Failure) in
        let changed = object.withPodSpec { spec in
          spec.serviceAccountName = account
          // The server has the older name of the field follow.
          if !options.staysInside { spec.serviceAccount = account }
        }
        guard let changed else { throw object.hasNoPodTemplate }
        return [options.step(.update(changed), changed, done: "serviceaccount updated")]
      })
  }
}
