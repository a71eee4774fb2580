import Engine
import Kubectl
import Objects

extension Story {
  /// The story for programs.
  var document: APIValue {
    var document: APIValue = ["object": .string("\(key)")]
    if !key.namespace.isEmpty { document["namespace"] = .string(key.namespace) }
    document["now"] = .string(object.map { Sentences.summary(of: $0) } ?? "gone")
    document["causes"] = .array(links.map(Self.document))
    document["owns"] = .array(
      belongings.map {
        ["object": .string("\($0.key)"), "now": .string(Sentences.summary(of: $0))]
      })
    if let present {
      document["scheduling"] = present.document
      document["remedies"] = .array(remedies.map { .string($0) })
    }
    return document
  }

  private static func document(_ link: Link) -> APIValue {
    var document: APIValue = [
      "time": .string(link.time.rfc3339), "object": .string("\(link.key)"),
      "actor": .string(Sentences.name(link.actor)), "what": .string(link.what),
    ]
    if let account = link.account { document["scheduling"] = account.document }
    return document
  }
}
