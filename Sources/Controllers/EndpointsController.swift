import Engine
import Objects
import Store

/// Keeps, for older clients, an Endpoints object beside the slices of every Service that picks
/// pods.
struct EndpointsController: ControlLoop {
  static let name = "endpoint-controller"
  static let watched: Set<Kind>? = [.service, .endpointSlice]

  static let managedLabel = "endpoints.kubernetes.io/managed-by"
  /// More addresses than this are left out.
  static let largest = 1000

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    if change.key.kind == .service { return [(change.key, now)] }
    guard let (before, after) = change.sides(EndpointSlice.self), let slice = after ?? before,
      slice.metadata.labels[EndpointSliceController.managedLabel]
        == EndpointSliceController.manager,
      let service = slice.metadata.labels[EndpointSliceController.serviceLabel]
    else { return [] }
    return [(ObjectKey(.service, namespace: change.key.namespace, name: service), now)]
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object else { return }
    let key = ObjectKey(.endpoints, namespace: object.namespace, name: object.name)
    let stored = draft.state[key] as? Endpoints
    guard let service = draft.state[object] as? Service else {
      if let stored, stored.metadata.labels[Self.managedLabel] == Self.name {
        draft.attempt(.delete(key, DeleteOptions(uid: stored.metadata.uid)))
      }
      return
    }
    guard service.spec.type != .externalName, !service.spec.selector.isEmpty else { return }
    let slices = draft.state.all(EndpointSlice.self, in: object.namespace).filter {
      $0.metadata.labels[EndpointSliceController.serviceLabel] == object.name
        && $0.metadata.labels[EndpointSliceController.managedLabel]
          == EndpointSliceController.manager
    }
    var wanted = stored ?? Endpoints()
    wanted.metadata.name = object.name
    wanted.metadata.namespace = object.namespace
    wanted.metadata.labels = service.metadata.labels
    wanted.metadata.labels[Self.managedLabel] = Self.name
    if service.spec.clusterIP == "None" {
      wanted.metadata.labels["service.kubernetes.io/headless"] = ""
    }
    let trigger = EndpointSliceController.triggerAnnotation
    wanted.metadata.annotations[trigger] =
      slices.compactMap { $0.metadata.annotations[trigger] }.max()
    wanted.subsets = Self.subsets(of: slices, service)
    if let stored, stored.subsets == wanted.subsets,
      stored.metadata.labels == wanted.metadata.labels
    {
      return
    }
    draft.attempt(stored == nil ? .create(wanted) : .update(wanted))
  }

  /// One subset for each set of ports; pods on their way out are in none.
  private static func subsets(of slices: [EndpointSlice], _ service: Service) -> [EndpointSubset] {
    var subsets: [EndpointSubset] = []
    var count = 0
    let keepsAll = service.spec.publishNotReadyAddresses ?? false
    for slice in slices {
      let endpoints = slice.endpoints.filter { keepsAll || $0.conditions.terminating != true }
      if endpoints.isEmpty { continue }
      let place = subsets.firstIndex { $0.ports == slice.ports } ?? subsets.count
      if place == subsets.count {
        subsets.append(EndpointSubset())
        subsets[place].ports = slice.ports
      }
      for endpoint in endpoints where count < largest {
        count += 1
        if endpoint.conditions.ready ?? true {
          subsets[place].addresses.append(address(of: endpoint))
        } else {
          subsets[place].notReadyAddresses.append(address(of: endpoint))
        }
      }
    }
    for place in subsets.indices {
      subsets[place].addresses.sort { $0.address < $1.address }
      subsets[place].notReadyAddresses.sort { $0.address < $1.address }
      // An unnamed port has no name here, where it is empty in a slice.
      for port in subsets[place].ports.indices where subsets[place].ports[port].name == "" {
        subsets[place].ports[port].name = nil
      }
    }
    return subsets
  }

  private static func address(of endpoint: Endpoint) -> EndpointAddress {
    var address = EndpointAddress()
    address.address = endpoint.addresses.first ?? ""
    address.hostname = endpoint.hostname
    address.nodeName = endpoint.nodeName
    address.targetRef = endpoint.targetRef
    return address
  }
}
