extension Pod {
  /// What the pod asks for as a whole, as the scheduler counts it: the larger of what its
  /// containers need together and what an init container needs beside the sidecars before it.
  public var totalRequests: ResourceList { total(\.requests) }

  /// What the pod may use at most, counted in the same way.
  public var totalLimits: ResourceList { total(\.limits) }

  /// The pod's wishes as they count against its node and its quota: while a container is resized,
  /// the most of what is asked for, what the kubelet has granted, and what the container really
  /// has. What the node can never give does not count.
  public var counted: PodSpec {
    // Only a second version of a pod can ask for something else than the first.
    guard metadata.generation > 1 else { return spec }
    let isHopeless = status.conditions["PodResizePending"]?.reason == "Infeasible"
    var spec = spec
    func count(_ containers: inout [Container], _ statuses: [ContainerStatus]) {
      for place in containers.indices {
        let name = containers[place].name
        guard let status = statuses.first(where: { $0.name == name }) else { continue }
        let resources = containers[place].resources
        containers[place].resources = status.counted(for: resources, isHopeless: isHopeless)
      }
    }
    count(&spec.containers, status.containerStatuses)
    count(&spec.initContainers, status.initContainerStatuses)
    return spec
  }

  private func total(_ side: KeyPath<ResourceRequirements, ResourceList>) -> ResourceList {
    let spec = counted
    var running = ResourceList()
    for container in spec.containers { running += container.resources[keyPath: side] }
    var sidecars = ResourceList()
    var starting = ResourceList()
    for container in spec.initContainers {
      var need = container.resources[keyPath: side]
      if container.restartPolicy == .always {
        running += need
        sidecars += need
        need = sidecars
      } else {
        need += sidecars
      }
      starting = starting.maximum(need)
    }
    var total = running.maximum(starting)
    if let whole = spec.resources?[keyPath: side] {
      for (name, amount) in whole { total[name] = amount }
    }
    for (name, amount) in spec.overhead where side == \.requests || total[name] != nil {
      total[name] = (total[name] ?? .zero) + amount
    }
    return total
  }
}

extension ContainerStatus {
  fileprivate func counted(
    for wanted: ResourceRequirements, isHopeless: Bool
  ) -> ResourceRequirements {
    var problems: [FieldProblem] = []
    let actual = resources.map { ResourceRequirements($0, at: FieldPath(), problems: &problems) }
    let held = allocatedResources.maximum(actual?.requests ?? [:])
    guard !held.isEmpty else { return wanted }
    var counted = wanted
    counted.requests = isHopeless ? held : wanted.requests.maximum(held)
    let limits = actual?.limits ?? [:]
    counted.limits = isHopeless && !limits.isEmpty ? limits : wanted.limits.maximum(limits)
    return counted
  }
}
