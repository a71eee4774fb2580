import Objects
import Store

/// Words such as `color=red` and `color-` behind the objects of `label` and `annotate`.
struct PairChanges: Sendable {
  private(set) var assigned: [(key: String, value: String)] = []
  private(set) var removed: [String] = []

  /// Whether a word is a change rather than the name of an object.
  static func isChange(_ word: String) -> Bool {
    word.contains("=") || (word.hasSuffix("-") && word.count > 1)
  }

  init(_ words: [String], _ what: String) throws(UsageError) {
    for word in words {
      if let sign = word.firstIndex(of: "=") {
        let key = String(word[..<sign])
        if key.isEmpty { throw .error("invalid \(what) spec: \(word)") }
        assigned.append((key, String(word[word.index(after: sign)...])))
      } else {
        removed.append(String(word.dropLast()))
      }
    }
    for (key, _) in assigned where removed.contains(key) {
      throw .error("can not both modify and remove \(what) in the same command")
    }
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

  init(_ invocation: Invocation) throws(UsageError) {
    let words = invocation.arguments
    changes = try PairChanges(words.filter(PairChanges.isChange), "label")
    overwrites = invocation.has("overwrite")
    lists = invocation.has("list")
    options = try WriteOptions(invocation)
    if words.isEmpty, !invocation.isSet("filename"), !invocation.isSet("kustomize") {
      throw .error(
        "one or more resources must be specified as <resource> <name> or <resource>/<name>")
    }
    if changes.isEmpty, !lists { throw .error("at least one label update is required") }
    for (key, value) in changes.assigned where !Self.isValid(value) {
      throw .error(
        "invalid label value: \"\(key)=\(value)\": a valid label must be an empty string or "
          + "consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
          + "alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for "
          + "validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')")
    }
    targets = try WriteTargets(invocation, words: words.filter { !PairChanges.isChange($0) })
  }

  private static func isValid(_ value: String) -> Bool {
    guard let first = value.first, let last = value.last else { return true }
    let isPlain = { (character: Character) in
      character.isASCII && (character.isLetter || character.isNumber)
    }
    return value.count <= 63 && isPlain(first) && isPlain(last)
      && value.allSatisfy { isPlain($0) || "-_.".contains($0) }
  }

  var fileNeeds: [FileNeed] { targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit(
      try targets.steps(in: context) { object throws(Failure) in
        lists ? list(object, in: context) : try steps(for: object)
      })
  }

  private func steps(for object: any APIObject) throws(Failure) -> [Step] {
    let before = object.metadata.labels
    if !overwrites {
      for (key, value) in changes.assigned {
        guard let old = before[key], old != value else { continue }
        throw .error("'\(key)' already has a value (\(old)), and --overwrite is false")
      }
    }
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

  private func list(_ object: any APIObject, in context: Context) -> [Step] {
    var lines = object.metadata.labels.map { "\($0.key)=\($0.value)" }
    if (try? targets.find(in: context).objects.count) ?? 1 > 1 {
      let group = object.kind.facts.group
      lines = lines.map { " \($0)" }
      lines.insert(
        "Listing labels for \(object.kind.rawValue).\(group)/\(object.metadata.name):", at: 0)
    }
    return lines.map { .say(.line($0)) }
  }
}
