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
  static let examples = [
    "# Two settings", "kubectl create configmap app --from-literal=color=blue --from-literal=n=2",
  ]
  static let flags = FlagTable(
    """
    append-hash false
    from-env-file []
    from-file []
    from-literal []
    save-config false
    validate=strict strict
    """
  ).with(WriteOptions.flags)

  private let name: String
  private let literals: [(key: String, value: String)]
  private let files: [(key: String?, path: String)]
  private let environmentFiles: [String]
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    name = try invocation.onlyName()
    options = try WriteOptions(invocation)
    var literals: [(key: String, value: String)] = []
    for text in invocation.list("from-literal") {
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty else {
        throw .error("invalid literal source \(text), expected key=value")
      }
      literals.append((String(sides[0]), String(sides[1])))
    }
    self.literals = literals
    files = invocation.list("from-file").map { text in
      let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
      return sides.count == 2 ? (sides[0], sides[1]) : (nil, text)
    }
    environmentFiles = invocation.list("from-env-file")
    if !environmentFiles.isEmpty, !literals.isEmpty || !files.isEmpty {
      throw .error("from-env-file cannot be combined with from-file or from-literal")
    }
  }

  var fileNeeds: [FileNeed] {
    files.map { .fileOrFolder($0.path) } + environmentFiles.map { .file($0) }
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    var map = ConfigMap()
    map.metadata.name = name
    for (key, value) in literals { try Self.add(key, value, to: &map) }
    for file in files {
      switch context.files[.fileOrFolder(file.path)] {
      case .file(let text)?:
        let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
        try Self.add(file.key ?? name, text, to: &map)
      case .folder(let entries)?:
        for entry in entries {
          let name = entry.path.split(separator: "/").last.map(String.init) ?? entry.path
          try Self.add(name, entry.text, to: &map)
        }
      case .unreadable(let why)?: throw .error("open \(file.path): \(why)")
      case .missing?, nil:
        throw .error("error reading \(file.path): no such file or directory")
      }
    }
    for path in environmentFiles {
      guard case .file(let text)? = context.files[.file(path)] else {
        throw .error("error reading \(path): no such file or directory")
      }
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        let sides = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        try Self.add(String(sides[0]), sides.count > 1 ? String(sides[1]) : "", to: &map)
      }
    }
    let room = options.namespace ?? context.namespace
    let key = ObjectKey(.configMap, namespace: room, name: name)
    if options.dryRun != .client, context.state[key] != nil {
      throw .error("failed to create configmap: \(Rejection.alreadyExists(key).message)")
    }
    return .submit([options.create(map, in: context)])
  }

  private static func add(
    _ key: String, _ value: String, to map: inout ConfigMap
  ) throws(Failure) {
    guard map.data[key] == nil else {
      throw .error("cannot add key \"\(key)\", another key by that name already exists")
    }
    map.data[key] = value
  }
}
