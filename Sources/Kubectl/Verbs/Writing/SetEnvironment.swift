import Objects
import Store

/// `kubectl set env`: environment variables of containers.
struct SetEnvironment: Verb {
  static let name = "set env"
  static let summary = "Update environment variables on a pod template"
  static let usage = "set env RESOURCE/NAME KEY_1=VAL_1 ... KEY_N=VAL_N"
  static let takes = WordMeaning.resources
  static let examples = [
    "# Set one variable, take another away", "kubectl set env deployment/web MODE=fast OLD-", "",
    "# See what is set", "kubectl set env deployment/web --list",
  ]
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
  ).with(WriteOptions.flags).with(ManifestFiles.flags)

  private let targets: WriteTargets
  private let options: WriteOptions
  private let container: String
  private let assigned: [(name: String, value: String)]
  private let removed: [String]
  private let lists: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    let isChange = { (word: String) in
      word.contains("=") || (word.hasSuffix("-") && !word.contains("/"))
    }
    let changes = invocation.arguments.filter(isChange) + invocation.list("env")
    assigned = changes.filter { $0.contains("=") }.map { text in
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(sides[0]), String(sides[1]))
    }
    removed = changes.filter { !$0.contains("=") }.map { String($0.dropLast()) }
    container = invocation["containers"] ?? "*"
    lists = invocation.has("list")
    options = try WriteOptions(invocation)
    targets = try WriteTargets(invocation, words: invocation.arguments.filter { !isChange($0) })
    if assigned.isEmpty, removed.isEmpty, !lists {
      throw .error("at least one environment variable must be provided")
    }
  }

  var fileNeeds: [FileNeed] { targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit(
      try targets.steps(in: context) { object throws(Failure) in
        lists ? list(object) : try steps(for: object)
      })
  }

  private func steps(for object: any APIObject) throws(Failure) -> [Step] {
    let changed = object.withPodSpec { spec in
      for index in spec.containers.indices
      where container == "*" || spec.containers[index].name == container {
        change(&spec.containers[index].env)
      }
    }
    guard let changed else {
      throw .error(
        "\(object.kind.facts.plural)/\(object.metadata.name) is not a pod or does not have a pod "
          + "template")
    }
    if changed.isEqual(to: object.unversioned) { return [] }
    return [options.step(.update(changed), changed, done: "env updated")]
  }

  private func change(_ variables: inout [EnvironmentVariable]) {
    for (name, value) in assigned {
      var variable = EnvironmentVariable()
      variable.name = name
      variable.value = value
      if let place = variables.firstIndex(where: { $0.name == name }) {
        variables[place] = variable
      } else {
        variables.append(variable)
      }
    }
    variables.removeAll { removed.contains($0.name) }
  }

  private func list(_ object: any APIObject) -> [Step] {
    var lines: [String] = []
    _ = object.withPodSpec { spec in
      for container in spec.containers {
        lines.append(
          "# \(object.kind.facts.plural)/\(object.metadata.name), container \(container.name)")
        lines += container.env.map { "\($0.name)=\($0.value ?? "")" }
      }
    }
    return lines.map { .say(.line($0)) }
  }
}
