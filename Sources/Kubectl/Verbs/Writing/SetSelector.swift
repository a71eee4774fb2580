import Objects
import Store

/// `kubectl set selector`: which pods a Service stands for.
struct SetSelector: Verb {
  static let name = "set selector"
  static let summary = "Set the selector on a resource"
  static let usage =
    "set selector (-f FILENAME | TYPE NAME) EXPRESSIONS [--resource-version=version]"
  static let takes = WordMeaning.resources
  static let flags = FlagTable("all false\nlocal false\nresource-version ''").with(
    WriteOptions.flags(as: "kubectl-set")
  ).with(FlagTable("filename f []\nrecursive R true"))

  private let targets: WriteTargets
  private let options: WriteOptions
  private let selector: LabelSelector
  private let version: String?

  init(_ invocation: Invocation) throws(UsageError) {
    guard let text = invocation.arguments.last else { throw .error("one selector is required") }
    do throws(LabelSelector.TextError) {
      selector = try LabelSelector(text: text).shortened
    } catch {
      throw .error(error.message)
    }
    version = invocation["resource-version"]
    options = try WriteOptions(invocation)
    targets = try WriteTargets(
      invocation, words: Array(invocation.arguments.dropLast()), withoutFiles: .localNeedsFiles)
  }

  var fileNeeds: [FileNeed] { targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit(
      try targets.steps(in: context) { object throws(Failure) in
        guard let service = object as? Service else {
          throw .error("setting a selector is only supported for Services")
        }
        if !selector.matchExpressions.isEmpty {
          throw .error("match expression \(selector.text) not supported on this object")
        }
        var changed = service.unversioned
        changed.spec.selector = selector.matchLabels
        if let version { changed.metadata.resourceVersion = Int(version) ?? -1 }
        return [options.step(.update(changed), changed, done: "selector updated")]
      })
  }
}
