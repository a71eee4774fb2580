import Objects
import Testing

/// `cpu=500m memory=256Mi` as amounts.
func amounts(_ text: String) -> ResourceList {
  var list = ResourceList()
  for part in text.split(separator: " ") {
    let sides = part.split(separator: "=").map(String.init)
    list[sides[0]] = Quantity(sides[1])
  }
  return list
}

/// A machine with 4 cpus and 8Gi, unless `has` says otherwise.
func node(
  _ name: String, has: String = "", labels: StringMap = [:], taints: [Taint] = [],
  _ edit: (inout Node) -> Void = { _ in }
) -> Node {
  var node = Node()
  node.metadata = ObjectMeta(name: name, labels: labels)
  node.metadata.labels["kubernetes.io/hostname"] = name
  var allocatable = amounts("cpu=4 memory=8Gi pods=110 ephemeral-storage=100Gi")
  for (name, amount) in amounts(has) { allocatable[name] = amount }
  node.status.allocatable = allocatable
  node.status.capacity = allocatable
  node.spec.taints = taints
  edit(&node)
  return node
}

/// A machine in a zone.
func node(_ name: String, in zone: String) -> Node {
  node(name, labels: ["topology.kubernetes.io/zone": zone])
}

/// A pod with one container that asks for `wants`.
func pod(
  _ name: String, wants: String = "", labels: StringMap = [:], priority: Int? = nil,
  _ edit: (inout Pod) -> Void = { _ in }
) -> Pod {
  var container = Container()
  container.name = "main"
  container.image = "registry.k8s.io/pause:3.10"
  container.resources.requests = amounts(wants)
  var pod = Pod()
  pod.metadata = ObjectMeta(name: name, namespace: "default", labels: labels)
  pod.spec.containers = [container]
  if let priority { pod.spec.priorityClassName = "p\(priority)" }
  edit(&pod)
  return pod
}

/// The class that ``pod(_:wants:labels:priority:_:)`` names.
func priorityClass(_ value: Int, _ policy: PreemptionPolicy? = nil) -> PriorityClass {
  var priorityClass = PriorityClass()
  priorityClass.metadata = ObjectMeta(name: "p\(value)")
  priorityClass.priority = value
  priorityClass.preemptionPolicy = policy
  return priorityClass
}

func toleration(
  _ key: String, _ op: TolerationOperator, _ value: String? = nil, _ effect: TaintEffect? = nil
) -> Toleration {
  var toleration = Toleration()
  toleration.key = key
  toleration.op = op
  toleration.value = value
  toleration.effect = effect
  return toleration
}

/// "near pods with this label, within the same value of this node label".
func term(_ label: StringMap, per key: String) -> PodAffinityTerm {
  var term = PodAffinityTerm()
  term.labelSelector = LabelSelector(matchLabels: label)
  term.topologyKey = key
  return term
}

func spread(
  _ label: StringMap, over key: String, skew: Int = 1,
  _ action: UnsatisfiableAction = .doNotSchedule
) -> TopologySpreadConstraint {
  var constraint = TopologySpreadConstraint()
  constraint.labelSelector = LabelSelector(matchLabels: label)
  constraint.topologyKey = key
  constraint.maxSkew = skew
  constraint.whenUnsatisfiable = action
  return constraint
}

extension Pod {
  /// Changes the pod's affinity, making one where there is none.
  mutating func affinity(_ edit: (inout Affinity) -> Void) {
    var affinity = spec.affinity ?? Affinity()
    edit(&affinity)
    spec.affinity = affinity
  }

  mutating func requireNear(_ terms: PodAffinityTerm...) {
    affinity { affinity in
      affinity.podAffinity = PodAffinity()
      affinity.podAffinity?.required = terms
    }
  }

  mutating func requireAway(_ terms: PodAffinityTerm...) {
    affinity { affinity in
      affinity.podAntiAffinity = PodAffinity()
      affinity.podAntiAffinity?.required = terms
    }
  }

  mutating func preferNear(_ term: PodAffinityTerm, weight: Int) {
    affinity { affinity in
      var wish = WeightedPodTerm()
      wish.podAffinityTerm = term
      wish.weight = weight
      affinity.podAffinity = affinity.podAffinity ?? PodAffinity()
      affinity.podAffinity?.preferred.append(wish)
    }
  }

  mutating func requireNodes(_ terms: NodeSelectorTerm...) {
    affinity { affinity in
      affinity.nodeAffinity = affinity.nodeAffinity ?? NodeAffinity()
      affinity.nodeAffinity?.required = NodeSelector()
      affinity.nodeAffinity?.required?.nodeSelectorTerms = terms
    }
  }

  mutating func preferNodes(_ term: NodeSelectorTerm, weight: Int) {
    affinity { affinity in
      var wish = PreferredNodeTerm()
      wish.preference = term
      wish.weight = weight
      affinity.nodeAffinity = affinity.nodeAffinity ?? NodeAffinity()
      affinity.nodeAffinity?.preferred.append(wish)
    }
  }

  mutating func hostPort(_ number: Int, address: String? = nil) {
    var port = ContainerPort()
    port.containerPort = number
    port.hostPort = number
    port.hostIP = address
    spec.containers[0].ports.append(port)
  }
}

func nodes(
  _ key: String, _ op: LabelSelector.Requirement.Operator, _ values: String...
) -> NodeSelectorTerm {
  var term = NodeSelectorTerm()
  term.matchExpressions = [LabelSelector.Requirement(key, op, values)]
  return term
}

func nodes(named names: String...) -> NodeSelectorTerm {
  var term = NodeSelectorTerm()
  term.matchFields = [LabelSelector.Requirement("metadata.name", .isIn, names)]
  return term
}
