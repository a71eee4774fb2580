extension Pod {
  /// What the pod asks for as a whole, as the scheduler counts it: the larger of what its
  /// containers need together and what an init container needs beside the sidecars before it.
  public var totalRequests: ResourceList { total(\.requests) }

  /// What the pod may use at most, counted in the same way.
  public var totalLimits: ResourceList { total(\.limits) }

  private func total(_ side: KeyPath<ResourceRequirements, ResourceList>) -> ResourceList {
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
