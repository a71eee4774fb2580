import Objects

/// One part of a field selector: `status.phase=Pending`, `metadata.name!=web`.
struct FieldRequirement: Equatable {
  var path: [String]
  var wanted: String
  var isNegated: Bool

  struct Problem: Error {
    var message: String
  }

  static func read(_ text: String, for kind: Kind) throws(Problem) -> [FieldRequirement] {
    var requirements: [FieldRequirement] = []
    for part in text.split(separator: ",") {
      let sides: [Substring]
      let isNegated: Bool
      if let range = part.firstRange(of: "!=") {
        sides = [part[..<range.lowerBound], part[range.upperBound...]]
        isNegated = true
      } else if let range = part.firstRange(of: "==") ?? part.firstRange(of: "=") {
        sides = [part[..<range.lowerBound], part[range.upperBound...]]
        isNegated = false
      } else {
        throw Problem(message: "invalid selector: '\(text)'; can't understand '\(part)'")
      }
      let path = String(sides[0])
      guard kind.selectableFields.contains(path) else {
        throw Problem(message: "field label not supported: \(path)")
      }
      requirements.append(
        FieldRequirement(
          path: path.split(separator: ".").map(String.init), wanted: String(sides[1]),
          isNegated: isNegated))
    }
    return requirements
  }

  func holds(for object: any APIObject) -> Bool {
    (Self.text(at: path, of: object) == wanted) != isNegated
  }

  private static func text(at path: [String], of object: any APIObject) -> String {
    if path == ["source"], let event = object as? Event { return event.reporter }
    if path == ["status", "successful"], let job = object as? Job {
      return "\(job.status.succeeded)"
    }
    switch object.document.value(at: path) {
    case .string(let text)?: return text
    case .integer(let number)?: return "\(number)"
    case .bool(let flag)?: return "\(flag)"
    case .null?, .number?, .array?, .object?, nil:
      // An unset toggle reads as false.
      let toggles = ["unschedulable", "hostNetwork"]
      return path.last.map(toggles.contains) ?? false ? "false" : ""
    }
  }
}

extension Kind {
  /// The fields that a field selector may name.
  var selectableFields: [String] {
    let common = isNamespaced ? ["metadata.name", "metadata.namespace"] : ["metadata.name"]
    return common + (Self.furtherFields[self] ?? [])
  }

  /// What some kinds let one ask for besides.
  private static let furtherFields: [Kind: [String]] = [
    .pod: [
      "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName",
      "spec.hostNetwork", "status.phase", "status.podIP", "status.nominatedNodeName",
    ],
    .event: [
      "involvedObject.kind", "involvedObject.namespace", "involvedObject.name",
      "involvedObject.uid", "involvedObject.apiVersion", "involvedObject.resourceVersion",
      "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type",
    ],
    .node: ["spec.unschedulable"],
    .namespace: ["status.phase"],
    .replicaSet: ["status.replicas"],
    .replicationController: ["status.replicas"],
    .service: ["spec.clusterIP", "spec.type"],
    .job: ["status.successful"],
    .secret: ["type"],
  ]
}
