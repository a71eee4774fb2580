import Objects
import Store

/// `kubectl set resources`: how much containers ask for and may use.
struct SetResources: Verb {
  static let name = "set resources"
  static let summary = "Update resource requests/limits on objects with pod templates"
  static let usage =
    "set resources (-f FILENAME | TYPE NAME)  ([--limits=LIMITS & --requests=REQUESTS]"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    all false
    containers c *
    limits ''
    local false
    requests ''
    selector l ''
    """
  ).with(WriteOptions.flags(as: "kubectl-set")).with(ManifestFiles.flags)

  private let targets: WriteTargets
  private let options: WriteOptions
  private let containers: ContainerPick
  private let limits: ResourceList
  private let requests: ResourceList

  init(_ invocation: Invocation) throws(UsageError) {
    options = try WriteOptions(invocation)
    targets = try WriteTargets(
      invocation, withoutFiles: .localNeedsFiles)
    containers = ContainerPick(invocation["containers"] ?? "*")
    try invocation.checkAllIsAlone()
    limits = try ResourceList(commandText: invocation["limits"] ?? "")
    requests = try ResourceList(commandText: invocation["requests"] ?? "")
    if limits.isEmpty, requests.isEmpty {
      throw .error(
        "you must specify an update to requests or limits (in the form of --requests/--limits)")
    }
  }

  var fileNeeds: [FileNeed] { targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit(
      try targets.steps(in: context) { object throws(Failure) in
        var found = 0
        let changed = object.withPodSpec { spec in
          found = containers.change(in: &spec) { container in
            for (name, amount) in limits { container.resources.limits[name] = amount }
            for (name, amount) in requests { container.resources.requests[name] = amount }
          }
        }
        guard let changed else { throw object.hasNoPodTemplate }
        if found == 0 {
          throw .plain("error: unable to find container named \(containers.pattern)")
        }
        if changed.isEqual(to: object.unversioned) { return [] }
        return [options.step(.update(changed), changed, done: "resource requirements updated")]
      })
  }
}

extension ResourceList {
  /// Reads `cpu=1,memory=64Mi` as the generators of kubectl do.
  init(commandText text: String) throws(UsageError) {
    self.init()
    for part in text.split(separator: ",", omittingEmptySubsequences: true) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2 else {
        throw .error("Invalid argument syntax \(part), expected <resource>=<value>")
      }
      guard let amount = Quantity(sides[1]) else { throw .error(Quantity.pattern) }
      self[sides[0]] = amount
    }
  }
}
