import Objects

extension Pod: Defaulted {
  mutating func setDefaults() {
    spec.setDefaults()
    spec.enableServiceLinks = spec.enableServiceLinks ?? true
    status.phase = status.phase ?? .pending
    status.qosClass = status.qosClass ?? spec.qualityOfService
  }
}

extension PodSpec {
  /// What the API server fills in, in pods as in the templates of their controllers.
  mutating func setDefaults() {
    restartPolicy = restartPolicy ?? .always
    dnsPolicy = dnsPolicy ?? "ClusterFirst"
    schedulerName = schedulerName ?? "default-scheduler"
    terminationGracePeriodSeconds = terminationGracePeriodSeconds ?? 30
    securityContext = securityContext ?? .object(Members())
    // The older name of the field follows the newer one.
    serviceAccountName = serviceAccountName ?? serviceAccount
    serviceAccount = serviceAccountName
    for place in containers.indices { containers[place].setDefaults() }
    for place in initContainers.indices { initContainers[place].setDefaults() }
    for place in ephemeralContainers.indices { ephemeralContainers[place].setDefaults() }
    for place in volumes.indices { volumes[place].setDefaults() }
    for place in topologySpreadConstraints.indices {
      if topologySpreadConstraints[place].maxSkew == 0 {
        topologySpreadConstraints[place].maxSkew = 1
      }
    }
    if hostNetwork == true { usePortsOfTheHost() }
  }

  /// On the host's network a container port is a port of the host.
  private mutating func usePortsOfTheHost() {
    for container in containers.indices {
      for port in containers[container].ports.indices {
        let number = containers[container].ports[port].containerPort
        containers[container].ports[port].hostPort =
          containers[container].ports[port].hostPort ?? number
      }
    }
  }

  /// Guaranteed when every container's limits are its requests, BestEffort when none asks.
  var qualityOfService: QualityOfService {
    let all = containers + initContainers
    let counted = ["cpu", "memory"]
    let asks = all.contains { container in
      counted.contains {
        (container.resources.requests[$0] ?? .zero) > .zero
          || (container.resources.limits[$0] ?? .zero) > .zero
      }
    }
    if !asks { return .bestEffort }
    let isGuaranteed = all.allSatisfy { container in
      counted.allSatisfy { name in
        guard let limit = container.resources.limits[name], limit > .zero else { return false }
        return (container.resources.requests[name] ?? limit) == limit
      }
    }
    return isGuaranteed ? .guaranteed : .burstable
  }
}

extension Container {
  mutating func setDefaults() {
    imagePullPolicy = imagePullPolicy ?? Self.pullPolicy(of: image)
    terminationMessagePath = terminationMessagePath ?? "/dev/termination-log"
    terminationMessagePolicy = terminationMessagePolicy ?? "File"
    for place in ports.indices { ports[place].protocolName = ports[place].protocolName ?? "TCP" }
    for place in env.indices {
      env[place].valueFrom?.fieldRef?.setDefaults()
      env[place].valueFrom?.resourceFieldRef?.setDefaults()
    }
    for (name, limit) in resources.limits where resources.requests[name] == nil {
      resources.requests[name] = limit
    }
    livenessProbe?.setDefaults()
    readinessProbe?.setDefaults()
    startupProbe?.setDefaults()
    lifecycle?.postStart?.httpGet?.setDefaults()
    lifecycle?.preStop?.httpGet?.setDefaults()
  }

  /// An image without a tag, or with `latest`, may change under its name.
  private static func pullPolicy(of image: String) -> PullPolicy {
    if image.contains("@") { return .ifNotPresent }
    let lastPart = image.split(separator: "/").last ?? ""
    let tag = lastPart.split(separator: ":").dropFirst().first
    return tag == nil || tag == "latest" ? .always : .ifNotPresent
  }
}

extension FieldSelector {
  mutating func setDefaults() { apiVersion = apiVersion ?? "v1" }
}

extension ResourceFieldSelector {
  /// No divisor is shown as 0, and means one.
  mutating func setDefaults() { divisor = divisor ?? .zero }
}

extension Probe {
  mutating func setDefaults() {
    // Zero is taken for nothing said.
    func standard(_ value: Int?, _ standard: Int) -> Int {
      (value ?? 0) == 0 ? standard : value ?? 0
    }
    failureThreshold = standard(failureThreshold, 3)
    periodSeconds = standard(periodSeconds, 10)
    successThreshold = standard(successThreshold, 1)
    timeoutSeconds = standard(timeoutSeconds, 1)
    httpGet?.setDefaults()
  }
}

extension HTTPGetAction {
  mutating func setDefaults() {
    path = path ?? "/"
    scheme = scheme ?? "HTTP"
  }
}

extension Volume {
  /// A file's usual rights, 0644.
  private static let fileMode = 420

  mutating func setDefaults() {
    if configMap != nil, configMap?.defaultMode == nil { configMap?.defaultMode = Self.fileMode }
    for source in [\Volume.secret, \.projected, \.downwardAPI] where self[keyPath: source] != nil {
      if self[keyPath: source]?["defaultMode"] == nil {
        self[keyPath: source]?["defaultMode"] = .integer(Int64(Self.fileMode))
      }
    }
    if hostPath != nil, hostPath?.type == nil { hostPath?.type = "" }
    let hasSource =
      configMap != nil || secret != nil || projected != nil || downwardAPI != nil
      || hostPath != nil || emptyDir != nil || persistentVolumeClaim != nil || !unlisted.isEmpty
    if !hasSource { emptyDir = EmptyDirectory() }
  }
}
