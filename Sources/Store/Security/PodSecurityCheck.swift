import Objects

/// What the checks of the Pod Security Standards look at.
struct SecuritySubject {
  let spec: APIValue
  let annotations: StringMap
  let minor: Int
  /// Every container, those for initialisation first.
  let containers: [APIValue]

  /// The version that is simulated.
  static let latest = 36

  init(spec: APIValue, annotations: StringMap, minor: Int?) {
    self.spec = spec
    self.annotations = annotations
    self.minor = minor ?? Self.latest
    containers = ["initContainers", "containers", "ephemeralContainers"].flatMap {
      spec[$0]?.array ?? []
    }
  }

  var pod: APIValue? { spec["securityContext"] }

  /// Where users have a namespace of their own, being root in it is no danger.
  var hasOwnUsers: Bool { spec["hostUsers"] == false && minor >= 35 }
  var isWindows: Bool { spec.value(at: ["os", "name"]) == "windows" && minor >= 25 }

  /// The names of the containers whose security context is as `test` says.
  func containers(where test: (APIValue?) -> Bool) -> [String] {
    containers.filter { test($0["securityContext"]) }.map(\.containerName)
  }

  /// `pod and containers "a", "b"`: who has set something bad.
  static func setters(pod: Bool, _ containers: [String]) -> String {
    let names = containers.isEmpty ? [] : [Self.containers(containers)]
    return ((pod ? ["pod"] : []) + names).joined(separator: " and ")
  }

  /// `container "a"`, `containers "a", "b"`
  static func containers(_ names: [String]) -> String {
    (names.count == 1 ? "container " : "containers ") + quoted(names)
  }

  static func quoted(_ words: [String]) -> String {
    words.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  /// The words without doubles, in order.
  static func sorted(_ words: [String]) -> [String] { Set(words).sorted() }
}

extension APIValue {
  var containerName: String { self["name"]?.string ?? "" }
}

/// One check of the Pod Security Standards.
struct PodSecurityCheck {
  /// Why a pod does not meet it.
  struct Violation: Equatable {
    var reason: String
    var detail: String
  }

  let id: String
  let level: PodSecurityPolicy.Level
  /// Since which minor version there is the check.
  var since = 0
  /// The check of the lower level that it takes the place of.
  var replaces: String?
  let violation: (SecuritySubject) -> Violation?

  /// What is wrong with a pod by a standard: the lower level's checks first, each level's in the
  /// order of their names.
  static func violations(
    of spec: APIValue, annotations: StringMap, by standard: PodSecurityPolicy.Standard
  ) -> [Violation] {
    let subject = SecuritySubject(spec: spec, annotations: annotations, minor: standard.minor)
    let checks = (baseline + restricted).filter {
      $0.level <= standard.level && $0.since <= subject.minor
    }
    let replaced = checks.compactMap(\.replaces)
    return checks.filter { !replaced.contains($0.id) }.compactMap { $0.violation(subject) }
  }
}

extension [PodSecurityCheck.Violation] {
  /// `host namespaces (hostNetwork=true), privileged (…)`
  var details: String {
    map { $0.detail.isEmpty ? $0.reason : "\($0.reason) (\($0.detail))" }.joined(separator: ", ")
  }

  var reasons: String { map(\.reason).joined(separator: ", ") }
}
