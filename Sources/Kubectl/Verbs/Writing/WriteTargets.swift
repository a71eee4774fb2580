import Objects
import Store

/// The objects a verb such as `scale` or `label` changes: by words and selectors, or by `-f`.
struct WriteTargets: Sendable {
  let files: ManifestFiles
  let selection: ObjectSelection
  /// Whether the files' own objects are meant, and the cluster is not asked.
  let isLocal: Bool

  /// Reads the words, `-l`, `--all` and `-f`. `words` are the invocation's own unless some of them
  /// mean something else. Whole kinds need `--all` or a selector, unless `takesKinds`.
  /// `--local` needs files, and `withoutFiles` says so.
  init(
    _ invocation: Invocation, words: [String]? = nil, takesKinds: Bool = false,
    withoutFiles: UsageError = .nothingNamed
  ) throws(UsageError) {
    files = try ManifestFiles(invocation)
    isLocal = invocation.has("local")
    if isLocal, files.isEmpty { throw withoutFiles }
    selection = try ObjectSelection(invocation, words: words)
    guard files.isEmpty else { return }
    let given = words ?? invocation.arguments
    let isSelected = selection.labelSelector != nil || selection.fieldSelector != nil
    if given.isEmpty { throw isSelected ? .selectorOfNothing : .nothingNamed }
    let isOpen = takesKinds || invocation.has("all") || isSelected
    if !selection.words.isByName, !isOpen {
      throw .error("resource(s) were provided, but no name was specified")
    }
  }

  func find(in context: Context) throws(Failure) -> ObjectSelection.Found {
    guard !files.isEmpty else { return try selection.find(in: context) }
    let (items, failures) = files.items(in: context, namespace: selection.namespace)
    var found = ObjectSelection.Found()
    found.failures = failures
    for item in items {
      do throws(Failure) {
        let object =
          isLocal
          ? try Self.local(item, in: context)
          : try ObjectSelection.object(item.key, in: context)
        found.groups.append(ObjectSelection.Group(kind: item.kind, objects: [object]))
      } catch {
        found.failures.append(error)
      }
    }
    return found
  }

  /// The files' own documents, as they were written.
  func documents(in context: Context) -> (items: [ManifestFiles.Item], failures: [Failure]) {
    var files = files
    files.fillsNamespaces = false
    return files.items(in: context, namespace: nil)
  }

  /// The object as the file has it.
  private static func local(
    _ item: ManifestFiles.Item, in context: Context
  ) throws(Failure) -> any APIObject {
    var object = try item.kind.decode(item.document, in: context)
    if !item.namesNamespace { object.metadata.namespace = "" }
    return object
  }

  /// The steps for every object found, and the errors about the others behind them.
  func steps(
    in context: Context, _ make: (any APIObject) throws(Failure) -> [Step]
  ) throws(Failure) -> [Step] {
    let found = try find(in: context)
    var steps: [Step] = []
    for object in found.objects {
      do throws(Failure) {
        steps += try make(object).map { $0.showing(versionOf: object) }
      } catch {
        steps.append(.say(.failed(error)))
      }
    }
    return steps + found.failures.map { .say(.failed($0)) }
  }
}

extension Step {
  /// Itself; what kubectl keeps to itself has the version that was read, which no write may name.
  func showing(versionOf object: any APIObject) -> Step {
    let version = object.metadata.resourceVersion
    guard version > 0, case .show(var document, let format) = self,
      document["kind"]?.string == object.kind.rawValue,
      document.value(at: ["metadata", "uid"]) != nil
    else { return self }
    document["metadata"]?["resourceVersion"] = .string("\(version)")
    return .show(document, as: format)
  }
}

extension UsageError {
  /// `--local` without a file, told of by this name.
  static func localWithoutFile(like example: String) -> UsageError {
    .error(
      "can only use local files by -f \(example).yaml or --filename=\(example).json when "
        + "--local=true is set")
  }

  /// The same as most verbs of `set` have it.
  static let localNeedsFiles = UsageError.error(
    """
    you must specify resources by --filename when --local is set.
    Example resource specifications include:
       '-f rsrc.yaml'
       '--filename=rsrc.json'
    """)
}

extension APIObject {
  /// Itself without a version, so that writing it does not depend on which one was read.
  var unversioned: Self {
    var copy = self
    copy.metadata.resourceVersion = 0
    return copy
  }

  /// Itself with changed containers, in its template where it has one; nil when it has neither.
  func withPodSpec(_ change: (inout PodSpec) -> Void) -> (any APIObject)? {
    if var pod = self as? Pod {
      change(&pod.spec)
      return pod.unversioned
    }
    if var job = self as? Job {
      change(&job.spec.template.spec)
      return job.unversioned
    }
    if var cron = self as? CronJob {
      change(&cron.spec.jobTemplate.spec.template.spec)
      return cron.unversioned
    }
    return withPodTemplate { change(&$0.spec) }
  }

  /// Itself with a changed pod template; nil when it has none that may change.
  func withPodTemplate(_ change: (inout PodTemplate) -> Void) -> (any APIObject)? {
    if var deployment = self as? Deployment {
      change(&deployment.spec.template)
      return deployment.unversioned
    }
    if var set = self as? ReplicaSet {
      change(&set.spec.template)
      return set.unversioned
    }
    if var controller = self as? ReplicationController {
      guard var template = controller.spec.template else { return nil }
      change(&template)
      controller.spec.template = template
      return controller.unversioned
    }
    if var set = self as? DaemonSet {
      change(&set.spec.template)
      return set.unversioned
    }
    if var set = self as? StatefulSet {
      change(&set.spec.template)
      return set.unversioned
    }
    if var job = self as? Job {
      change(&job.spec.template)
      return job.unversioned
    }
    if var cron = self as? CronJob {
      change(&cron.spec.jobTemplate.spec.template)
      return cron.unversioned
    }
    return nil
  }
}
