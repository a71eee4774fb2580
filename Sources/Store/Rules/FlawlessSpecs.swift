import Engine
import Objects

/// Pod specs in which nothing was found wrong. Those of one workload are alike but for the name of
/// the volume in which each has its token, and need not be looked through one by one.
enum FlawlessSpecs {
  private struct Verdict: Sendable {
    let spec: PodSpec
    let labels: StringMap
    let isFlawless: Bool
  }

  private static let latest = Memo<Verdict>(keeping: 16)
  /// As long as a name that is drawn.
  private static let plainName = ServiceAccountToken.volumePrefix + "xxxxx"

  /// What is wrong with the spec of a pod that has these labels.
  static func problems(of spec: PodSpec, labels: StringMap) -> [FieldProblem] {
    var problems: [FieldProblem]?
    func look() -> [FieldProblem] { spec.problems(at: FieldPath("spec"), labels: labels) }
    guard let plain = plain(spec) else { return look() }
    let verdict = latest.answer {
      $0.labels == labels && $0.spec == plain
    } orElse: {
      let found = look()
      problems = found
      return Verdict(spec: plain, labels: labels, isFlawless: found.isEmpty)
    }
    // What is wrong is told in each pod's own words.
    return verdict.isFlawless ? [] : problems ?? look()
  }

  /// The spec with one and the same name for the volume of the token; nil where that would not be
  /// alike, since the name means something else there.
  private static func plain(_ spec: PodSpec) -> PodSpec? {
    guard let drawn = spec.volumes.last?.name, isDrawn(drawn) else { return spec }
    var spec = spec
    guard spec.volumes.dropLast().allSatisfy({ $0.name != drawn && $0.name != plainName }) else {
      return nil
    }
    spec.volumes[spec.volumes.count - 1].name = plainName
    for list in [\PodSpec.containers, \.initContainers, \.ephemeralContainers] {
      for place in spec[keyPath: list].indices
      where !rename(drawn, in: &spec[keyPath: list][place].volumeMounts) { return nil }
    }
    return spec
  }

  /// Whether nothing had the plain name before.
  private static func rename(_ drawn: String, in mounts: inout [VolumeMount]) -> Bool {
    for place in mounts.indices {
      if mounts[place].name == plainName, drawn != plainName { return false }
      if mounts[place].name == drawn { mounts[place].name = plainName }
    }
    return true
  }

  /// Whether it ends in small letters and digits only, and is as good a name as the plain one.
  private static func isDrawn(_ name: String) -> Bool {
    name.utf8.count == plainName.utf8.count && name.hasPrefix(ServiceAccountToken.volumePrefix)
      && name.utf8.suffix(5).allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
  }
}
