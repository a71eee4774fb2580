/// The verbs that change the cluster, in help order.
extension Kubectl {
  static let writingVerbs: [any Verb.Type] = []
}
