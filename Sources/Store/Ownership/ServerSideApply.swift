import Engine
import HashTreeCollections
import Objects

/// A document that is to be applied by the server: whoever applies it manages the fields it names.
public struct AppliedDocument: Sendable {
  public var key: ObjectKey
  public var document: APIValue
  /// Whether fields are taken from those who have given them other values.
  public var isForced: Bool
  public var part: String
  /// Whether what kubectl applied by itself before is taken over.
  public var takesOver: Bool

  public init(
    _ document: APIValue, to key: ObjectKey, isForced: Bool = false, part: String = "",
    takesOver: Bool = false
  ) {
    self.document = document
    self.key = key
    self.isForced = isForced
    self.part = part
    self.takesOver = takesOver
  }
}

extension ClusterState {
  private static let lastApplied = [
    "f:metadata", "f:annotations", "f:kubectl.kubernetes.io/last-applied-configuration",
  ]

  mutating func applyServerSide(
    _ applied: AppliedDocument, by actor: Actor, at now: SimTime, using random: inout SeededRandom
  ) throws(Rejection) -> Written? {
    let kind = applied.key.kind
    let part: WrittenPart = applied.part == "status" ? .status : .whole
    let wanted = applied.document.managed(part)
    let fields = AppliedFields()
    var own = FieldManagers.Entry(
      writer?.manager ?? "kubectl", .apply, subresource: applied.part,
      apiVersion: kind.apiVersion, at: now.wholeSecond,
      fields: fields.fields(of: wanted, kind: kind))
    guard let stored = self[applied.key] else {
      if part == .status { throw .notFound(applied.key) }
      let object = try Self.read(applied.document, as: applied.key)
      var managers = FieldManagers()
      managers.entries = [own]
      return try create(object, by: actor, at: now, using: &random, managers: managers)
    }
    var entries = ManagedFields.entries(of: stored)
    var last = entries.first { $0.isSameWriter(as: own) }
    entries.removeAll { $0.isSameWriter(as: own) }
    if applied.takesOver { Self.takeOver(&entries, into: &last) }
    var kept = entries.reduce(own.fields) { $0.union($1.fields) }
    kept.insert(["f:metadata", "f:name"])
    var merged = fields.merged(wanted, into: stored.document, kind: kind)
    merged = fields.pruned(merged, last: last?.fields ?? FieldSet(), kept: kept, kind: kind)
    let object = try Self.read(merged, as: applied.key)
    let comparison = FieldComparison(
      stored.managed(part), object.managed(part), kind: kind)
    try Self.settle(comparison, &entries, isForced: applied.isForced)
    let changesNothing = comparison.written.isEmpty && comparison.removed.isEmpty
    if changesNothing, let last, last.fields == own.fields, !applied.takesOver {
      own.time = last.time
    }
    var managers = FieldManagers()
    managers.entries = entries.filter { !$0.fields.isEmpty } + [own]
    return try write(object, part, managers, by: actor, at: now, using: &random)
  }

  private mutating func write(
    _ object: any APIObject, _ part: WrittenPart, _ managers: FieldManagers, by actor: Actor,
    at now: SimTime, using random: inout SeededRandom
  ) throws(Rejection) -> Written? {
    switch part {
    case .status: try updateStatus(object, by: actor, at: now, managers: managers)
    case .whole: try update(object, by: actor, at: now, using: &random, managers: managers)
    }
  }

  /// Makes what kubectl applied by itself part of what was applied before.
  private static func takeOver(
    _ entries: inout [FieldManagers.Entry], into last: inout FieldManagers.Entry?
  ) {
    for entry in entries where isClientSide(entry) {
      var joined = last ?? entry
      joined.fields = joined.fields.union(entry.fields)
      last = joined
    }
    entries.removeAll(where: isClientSide)
  }

  /// Whether an entry is about what kubectl applied by itself, with the annotation to show for it.
  private static func isClientSide(_ entry: FieldManagers.Entry) -> Bool {
    entry.operation == .update && entry.subresource.isEmpty && entry.fields[lastApplied] != nil
  }

  /// Takes what changes from its managers, or tells of the conflict with them.
  private static func settle(
    _ comparison: FieldComparison, _ entries: inout [FieldManagers.Entry], isForced: Bool
  ) throws(Rejection) {
    let written = comparison.written
    let conflicts = entries.map { ($0, $0.fields.intersection(written)) }
      .filter { !$0.1.isEmpty }
    if !isForced, !conflicts.isEmpty {
      throw .applyConflict(FieldConflicts(conflicts).message)
    }
    let gone = comparison.removed.union(written)
    for place in entries.indices {
      entries[place].fields = entries[place].fields.subtracting(gone)
    }
  }

  /// The object that a document describes.
  private static func read(
    _ document: APIValue, as key: ObjectKey
  ) throws(Rejection) -> any APIObject {
    var document = document
    document["metadata"]?["resourceVersion"] = nil
    document["metadata"]?["managedFields"] = nil
    var problems: [FieldProblem] = []
    let object = key.kind.facts.type.readAny(document, problems: &problems)
    for problem in problems {
      if case .wrongType = problem.reason { throw .badRequest(problem.message) }
    }
    if !problems.isEmpty {
      throw .invalid(kind: key.kind, name: key.name, problems: problems)
    }
    return object
  }
}

extension APIObject {
  fileprivate static func readAny(
    _ document: APIValue, problems: inout [FieldProblem]
  ) -> any APIObject {
    read(document, problems: &problems)
  }
}

/// Fields that an applied document would change although others manage them.
struct FieldConflicts {
  private let conflicts: [(entry: FieldManagers.Entry, paths: [String])]

  init(_ conflicts: [(FieldManagers.Entry, FieldSet)]) {
    self.conflicts = conflicts.map { ($0, $1.paths.map(FieldElement.shown)) }
      .sorted { $0.0.writerText < $1.0.writerText }
  }

  /// The server's sentence.
  var message: String {
    let count = conflicts.reduce(0) { $0 + $1.paths.count }
    if count == 1, let only = conflicts.first, let path = only.paths.first {
      return "Apply failed with 1 conflict: conflict with \(Self.name(only.entry)): \(path)"
    }
    let lines = conflicts.flatMap { conflict in
      ["conflicts with \(Self.name(conflict.entry)):"] + conflict.paths.map { "- \($0)" }
    }
    return "Apply failed with \(count) conflicts: " + lines.joined(separator: "\n")
  }

  private static func name(_ entry: FieldManagers.Entry) -> String {
    var text = "\"\(entry.manager)\""
    if !entry.subresource.isEmpty { text += " with subresource \"\(entry.subresource)\"" }
    if entry.operation == .update { text += " using \(entry.apiVersion)" }
    return text
  }
}
