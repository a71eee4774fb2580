import Engine
import Objects
import Store

/// `kubectl logs`: what containers have printed.
struct Logs: Verb {
  static let name = "logs"
  static let summary = "Print the logs for a container in a pod"
  static let usage = "logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]"
  static let takes = WordMeaning.pods
  static let examples = [
    "# What a pod has printed", "kubectl logs web", "",
    "# What its container printed before it was restarted", "kubectl logs web --previous", "",
    "# The last lines of every pod with a label", "kubectl logs -l app=web --tail=5 --prefix",
  ]
  static let flags = FlagTable(
    """
    all-containers false
    all-pods false
    container c ''
    follow f false
    ignore-errors false
    insecure-skip-tls-verify-backend false
    limit-bytes 0
    max-log-requests 5
    pod-running-timeout 20s
    prefix false
    previous p false
    selector l ''
    since 0s
    since-time ''
    tail -1
    timestamps false
    """)

  private let word: String?
  private let selector: String?
  private let namespace: String?
  private let container: String?
  private let wantsAllContainers: Bool
  private let wantsAllPods: Bool
  private let mostRequests: Int
  private let since: SimSpan
  private let sinceTime: SimTime?
  /// Everything of the request that is known before a pod is.
  private let outline: LogsRequest

  init(_ invocation: Invocation) throws(UsageError) {
    let words = invocation.arguments
    selector = invocation["selector"]
    guard (words.isEmpty && selector != nil) || (1...2).contains(words.count) else {
      throw .misuse(
        "expected '\(Self.usage)'.\nPOD or TYPE/NAME is a required argument for the logs command",
        verb: Self.name)
    }
    if selector != nil, !words.isEmpty {
      throw .misuse("only a selector (-l) or a POD name is allowed", verb: Self.name)
    }
    word = words.first
    container = words.count > 1 ? words[1] : invocation["container"]
    namespace = invocation.namespace
    wantsAllContainers = invocation.has("all-containers")
    wantsAllPods = invocation.has("all-pods")
    if wantsAllContainers, container != nil {
      throw .error(
        "--all-containers=true should not be specified with container name \(container ?? "")")
    }
    mostRequests = invocation.integer("max-log-requests")
    since = invocation.duration("since")
    sinceTime = invocation["since-time"].flatMap { SimTime(rfc3339: $0) }
    if invocation.isSet("since"), invocation.isSet("since-time") {
      throw .error("at most one of `sinceTime` or `sinceSeconds` may be specified")
    }
    let tail = invocation.integer("tail")
    if tail < -1 { throw .error("--tail must be greater than or equal to -1") }
    let isLimited = invocation.isSet("tail") || selector == nil
    outline = LogsRequest(
      sources: [], showsPrefix: invocation.has("prefix") || wantsAllPods,
      previous: invocation.has("previous"), follows: invocation.has("follow"),
      showsTimestamps: invocation.has("timestamps"),
      tail: isLimited ? (tail < 0 ? nil : tail) : 10, since: nil,
      limitBytes: invocation.integer("limit-bytes") > 0 ? invocation.integer("limit-bytes") : nil,
      notes: [])
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    var request = outline
    request.since =
      sinceTime ?? (since > .zero ? context.now - since : nil)
    let pods = try pods(in: context, &request)
    if pods.isEmpty {
      return .show([.note("No resources found in \(namespace ?? context.namespace) namespace.")])
    }
    for pod in pods { try add(pod, to: &request) }
    if request.follows, request.sources.count > mostRequests {
      throw .error(
        "you are attempting to follow \(request.sources.count) log streams, but maximum allowed "
          + "concurrency is \(mostRequests), use --max-log-requests to increase the limit")
    }
    return request.sources.isEmpty ? .show([]) : .run(.logs(request))
  }

  private func pods(
    in context: Context, _ request: inout LogsRequest
  ) throws(Failure) -> [Pod] {
    let room = namespace ?? context.namespace
    if let word {
      do throws(Failure) {
        if wantsAllPods { return try allPods(of: word, namespace: room, in: context) }
        let target = try PodTarget.find(word, namespace: room, in: context)
        if target.choices > 1 {
          request.notes.append(
            "Found \(target.choices) pods, using pod/\(target.pod.metadata.name)")
        }
        return [target.pod]
      } catch {
        throw Self.reworded(error, namespace: room)
      }
    }
    let selection = ObjectSelection(kind: .pod, labelSelector: selector, namespace: namespace)
    return try selection.find(in: context).objects.compactMap { $0 as? Pod }
  }

  private func allPods(
    of word: String, namespace: String, in context: Context
  ) throws(Failure) -> [Pod] {
    let key = try PodTarget.key(of: word, namespace: namespace)
    let object = try ObjectSelection.object(key, in: context)
    guard let selector = PodTarget.selector(of: object) else { return [] }
    return context.state.pods(in: namespace, matching: selector)
  }

  /// logs words a missing object in its own way.
  private static func reworded(_ failure: Failure, namespace: String) -> Failure {
    guard case .rejected(.notFound(let key), _) = failure, key.kind != .namespace else {
      return failure
    }
    return .error(
      "error from server (NotFound): \(Rejection.notFound(key).message) in namespace "
        + "\"\(namespace)\"")
  }

  private func add(_ pod: Pod, to request: inout LogsRequest) throws(Failure) {
    var names: [String]
    if wantsAllContainers {
      names = (pod.spec.initContainers + pod.spec.containers + pod.spec.ephemeralContainers).map(
        \.name)
    } else if let container {
      guard pod.hasContainer(container) else {
        throw .error("container \(container) is not valid for pod \(pod.metadata.name)")
      }
      names = [container]
    } else {
      let choice = pod.defaultContainer
      names = [choice.name]
      request.notes += choice.notes
    }
    // Nobody has printed anything in a pod without a node.
    if pod.spec.nodeName.isEmpty { return }
    for name in names {
      if let why = Self.obstacle(to: name, of: pod, previous: request.previous) {
        throw .plain(
          (request.notes + [Failure.rejected(.badRequest(why)).message]).joined(separator: "\n"))
      }
    }
    request.sources += names.map { ContainerAddress(pod: pod.key, container: $0) }
  }

  /// Why the kubelet has no log of this container to give; nil when it has.
  private static func obstacle(to name: String, of pod: Pod, previous: Bool) -> String? {
    let subject = "container \"\(name)\" in pod \"\(pod.metadata.name)\""
    guard let status = pod.containerStatus(name) else {
      return "\(subject) is not available"
    }
    if previous {
      return status.lastState.terminated == nil ? "previous terminated \(subject) not found" : nil
    }
    guard status.state.running == nil, status.state.terminated == nil,
      status.lastState.terminated == nil
    else { return nil }
    guard let reason = status.state.waiting?.reason else {
      return "\(subject) is waiting to start - no logs yet"
    }
    switch reason {
    case "ErrImagePull": return "\(subject) is waiting to start: image can't be pulled"
    case "ImagePullBackOff":
      return "\(subject) is waiting to start: trying and failing to pull image"
    default: return "\(subject) is waiting to start: \(reason)"
    }
  }
}
