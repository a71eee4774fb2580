import Objects
import Store

/// `kubectl scale`: how many pods a controller keeps.
struct Scale: Verb {
  static let name = "scale"
  static let summary =
    "Set a new size for a deployment, replica set, or replication controller"
  static let usage =
    "scale [--resource-version=version] [--current-replicas=count] --replicas=COUNT "
    + "(-f FILENAME | TYPE NAME)"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    all false
    current-replicas -1
    replicas 0
    resource-version ''
    selector l ''
    timeout 0s
    """
  ).with(WriteOptions.flags).with(ManifestFiles.flags)

  private let targets: WriteTargets
  private let options: WriteOptions
  private let replicas: Int
  private let current: Int
  private let version: String?

  init(_ invocation: Invocation) throws(UsageError) {
    try invocation.require("replicas")
    // kubectl itself cuts the number down to what the API holds.
    replicas = Int(Int32(truncatingIfNeeded: invocation.integer("replicas")))
    current = invocation.integer("current-replicas")
    version = invocation["resource-version"]
    guard invocation.integer("replicas") >= 0 else {
      throw .error(
        "The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0")
    }
    options = try WriteOptions(invocation)
    targets = try WriteTargets(invocation)
  }

  var fileNeeds: [FileNeed] { targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    let found = try targets.find(in: context)
    if found.objects.isEmpty, found.failures.isEmpty { throw .error("no objects passed to scale") }
    var steps: [Step] = []
    for object in found.objects {
      do throws(Failure) {
        steps.append(try step(for: object))
      } catch {
        steps.append(.say(.failed(error)))
      }
    }
    return .submit(steps + found.failures.map { .say(.failed($0)) })
  }

  private func step(for object: any APIObject) throws(Failure) -> Step {
    var scaled: any APIObject
    let before: Int
    if var deployment = object as? Deployment {
      before = deployment.spec.replicas ?? 1
      deployment.spec.replicas = replicas
      scaled = deployment
    } else if var set = object as? ReplicaSet {
      before = set.spec.replicas ?? 1
      set.spec.replicas = replicas
      scaled = set
    } else if var set = object as? StatefulSet {
      before = set.spec.replicas ?? 1
      set.spec.replicas = replicas
      scaled = set
    } else if var controller = object as? ReplicationController {
      before = controller.spec.replicas ?? 1
      controller.spec.replicas = replicas
      scaled = controller
    } else {
      throw .plain(
        "Error from server (NotFound): the server could not find the requested resource")
    }
    if current >= 0, before != current {
      throw .error("Expected replicas to be \(current), was \(before)")
    }
    let stored = "\(object.metadata.resourceVersion)"
    if let version, version != stored {
      throw .error("Expected resource version to be \(version), was \(stored)")
    }
    scaled.metadata.resourceVersion = 0
    return options.step(.update(scaled), scaled, done: "scaled")
  }
}
