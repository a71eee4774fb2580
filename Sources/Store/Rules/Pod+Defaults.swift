import Engine
import Objects

extension Pod: Defaulted {
  mutating func setDefaults() {
    let completion = Completion.of($spec)
    $spec = completion.spec
    status.phase = status.phase ?? PodStatus.standard.phase
    status.qosClass = status.qosClass ?? completion.quality
  }
}

/// A pod's spec with all that the API server fills in.
private struct Completion: Sendable {
  let given: Shared<PodSpec>
  let spec: Shared<PodSpec>
  let quality: QualityOfService

  /// Pods that are made of one template are given the same spec, and share what becomes of it.
  static func of(_ given: Shared<PodSpec>) -> Completion {
    latest.answer {
      $0.given.isOne(with: given)
    } orElse: {
      var spec = given.wrappedValue
      spec.setDefaults()
      spec.enableServiceLinks = spec.enableServiceLinks ?? PodSpec.standard.enableServiceLinks
      return Completion(
        given: given, spec: spec == given.wrappedValue ? given : Shared(wrappedValue: spec),
        quality: spec.qualityOfService)
    }
  }

  private static let latest = Memo<Completion>(keeping: 16)
}

extension PodSpec {
  /// What the API server fills in, in pods as in the templates of their controllers.
  mutating func setDefaults() {
    restartPolicy = restartPolicy ?? Self.standard.restartPolicy
    dnsPolicy = dnsPolicy ?? Self.standard.dnsPolicy
    schedulerName = schedulerName ?? Self.standard.schedulerName
    terminationGracePeriodSeconds =
      terminationGracePeriodSeconds ?? Self.standard.terminationGracePeriodSeconds
    securityContext = securityContext ?? Self.standard.securityContext
    // The older name of the field follows the newer one.
    serviceAccountName = serviceAccountName ?? serviceAccount
    serviceAccount = serviceAccountName
    for place in containers.indices { containers[place].setDefaults() }
    for place in initContainers.indices { initContainers[place].setDefaults() }
    for place in ephemeralContainers.indices { ephemeralContainers[place].setDefaults() }
    for place in volumes.indices { volumes[place].setDefaults() }
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
    terminationMessagePath = terminationMessagePath ?? Self.standard.terminationMessagePath
    terminationMessagePolicy = terminationMessagePolicy ?? Self.standard.terminationMessagePolicy
    for place in ports.indices { ports[place].setDefaults() }
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

extension ContainerPort {
  mutating func setDefaults() { protocolName = protocolName ?? Self.standard.protocolName }
}

extension FieldSelector {
  mutating func setDefaults() { apiVersion = apiVersion ?? Self.standard.apiVersion }
}

extension ResourceFieldSelector {
  /// No divisor is shown as 0, and means one.
  mutating func setDefaults() { divisor = divisor ?? Self.standard.divisor }
}

extension Probe {
  mutating func setDefaults() {
    // Zero is taken for nothing said.
    for number in [
      \Probe.failureThreshold, \.periodSeconds, \.successThreshold, \.timeoutSeconds,
    ] where (self[keyPath: number] ?? 0) == 0 {
      self[keyPath: number] = Self.standard[keyPath: number]
    }
    httpGet?.setDefaults()
    grpc?.takeDefaults(of: "GRPCAction")
  }
}

extension HTTPGetAction {
  mutating func setDefaults() {
    path = path ?? Self.standard.path
    scheme = scheme ?? Self.standard.scheme
  }
}

extension Volume {
  mutating func setDefaults() {
    configMap?.setDefaults()
    hostPath?.setDefaults()
    secret?.takeDefaults(of: "SecretVolumeSource")
    projected?.takeDefaults(of: "ProjectedVolumeSource")
    downwardAPI?.takeDefaults(of: "DownwardAPIVolumeSource")
    let hasSource =
      configMap != nil || secret != nil || projected != nil || downwardAPI != nil
      || hostPath != nil || emptyDir != nil || persistentVolumeClaim != nil || !unlisted.isEmpty
    if !hasSource { emptyDir = EmptyDirectory() }
    unlisted.takeDefaults(in: "Volume")
  }
}

extension ConfigMapVolume {
  mutating func setDefaults() { defaultMode = defaultMode ?? Self.standard.defaultMode }
}

extension HostPath {
  mutating func setDefaults() { type = type ?? Self.standard.type }
}
