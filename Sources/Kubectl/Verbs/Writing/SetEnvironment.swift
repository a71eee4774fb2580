import Objects
import Store

/// `kubectl set env`: environment variables of containers.
struct SetEnvironment: Verb {
  static let name = "set env"
  static let summary = "Update environment variables on a pod template"
  static let usage = "set env RESOURCE/NAME KEY_1=VAL_1 ... KEY_N=VAL_N"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    all false
    containers c *
    env e []
    from ''
    keys []
    list false
    local false
    overwrite true
    prefix ''
    resolve false
    selector l ''
    """
  ).with(WriteOptions.flags(as: "kubectl-set")).with(ManifestFiles.flags)

  private let targets: WriteTargets
  private let options: WriteOptions
  private let source: ObjectSelection?
  private let containers: ContainerPick
  private let specifications: [String]
  private let keys: [String]
  private let prefix: String?
  private let overwrites: Bool
  private let lists: Bool
  private let resolves: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    let words = invocation.words
    let isChange = { (word: String) in
      (word.contains("=") && !word.hasPrefix("=")) || word.hasSuffix("-")
    }
    try invocation.checkAllIsAlone()
    let resources = Array(words.prefix { !isChange($0) })
    let changes = Array(words.dropFirst(resources.count))
    if !changes.allSatisfy(isChange) {
      throw .error(
        "all resources must be specified before environment changes: "
          + words.joined(separator: " "))
    }
    specifications = invocation.list("env") + changes
    containers = ContainerPick(invocation["containers"] ?? "*")
    lists = invocation.has("list")
    resolves = invocation.has("resolve")
    overwrites = invocation.has("overwrite")
    prefix = invocation["prefix"]
    keys = invocation.commaList("keys")
    options = try WriteOptions(invocation)
    let files = try ManifestFiles(invocation)
    if files.isEmpty, resources.isEmpty {
      throw .error(
        "one or more resources must be specified as <resource> <name> or <resource>/<name>")
    }
    if lists, options.format != nil {
      throw .error("--list and --output may not be specified together")
    }
    let from = invocation["from"]
    if !keys.isEmpty, from == nil {
      throw .error(
        "when specifying --keys, a configmap or secret must be provided with --from")
    }
    var selection = ObjectSelection(
      kind: .configMap, labelSelector: nil, namespace: invocation.namespace)
    if let from { selection.words = try ResourceWords([from]) }
    source = from == nil ? nil : selection
    targets = try WriteTargets(invocation, words: resources)
  }

  var fileNeeds: [FileNeed] {
    targets.files.needs + (specifications.contains("-") ? [.file("-")] : [])
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    var stdin = context.stdin
    if case .file(let text)? = context.files[.file("-")] { stdin = text }
    var notes: [Part] = []
    var change = try EnvironmentChange(specifications, stdin: stdin)
    change.overwrites = overwrites
    if let source {
      let found = try source.find(in: context)
      if let failure = found.failures.first { throw failure }
      for object in found.objects { notes += try change.take(from: object, keys: keys) }
    }
    if let prefix { change.put(prefix: prefix) }
    let said = notes.map(Step.say)
    return .submit(
      try said
        + targets.steps(in: context) { object throws(Failure) in
          try steps(for: object, change, in: context)
        })
  }

  private func steps(
    for object: any APIObject, _ change: EnvironmentChange, in context: Context
  ) throws(Failure) -> [Step] {
    var steps: [Step] = []
    var objection: String?
    var found = 0
    let changed = object.withPodSpec { spec in
      found = containers.change(in: &spec) { container in
        objection = objection ?? change.objection(to: container.env)
        container.env = change.applied(to: container.env)
        if lists { steps += list(container, of: object, in: context) }
      }
    }
    guard let changed else { throw object.hasNoPodTemplate }
    if found == 0 {
      let name = "\(object.kind.rawValue)/\(object.metadata.name)"
      return [
        .say(
          .note("Warning: \(name) does not have any containers matching \"\(containers.pattern)\""))
      ]
    }
    if let objection { throw .plain("error: \(object.pluralName) \(objection)") }
    if lists { return steps }
    if changed.isEqual(to: object.unversioned) { return [] }
    return [options.step(.update(changed), changed, done: "env updated")]
  }

  private func list(
    _ container: Container, of object: any APIObject, in context: Context
  ) -> [Step] {
    let title =
      "# \(object.kind.rawValue) \(object.metadata.name), container \(container.name)"
    let lines = container.env.map { variable in
      guard let source = variable.valueFrom else {
        return "\(variable.name)=\(variable.value ?? "")"
      }
      if resolves, let value = source.value(in: object.metadata.namespace, context) {
        return "\(variable.name)=\(value)"
      }
      return "# \(variable.name) from \(source.reference)"
    }
    return ([title] + lines).map { .say(.line($0)) }
  }
}

extension EnvironmentValueSource {
  /// How kubectl names where a value comes from.
  fileprivate var reference: String {
    if let key = configMapKeyRef { return "configmap \(key.name ?? ""), key \(key.key)" }
    if let field = resourceFieldRef { return "resource field \(field.resource)" }
    if let key = secretKeyRef { return "secret \(key.name ?? ""), key \(key.key)" }
    if let field = fieldRef { return "field path \(field.fieldPath)" }
    return "invalid valueFrom"
  }

  /// The value, where a ConfigMap or Secret has it.
  fileprivate func value(in namespace: String, _ context: Context) -> String? {
    if let key = configMapKeyRef {
      return context.state.get(ConfigMap.self, key.name ?? "", in: namespace)?.data[key.key]
    }
    guard let key = secretKeyRef,
      let secret = context.state.get(Secret.self, key.name ?? "", in: namespace),
      case .success(let bytes)? = secret.data[key.key].map(Base64.decode)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
