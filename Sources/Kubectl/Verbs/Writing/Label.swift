import Manifests
import Objects
import Store

/// Words such as `color=red` and `color-` behind the objects of `label` and `annotate`.
struct PairChanges: Sendable {
  private(set) var assigned: [(key: String, value: String)] = []
  private(set) var removed: [String] = []

  init(_ words: [String]) {
    for word in words {
      if let sign = word.firstIndex(of: "=") {
        assigned.append((String(word[..<sign]), String(word[word.index(after: sign)...])))
      } else {
        removed.append(String(word.dropLast()))
      }
    }
  }

  /// The keys that shall be both set and taken away.
  var contradictions: [String] {
    removed.filter { key in assigned.contains { $0.key == key } }
  }

  var isEmpty: Bool { assigned.isEmpty && removed.isEmpty }

  func applied(to pairs: StringMap) -> StringMap {
    var pairs = pairs
    for (key, value) in assigned { pairs[key] = value }
    for key in removed { pairs[key] = nil }
    return pairs
  }
}

/// `kubectl label`: words to find and group objects by.
struct Label: Verb {
  static let name = "label"
  static let summary = "Update the labels on a resource"
  static let usage =
    "label [--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N "
    + "[--resource-version=version]"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    all false
    all-namespaces A false
    field-selector ''
    list false
    local false
    overwrite false
    resource-version ''
    selector l ''
    """
  ).with(WriteOptions.flags(as: "kubectl-label")).with(ManifestFiles.flags)

  private let targets: WriteTargets
  private let options: WriteOptions
  private let changes: PairChanges
  private let overwrites: Bool
  private let lists: Bool
  private let version: String?

  init(_ invocation: Invocation) throws(UsageError) {
    let words = try PairWords(invocation.arguments, of: "label")
    changes = PairChanges(words.changes)
    try Self.check(changes)
    try invocation.checkAllIsAlone()
    overwrites = invocation.has("overwrite")
    lists = invocation.has("list")
    version = invocation["resource-version"]
    options = try WriteOptions(invocation)
    if words.resources.isEmpty, !invocation.isSet("filename"), !invocation.isSet("kustomize") {
      throw .error(
        "one or more resources must be specified as <resource> <name> or <resource>/<name>")
    }
    if changes.isEmpty, !lists { throw .error("at least one label update is required") }
    targets = try WriteTargets(invocation, words: words.resources)
  }

  private static func check(_ changes: PairChanges) throws(UsageError) {
    for (key, value) in changes.assigned {
      if value.contains("=") { throw .error("invalid label spec: \(key)=\(value)") }
      guard let why = NameRules.valueProblems(value).first else { continue }
      throw .error("invalid label value: \(GoQuoting.quoted("\(key)=\(value)")): \(why)")
    }
    if !changes.contradictions.isEmpty {
      throw .error("can not both modify and remove a label in the same command")
    }
  }

  var fileNeeds: [FileNeed] { targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    let found = try targets.find(in: context)
    if version != nil, found.objects.count > 1 {
      throw .error("--resource-version may only be used with a single resource")
    }
    var steps: [Step] = []
    var failures = found.failures
    for object in found.objects {
      let conflicts = lists ? [] : conflicts(with: object)
      failures += conflicts
      guard conflicts.isEmpty else { continue }
      steps +=
        lists ? list(object, isAlone: found.objects.count < 2) : self.steps(for: object)
    }
    return .submit(steps + failures.map { .say(.failed($0)) })
  }

  /// The labels that have another value already and may not lose it.
  private func conflicts(with object: any APIObject) -> [Failure] {
    guard !overwrites else { return [] }
    return changes.assigned.compactMap { key, value in
      guard let old = object.metadata.labels[key], old != value else { return nil }
      return .error("'\(key)' already has a value (\(old)), and --overwrite is false")
    }
  }

  private func steps(for object: any APIObject) -> [Step] {
    let before = object.metadata.labels
    var changed = object.unversioned as any APIObject
    changed.metadata.labels = changes.applied(to: before)
    let absent = changes.removed.filter { before[$0] == nil }
    let notes = absent.map { Step.say(.line("label \"\($0)\" not found.")) }
    if changed.metadata.labels == before {
      return notes + [.say(.line(options.line(object, "not labeled")))]
    }
    let isSet = changes.assigned.contains { before[$0.key] != $0.value }
    let done = isSet ? "labeled" : "unlabeled"
    return notes + [options.step(.update(changed), changed, done: done)]
  }

  private func list(_ object: any APIObject, isAlone: Bool) -> [Step] {
    var lines = object.metadata.labels.map { "\($0.key)=\($0.value)" }
    if !isAlone {
      let group = object.kind.facts.group
      lines = lines.map { " \($0)" }
      lines.insert(
        "Listing labels for \(object.kind.rawValue).\(group)/\(object.metadata.name):", at: 0)
    }
    return lines.map { .say(.line($0)) }
  }
}
