import Objects

/// What a claim found, and what it wanted, in the words of the house: `deployment/web has 2
/// available pods, 3 wanted`.
struct Wording {
  let claim: Claim

  /// What an object is like and what was wanted; `isForbidden` when the claim must not hold.
  func sentence(about object: any APIObject, isForbidden: Bool) -> String {
    sentence(
      about: Self.name(of: object.key), claim.values(in: object.document), isForbidden: isForbidden)
  }

  func sentence(about name: String, _ found: [APIValue], isForbidden: Bool) -> String {
    "\(name) \(state(found)), \(wanted(isForbidden: isForbidden))"
  }

  static func name(of key: ObjectKey) -> String {
    let place = key.namespace.isEmpty || key.namespace == "default" ? "" : " -n \(key.namespace)"
    return "\(key.kind.singular)/\(key.name)\(place)"
  }

  private func state(_ found: [APIValue]) -> String {
    let path = claim.path ?? ""
    if case .count = claim.kind {
      let count = found.count == 1 ? found[0].array?.count ?? 1 : found.count
      return "has \(count) of \(path)"
    }
    return PathPhrase(path).state(found.flatMap(\.scalarTexts))
  }

  private func wanted(isForbidden: Bool) -> String {
    switch claim.kind {
    case .exists: isForbidden ? "none wanted" : "one wanted"
    case .count(let comparison, let number):
      Self.wanted(isForbidden ? comparison.opposite : comparison, "\(number)")
    case .matches: isForbidden ? "no such match wanted" : "another text wanted"
    case .compares(let comparison, let value):
      Self.wanted(isForbidden ? comparison.opposite : comparison, value.text)
    }
  }

  /// `3 wanted`, `at least 3 wanted`
  static func wanted(_ comparison: Comparison, _ value: String) -> String {
    switch comparison {
    case .equal: "\(value) wanted"
    case .notEqual: "anything but \(value) wanted"
    case .less: "less than \(value) wanted"
    case .lessOrEqual: "at most \(value) wanted"
    case .greater: "more than \(value) wanted"
    case .greaterOrEqual: "at least \(value) wanted"
    }
  }
}

/// How one speaks of what stands at a path.
struct PathPhrase {
  private enum Form {
    /// `has 2 available pods`
    case number(String, of: String)
    /// `is Pending`, or what is said when nothing stands there.
    case state(String, missing: String)
    case plain
  }

  private let path: String
  private let form: Form

  private static let known: [String: Form] = [
    ".spec.replicas": .number("asks for", of: "pod"),
    ".status.replicas": .number("has", of: "pod"),
    ".status.availableReplicas": .number("has", of: "available pod"),
    ".status.unavailableReplicas": .number("has", of: "unavailable pod"),
    ".status.readyReplicas": .number("has", of: "ready pod"),
    ".status.updatedReplicas": .number("has", of: "updated pod"),
    ".status.numberReady": .number("has", of: "ready pod"),
    ".status.numberAvailable": .number("has", of: "available pod"),
    ".status.currentNumberScheduled": .number("has", of: "placed pod"),
    ".status.desiredNumberScheduled": .number("should have", of: "pod"),
    ".status.succeeded": .number("has", of: "completed pod"),
    ".status.failed": .number("has", of: "failed pod"),
    ".status.active": .number("has", of: "active pod"),
    ".status.currentReplicas": .number("has", of: "current pod"),
    ".status.phase": .state("is", missing: "has no phase yet"),
    ".spec.nodeName": .state("is on", missing: "is on no node"),
    ".status.qosClass": .state("is of class", missing: "has no class yet"),
    ".spec.unschedulable": .state("is cordoned:", missing: "is cordoned: false"),
    ".requests": .number("has sent", of: "request"),
    ".failed": .number("has", of: "failed request"),
  ]

  init(_ path: String) {
    let bare =
      path.hasPrefix("{") && path.hasSuffix("}") ? String(path.dropFirst().dropLast()) : path
    self.path = bare
    if let form = Self.known[bare] {
      self.form = form
    } else if bare.hasPrefix(".status"), bare.hasSuffix(".restartCount") {
      form = .number("has", of: "restart")
    } else if let condition = Self.condition(bare) {
      form = .state("has condition \(condition)", missing: "has no condition \(condition) yet")
    } else {
      form = .plain
    }
  }

  /// `Ready` of `.status.conditions[?(@.type=="Ready")].status`
  private static func condition(_ path: String) -> String? {
    let pattern = /\.status\.conditions\[\?\(@\.type\s*==\s*["']([A-Za-z\/.]+)["']\)\]\.status/
    return path.wholeMatch(of: pattern).map { String($0.1) }
  }

  /// Whether a number stands there: the API leaves it out when it is 0.
  var isCount: Bool {
    switch form {
    case .number: true
    case .state, .plain: false
    }
  }

  func state(_ texts: [String]) -> String {
    let found = texts.count > 1 ? "[" + texts.joined(separator: ", ") + "]" : texts.first
    switch form {
    case .number(let verb, let thing):
      let number = found ?? "0"
      return "\(verb) \(number) \(thing)\(number == "1" ? "" : "s")"
    case .state(let verb, let missing): return found.map { "\(verb) \($0)" } ?? missing
    case .plain: return found.map { "has \(path) \($0)" } ?? "has no \(path)"
    }
  }
}
