import Objects
import Store

/// `kubectl autoscale`: a HorizontalPodAutoscaler for something that can be scaled.
struct Autoscale: Verb {
  static let name = "autoscale"
  static let summary =
    "Auto-scale a deployment, replica set, stateful set, or replication controller"
  static let usage =
    "autoscale (-f FILENAME | TYPE NAME | TYPE/NAME) [--min=MINPODS] --max=MAXPODS [--cpu=CPU] "
    + "[--memory=MEMORY]"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    cpu ''
    max -1
    memory ''
    min -1
    name ''
    save-config false
    """
  ).with(WriteOptions.flags(as: "kubectl-autoscale")).with(ManifestFiles.flags)

  private let targets: WriteTargets
  private let options: WriteOptions
  private let name: String?
  private let minimum: Int
  private let maximum: Int
  private let metrics: [MetricSpec]

  init(_ invocation: Invocation) throws(UsageError) {
    try invocation.require("max")
    minimum = try invocation.shortInteger("min")
    maximum = try invocation.shortInteger("max")
    guard maximum >= 1 else {
      throw .error("--max=MAXPODS is required and must be at least 1, max: \(maximum)")
    }
    guard maximum >= minimum else {
      throw .error(
        "--max=MAXPODS must be larger or equal to --min=MINPODS, max: \(maximum), min: \(minimum)")
    }
    name = invocation["name"]
    var metrics: [MetricSpec] = []
    for (resource, unit) in [("cpu", "m"), ("memory", "Mi")] {
      guard let text = invocation[resource] else { continue }
      metrics.append(try Self.metric(resource, text, unit: unit))
    }
    self.metrics = metrics
    options = try WriteOptions(invocation)
    targets = try WriteTargets(invocation)
  }

  var fileNeeds: [FileNeed] { targets.files.needs }

  /// `80%` of what is requested, or an amount; a bare number is in the resource's small unit.
  private static func metric(
    _ resource: String, _ text: String, unit: String
  ) throws(UsageError) -> MetricSpec {
    var source = ResourceMetric()
    source.name = resource
    if text.hasSuffix("%") {
      guard let percent = Int32(text.dropLast()), percent >= 0 else {
        throw .error("invalid percentage value: \(text.dropLast())")
      }
      source.target.averageUtilization = Int(percent)
    } else {
      let isBare = Double(text) != nil
      guard let amount = Quantity(isBare ? text + unit : text) else {
        throw .error("invalid resource \(resource) value: \(text)")
      }
      source.target.type = .averageValue
      source.target.averageValue = amount
    }
    var metric = MetricSpec()
    metric.resource = source
    return metric
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let found = try targets.find(in: context)
    if found.objects.isEmpty, found.failures.isEmpty {
      throw .error("no objects passed to autoscale")
    }
    var steps: [Step] = []
    for object in found.objects {
      do throws(Failure) {
        steps.append(try step(for: object, in: context))
      } catch {
        steps.append(.say(.failed(error)))
      }
    }
    return .submit(steps + found.failures.map { .say(.failed($0)) })
  }

  private func step(for object: any APIObject, in context: Context) throws(Failure) -> Step {
    let scalable: [Kind] = [.deployment, .replicaSet, .replicationController, .statefulSet]
    guard scalable.contains(object.kind) else {
      let facts = object.kind.facts
      throw .error(
        "cannot autoscale a \(object.kind.rawValue): could not find scale subresource for "
          + "\(facts.group)/\(facts.version), Resource=\(facts.plural) in discovery information")
    }
    var autoscaler = HorizontalPodAutoscaler()
    autoscaler.metadata.name = name ?? object.metadata.name
    autoscaler.spec.scaleTargetRef.apiVersion = object.kind.apiVersion
    autoscaler.spec.scaleTargetRef.kind = object.kind.rawValue
    autoscaler.spec.scaleTargetRef.name = object.metadata.name
    autoscaler.spec.maxReplicas = maximum
    if minimum > 0 { autoscaler.spec.minReplicas = minimum }
    autoscaler.spec.metrics = metrics
    return options.create(
      autoscaler, in: context, done: options.dryRun == .client ? "created" : "autoscaled")
  }
}
