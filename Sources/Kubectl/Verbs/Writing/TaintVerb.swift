import Engine
import Objects
import Store

/// `kubectl taint`: marks on nodes that keep pods away.
struct TaintVerb: Verb {
  static let name = "taint"
  static let summary = "Update the taints on one or more nodes"
  static let usage = "taint NODE NAME KEY_1=VAL_1:TAINT_EFFECT_1 ... KEY_N=VAL_N:TAINT_EFFECT_N"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    all false
    overwrite false
    selector l ''
    validate=strict strict
    """
  ).with(WriteOptions.flags(as: "kubectl-taint"))

  /// `key:Effect-` or `key-`
  private struct Removal {
    var key: String
    var effect: TaintEffect?
  }

  private let selection: ObjectSelection
  private var options: WriteOptions
  private let added: [Taint]
  private let removed: [Removal]
  private let overwrites: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    let arguments = invocation.arguments
    let words = Array(arguments.prefix { !Self.isChange($0) })
    let changes = Array(arguments.dropFirst(words.count))
    if let late = changes.first(where: { !Self.isChange($0) }) {
      throw .error("all resources must be specified before taint changes: \(late)")
    }
    (added, removed) = try Self.changes(changes)
    let isForAll = invocation.has("all")
    overwrites = invocation.has("overwrite")
    options = try WriteOptions(invocation)
    options.saysRehearsal = false
    if isForAll, invocation["selector"] != nil {
      throw .error("setting 'all' parameter with a non empty selector is prohibited")
    }
    guard let type = words.first else {
      throw .error("one or more resources must be specified as <resource> <name>")
    }
    if added.isEmpty, removed.isEmpty { throw .error("at least one taint update is required") }
    try Self.check(type)
    if !isForAll, invocation["selector"] == nil, words.count < 2 {
      throw .error(
        "at least one resource name must be specified since 'all' parameter is not set")
    }
    try Self.checkContradictions(added, removed)
    // Names say nothing beside what picks nodes.
    let isOpen = isForAll || invocation["selector"] != nil
    selection = try ObjectSelection(invocation, words: isOpen ? [type] : words)
  }

  private static func isChange(_ word: String) -> Bool {
    word.contains("=") || word.hasSuffix("-") || word.contains(":")
  }

  /// Throws unless the word is one for nodes.
  private static func check(_ type: String) throws(UsageError) {
    guard let kind = try? Kind(kubectlWord: type) else {
      throw APIResource.named(type) == nil
        ? .unknownResourceType(type, isBare: true) : Self.noNode(type)
    }
    if kind != .node { throw Self.noNode(type) }
  }

  private static func noNode(_ type: String) -> UsageError {
    .error("invalid resource type \(type), only node types are supported")
  }

  private static func changes(
    _ words: [String]
  ) throws(UsageError) -> (added: [Taint], removed: [Removal]) {
    var added: [Taint] = []
    var removed: [Removal] = []
    for word in words where word.hasSuffix("-") {
      let text = String(word.dropLast())
      let (key, _, effect) = try parts(of: text)
      removed.append(Removal(key: key, effect: effect))
    }
    for word in words where !word.hasSuffix("-") {
      let (key, value, effect) = try parts(of: word)
      guard let effect else { throw bad(word) }
      if added.contains(where: { $0.key == key && $0.effect == effect }) {
        throw .misuse(
          "duplicated taints with the same key and effect: {\(key) \(value ?? "") "
            + "\(effect.rawValue) <nil>}", verb: name)
      }
      added.append(Taint(key, effect, value: value))
    }
    return (added, removed)
  }

  /// Reads `key=value:Effect`, `key:Effect` or `key`.
  private static func parts(
    of word: String
  ) throws(UsageError) -> (key: String, value: String?, effect: TaintEffect?) {
    let sides = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if sides.count > 2 { throw bad(word) }
    let effect = sides.count == 2 ? try effect(sides[1]) : nil
    // Without an effect it is all a key.
    let pair =
      effect == nil
      ? [word]
      : sides[0].split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    if pair.count > 2 { throw bad(word) }
    if pair.count == 2, let why = NameRules.valueProblems(pair[1]).first { throw bad(word, why) }
    let problems = NameRules.keyProblems(pair[0])
    if !problems.isEmpty { throw bad(word, problems.joined(separator: "; ")) }
    return (pair[0], pair.count > 1 ? pair[1] : nil, effect)
  }

  private static func bad(_ word: String, _ why: String? = nil) -> UsageError {
    .misuse("invalid taint spec: \(word)" + (why.map { ", \($0)" } ?? ""), verb: name)
  }

  private static func checkContradictions(
    _ added: [Taint], _ removed: [Removal]
  ) throws(UsageError) {
    let both = added.flatMap { taint in
      removed.filter { $0.key == taint.key && ($0.effect ?? taint.effect) == taint.effect }
    }
    guard !both.isEmpty else { return }
    let names = both.map { "\($0.key)=\($0.effect?.rawValue ?? "")" }
    throw .error(
      "can not both modify and remove the following taint(s) in the same command: "
        + names.joined(separator: ", "))
  }

  private static func effect(_ word: String) throws(UsageError) -> TaintEffect {
    guard let effect = TaintEffect(rawValue: word) else {
      throw .misuse("invalid taint effect: \(word), unsupported taint effect", verb: name)
    }
    return effect
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let found = try selection.find(in: context)
    var steps: [Step] = []
    var failures = found.failures
    for object in found.objects {
      guard let node = object as? Node else {
        throw .error(
          "invalid resource type \(object.kind.facts.plural), only node types are supported")
      }
      do throws(Failure) {
        steps.append(try step(for: node, at: context.now))
      } catch {
        failures.append(error)
      }
    }
    return .submit(steps + failures.map { .say(.failed($0)) })
  }

  private func step(for node: Node, at now: SimTime) throws(Failure) -> Step {
    var taints = node.spec.taints
    for removal in removed {
      let matches = { (taint: Taint) in
        taint.key == removal.key && (removal.effect.map { $0 == taint.effect } ?? true)
      }
      guard taints.contains(where: matches) else {
        throw .error(
          "taint \"\(removal.key)\(removal.effect.map { ":\($0.rawValue)" } ?? "")\" not found")
      }
      taints.removeAll(where: matches)
    }
    let taken = added.filter { new in
      taints.contains { $0.key == new.key && $0.effect == new.effect }
    }
    if !taken.isEmpty, !overwrites {
      throw .error(
        "node \(node.metadata.name) already has \(taken.map(\.key).joined(separator: ", ")) "
          + "taint(s) with same effect(s) and --overwrite is false")
    }
    for taint in added {
      taints.removeAll { $0.key == taint.key && $0.effect == taint.effect }
      var new = taint
      // Only what drives pods out counts from a moment on.
      if taint.effect == .noExecute { new.timeAdded = now.wholeSecond }
      taints.append(new)
    }
    var changed = node.unversioned
    changed.spec.taints = taints
    return options.step(
      .update(changed), changed,
      done: added.isEmpty ? "untainted" : taken.isEmpty && removed.isEmpty ? "tainted" : "modified")
  }
}
