import Objects

/// A metric that needs an adapter for the custom or external metrics APIs, which no simulated
/// cluster has.
struct ForeignMetric {
  private let metric: MetricSpec
  private let namespace: String

  init(_ metric: MetricSpec, in namespace: String) {
    self.metric = metric
    self.namespace = namespace
  }

  private static let noCustomAPI =
    "unable to fetch metrics from custom metrics API: no custom metrics API "
    + "(custom.metrics.k8s.io) registered"

  /// What a real autoscaler reports then.
  var failure: MetricReading.Failure {
    switch metric.type {
    case .pods:
      let name = Self.name(of: metric.pods)
      return MetricReading.Failure(
        reason: "FailedGetPodsMetric", message: "unable to get metric \(name): \(Self.noCustomAPI)",
        context: "failed to get pods metric value: ")
    case .object: return objectFailure
    case .external: return externalFailure
    case .resource, .containerResource:
      return MetricReading.Failure(reason: "InvalidMetricSourceType", message: "", context: "")
    }
  }

  private var objectFailure: MetricReading.Failure {
    let name = Self.name(of: metric.object)
    let described = metric.object?["describedObject"]
    let place =
      "\(described?["kind"]?.string ?? "") \(namespace)/\(described?["name"]?.string ?? "")"
    let isAverage = metric.object?["target"]?["averageValue"] != nil
    return MetricReading.Failure(
      reason: "FailedGetObjectMetric",
      message: "unable to get metric \(name) on \(place): \(Self.noCustomAPI)",
      context: "failed to get object metric value: "
        + (isAverage ? "failed to get \(name) object metric: " : ""))
  }

  private var externalFailure: MetricReading.Failure {
    let name = Self.name(of: metric.external)
    let isAverage = metric.external?["target"]?["averageValue"] != nil
    return MetricReading.Failure(
      reason: "FailedGetExternalMetric",
      message:
        "unable to get external metric \(namespace)/\(name)/\(selectorText): unable to fetch "
        + "metrics from external metrics API: the server could not find the requested resource "
        + "(get \(name).external.metrics.k8s.io)",
      context: "failed to get \(name) external metric value: "
        + (isAverage
          ? "failed to get \(name) external metric: " : "failed to get external metric \(name): "))
  }

  private static func name(of source: APIValue?) -> String {
    source?["metric"]?["name"]?.string ?? ""
  }

  /// As Go prints a selector with its types.
  private var selectorText: String {
    guard let selector = metric.external?["metric"]?["selector"] else { return "nil" }
    let labels = (selector["matchLabels"]?.object ?? Members()).map { name, value in
      "\(name): \(value.string ?? ""),"
    }
    return "&LabelSelector{MatchLabels:map[string]string{\(labels.joined(separator: " "))},"
      + "MatchExpressions:[]LabelSelectorRequirement{},}"
  }
}
