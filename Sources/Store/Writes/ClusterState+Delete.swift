import Engine
import HashTreeCollections
import Objects

extension ClusterState {
  private static let protectedNamespaces = ["default", "kube-public", "kube-system"]

  mutating func delete(
    _ key: ObjectKey, _ options: DeleteOptions, at now: SimTime
  ) throws(Rejection) -> Written? {
    guard let stored = self[key] else { throw .notFound(key) }
    if key.kind == .namespace, Self.protectedNamespaces.contains(key.name) {
      throw .forbidden(key, why: "this namespace may not be deleted")
    }
    if key.kind == .priorityClass, PriorityClass.ofTheSystem.contains(key.name) {
      throw .forbidden(key, why: "this is a system priority class and cannot be deleted")
    }
    if let uid = options.uid, uid != stored.metadata.uid {
      throw .conflict(
        key,
        why: "Precondition failed: UID in precondition: \(uid), UID in object meta: "
          + stored.metadata.uid)
    }
    var object = stored
    hold(&object, for: options.propagation)
    let grace = gracePeriod(of: stored, options)
    // Marked first: the end of the grace period may take the place of an earlier, longer one.
    mark(&object, deletedAfter: grace, at: now)
    if grace == 0, isReleased(object) {
      revision += 1
      remove(key)
      return Written(verb: .deleted, key: key, before: stored, after: nil)
    }
    if object.isEqual(to: stored) { return nil }
    let after = store(object)
    return Written(verb: .updated, key: key, before: stored, after: after)
  }

  /// Owners that wait for, or let go of, what they own are held by a finalizer meanwhile.
  private func hold(_ object: inout any APIObject, for propagation: DeleteOptions.Propagation) {
    let finalizer: String
    switch propagation {
    case .background: return
    case .foreground: finalizer = "foregroundDeletion"
    case .orphan: finalizer = "orphan"
    }
    if !object.metadata.finalizers.contains(finalizer) {
      object.metadata.finalizers.append(finalizer)
    }
  }

  /// Seconds until the object may go: only pods that run somewhere get any.
  private func gracePeriod(of object: any APIObject, _ options: DeleteOptions) -> Int {
    guard let pod = object as? Pod else { return 0 }
    if pod.spec.nodeName.isEmpty || pod.hasEnded { return 0 }
    let period =
      options.gracePeriodSeconds ?? pod.spec.terminationGracePeriodSeconds
      ?? PodSpec.standard.terminationGracePeriodSeconds ?? 0
    // Less than none counts as a second, as in the API.
    return period < 0 ? 1 : period
  }

  /// A second deletion can only shorten the time that is left.
  private func mark(_ object: inout any APIObject, deletedAfter grace: Int, at now: SimTime) {
    if object is Pod {
      if object.metadata.isDeleting, let earlier = object.metadata.deletionGracePeriodSeconds,
        earlier <= grace
      {
        return
      }
      object.metadata.deletionGracePeriodSeconds = grace
      // A moment that cannot be read back would make the pod one that nobody can change.
      let end = min(now + .seconds(Int64(grace)), .lastNamed)
      object.metadata.deletionTimestamp = end.wholeSecond
    } else if !object.metadata.isDeleting {
      object.metadata.deletionGracePeriodSeconds = 0
      object.metadata.deletionTimestamp = now.wholeSecond
    }
    guard var namespace = object as? Namespace else { return }
    namespace.status.phase = .terminating
    object = namespace
  }

  /// Whether nothing holds an object that is being deleted.
  func isReleased(_ object: any APIObject) -> Bool {
    if !object.metadata.finalizers.isEmpty { return false }
    if let namespace = object as? Namespace { return namespace.spec.finalizers.isEmpty }
    if object is Pod, let grace = object.metadata.deletionGracePeriodSeconds, grace > 0 {
      return false
    }
    return true
  }
}
