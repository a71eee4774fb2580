import Engine
import Objects
import Store

/// Keeps the list of addresses behind each Service.
struct EndpointSliceController: ControlLoop {
  static let name = "endpointslice-controller"
  static let watched: Set<Kind>? = [.service, .endpointSlice, .pod]

  static let serviceLabel = "kubernetes.io/service-name"
  static let managedLabel = "endpointslice.kubernetes.io/managed-by"
  static let manager = "endpointslice-controller.k8s.io"
  static let triggerAnnotation = "endpoints.kubernetes.io/last-change-trigger-time"
  static let endpointsPerSlice = 100

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    if change.key.kind == .service { return change.after == nil ? [] : [(change.key, now)] }
    if let (before, after) = change.sides(EndpointSlice.self) {
      guard before != nil, let slice = after ?? before,
        slice.metadata.labels[Self.managedLabel] == Self.manager,
        let service = slice.metadata.labels[Self.serviceLabel]
      else { return [] }
      let key = ObjectKey(.service, namespace: change.key.namespace, name: service)
      return [(key, now)]
    }
    guard let (before, after) = change.sides(Pod.self), Self.isNews(before, after) else {
      return []
    }
    let labels = [before, after].compactMap { $0?.metadata.labels }
    return state.all(Service.self, in: change.key.namespace)
      .filter { service in labels.contains { service.selects($0) } }
      .map { ($0.key, now) }
  }

  /// Whether something has changed that a pod's Services care about. Without an address it stands
  /// in no slice.
  private static func isNews(_ before: Pod?, _ after: Pod?) -> Bool {
    let addresses = (before?.status.podIP ?? "", after?.status.podIP ?? "")
    if addresses.0.isEmpty, addresses.1.isEmpty { return false }
    guard let before, let after, addresses.0 == addresses.1 else { return true }
    return before.metadata.labels != after.metadata.labels
      || before.spec.nodeName != after.spec.nodeName || before.isReady != after.isReady
      || before.metadata.isDeleting != after.metadata.isDeleting
      || before.hasEnded != after.hasEnded
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, let service = draft.state[object] as? Service,
      service.spec.type != .externalName,
      !service.spec.selector.isEmpty
    else { return }
    var unused = draft.state.all(EndpointSlice.self, in: object.namespace).filter {
      $0.metadata.labels[Self.serviceLabel] == object.name
        && $0.metadata.labels[Self.managedLabel] == Self.manager
    }
    var homeless: [Group] = []
    for group in groups(of: service, in: draft.state) {
      if let place = unused.firstIndex(where: { $0.ports == group.ports }) {
        fill(unused.remove(at: place), with: group, of: service, &draft)
      } else {
        homeless.append(group)
      }
    }
    for group in homeless {
      let slice = unused.isEmpty ? Self.blank(for: service) : unused.removeFirst()
      fill(slice, with: group, of: service, &draft)
    }
    for slice in unused {
      draft.attempt(.delete(slice.key, DeleteOptions(uid: slice.metadata.uid)))
    }
  }

  /// The addresses of one slice, and the ports they all have.
  struct Group {
    var ports: [EndpointPort]
    var endpoints: [Endpoint]
  }

  /// One group for each set of ports, at least one, none too large for a slice.
  private func groups(of service: Service, in state: ClusterState) -> [Group] {
    var groups: [Group] = []
    let selector = LabelSelector(matchLabels: service.spec.selector)
    let pods = state.pods(in: service.metadata.namespace, matching: selector)
    for pod in pods.sorted(by: Self.precedes) {
      guard let address = pod.status.podIP, !address.isEmpty, !pod.hasEnded else { continue }
      let ports = Self.ports(of: service, on: pod)
      let endpoint = Self.endpoint(pod, at: address, of: service, in: state)
      if let place = groups.firstIndex(where: { $0.ports == ports }) {
        groups[place].endpoints.append(endpoint)
      } else {
        groups.append(Group(ports: ports, endpoints: [endpoint]))
      }
    }
    if groups.isEmpty { return [Group(ports: [], endpoints: [])] }
    return groups.flatMap { group in
      stride(from: 0, to: group.endpoints.count, by: Self.endpointsPerSlice).map { start in
        let rest = group.endpoints.dropFirst(start)
        return Group(ports: group.ports, endpoints: Array(rest.prefix(Self.endpointsPerSlice)))
      }
    }
  }

  /// Writes a group into a slice. Addresses keep their places; new ones follow.
  private func fill(
    _ slice: EndpointSlice, with group: Group, of service: Service, _ draft: inout Draft
  ) {
    var filled = slice
    let places = Dictionary(
      slice.endpoints.enumerated().map { ($0.element.targetRef?.uid, $0.offset) },
      uniquingKeysWith: min)
    let ranked = group.endpoints.enumerated().sorted { left, right in
      let known = (places[left.element.targetRef?.uid], places[right.element.targetRef?.uid])
      return (known.0 ?? .max, left.offset) < (known.1 ?? .max, right.offset)
    }
    filled.endpoints = ranked.map(\.element)
    filled.ports = group.ports
    filled.metadata.labels = Self.labels(for: service)
    if filled == slice, !slice.metadata.uid.isEmpty { return }
    filled.metadata.annotations[Self.triggerAnnotation] = draft.now.wholeSecond.rfc3339
    draft.attempt(slice.metadata.uid.isEmpty ? .create(filled) : .update(filled))
  }
}
