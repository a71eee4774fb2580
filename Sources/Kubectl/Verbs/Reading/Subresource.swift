import Objects

/// A part of an object that can be read by itself.
enum Subresource: String, CaseIterable, Sendable {
  case status
  case scale
  case resize

  init(_ word: String) throws(UsageError) {
    guard let found = Subresource(rawValue: word) else {
      let known = Subresource.allCases.map(\.rawValue).joined(separator: " ")
      throw .error("invalid subresource value: \"\(word)\". Must be one of [\(known)]")
    }
    self = found
  }
}

extension APIObject {
  /// The object's scale, where it has one: how many pods are wanted, and how many there are.
  var scaleDocument: APIValue? {
    let kinds = ["Deployment", "ReplicaSet", "StatefulSet", "ReplicationController"]
    guard kinds.contains(kind.rawValue) else { return nil }
    let whole = document
    var metadata = APIValue.object(Members())
    for field in ["creationTimestamp", "name", "namespace", "resourceVersion", "uid"] {
      metadata[field] = whole.value(at: ["metadata", field])
    }
    let labels = whole.value(at: ["spec", "selector", "matchLabels"])?.object ?? Members()
    let selector = labels.sorted.map { "\($0.name)=\($0.value.string ?? "")" }.joined(
      separator: ",")
    return [
      "apiVersion": "autoscaling/v1", "kind": "Scale", "metadata": metadata,
      "spec": ["replicas": whole.value(at: ["spec", "replicas"]) ?? 1],
      "status": [
        "replicas": whole.value(at: ["status", "replicas"]) ?? 0, "selector": .string(selector),
      ],
    ]
  }
}
