import Objects

/// The containers that `-c` of `set env` and `set resources` picks: a name, with `*` for anything.
struct ContainerPick: Sendable {
  let pattern: String

  init(_ pattern: String) {
    self.pattern = pattern
  }

  /// Changes the containers that match, and then the init containers; how many there were.
  func change(in spec: inout PodSpec, _ change: (inout Container) -> Void) -> Int {
    var count = 0
    for list in [\PodSpec.containers, \.initContainers] {
      for place in spec[keyPath: list].indices
      where matches(spec[keyPath: list][place].name) {
        change(&spec[keyPath: list][place])
        count += 1
      }
    }
    return count
  }

  private func matches(_ name: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return pattern == name
    }
    guard name.hasPrefix(first), name.dropFirst(first.count).hasSuffix(last) else { return false }
    var rest = name.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}

extension APIObject {
  /// `deployments/web`, as the `set` verbs name what they could not change.
  var pluralName: String { "\(kind.facts.plural)/\(metadata.name)" }

  /// What the `set` verbs say of something without containers.
  var hasNoPodTemplate: Failure {
    .plain(
      "error: \(pluralName) the object is not a pod or does not have a pod template: "
        + "*v1.\(kind.rawValue)")
  }
}
