import Kubectl
import Objects

/// Which pods of a cluster `map` shows, and how it groups them.
struct MapFilter {
  let grouping: ClusterPicture.Grouping?
  /// The only namespace to show; nil shows all.
  let namespace: String?
  /// Whether the system's pods are shown one by one as well.
  let isEverywhere: Bool
  private let selector: LabelSelector

  init(_ arguments: LabArguments, flags: Set<String>) throws(CommandProblem) {
    grouping = try Self.grouping(arguments["by"])
    isEverywhere = !flags.isDisjoint(with: ["A", "all-namespaces"])
    namespace = isEverywhere ? nil : arguments["n"] ?? arguments["namespace"]
    do throws(LabelSelector.TextError) {
      selector = try LabelSelector(text: arguments["l"] ?? arguments["selector"] ?? "")
    } catch {
      throw .failed(error.message)
    }
  }

  private static func grouping(
    _ word: String?
  ) throws(CommandProblem) -> ClusterPicture.Grouping? {
    guard let word else { return nil }
    guard let grouping = ClusterPicture.Grouping(rawValue: word) else {
      throw .usage("--by takes zone, owner or namespace, not \"\(word)\"", of: MapVerb.self)
    }
    return grouping
  }

  func shows(_ pod: Pod) -> Bool {
    (namespace == nil || pod.metadata.namespace == namespace)
      && (selector.isEmpty || selector.matches(pod.metadata.labels))
  }

  /// `namespace shop, labels app=web`; empty when everything is shown.
  var text: String {
    let parts = [
      namespace.map { "namespace \($0)" },
      selector.isEmpty ? nil : "labels \(selector.shortened.text)",
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}
