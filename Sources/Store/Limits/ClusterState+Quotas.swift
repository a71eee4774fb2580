import Engine
import HashTreeCollections
import Objects

extension ClusterState {
  /// The last of admission, for what is known to be valid: the ranges and quotas of its namespace.
  mutating func enforceLimits(
    on object: any APIObject, replacing stored: (any APIObject)?, at now: SimTime
  ) throws(Rejection) {
    guard object.kind.isNamespaced, object.kind != .event else { return }
    if keysByKind[.limitRange] != nil {
      if stored == nil || object is PersistentVolumeClaim { try checkRanges(for: object) }
    }
    if keysByKind[.resourceQuota] != nil {
      try charge(object, replacing: stored, at: now)
    }
  }

  private func checkRanges(for object: any APIObject) throws(Rejection) {
    let ranges = all(LimitRange.self, in: object.metadata.namespace)
    for range in ranges {
      let complaints = range.complaints(about: object)
      if complaints.isEmpty { continue }
      let why = complaints.count == 1 ? complaints[0] : "[\(complaints.joined(separator: ", "))]"
      throw .forbidden(object.key, why: why)
    }
  }

  /// Counts an object against every quota about it, or refuses it.
  private mutating func charge(
    _ object: any APIObject, replacing stored: (any APIObject)?, at now: SimTime
  ) throws(Rejection) {
    var used = QuotaUsage.of(object, at: now)
    if let stored {
      for (name, amount) in QuotaUsage.of(stored, at: now) {
        used[name] = max(.zero, (used[name] ?? .zero) - amount)
      }
    }
    for (name, amount) in used where amount == .zero { used[name] = nil }
    if stored != nil, used.isEmpty { return }
    var charged: [ResourceQuota] = []
    for quota in all(ResourceQuota.self, in: object.metadata.namespace) {
      if let quota = try charging(counted(quota, at: now), object, used, isNew: stored == nil) {
        charged.append(quota)
      }
    }
    for quota in charged { storeBesides(quota) }
  }

  /// A quota that was made this very moment as its controller, which is quicker than the next
  /// request, leaves it.
  private func counted(_ quota: ResourceQuota, at now: SimTime) -> ResourceQuota {
    guard quota.status.hard.isEmpty, quota.metadata.creationTimestamp == now.wholeSecond else {
      return quota
    }
    var quota = quota
    quota.status.hard = quota.spec.hard
    quota.status.used = QuotaUsage.total(of: quota, in: self, at: now)
    return quota
  }

  /// The quota with the object counted; nil where it does not count.
  private func charging(
    _ quota: ResourceQuota, _ object: any APIObject, _ used: ResourceList, isNew: Bool
  ) throws(Rejection) -> ResourceQuota? {
    let names = quota.status.hard.map(\.name).filter { QuotaUsage.counts($0, object.kind) }
    guard !names.isEmpty, quota.isAbout(object) else { return nil }
    if isNew, let pod = object as? Pod { try quota.requireAmounts(of: pod, for: names) }
    let unknown = names.filter { quota.status.used[$0] == nil }
    if !unknown.isEmpty {
      throw .forbidden(
        object.key,
        why: "status unknown for quota: \(quota.metadata.name), resources: "
          + unknown.joined(separator: ","))
    }
    var quota = quota
    var exceeded: [String] = []
    for name in names {
      guard let asked = used[name], let before = quota.status.used[name] else { continue }
      quota.status.used[name] = before + asked
      if let most = quota.status.hard[name], before + asked > most { exceeded.append(name) }
    }
    if exceeded.isEmpty { return quota }
    let before =
      all(ResourceQuota.self, in: quota.metadata.namespace)
      .first { $0.metadata.name == quota.metadata.name }?.status.used ?? quota.status.used
    throw .forbidden(
      object.key,
      why: "exceeded quota: \(quota.metadata.name), requested: \(used.text(of: exceeded)), "
        + "used: \(before.text(of: exceeded)), limited: \(quota.status.hard.text(of: exceeded))")
  }
}

extension ResourceList {
  /// `cpu=1,pods=2`, of these names.
  fileprivate func text(of names: [String]) -> String {
    names.map { "\($0)=\((self[$0] ?? .zero).text)" }.joined(separator: ",")
  }
}

extension ResourceQuota {
  /// Refuses a pod with containers that do not say how much they need of what is limited.
  fileprivate func requireAmounts(of pod: Pod, for names: [String]) throws(Rejection) {
    let required = names.filter { QuotaUsage.namedByEveryContainer.contains($0) }
    var missing: [String] = []
    for name in required {
      let silent = (pod.spec.containers + pod.spec.initContainers).filter { container in
        let asked = container.resources
        return QuotaUsage.amounts(requests: asked.requests, limits: asked.limits)[name] == nil
      }
      if silent.isEmpty { continue }
      let containers = Set(silent.map(\.name)).sorted()
      missing.append("\(name) for: \(containers.joined(separator: ","))")
    }
    if missing.isEmpty { return }
    throw .forbidden(
      pod.key,
      why: "failed quota: \(metadata.name): must specify " + missing.joined(separator: "; "))
  }
}
