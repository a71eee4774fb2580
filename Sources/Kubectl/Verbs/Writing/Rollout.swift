import Objects
import Store

/// `kubectl rollout`: the word before what is to be known or done.
struct Rollout: VerbGroup {
  static let name = "rollout"
  static let summary = "Manage the rollout of a resource"
  static let usage = "rollout SUBCOMMAND"
}

/// A Deployment's versions, as its ReplicaSets keep them.
struct RolloutHistory: Sendable {
  struct Revision: Sendable {
    var number: Int
    var set: ReplicaSet
  }

  static let annotation = "deployment.kubernetes.io/revision"

  let deployment: Deployment
  /// Oldest first.
  let revisions: [Revision]

  init(of deployment: Deployment, in context: Context) {
    self.deployment = deployment
    revisions = context.state.owned(by: deployment.metadata.uid, ReplicaSet.self).compactMap {
      set in
      set.metadata.annotations[Self.annotation].flatMap { Int($0) }.map {
        Revision(number: $0, set: set)
      }
    }.sorted { $0.number < $1.number }
  }

  /// The template of a revision without the label that tells revisions apart.
  static func template(of revision: Revision) -> PodTemplate {
    var template = revision.set.spec.template
    template.metadata.labels["pod-template-hash"] = nil
    return template
  }
}

/// Words shared by the verbs of `rollout`.
struct RolloutTargets: Sendable {
  let targets: WriteTargets

  init(_ invocation: Invocation) throws(UsageError) {
    if invocation.arguments.isEmpty, !invocation.isSet("filename") {
      throw .error("required resource not specified")
    }
    targets = try WriteTargets(invocation)
  }

  /// The Deployments meant; anything else is refused with `refusal`.
  func deployments(
    in context: Context, refusal: (any APIObject) -> Failure
  ) throws(Failure) -> (found: [Deployment], failures: [Failure]) {
    let found = try targets.find(in: context)
    var deployments: [Deployment] = []
    var failures = found.failures
    for object in found.objects {
      if let deployment = object as? Deployment {
        deployments.append(deployment)
      } else {
        failures.append(refusal(object))
      }
    }
    return (deployments, failures)
  }
}

/// `kubectl rollout history`.
struct RolloutHistoryVerb: Verb {
  static let name = "rollout history"
  static let summary = "View rollout history"
  static let usage = "rollout history (TYPE NAME | TYPE/NAME) [flags]"
  static let takes = WordMeaning.resources
  static let examples = [
    "# Its versions", "kubectl rollout history deployment/web", "",
    "# What one of them was", "kubectl rollout history deployment/web --revision=2",
  ]
  static let flags = FlagTable("revision 0\nselector l ''").with(WriteOptions.flags).with(
    ManifestFiles.flags)

  private let selection: ObjectSelection
  private let revision: Int

  init(_ invocation: Invocation) throws(UsageError) {
    if invocation.arguments.isEmpty { throw .error("required resource not specified") }
    selection = try ObjectSelection(invocation)
    revision = invocation.integer("revision")
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let found = try selection.find(in: context)
    var parts: [Part] = []
    for object in found.objects {
      guard let deployment = object as? Deployment else {
        parts.append(
          .failed(
            .error("no history viewer has been implemented for \"\(object.kind.rawValue)\"")))
        continue
      }
      parts += try self.parts(for: RolloutHistory(of: deployment, in: context))
    }
    return .show(parts + found.failures.map(Part.failed))
  }

  private func parts(for history: RolloutHistory) throws(Failure) -> [Part] {
    let title = "deployment.apps/\(history.deployment.metadata.name)"
    guard revision > 0 else {
      let cause = "kubernetes.io/change-cause"
      let rows = history.revisions.map {
        ["\($0.number)", Cell.orNone($0.set.metadata.annotations[cause])]
      }
      let table = Tabulator(minimumWidth: 0, padding: 2).text(
        [["REVISION", "CHANGE-CAUSE"]] + rows)
      return [.line("\(title) "), .out(.text(table)), .line("")]
    }
    guard let found = history.revisions.first(where: { $0.number == revision }) else {
      throw .error("unable to find the specified revision")
    }
    var text = Description()
    text.template(found.set.spec.template)
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
