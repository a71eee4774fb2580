import Engine
import Objects
import Simulation
import Store

extension Outlook {
  private static let replicated: [Kind] = [.deployment, .statefulSet, .daemonSet, .replicaSet]

  /// What keeps replicas, where the two futures differ.
  var replicas: [Entry] {
    courses(Self.replicated, Self.replicas(of:)) { course in
      let level = "\(course.level.count) of \(course.level.wanted)"
      guard course.shortfall > .zero else { return level }
      let lowest = course.lowest < course.level.count ? ", once only \(course.lowest)" : ""
      return "\(level)\(lowest); too few for \(text(course.shortfall))"
    }
  }

  /// What stands behind Services, where the two futures differ in more than a moment.
  var services: [Entry] {
    courses([.endpointSlice], Self.addresses(of:)) { course in
      let level = "\(course.level.count) ready behind it"
      guard course.shortfall > .zero else { return level }
      return "\(level); nobody answered for \(text(course.shortfall))"
    }
  }

  private func courses(
    _ kinds: [Kind], _ read: (any APIObject) -> Course.Reading?, _ tell: (Course) -> String
  ) -> [Entry] {
    let alone = Course.all(in: prospect.alone, since: prospect.start, kinds: kinds, read)
    let changed = Course.all(in: prospect.changed, since: prospect.start, kinds: kinds, read)
    return changed.keys.sorted().compactMap { subject in
      guard let course = changed[subject], course != alone[subject],
        prospect.changed.state[subject] != nil
      else { return nil }
      return Entry(subject: name(subject), text: tell(course))
    }
  }

  private static func replicas(of object: any APIObject) -> Course.Reading? {
    // A set that belongs to a Deployment is told of with it.
    guard object.metadata.controller == nil else { return nil }
    let level: Course.Level? =
      switch object {
      case let set as Deployment:
        .init(count: set.status.readyReplicas, wanted: set.spec.replicas ?? 1)
      case let set as ReplicaSet:
        .init(count: set.status.readyReplicas, wanted: set.spec.replicas ?? 1)
      case let set as StatefulSet:
        .init(count: set.status.readyReplicas, wanted: set.spec.replicas ?? 1)
      case let set as DaemonSet:
        .init(count: set.status.numberReady, wanted: set.status.desiredNumberScheduled)
      default: nil
      }
    return level.map { (object.key, $0) }
  }

  private static func addresses(of object: any APIObject) -> Course.Reading? {
    guard let slice = object as? EndpointSlice,
      let service = slice.metadata.labels["kubernetes.io/service-name"]
    else { return nil }
    let ready = slice.endpoints.count { $0.conditions.ready ?? true }
    let key = ObjectKey(.service, namespace: slice.metadata.namespace, name: service)
    return (key, Course.Level(count: ready, wanted: 1))
  }
}
