import Objects

extension ClusterState {
  /// How many pods are looked through at most when a namespace becomes stricter.
  private static let podsChecked = 3000

  /// Refuses pods that the namespace's standard forbids; warns of them where it only warns, and
  /// whoever makes a template for such pods.
  mutating func enforceSecurity(
    on object: any APIObject, replacing stored: (any APIObject)?
  ) throws(Rejection) {
    if let namespace = object as? Namespace {
      return try checkSecurityLabels(of: namespace, replacing: stored as? Namespace)
    }
    guard object.kind == .pod || object.kind.hasPodTemplate,
      let namespace = get(Namespace.self, object.metadata.namespace),
      let policy = PodSecurityPolicy(namespace.metadata.labels)
    else { return }
    if let pod = object as? Pod {
      // Of a pod that is there only containers put beside the others matter.
      if let stored = stored as? Pod,
        stored.spec.ephemeralContainers == pod.spec.ephemeralContainers
      {
        return
      }
      try enforce(policy, on: pod)
    } else if writer?.subresource != "scale", let template = object.podTemplate {
      warn(policy, template["spec"] ?? .null, template.value(at: ["metadata", "annotations"]))
    }
  }

  private mutating func enforce(_ policy: PodSecurityPolicy, on pod: Pod) throws(Rejection) {
    let violations = PodSecurityCheck.violations(
      of: pod.spec.value, annotations: pod.metadata.annotations, by: policy.enforced)
    if !violations.isEmpty {
      throw .forbidden(
        pod.key, why: "violates PodSecurity \"\(policy.enforced.text)\": \(violations.details)")
    }
    warn(policy, pod.spec.value, pod.metadata.annotations.value)
  }

  private mutating func warn(
    _ policy: PodSecurityPolicy, _ spec: APIValue, _ annotations: APIValue?
  ) {
    guard policy.warned.level != .privileged else { return }
    var problems: [FieldProblem] = []
    let notes = annotations.map { StringMap($0, at: FieldPath(), problems: &problems) }
    let violations = PodSecurityCheck.violations(
      of: spec, annotations: notes ?? StringMap(), by: policy.warned)
    if violations.isEmpty { return }
    warnings.append("would violate PodSecurity \"\(policy.warned.text)\": \(violations.details)")
  }

  private mutating func checkSecurityLabels(
    of namespace: Namespace, replacing stored: Namespace?
  ) throws(Rejection) {
    let policy = PodSecurityPolicy(namespace.metadata.labels)
    let before = stored.flatMap { PodSecurityPolicy($0.metadata.labels) }
    if let policy, !policy.problems.isEmpty, policy.problems != before?.problems {
      throw .invalid(
        kind: .namespace, name: namespace.metadata.name, problems: policy.problems)
    }
    guard stored != nil, let enforced = policy?.enforced else { return }
    let earlier = before?.enforced ?? PodSecurityPolicy.Standard()
    if enforced == earlier || enforced.level == .privileged { return }
    if enforced.minor == earlier.minor, enforced.level <= earlier.level { return }
    warnOfPods(in: namespace.metadata.name, by: enforced)
  }

  /// Tells which pods that are there already would no longer be let in.
  private mutating func warnOfPods(
    in namespace: String, by standard: PodSecurityPolicy.Standard
  ) {
    let pods = oneOfEachOwnerFirst(all(Pod.self, in: namespace))
    var found: [String: (pod: String, count: Int)] = [:]
    for pod in pods.prefix(Self.podsChecked) {
      let violations = PodSecurityCheck.violations(
        of: pod.spec.value, annotations: pod.metadata.annotations, by: standard)
      if violations.isEmpty { continue }
      found[violations.reasons, default: (pod.metadata.name, 0)].count += 1
    }
    if pods.count > Self.podsChecked {
      warnings.append(
        "new PodSecurity enforce level only checked against the first \(Self.podsChecked) of "
          + "\(pods.count) existing pods")
    }
    if found.isEmpty { return }
    warnings.append(
      "existing pods in namespace \"\(namespace)\" violate the new PodSecurity enforce level "
        + "\"\(standard.text)\"")
    for (reasons, sample) in found.sorted(by: { $0.key < $1.key }) {
      let others = sample.count - 1
      let more = others == 0 ? "" : " (and \(others) other pod\(others == 1 ? "" : "s"))"
      warnings.append("\(sample.pod)\(more): \(reasons)")
    }
  }

  private func oneOfEachOwnerFirst(_ pods: [Pod]) -> [Pod] {
    var owners: Set<String> = []
    var first: [Pod] = []
    var rest: [Pod] = []
    for pod in pods {
      if let owner = pod.metadata.controller, !owners.insert(owner.uid).inserted {
        rest.append(pod)
      } else {
        first.append(pod)
      }
    }
    return first + rest
  }
}

extension Kind {
  /// Whether objects of this kind hold a template of pods that they make.
  fileprivate var hasPodTemplate: Bool { Self.templateKinds.contains(self) }

  private static let templateKinds: Set<Kind> = [
    .cronJob, .daemonSet, .deployment, .job, .replicaSet, .replicationController, .statefulSet,
  ]
}

extension APIObject {
  fileprivate var podTemplate: APIValue? {
    let spec = document["spec"]
    return spec?["template"] ?? spec?.value(at: ["jobTemplate", "spec", "template"])
  }
}
