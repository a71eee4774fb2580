import Objects

/// What a namespace asks of its pods, by its `pod-security.kubernetes.io/` labels.
struct PodSecurityPolicy: Equatable {
  /// The Pod Security Standards, the least strict first.
  enum Level: String, CaseIterable, Comparable {
    case privileged
    case baseline
    case restricted

    static func < (left: Level, right: Level) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// A standard as it was in some version of Kubernetes.
  struct Standard: Equatable {
    var level = Level.privileged
    /// The minor version; nil is the latest.
    var minor: Int?

    /// `restricted:latest`, `baseline:v1.30`
    var text: String { "\(level.rawValue):" + (minor.map { "v1.\($0)" } ?? "latest") }
  }

  var enforced = Standard()
  var warned = Standard()
  var problems: [FieldProblem] = []

  private static let prefix = "pod-security.kubernetes.io/"

  /// Nil where no label speaks of it, as in most namespaces.
  init?(_ labels: StringMap) {
    guard labels.contains(where: { $0.key.hasPrefix(Self.prefix) }) else { return nil }
    let hasLevel: Bool
    let warnsItself: Bool
    (enforced, hasLevel) = read("enforce", labels)
    (warned, warnsItself) = read("warn", labels)
    _ = read("audit", labels)
    // Who only enforces is warned of the same where nothing is refused.
    if hasLevel, !warnsItself { warned.level = enforced.level }
    if labels[Self.prefix + "warn-version"] == nil, !warnsItself { warned.minor = enforced.minor }
  }

  /// Reads level and version of one mode; says whether there is a level.
  private mutating func read(_ mode: String, _ labels: StringMap) -> (Standard, Bool) {
    var standard = Standard()
    var hasLevel = false
    if let word = labels[Self.prefix + mode] {
      if let level = Level(rawValue: word) {
        standard.level = level
        hasLevel = true
      } else {
        // What cannot be read is taken at its strictest.
        standard.level = .restricted
        note(mode, word, "must be one of privileged, baseline, restricted")
      }
    }
    if let word = labels[Self.prefix + mode + "-version"], word != "latest" {
      let digits = word.dropFirst(3)
      if word.hasPrefix("v1."), let minor = Int(digits), String(minor) == digits {
        standard.minor = minor
      } else {
        note(mode + "-version", word, "must be \"latest\" or \"v1.x\"")
      }
    }
    return (standard, hasLevel)
  }

  private mutating func note(_ name: String, _ value: String, _ why: String) {
    let path = FieldPath("metadata", "labels").key(Self.prefix + name)
    problems.append(FieldProblem(path, .invalid(value: "\"\(value)\"", why: why)))
  }
}
