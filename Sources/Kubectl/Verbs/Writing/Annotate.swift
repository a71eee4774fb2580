import Objects
import Store

/// `kubectl annotate`: notes on objects, for people and tools.
struct Annotate: Verb {
  static let name = "annotate"
  static let summary = "Update the annotations on a resource"
  static let usage =
    "annotate [--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N "
    + "[--resource-version=version]"
  static let takes = WordMeaning.resources
  static let flags = Label.flags.with(FlagTable("field-manager kubectl-annotate"))

  private let targets: WriteTargets
  private let options: WriteOptions
  private let changes: PairChanges
  private let overwrites: Bool
  private let lists: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    let words = try PairWords(invocation.arguments, of: "annotation")
    changes = PairChanges(words.changes)
    try invocation.checkAllIsAlone()
    overwrites = invocation.has("overwrite")
    lists = invocation.has("list")
    options = try WriteOptions(invocation)
    if words.resources.isEmpty, !invocation.isSet("filename"), !invocation.isSet("kustomize") {
      throw .error(
        "one or more resources must be specified as <resource> <name> or <resource>/<name>")
    }
    if changes.isEmpty, !lists { throw .error("at least one annotation update is required") }
    if !changes.contradictions.isEmpty {
      throw .error(
        "can not both modify and remove the following annotation(s) in the same command: "
          + changes.contradictions.joined(separator: ", "))
    }
    targets = try WriteTargets(
      invocation, words: words.resources, withoutFiles: .localWithoutFile(like: "rsrc"))
  }

  var fileNeeds: [FileNeed] { targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    if targets.isLocal, !lists { return .submit(localSteps(in: context), gathered: .apart) }
    return .submit(
      try targets.steps(in: context) { object throws(Failure) in
        lists
          ? object.metadata.annotations.map { .say(.line("\($0.key)=\($0.value)")) }
          : try steps(for: object)
      }, gathered: .apart)
  }

  private func steps(for object: any APIObject) throws(Failure) -> [Step] {
    let before = object.metadata.annotations
    try check(before)
    var changed = object.unversioned as any APIObject
    changed.metadata.annotations = changes.applied(to: before)
    return [options.step(.update(changed), changed, done: "annotated")]
  }

  /// What becomes of the documents of the files.
  private func localSteps(in context: Context) -> [Step] {
    let (items, failures) = targets.documents(in: context)
    let steps = items.map { item -> Step in
      var document = item.document
      let before = document.pairs(of: "annotations")
      do throws(Failure) {
        try check(before)
      } catch {
        return .say(.failed(error))
      }
      document.setPairs(changes.applied(to: before), of: "annotations")
      return options.rehearsal(document, of: item.kind, done: "annotated")
    }
    return steps + failures.map { .say(.failed($0)) }
  }

  /// Throws when an annotation has another value already and may not lose it.
  private func check(_ before: StringMap) throws(Failure) {
    if !overwrites {
      let taken = changes.assigned.compactMap { key, value -> String? in
        guard let old = before[key], old != value else { return nil }
        return "'\(key)' already has a value (\(old))"
      }
      if !taken.isEmpty {
        throw .error(
          "--overwrite is false but found the following declared annotation(s): "
            + taken.joined(separator: "; "))
      }
    }
  }
}
