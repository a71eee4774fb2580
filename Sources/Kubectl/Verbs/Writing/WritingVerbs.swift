/// The verbs that change the cluster.
extension Kubectl {
  static let writingVerbs: [any Verb.Type] = [
    Apply.self,
    Delete.self,
  ]
}
