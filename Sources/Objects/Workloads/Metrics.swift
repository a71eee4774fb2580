/// Where a measure comes from.
public enum MetricSourceType: String, APIWord {
  case containerResource = "ContainerResource"
  case external = "External"
  case object = "Object"
  case pods = "Pods"
  case resource = "Resource"
  public static let standIn = MetricSourceType.resource
}

/// A measure and what it should be.
public struct MetricSpec: APIType {
  public var containerResource: ResourceMetric?
  public var external: APIValue?
  public var object: APIValue?
  public var pods: APIValue?
  public var resource: ResourceMetric?
  public var type = MetricSourceType.resource
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<MetricSpec> {
    $0.optional("containerResource", \.containerResource)
    $0.optional("external", \.external)
    $0.optional("object", \.object)
    $0.optional("pods", \.pods)
    $0.optional("resource", \.resource)
    $0.always("type", \.type)
  }
}

/// Use of cpu or memory, of all containers or of one.
public struct ResourceMetric: APIType {
  public var container: String?
  public var name = ""
  public var target = MetricTarget()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ResourceMetric> {
    $0.optional("container", \.container)
    $0.always("name", \.name)
    $0.always("target", \.target)
  }
}

/// How a target is meant.
public enum MetricTargetType: String, APIWord {
  case averageValue = "AverageValue"
  case utilization = "Utilization"
  case value = "Value"
  public static let standIn = MetricTargetType.utilization
}

/// What a measure should be.
public struct MetricTarget: APIType {
  /// Percent of what the pods request.
  public var averageUtilization: Int?
  public var averageValue: Quantity?
  public var type = MetricTargetType.utilization
  public var amount: Quantity?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<MetricTarget> {
    $0.optional("averageUtilization", \.averageUtilization)
    $0.optional("averageValue", \.averageValue)
    $0.always("type", \.type)
    $0.optional("value", \.amount)
  }
}

/// A measure as it was last seen.
public struct MetricStatus: APIType {
  public var containerResource: ResourceMetricStatus?
  public var external: APIValue?
  public var object: APIValue?
  public var pods: APIValue?
  public var resource: ResourceMetricStatus?
  /// Empty while the metric cannot be measured.
  public var type = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<MetricStatus> {
    $0.optional("containerResource", \.containerResource)
    $0.optional("external", \.external)
    $0.optional("object", \.object)
    $0.optional("pods", \.pods)
    $0.optional("resource", \.resource)
    $0.always("type", \.type)
  }
}

/// Use of cpu or memory as it was last seen.
public struct ResourceMetricStatus: APIType {
  public var container: String?
  public var current = MetricValueStatus()
  public var name = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ResourceMetricStatus> {
    $0.optional("container", \.container)
    $0.always("current", \.current)
    $0.always("name", \.name)
  }
}

/// A measured amount.
public struct MetricValueStatus: APIType {
  public var averageUtilization: Int?
  public var averageValue: Quantity?
  public var amount: Quantity?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<MetricValueStatus> {
    $0.optional("averageUtilization", \.averageUtilization)
    $0.optional("averageValue", \.averageValue)
    $0.optional("value", \.amount)
  }
}
