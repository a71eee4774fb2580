import Engine
import Objects

extension ClusterState {
  /// What of an object a write may change.
  enum WrittenPart: Sendable {
    case whole
    case status
  }

  /// A write as the record of field managers sees it.
  struct NotedWrite {
    /// The object as the writer wants it, before admission adds to it.
    var wanted: any APIObject
    var part: WrittenPart
    var actor: Actor
    var time: SimTime
    /// Who manages what afterwards, where that is known already.
    var managers: FieldManagers?
  }

  /// Who manages the fields of an object that comes to be.
  func managers(creating object: any APIObject, by actor: Actor, at now: SimTime) -> FieldManagers {
    var managers = FieldManagers()
    if let component = FieldManagers.Component(actor, writing: object.kind) {
      managers.whole = FieldManagers.Trace(component, at: now)
      return managers
    }
    let comparison = FieldComparison(
      .object(Members()), object.managed(.whole), kind: object.kind)
    managers.take(comparison, by: entry(for: actor, writing: object.kind, .whole, at: now))
    return managers
  }

  /// Who manages the fields of an object after a write to it.
  func managers(of stored: any APIObject, after write: NotedWrite) -> FieldManagers {
    if let known = write.managers { return known }
    var managers = stored.metadata.managers
    let kind = stored.kind
    if let component = FieldManagers.Component(write.actor, writing: kind),
      managers.trace(component, kind, write.part, at: write.time)
    {
      return managers
    }
    let (before, after) = stored.managed(write.part, besides: write.wanted)
    let comparison = FieldComparison(before, after, kind: kind)
    managers.take(
      comparison, by: entry(for: write.actor, writing: kind, write.part, at: write.time))
    return managers
  }

  private func entry(
    for actor: Actor, writing kind: Kind, _ part: WrittenPart, at now: SimTime
  ) -> FieldManagers.Entry {
    let status = part == .status ? "status" : ""
    let name: String
    var subresource = status
    if let component = FieldManagers.Component(actor, writing: kind) {
      name = component.rawValue
      if actor == .controller("horizontal-pod-autoscaler"), kind != .horizontalPodAutoscaler {
        subresource = "scale"
      } else if kind == .deployment {
        // The deployment controller writes its annotations along with the status.
        subresource = "status"
      }
    } else {
      name = writer?.manager ?? "kubectl"
      subresource = writer?.subresource ?? status
      if subresource.isEmpty { subresource = status }
    }
    return FieldManagers.Entry(
      name, .update, subresource: subresource, apiVersion: kind.apiVersion, at: now.wholeSecond,
      fields: FieldSet())
  }
}
