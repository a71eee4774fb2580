import Engine
import Kubectl
import Objects
import Simulation
import Store

extension Outlook {
  /// Pods that fare alike, told together.
  private struct Fate: Hashable {
    var owner: String
    var isNew: Bool
    var text: String
  }

  var pods: [Entry] {
    var members: [Fate: [(key: ObjectKey, delay: SimSpan)]] = [:]
    for key in keys([.pod]) {
      guard let fate = fate(of: key) else { continue }
      let delay = prospect.delay(of: key) { ($0 as? Pod).map(place) }
      members[fate, default: []].append((key, delay))
    }
    let fates = members.keys.sorted {
      ($0.owner, $0.isNew ? 1 : 0, $0.text) < ($1.owner, $1.isNew ? 1 : 0, $1.text)
    }
    return fates.flatMap { fate in entries(fate, members[fate] ?? []) }
  }

  private func entries(
    _ fate: Fate, _ members: [(key: ObjectKey, delay: SimSpan)]
  ) -> [Entry] {
    if members.count < 4 {
      return members.map { member in
        let subject = name(member.key, withKind: false)
        return Entry(subject: subject, text: "\(fate.text), \(moment(member.delay))")
      }
    }
    let last = members.map(\.delay).max() ?? .zero
    let subject = "\(members.count) pods of \(fate.owner)"
    let span = last.seconds > 0 ? "within \(text(last))" : "at once"
    return [Entry(subject: subject, text: "\(fate.text), \(span)")]
  }

  private func fate(of key: ObjectKey) -> Fate? {
    let old = prospect.alone.state.pod(key)
    let new = prospect.changed.state.pod(key)
    guard let pod = new ?? old else { return nil }
    let owner = maker(of: pod)
    let keeper = owner == nil ? "; nothing recreates it" : ""
    let home = owner ?? name(key)
    switch (old, new) {
    case (nil, let new?):
      return Fate(owner: home, isNew: true, text: "new: \(place(new))\(obstacle(new))")
    case (let old?, nil):
      return Fate(owner: home, isNew: false, text: "\(place(old)) → gone\(keeper)")
    case (let old?, let new?):
      if old.metadata.uid != new.metadata.uid {
        return Fate(owner: home, isNew: true, text: "anew: \(place(new))\(obstacle(new))")
      }
      guard place(old) != place(new) else { return nil }
      let isLeaving = new.metadata.isDeleting && !old.metadata.isDeleting
      return Fate(
        owner: home, isNew: false,
        text: "\(place(old)) → \(place(new))\(isLeaving ? keeper : obstacle(new))")
    case (nil, nil): return nil
    }
  }

  /// `Running on worker-1`
  private func place(_ pod: Pod) -> String {
    let summary = PodSummary(pod)
    let isReady = pod.status.conditions.isTrue("Ready")
    let readiness = summary.status == "Running" && !isReady ? " (not ready)" : ""
    let node = pod.spec.nodeName.isEmpty ? "" : " on \(pod.spec.nodeName)"
    return summary.status + readiness + node
  }

  /// Why a pod is on no node.
  private func obstacle(_ pod: Pod) -> String {
    guard pod.spec.nodeName.isEmpty,
      let message = pod.status.conditions["PodScheduled"]?.message, !message.isEmpty
    else { return "" }
    let end = message.firstRange(of: ". ")?.lowerBound ?? message.endIndex
    return " (\(message[..<end]))"
  }

  /// Who keeps a pod: the outermost of its controllers, `deployment/web`.
  private func maker(of pod: Pod) -> String? {
    var maker: String?
    var next = pod.metadata.controller
    while let owner = next, let kind = Kind(rawValue: owner.kind) {
      let key = ObjectKey(kind, namespace: pod.metadata.namespace, name: owner.name)
      maker = name(key)
      next = (prospect.changed.state[key] ?? prospect.alone.state[key])?.metadata.controller
    }
    return maker
  }
}
