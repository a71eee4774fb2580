import Descriptions
import Engine
import Manifests
import Objects
import Store
import Testing

/// What the schema says is filled in is what creating an object gives.
@Suite struct SchemaDefaultsTests {
  private var state = ClusterState()
  private var random = SeededRandom(seed: 1)

  /// Filled in only under conditions: in pods but not in templates, for some types of Service, once
  /// a claim stands for itself.
  private static let conditional: Set<String> = [
    "PodSpec.enableServiceLinks", "ServiceSpec.externalTrafficPolicy",
    "ServiceSpec.allocateLoadBalancerNodePorts", "NamespaceStatus.phase",
  ]

  /// They cannot be created with a pod.
  private static let absent: Set<String> = [
    "EphemeralContainer.terminationMessagePath", "EphemeralContainer.terminationMessagePolicy",
  ]

  @Test mutating func areWhatCreatingGives() throws {
    var found: Set<String> = []
    for document in try YAML.documents(in: Self.manifests) {
      let given = document.value
      let kind = try #require(given["kind"]?.string.flatMap { Kind(rawValue: $0) })
      let stored = try created(given, kind)
      compare(stored, given, kind.rawValue, &found)
    }
    let all = Schema.current.allTypes.flatMap { type in
      type.fields.filter { $0.defaultText != nil }.map { "\(type.name).\($0.name)" }
    }
    let missed = Set(all).subtracting(found).subtracting(Self.absent)
    #expect(missed.isEmpty, "no manifest here leaves these out: \(missed.sorted())")
  }

  private mutating func created(_ document: APIValue, _ kind: Kind) throws -> APIValue {
    var problems: [FieldProblem] = []
    var object = kind.facts.type.read(document, problems: &problems)
    #expect(problems.isEmpty)
    if kind.isNamespaced { object.metadata.namespace = "default" }
    _ = try state.apply(.create(object), by: .user, at: .worldBegins, using: &random)
    return try #require(state[object.key]).document
  }

  private func compare(
    _ stored: APIValue, _ given: APIValue?, _ typeName: String, _ found: inout Set<String>
  ) {
    guard let type = Schema.current.type(typeName), stored.object != nil else { return }
    for field in type.fields {
      let name = "\(typeName).\(field.name)"
      guard let value = stored[field.name] else {
        let isExpected = field.defaultText != nil && !Self.conditional.contains(name)
        #expect(!isExpected, "\(name) is not filled in")
        continue
      }
      if let text = field.defaultText, given?[field.name] == nil {
        found.insert(name)
        #expect(Self.text(of: value) == text, "\(name)")
      }
      let isList = if case .list = field.form { true } else { false }
      if !isList { compare(value, given?[field.name], field.form.element, &found) }
      for (place, item) in (value.array ?? []).enumerated() where isList {
        let before = given?[field.name]?.array ?? []
        // What admission adds by itself, such as the volume with the token, says everything.
        guard place < before.count else { continue }
        compare(item, before[place], field.form.element, &found)
      }
    }
  }

  private static func text(of value: APIValue) -> String {
    switch value {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .bool(let isTrue): "\(isTrue)"
    case .object(let members): members.isEmpty ? "{}" : "an object"
    case .null, .number, .array: "something else"
    }
  }

  private static let podSpec = """
    {containers: [{name: a, image: b, ports: [{containerPort: 80}],
      env: [{name: x, valueFrom: {fieldRef: {fieldPath: metadata.name}}},
        {name: yy, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}],
      livenessProbe: {httpGet: {port: 80}}, readinessProbe: {grpc: {port: 80}},
      lifecycle: {preStop: {httpGet: {port: 80}}}}],
    volumes: [{name: a, configMap: {name: x}}, {name: b, secret: {secretName: x}},
      {name: c, projected: {sources: [{serviceAccountToken: {path: x}},
        {downwardAPI: {items: [{path: x, fieldRef: {fieldPath: metadata.name}}]}}]}},
      {name: d, downwardAPI: {items: [{path: x,
        resourceFieldRef: {containerName: a, resource: limits.cpu}}]}},
      {name: e, hostPath: {path: /x}},
      {name: f, iscsi: {targetPortal: "10.0.0.1:3260", iqn: iqn.2001-04.com.example:disk, lun: 0}},
      {name: g, rbd: {monitors: [x], image: x}}, {name: h, azureDisk: {diskName: x,
        diskURI: "https://x.example/y.vhd"}},
      {name: i, scaleIO: {gateway: "https://x.example", system: x, volumeName: x,
        secretRef: {name: x}}},
      {name: j, ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce],
        resources: {requests: {storage: 1Gi}}}}}}]}
    """

  private static let template =
    "{metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: b}]}}"
  private static let jobTemplate =
    "{metadata: {labels: {a: b}}, spec: {restartPolicy: Never, containers: [{name: a, image: b}]}}"

  private static let manifests = """
    {kind: Namespace, metadata: {name: default}}
    ---
    {kind: ServiceAccount, metadata: {name: default}}
    ---
    {kind: Pod, metadata: {name: p}, spec: \(podSpec)}
    ---
    {kind: ReplicaSet, metadata: {name: r}, spec: {selector: {matchLabels: {a: b}},
      template: \(template)}}
    ---
    {kind: Deployment, metadata: {name: d}, spec: {selector: {matchLabels: {a: b}},
      template: \(template)}}
    ---
    {kind: DaemonSet, metadata: {name: d}, spec: {selector: {matchLabels: {a: b}},
      template: \(template)}}
    ---
    {kind: StatefulSet, metadata: {name: s}, spec: {selector: {matchLabels: {a: b}},
      serviceName: s, template: \(template), volumeClaimTemplates: [{metadata: {name: x},
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]}}
    ---
    {kind: Job, metadata: {name: j}, spec: {template: \(jobTemplate)}}
    ---
    {kind: Job, metadata: {name: k}, spec: {podReplacementPolicy: Failed, podFailurePolicy: {rules: [
      {action: Ignore, onPodConditions: [{type: DisruptionTarget}]}]}, template: \(jobTemplate)}}
    ---
    {kind: CronJob, metadata: {name: c}, spec: {schedule: "* * * * *", jobTemplate: {spec: {
      completionMode: NonIndexed, backoffLimit: 6, parallelism: 1, suspend: false,
      manualSelector: false, podReplacementPolicy: Failed, template: \(jobTemplate)}}}}
    ---
    {kind: Service, metadata: {name: s}, spec: {selector: {a: b}, ports: [{port: 80}]}}
    ---
    {kind: Service, metadata: {name: t}, spec: {type: LoadBalancer, sessionAffinity: ClientIP,
      sessionAffinityConfig: {clientIP: {}}, selector: {a: b}, ports: [{port: 80}]}}
    ---
    {kind: Endpoints, metadata: {name: e}, subsets: [{addresses: [{ip: 10.0.0.1}],
      ports: [{port: 80}]}]}
    ---
    {kind: EndpointSlice, metadata: {name: e}, addressType: IPv4, ports: [{port: 80}],
      endpoints: [{addresses: [10.0.0.1]}]}
    ---
    {kind: HorizontalPodAutoscaler, metadata: {name: h}, spec: {maxReplicas: 3,
      scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: d},
      behavior: {scaleUp: {stabilizationWindowSeconds: 10}}}}
    ---
    {kind: NetworkPolicy, metadata: {name: nn}, spec: {podSelector: {},
      ingress: [{ports: [{port: 80}]}]}}
    ---
    {kind: Secret, metadata: {name: s}}
    ---
    {kind: PriorityClass, metadata: {name: c}, value: 5}
    ---
    {kind: StorageClass, metadata: {name: c}, provisioner: x.example}
    ---
    {kind: PersistentVolume, metadata: {name: v}, spec: {capacity: {storage: 1Gi},
      accessModes: [ReadWriteOnce], hostPath: {path: /x}}}
    ---
    {kind: PersistentVolume, metadata: {name: w}, spec: {capacity: {storage: 1Gi},
      accessModes: [ReadWriteOnce], iscsi: {targetPortal: "10.0.0.1:3260",
      iqn: iqn.2001-04.com.example:disk, lun: 0}}}
    ---
    {kind: PersistentVolume, metadata: {name: x}, spec: {capacity: {storage: 1Gi},
      accessModes: [ReadWriteOnce], rbd: {monitors: [x], image: x}}}
    ---
    {kind: PersistentVolume, metadata: {name: yy}, spec: {capacity: {storage: 1Gi},
      accessModes: [ReadWriteOnce], scaleIO: {gateway: "https://x.example", system: x,
      volumeName: x, secretRef: {name: x}}}}
    ---
    {kind: ReplicationController, metadata: {name: r}, spec: {template: \(template)}}
    ---
    {kind: RoleBinding, metadata: {name: r}, roleRef: {kind: Role, name: x}}
    ---
    {kind: IngressClass, metadata: {name: i}, spec: {controller: example.com/x,
      parameters: {kind: X, name: x}}}
    ---
    {kind: PersistentVolumeClaim, metadata: {name: v}, spec: {accessModes: [ReadWriteOnce],
      resources: {requests: {storage: 1Gi}}}}
    """
}
