/// What to do with a pod that cannot be spread as asked.
public enum UnsatisfiableAction: String, APIWord {
  case doNotSchedule = "DoNotSchedule"
  case scheduleAnyway = "ScheduleAnyway"
  public static let standIn = UnsatisfiableAction.doNotSchedule
}

/// Whether nodes that a rule shuts out are counted.
public enum NodeInclusionPolicy: String, APIWord {
  case honor = "Honor"
  case ignore = "Ignore"
  public static let standIn = NodeInclusionPolicy.honor
}

/// How evenly matching pods shall be spread over domains.
public struct TopologySpreadConstraint: APIType {
  public var labelSelector: LabelSelector?
  public var matchLabelKeys: [String] = []
  public var maxSkew = 0
  public var minDomains: Int?
  public var nodeAffinityPolicy: NodeInclusionPolicy?
  public var nodeTaintsPolicy: NodeInclusionPolicy?
  public var topologyKey = ""
  public var whenUnsatisfiable = UnsatisfiableAction.doNotSchedule
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<TopologySpreadConstraint> {
    $0.optional("labelSelector", \.labelSelector)
    $0.unlessEmpty("matchLabelKeys", \.matchLabelKeys)
    $0.always("maxSkew", \.maxSkew)
    $0.optional("minDomains", \.minDomains)
    $0.optional("nodeAffinityPolicy", \.nodeAffinityPolicy)
    $0.optional("nodeTaintsPolicy", \.nodeTaintsPolicy)
    $0.always("topologyKey", \.topologyKey)
    $0.always("whenUnsatisfiable", \.whenUnsatisfiable)
  }
}
