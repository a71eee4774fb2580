import Engine
import Objects

/// What objects count for against a ResourceQuota, and which of its names they count under.
public enum QuotaUsage {
  /// What every container must name when a quota limits it.
  static let namedByEveryContainer: Set<String> = [
    "cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory",
  ]

  private static let podNames: Set<String> = namedByEveryContainer.union([
    "pods", "ephemeral-storage", "requests.ephemeral-storage", "limits.ephemeral-storage",
  ])

  /// Whether a quota's resource name is about objects of this kind.
  public static func counts(_ name: String, _ kind: Kind) -> Bool {
    if name == "count/\(kind.qualifiedPlural)" { return true }
    if kind == .pod {
      if podNames.contains(name) || name.hasPrefix("hugepages-") { return true }
      let asked = name.split(separator: ".", maxSplits: 1)
      return asked.count == 2 && asked[0] == "requests"
        && (asked[1].contains("/") && !name.contains(".storageclass.storage.k8s.io/")
          || asked[1].hasPrefix("hugepages-"))
    }
    if kind == .service {
      return ["services", "services.nodeports", "services.loadbalancers"].contains(name)
    }
    if kind == .persistentVolumeClaim {
      return name == "persistentvolumeclaims" || name == "requests.storage"
        || name.contains(".storageclass.storage.k8s.io/")
    }
    let plain: [Kind] = [.configMap, .secret, .resourceQuota, .replicationController]
    return plain.contains(kind) && name == kind.facts.plural
  }

  /// What an object uses, under every name it could count under.
  public static func of(_ object: any APIObject, at now: SimTime) -> ResourceList {
    var used: ResourceList = ["count/\(object.kind.qualifiedPlural)": Quantity(1)]
    if let pod = object as? Pod {
      if isCharged(pod, at: now) { used += of(pod) }
    } else if let service = object as? Service {
      used += of(service)
    } else if let claim = object as? PersistentVolumeClaim {
      used += of(claim)
    } else if counts(object.kind.facts.plural, object.kind) {
      used[object.kind.facts.plural] = Quantity(1)
    }
    return used
  }

  /// Pods that have ended, or should have, use nothing any longer.
  static func isCharged(_ pod: Pod, at now: SimTime) -> Bool {
    if pod.hasEnded { return false }
    guard let end = pod.metadata.deletionTimestamp,
      let grace = pod.metadata.deletionGracePeriodSeconds
    else { return true }
    return now <= end + .seconds(Int64(grace))
  }

  private static func of(_ pod: Pod) -> ResourceList {
    var used = amounts(requests: pod.totalRequests, limits: pod.totalLimits)
    used["pods"] = Quantity(1)
    return used
  }

  /// Requests and limits under the names quotas have for them.
  static func amounts(requests: ResourceList, limits: ResourceList) -> ResourceList {
    let plain: Set<String> = ["cpu", "memory", "ephemeral-storage"]
    var used = ResourceList()
    for (name, amount) in requests {
      used["requests.\(name)"] = amount
      if plain.contains(name) || name.hasPrefix("hugepages-") { used[name] = amount }
    }
    for (name, amount) in limits where plain.contains(name) { used["limits.\(name)"] = amount }
    return used
  }

  private static func of(_ service: Service) -> ResourceList {
    var used: ResourceList = [
      "services": Quantity(1), "services.nodeports": .zero, "services.loadbalancers": .zero,
    ]
    let ports = Quantity(service.spec.ports.count)
    switch service.spec.type {
    case .nodePort: used["services.nodeports"] = ports
    case .loadBalancer:
      used["services.loadbalancers"] = Quantity(1)
      if service.spec.unlisted["allocateLoadBalancerNodePorts"] != .bool(false) {
        used["services.nodeports"] = ports
      }
    case .clusterIP, .externalName, nil: break
    }
    return used
  }

  private static func of(_ claim: PersistentVolumeClaim) -> ResourceList {
    let storage = claim.spec.resources.requests["storage"]
    var used: ResourceList = ["persistentvolumeclaims": Quantity(1)]
    used["requests.storage"] = storage
    if let name = claim.spec.storageClassName, !name.isEmpty {
      let start = "\(name).storageclass.storage.k8s.io/"
      used[start + "persistentvolumeclaims"] = Quantity(1)
      used[start + "requests.storage"] = storage
    }
    return used
  }
}

extension QuotaUsage {
  /// What is used of everything a quota limits.
  public static func total(
    of quota: ResourceQuota, in state: ClusterState, at now: SimTime
  ) -> ResourceList {
    var total = ResourceList()
    for kind in Kind.allCases where kind.isNamespaced {
      let names = quota.spec.hard.map(\.name).filter { counts($0, kind) }
      if names.isEmpty { continue }
      for name in names { total[name] = total[name] ?? .zero }
      for key in state.keys(kind, in: quota.metadata.namespace) {
        guard let object = state[key], quota.isAbout(object) else { continue }
        let used = of(object, at: now)
        for name in names {
          if let amount = used[name] { total[name] = (total[name] ?? .zero) + amount }
        }
      }
    }
    return total
  }
}
