/// Which nodes and which neighbours a pod wants or avoids.
public struct Affinity: APIType {
  public var nodeAffinity: NodeAffinity?
  public var podAffinity: PodAffinity?
  public var podAntiAffinity: PodAffinity?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Affinity> {
    $0.optional("nodeAffinity", \.nodeAffinity)
    $0.optional("podAffinity", \.podAffinity)
    $0.optional("podAntiAffinity", \.podAntiAffinity)
  }
}

/// Which nodes a pod must or would like to run on.
public struct NodeAffinity: APIType {
  public var preferred: [PreferredNodeTerm] = []
  public var required: NodeSelector?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<NodeAffinity> {
    $0.unlessEmpty("preferredDuringSchedulingIgnoredDuringExecution", \.preferred)
    $0.optional("requiredDuringSchedulingIgnoredDuringExecution", \.required)
  }
}

/// Terms of which one must match.
public struct NodeSelector: APIType {
  public var nodeSelectorTerms: [NodeSelectorTerm] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<NodeSelector> {
    $0.always("nodeSelectorTerms", \.nodeSelectorTerms)
  }
}

/// Requirements that must all be met; an empty term matches nothing.
public struct NodeSelectorTerm: APIType {
  public var matchExpressions: [LabelSelector.Requirement] = []
  public var matchFields: [LabelSelector.Requirement] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<NodeSelectorTerm> {
    $0.unlessEmpty("matchExpressions", \.matchExpressions)
    $0.unlessEmpty("matchFields", \.matchFields)
  }
}

/// A wish and how much it weighs.
public struct PreferredNodeTerm: APIType {
  public var preference = NodeSelectorTerm()
  public var weight = 0
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PreferredNodeTerm> {
    $0.always("preference", \.preference)
    $0.always("weight", \.weight)
  }
}

/// Which pods to be near, or, as anti-affinity, away from.
public struct PodAffinity: APIType {
  public var preferred: [WeightedPodTerm] = []
  public var required: [PodAffinityTerm] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PodAffinity> {
    $0.unlessEmpty("preferredDuringSchedulingIgnoredDuringExecution", \.preferred)
    $0.unlessEmpty("requiredDuringSchedulingIgnoredDuringExecution", \.required)
  }
}

/// Which pods, and how near: the same value of the topology key.
public struct PodAffinityTerm: APIType {
  public var labelSelector: LabelSelector?
  public var matchLabelKeys: [String] = []
  public var mismatchLabelKeys: [String] = []
  public var namespaceSelector: LabelSelector?
  public var namespaces: [String] = []
  public var topologyKey = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PodAffinityTerm> {
    $0.optional("labelSelector", \.labelSelector)
    $0.unlessEmpty("matchLabelKeys", \.matchLabelKeys)
    $0.unlessEmpty("mismatchLabelKeys", \.mismatchLabelKeys)
    $0.optional("namespaceSelector", \.namespaceSelector)
    $0.unlessEmpty("namespaces", \.namespaces)
    $0.always("topologyKey", \.topologyKey)
  }
}

/// A wish and how much it weighs.
public struct WeightedPodTerm: APIType {
  public var podAffinityTerm = PodAffinityTerm()
  public var weight = 0
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<WeightedPodTerm> {
    $0.always("podAffinityTerm", \.podAffinityTerm)
    $0.always("weight", \.weight)
  }
}
