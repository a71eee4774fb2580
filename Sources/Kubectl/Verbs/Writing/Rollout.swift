import Objects
import Store

/// `kubectl rollout`: the word before what is to be known or done.
struct Rollout: VerbGroup {
  static let name = "rollout"
  static let summary = "Manage the rollout of a resource"
  static let usage = "rollout SUBCOMMAND"
}

/// Words shared by the verbs of `rollout`.
struct RolloutTargets: Sendable {
  let targets: WriteTargets

  init(_ invocation: Invocation) throws(UsageError) {
    let hasFiles = try !ManifestFiles(invocation).isEmpty
    if invocation.arguments.isEmpty, !hasFiles {
      throw .error("required resource not specified")
    }
    targets = try WriteTargets(invocation, takesKinds: true)
  }

  /// The steps for every object found; where there is none, kubectl says so.
  func steps(
    in context: Context, _ make: (any APIObject) throws(Failure) -> [Step]
  ) throws(Failure) -> [Step] {
    let steps = try targets.steps(in: context, make)
    return steps.isEmpty && targets.files.isEmpty
      ? [.say(targets.selection.nothingFound(in: context))] : steps
  }

  /// The objects meant that have rollouts; anything else is refused with `refusal`.
  func find(
    in context: Context, refusal: (any APIObject) -> Failure
  ) throws(Failure) -> (found: [any APIObject], failures: [Failure]) {
    let all = try targets.find(in: context)
    let found = all.objects.filter(\.hasRollouts)
    return (found, all.failures + all.objects.filter { !$0.hasRollouts }.map(refusal))
  }
}

extension APIObject {
  /// Why kubectl has no such tool for this kind: it knows of kinds that have pods, and of those it
  /// has one for some.
  func missing(_ tool: String, sought: String) -> Failure {
    let hasPods = self is Pod || withPodTemplate({ _ in }) != nil
    if hasPods { return .error("no \(tool) has been implemented for \"\(kind.rawValue)\"") }
    return .error(
      "error retrieving \(sought) for \"\(kind.rawValue)\", no visitor method exists for "
        + "{\(kind.facts.group) \(kind.rawValue)}")
  }

  /// Whether it brings in new versions of its template by itself.
  var hasRollouts: Bool { self is Deployment || self is DaemonSet || self is StatefulSet }
}

/// `kubectl rollout history`.
struct RolloutHistoryVerb: Verb {
  static let name = "rollout history"
  static let summary = "View rollout history"
  static let usage = "rollout history (TYPE NAME | TYPE/NAME) [flags]"
  static let takes = WordMeaning.resources
  static let flags = FlagTable("revision 0\nselector l ''").with(WriteOptions.flags)
    .without("dry-run").with(ManifestFiles.flags)

  private let targets: RolloutTargets
  private let revision: Int
  private let format: OutputFormat?

  init(_ invocation: Invocation) throws(UsageError) {
    targets = try RolloutTargets(invocation)
    revision = invocation.integer("revision")
    if revision < 0 { throw .error("revision must be a positive integer: \(revision)") }
    format = try OutputFormat.read(
      invocation["output"], template: invocation["template"], offering: .documents)?
      .ofTyped
  }

  var fileNeeds: [FileNeed] {
    targets.targets.files.needs + (format?.fileNeed.map { [$0] } ?? [])
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let found = try targets.targets.find(in: context)
    let format = try format?.resolved(in: context)
    var parts: [Part] = []
    for object in found.objects {
      guard object.hasRollouts else {
        parts.append(
          .failed(object.missing("history viewer", sought: "history")))
        continue
      }
      let history = RolloutHistory(of: object, in: context)
      if let format {
        parts += try self.parts(for: history, in: format)
      } else {
        parts += try self.parts(for: history)
      }
    }
    return .show(parts + found.failures.map(Part.failed))
  }

  /// The ReplicaSets that keep the revisions, or what the owner was with each of them; or the one
  /// that was asked for.
  private func parts(
    for history: RolloutHistory, in format: OutputFormat
  ) throws(Failure) -> [Part] {
    guard revision > 0 else {
      return history.revisions.enumerated().flatMap { place, revision -> [Part] in
        let isYAML = if case .yaml = format { true } else { false }
        return (place > 0 && isYAML ? [.line("---")] : [])
          + format.parts(for: history.document(of: revision))
      }
    }
    return format.parts(for: history.document(of: try kept(in: history)))
  }

  private func kept(in history: RolloutHistory) throws(Failure) -> RolloutHistory.Revision {
    guard let found = history.revisions.first(where: { $0.number == revision }) else {
      throw .error("unable to find the specified revision")
    }
    return found
  }

  private func parts(for history: RolloutHistory) throws(Failure) -> [Part] {
    let owner = history.owner
    let title = "\(owner.kind.qualifiedSingular)/\(owner.metadata.name)"
    if history.revisions.isEmpty, revision == 0 {
      return [.line("\(title) "), .line("No rollout history found.")]
    }
    guard revision > 0 else {
      let rows = history.revisions.map { ["\($0.number)", Cell.orNone($0.changeCause)] }
      let table = Tabulator(minimumWidth: 0, padding: 2).text(
        [["REVISION", "CHANGE-CAUSE"]] + rows)
      return [.line("\(title) "), .out(.text(table)), .line("")]
    }
    let found = try kept(in: history)
    var text = Description()
    text.template(found.shown)
    return [
      .line("\(title) with revision #\(revision)"), .out(.text(text.renderTabbed())), .line(""),
    ]
  }
}

extension Description {
  /// With tabs between the cells, as `rollout history` leaves them.
  func renderTabbed() -> String {
    lines.map { $0.joined(separator: "\t") + "\n" }.joined()
  }
}
