import Objects
import Store

/// `kubectl create quota`.
struct CreateQuota: Verb {
  static let name = "create quota"
  static let aliases = ["create resourcequota"]
  static let summary = "Create a quota with the specified name"
  static let usage =
    "create quota NAME [--hard=key1=value1,key2=value2] [--scopes=Scope1,Scope2] "
    + "[--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    hard ''
    save-config false
    scopes ''
    validate=strict strict
    """
  ).with(WriteOptions.flags(as: "kubectl-create"))

  private let quota: ResourceQuota
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    var made = ResourceQuota()
    made.metadata.name = try invocation.onlyName()
    made.spec.hard = try ResourceList(commandText: invocation["hard"] ?? "")
    made.spec.scopes = (invocation["scopes"] ?? "").split(separator: ",").map(String.init)
    quota = made
    options = try WriteOptions(invocation)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit([try options.generate(quota, failing: "failed to create quota:", in: context)])
  }
}
