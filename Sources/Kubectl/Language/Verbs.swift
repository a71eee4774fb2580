/// Every verb, in help order. Adding one is a new file in Verbs/ and a line here or, for those
/// that change the cluster, in `WritingVerbs.swift`.
extension Kubectl {
  public static let verbs: [any Verb.Type] = writingVerbs + readingVerbs

  static let readingVerbs: [any Verb.Type] = [
    Get.self
  ]
}
