import Objects
import Store

/// `kubectl create configmap`: settings from literals and files.
struct CreateConfigMap: Verb {
  static let name = "create configmap"
  static let aliases = ["create cm"]
  static let summary = "Create a config map from a local file, directory or literal value"
  static let usage =
    "create configmap NAME [--from-file=[key=]source] [--from-literal=key1=value1] "
    + "[--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    append-hash false
    from-env-file []
    from-file []
    from-literal []
    save-config false
    validate=strict strict
    """
  ).with(WriteOptions.flags(as: "kubectl-create"))

  private let name: String
  private let values: KeyedValues
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    name = try invocation.onlyName()
    options = try WriteOptions(invocation)
    values = try KeyedValues(invocation, for: .configMap(name: name))
  }

  var fileNeeds: [FileNeed] { values.fileNeeds }

  func plan(in context: Context) throws(Failure) -> Plan {
    var map = ConfigMap()
    map.metadata.name = name
    map.data = try values.collect(in: context)
    return .submit([try options.generate(map, failing: "failed to create configmap:", in: context)])
  }
}
