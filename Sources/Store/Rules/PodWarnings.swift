import Objects

/// What the API server says about a pod, or a template for pods, that it takes all the same.
struct PodWarnings {
  let spec: PodSpec
  let metadata: ObjectMeta
  /// Where the pod stands in the object; empty for a pod itself.
  let path: FieldPath

  /// In the order in which they are told.
  var all: [String] {
    oldNodeLabels + spread + annotations + volumes + names + overhead
      + places.flatMap { container, place in about(container, at: place) } + ports + gracePeriod
      + neighbours
  }

  private var specPath: FieldPath { path.member("spec") }

  /// The containers with their places, init containers first.
  private var places: [(Container, FieldPath)] {
    let lists = [
      ("initContainers", spec.initContainers), ("containers", spec.containers),
      ("ephemeralContainers", spec.ephemeralContainers),
    ]
    return lists.flatMap { list, containers in
      containers.enumerated().map { ($1, specPath.member(list).index($0)) }
    }
  }

  // MARK: - Where it may run

  private static let newNames = [
    "beta.kubernetes.io/arch": ("v1.14", "kubernetes.io/arch"),
    "beta.kubernetes.io/os": ("v1.14", "kubernetes.io/os"),
    "failure-domain.beta.kubernetes.io/region": ("v1.17", "topology.kubernetes.io/region"),
    "failure-domain.beta.kubernetes.io/zone": ("v1.17", "topology.kubernetes.io/zone"),
    "beta.kubernetes.io/instance-type": ("v1.17", "node.kubernetes.io/instance-type"),
  ]

  private static func isOld(_ label: String) -> String? {
    newNames[label].map { "deprecated since \($0); use \"\($1)\" instead" }
  }

  private var oldNodeLabels: [String] {
    let selected = spec.nodeSelector.compactMap { label, _ in
      Self.isOld(label).map { "\(specPath.member("nodeSelector").key(label)): \($0)" }
    }
    guard let affinity = spec.affinity?.nodeAffinity else { return selected }
    let here = specPath.member("affinity").member("nodeAffinity")
    let required = here.member("requiredDuringSchedulingIgnoredDuringExecution")
    let preferred = here.member("preferredDuringSchedulingIgnoredDuringExecution")
    let musts = (affinity.required?.nodeSelectorTerms ?? []).enumerated().flatMap {
      Self.oldLabels(in: $1, at: required.member("nodeSelectorTerms").index($0))
    }
    let wishes = affinity.preferred.enumerated().flatMap {
      Self.oldLabels(in: $1.preference, at: preferred.index($0).member("preference"))
    }
    return selected + musts + wishes
  }

  private static func oldLabels(in term: NodeSelectorTerm, at path: FieldPath) -> [String] {
    term.matchExpressions.enumerated().compactMap { place, expression in
      isOld(expression.key).map {
        "\(path.member("matchExpressions").index(place).member("key")): \(expression.key) is \($0)"
      }
    }
  }

  private var spread: [String] {
    spec.topologySpreadConstraints.enumerated().flatMap { place, constraint in
      let here = specPath.member("topologySpreadConstraints").index(place)
      let old = Self.isOld(constraint.topologyKey).map {
        "\(here.member("topologyKey")): \(constraint.topologyKey) is \($0)"
      }
      return [old, Self.picksNobody(constraint.labelSelector, at: here)].compactMap(\.self)
    }
  }

  private static func picksNobody(_ selector: LabelSelector?, at path: FieldPath) -> String? {
    if selector != nil { return nil }
    return "\(path.member("labelSelector")): a null labelSelector results in matching no pod"
  }

  private var neighbours: [String] {
    let kinds = [
      ("podAffinity", spec.affinity?.podAffinity),
      ("podAntiAffinity", spec.affinity?.podAntiAffinity),
    ]
    return kinds.flatMap { name, affinity -> [String] in
      guard let affinity else { return [] }
      let here = specPath.member("affinity").member(name)
      let required = here.member("requiredDuringSchedulingIgnoredDuringExecution")
      let preferred = here.member("preferredDuringSchedulingIgnoredDuringExecution")
      let musts = affinity.required.enumerated().compactMap {
        Self.picksNobody($1.labelSelector, at: required.index($0))
      }
      let wishes = affinity.preferred.enumerated().compactMap {
        Self.picksNobody(
          $1.podAffinityTerm.labelSelector,
          at: preferred.index($0).member("podAffinityTerm"))
      }
      return musts + wishes
    }
  }

  // MARK: - The pod as a whole

  /// What annotations asked for before there were fields for it.
  private static let oldAnnotations = [
    ("scheduler.alpha.kubernetes.io/critical-pod", "v1.16", "priorityClassName"),
    ("security.alpha.kubernetes.io/sysctls", "v1.11", "sysctls"),
    ("security.alpha.kubernetes.io/unsafe-sysctls", "v1.11", "sysctls"),
  ]

  private var annotations: [String] {
    Self.oldAnnotations.filter { metadata.annotations[$0.0] != nil }.map { name, since, field in
      "\(path.member("metadata").member("annotations").key(name)): "
        + "non-functional in \(since)+; use the \"\(field)\" field instead"
    }
  }

  private var volumes: [String] {
    spec.volumes.enumerated().flatMap { place, volume in
      VolumePlugins.removed.compactMap { name, fate in
        volume.unlisted[name] == nil
          ? nil : "\(specPath.member("volumes").index(place).member(name)): \(fate)"
      }
    } + spec.volumes.flatMap { VolumePaths(volume: $0).warnings }
  }

  /// Plugins that there were once, and what became of them.
  private enum VolumePlugins {
    static let removed = [
      ("photonPersistentDisk", "deprecated in v1.11, non-functional in v1.16+"),
      ("gitRepo", "deprecated in v1.11"),
      ("scaleIO", "deprecated in v1.16, non-functional in v1.22+"),
      ("flocker", "deprecated in v1.22, non-functional in v1.25+"),
      ("storageos", "deprecated in v1.22, non-functional in v1.25+"),
      ("quobyte", "deprecated in v1.22, non-functional in v1.25+"),
      ("glusterfs", "deprecated in v1.25, non-functional in v1.26+"),
      ("cephfs", "deprecated in v1.28, non-functional in v1.31+"),
      ("rbd", "deprecated in v1.28, non-functional in v1.31+"),
    ]
  }

  /// Names and addresses that are listed twice, or not at all.
  private var names: [String] {
    let secrets = repeated("imagePullSecrets", by: "name", as: "duplicate name")
    let nameless = (spec.unlisted["imagePullSecrets"]?.array ?? []).enumerated().compactMap {
      ($1["name"]?.string ?? "").isEmpty
        ? "\(specPath.member("imagePullSecrets").index($0).member("name")): invalid empty name \"\""
        : nil
    }
    return repeated("hostAliases", by: "ip", as: "duplicate ip") + secrets + nameless
  }

  private func repeated(_ list: String, by member: String, as what: String) -> [String] {
    var seen: Set<String> = []
    return (spec.unlisted[list]?.array ?? []).enumerated().compactMap { place, item in
      let name = item[member]?.string ?? ""
      if seen.insert(name).inserted { return nil }
      return "\(specPath.member(list).index(place).member(member)): \(what) "
        + GoText.quoted(name)
    }
  }

  private var gracePeriod: [String] {
    guard let seconds = spec.terminationGracePeriodSeconds, seconds < 0 else { return [] }
    return [
      "\(specPath.member("terminationGracePeriodSeconds")): must be >= 0; negative values are "
        + "invalid and will be treated as 1"
    ]
  }

  private var overhead: [String] {
    Self.fractions(of: spec.overhead, at: specPath.member("overhead"), ["memory"])
      + Self.fractions(of: spec.overhead, at: specPath.member("overhead"), ["ephemeral-storage"])
  }

  // MARK: - Containers

  private func about(_ container: Container, at place: FieldPath) -> [String] {
    let resources = place.member("resources")
    let amounts = ["memory", "ephemeral-storage"].flatMap { name in
      Self.fractions(of: container.resources.limits, at: resources.member("limits"), [name])
        + Self.fractions(of: container.resources.requests, at: resources.member("requests"), [name])
    }
    return amounts + hidden(container.env, at: place.member("env"))
  }

  /// There is no half of a byte: most often somebody wrote `m` and meant `M`.
  private static func fractions(
    of list: ResourceList, at path: FieldPath, _ names: [String]
  ) -> [String] {
    names.compactMap { name in
      guard let amount = list[name], amount.nano % 1_000_000_000 != 0 else { return nil }
      return "\(path.key(name)): fractional byte value \"\(amount.text)\" is invalid, must be an "
        + "integer"
    }
  }

  /// Variables that are defined twice, and do not build on their former value.
  private func hidden(_ variables: [EnvironmentVariable], at path: FieldPath) -> [String] {
    var seen: Set<String> = []
    return variables.enumerated().compactMap { place, variable in
      if seen.insert(variable.name).inserted { return nil }
      let former = "$(\(variable.name))"
      let value = variable.value ?? ""
      let buildsOnIt = variable.valueFrom == nil && value != former && value.contains(former)
      if buildsOnIt { return nil }
      return "\(path.index(place)): hides previous definition of \(GoText.quoted(variable.name)), "
        + "which may be dropped when using apply"
    }
  }

  private var ports: [String] {
    var warnings: [String] = []
    var known: [(port: ContainerPort, path: FieldPath)] = []
    for (container, place) in places {
      for (number, port) in container.ports.enumerated() {
        let here = place.member("ports").index(number)
        if let address = port.hostIP, !address.isEmpty, port.hostPort ?? 0 == 0 {
          warnings.append(
            "\(here): hostIP set without hostPort: {Name:\(port.name ?? "") HostPort:0 "
              + "ContainerPort:\(port.containerPort) Protocol:\(port.protocolName ?? "") "
              + "HostIP:\(address)}")
        }
        for other in known {
          guard let likeness = Self.likeness(of: port, to: other.port) else { continue }
          warnings.append("\(here): \(likeness) port definition with \(other.path)")
        }
        known.append((port, here))
      }
    }
    return warnings
  }

  private static func likeness(of port: ContainerPort, to other: ContainerPort) -> String? {
    guard port.containerPort == other.containerPort, port.protocolName == other.protocolName
    else { return nil }
    let addresses = (port.hostIP ?? "", other.hostIP ?? "")
    let numbers = (port.hostPort ?? 0, other.hostPort ?? 0)
    if addresses.0 == addresses.1, numbers.0 == numbers.1 { return "duplicate" }
    if numbers.0 == 0 || numbers.1 == 0 { return "overlapping" }
    let isUnclear = numbers.0 == numbers.1 && addresses.0.isEmpty != addresses.1.isEmpty
    return isUnclear ? "dangerously ambiguous" : nil
  }
}
