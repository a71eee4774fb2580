import Objects
import Store

/// `kubectl create namespace`.
struct CreateNamespace: Verb {
  static let name = "create namespace"
  static let aliases = ["create ns"]
  static let summary = "Create a namespace with the specified name"
  static let usage = "create namespace NAME [--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable("save-config false\nvalidate=strict strict").with(
    WriteOptions.flags(as: "kubectl-create"))

  private let namespace: Namespace
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    var namespace = Namespace()
    namespace.metadata.name = try invocation.onlyName()
    self.namespace = namespace
    options = try WriteOptions(invocation)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit([options.create(namespace, in: context)])
  }
}

/// `kubectl create serviceaccount`.
struct CreateServiceAccount: Verb {
  static let name = "create serviceaccount"
  static let aliases = ["create sa"]
  static let summary = "Create a service account with the specified name"
  static let usage = "create serviceaccount NAME [--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable("save-config false\nvalidate=strict strict").with(
    WriteOptions.flags(as: "kubectl-create"))

  private let account: ServiceAccount
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    var account = ServiceAccount()
    account.metadata.name = try invocation.onlyName()
    self.account = account
    options = try WriteOptions(invocation)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit([
      try options.generate(account, failing: "failed to create serviceaccount:", in: context)
    ])
  }
}

/// `kubectl create priorityclass`.
struct CreatePriorityClass: Verb {
  static let name = "create priorityclass"
  static let aliases = ["create pc"]
  static let summary = "Create a priority class with the specified name"
  static let usage =
    "create priorityclass NAME --value=VALUE --global-default=BOOL [--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    description ''
    global-default false
    preemption-policy PreemptLowerPriority
    save-config false
    validate=strict strict
    value 0
    """
  ).with(WriteOptions.flags(as: "kubectl-create"))

  private let priorityClass: PriorityClass
  private let policy: String
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    var made = PriorityClass()
    made.metadata.name = try invocation.onlyName()
    made.priority = try invocation.shortInteger("value")
    made.globalDefault = invocation.has("global-default") ? true : nil
    made.description = invocation["description"]
    policy = invocation["preemption-policy"] ?? ""
    made.preemptionPolicy = PreemptionPolicy(rawValue: policy)
    priorityClass = made
    options = try WriteOptions(invocation)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let failing = "failed to create priorityclass:"
    if priorityClass.preemptionPolicy != nil {
      return .submit([try options.generate(priorityClass, failing: failing, in: context)])
    }
    // No word that there is: only the server minds.
    var document = priorityClass.document
    document["preemptionPolicy"] = .string(policy)
    if options.staysInside {
      return .submit([options.rehearsal(document, of: .priorityClass, done: "created")])
    }
    do throws(Failure) {
      _ = try PriorityClass.decode(document, in: context)
    } catch {
      guard case .rejected(let rejection, _) = error else { throw error }
      throw .error("\(failing) \(rejection.message)")
    }
    throw .error("\(failing) preemptionPolicy: Required value")
  }
}
