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
  private let options: WriteOptions
  private let added: [Taint]
  private let removed: [Removal]
  private let overwrites: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    let isChange = { (word: String) in
      word.contains("=") || word.hasSuffix("-") || word.contains(":")
    }
    let words = invocation.arguments
    var added: [Taint] = []
    var removed: [Removal] = []
    for word in words.filter(isChange) {
      if word.hasSuffix("-") {
        let sides = word.dropLast().split(separator: ":", maxSplits: 1).map(String.init)
        let effect = sides.count > 1 ? try Self.effect(sides[1]) : nil
        removed.append(Removal(key: sides.first ?? "", effect: effect))
      } else {
        added.append(try Self.taint(word))
      }
    }
    if words.isEmpty {
      throw .error("one or more resources must be specified as <resource> <name>")
    }
    if added.isEmpty, removed.isEmpty { throw .error("at least one taint update is required") }
    self.added = added
    self.removed = removed
    overwrites = invocation.has("overwrite")
    options = try WriteOptions(invocation)
    selection = try ObjectSelection(invocation, words: words.filter { !isChange($0) })
    if !selection.words.isByName, !invocation.has("all"), selection.labelSelector == nil {
      throw .error("resource(s) were provided, but no name was specified")
    }
  }

  private static func taint(_ word: String) throws(UsageError) -> Taint {
    let sides = word.split(separator: ":", maxSplits: 1).map(String.init)
    let pair = (sides.first ?? "").split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2, let key = pair.first else {
      throw .misuse("invalid taint spec: \(word)", verb: name)
    }
    return Taint(key, try effect(sides[1]), value: pair.count > 1 ? pair[1] : nil)
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
