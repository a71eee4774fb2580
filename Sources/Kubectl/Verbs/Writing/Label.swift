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

extension APIValue {
  /// The texts of `metadata.labels` and its like.
  func pairs(of field: String) -> StringMap {
    var problems: [FieldProblem] = []
    guard let value = value(at: ["metadata", field]) else { return StringMap() }
    return StringMap(value, at: FieldPath(), problems: &problems)
  }

  mutating func setPairs(_ pairs: StringMap, of field: String) {
    var metadata = self["metadata"] ?? .object(Members())
    metadata[field] = pairs.value
    self["metadata"] = metadata
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
    targets = try WriteTargets(
      invocation, words: words.resources, withoutFiles: .localWithoutFile(like: "pod"))
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
    if targets.isLocal, !lists { return .submit(localSteps(in: context)) }
    let found = try targets.find(in: context)
    if version != nil, found.objects.count > 1 {
      throw .error("--resource-version may only be used with a single resource")
    }
    var steps: [Step] = []
    var failures = found.failures
    for object in found.objects {
      let conflicts = lists ? [] : conflicts(with: object.metadata.labels)
      failures += conflicts
      guard conflicts.isEmpty else { continue }
      steps +=
        lists ? list(object, isAlone: found.objects.count < 2) : self.steps(for: object)
    }
    return .submit(steps + failures.map { .say(.failed($0)) })
  }

  /// The labels that have another value already and may not lose it.
  private func conflicts(with labels: StringMap) -> [Failure] {
    guard !overwrites else { return [] }
    return changes.assigned.compactMap { key, value in
      guard let old = labels[key], old != value else { return nil }
      return .error("'\(key)' already has a value (\(old)), and --overwrite is false")
    }
  }

  private func steps(for object: any APIObject) -> [Step] {
    let before = object.metadata.labels
    var changed = object.unversioned as any APIObject
    changed.metadata.labels = changes.applied(to: before)
    let absent = options.staysInside ? [] : changes.removed.filter { before[$0] == nil }
    let notes = absent.map { Step.say(.line("label \"\($0)\" not found.")) }
    let done = outcome(from: before, to: changed.metadata.labels)
    let step = options.step(.update(changed), changed, done: done)
    return notes + [step.showing(versionOf: object)]
  }

  /// What becomes of the documents of the files.
  private func localSteps(in context: Context) -> [Step] {
    let (items, failures) = targets.documents(in: context)
    let steps = items.flatMap { item -> [Step] in
      var document = item.document
      let before = document.pairs(of: "labels")
      let conflicts = conflicts(with: before)
      if !conflicts.isEmpty { return conflicts.map { .say(.failed($0)) } }
      let after = changes.applied(to: before)
      document.setPairs(after, of: "labels")
      let done = outcome(from: before, to: after)
      return [options.rehearsal(document, of: item.kind, done: done)]
    }
    return steps + failures.map { .say(.failed($0)) }
  }

  /// What is said of an object: kubectl tells by how long its JSON is before and after, where an
  /// object without labels has no list of them and one that lost its last has an empty one.
  private func outcome(from before: StringMap, to after: StringMap) -> String {
    let old = before.isEmpty ? "" : "\"labels\":\(JSON.encode(before.value, pretty: false)),"
    let new = "\"labels\":\(JSON.encode(after.value, pretty: false)),"
    if old == new { return "not labeled" }
    return !overwrites && new.utf8.count < old.utf8.count ? "unlabeled" : "labeled"
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
