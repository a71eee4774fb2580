import Engine
import Objects
import Store

/// `kubectl logs`: what containers have printed.
struct Logs: Verb {
  static let name = "logs"
  static let summary = "Print the logs for a container in a pod"
  static let usage = "logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]"
  static let takes = WordMeaning.pods
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
  /// What was typed wrongly in a way that is noticed only once the object has been found.
  private let lateProblem: Failure?
  /// Everything of the request that is known before a pod is.
  private let outline: LogsRequest

  init(_ invocation: Invocation) throws(UsageError) {
    let words = invocation.words
    selector = invocation["selector"]
    guard (words.isEmpty && selector != nil) || (1...2).contains(words.count) else {
      throw .misuse(
        "expected '\(Self.usage)'.\nPOD or TYPE/NAME is a required argument for the logs command",
        verb: Self.name)
    }
    if selector != nil, words.count == 1 {
      throw .misuse("only a selector (-l) or a POD name is allowed", verb: Self.name)
    }
    word = words.first
    container = words.count > 1 ? words[1] : invocation["container"]
    namespace = invocation.namespace
    wantsAllContainers = invocation.has("all-containers")
    wantsAllPods = invocation.has("all-pods")
    mostRequests = invocation.integer("max-log-requests")
    since = invocation.duration("since")
    sinceTime = try Self.moment(invocation["since-time"])
    lateProblem = Self.problem(invocation)
    outline = Self.outline(invocation)
  }

  private static func outline(_ invocation: Invocation) -> LogsRequest {
    var outline = LogsRequest()
    outline.showsPrefix = invocation.has("prefix") || invocation.has("all-pods")
    outline.previous = invocation.has("previous")
    outline.follows = invocation.has("follow")
    outline.showsTimestamps = invocation.has("timestamps")
    outline.ignoresErrors = invocation.has("ignore-errors")
    let tail = invocation.integer("tail")
    if tail != -1 {
      outline.tail = tail
    } else if invocation["selector"] != nil, !invocation.isSet("tail") {
      outline.tail = 10
    }
    let limit = invocation.integer("limit-bytes")
    outline.limitBytes = limit > 0 ? limit : nil
    return outline
  }

  private static func moment(_ text: String?) throws(UsageError) -> SimTime? {
    guard let text else { return nil }
    if let time = SimTime(rfc3339: text) { return time }
    throw .error(
      "parsing time \"\(text)\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\(text)\" as "
        + "\"2006\"")
  }

  private static func problem(_ invocation: Invocation) -> Failure? {
    let container = invocation.words.count > 1 ? invocation.words[1] : invocation["container"]
    if invocation["since-time"] != nil, invocation.duration("since") != .zero {
      return .error("at most one of `sinceTime` or `sinceSeconds` may be specified")
    }
    if invocation.has("all-containers"), let container {
      return .error(
        "--all-containers=true should not be specified with container name \(container)")
    }
    if invocation.isSet("container"), invocation.words.count == 2 {
      return .error("only one of -c or an inline [CONTAINER] arg is allowed")
    }
    if invocation.integer("limit-bytes") < 0 {
      return .error("--limit-bytes must be greater than 0")
    }
    if invocation.duration("since") < .zero { return .error("--since must be greater than 0") }
    if invocation.integer("tail") < -1 {
      return .error("--tail must be greater than or equal to -1")
    }
    return nil
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    var request = outline
    // The server is asked for whole seconds.
    let seconds = (since.milliseconds + 500) / 1000
    request.since = sinceTime ?? (since > .zero ? context.now - .seconds(seconds) : nil)
    let object = try object(in: context)
    if object == nil, try selected(in: context).isEmpty {
      request.notes.append("No resources found in \(namespace ?? context.namespace) namespace.")
    }
    if let lateProblem { throw lateProblem }
    for pod in try pods(object, in: context, &request) { try add(pod, to: &request) }
    if request.follows, request.sources.count > 1, request.sources.count > mostRequests {
      throw .error(
        "you are attempting to follow \(request.sources.count) log streams, but maximum allowed "
          + "concurrency is \(mostRequests), use --max-log-requests to increase the limit")
    }
    return .run(.logs(request))
  }

  // MARK: - Pods

  /// What the words name; nil with a selector.
  private func object(in context: Context) throws(Failure) -> (any APIObject)? {
    guard let word else { return nil }
    let room = namespace ?? context.namespace
    do throws(Failure) {
      return try ObjectSelection.object(
        try PodTarget.key(of: word, namespace: room), in: context)
    } catch {
      // logs words a missing object in its own way.
      guard case .rejected(.notFound(let key), _) = error, key.kind != .namespace else {
        throw error
      }
      throw .error(
        "error from server (NotFound): \(Rejection.notFound(key).message) in namespace "
          + "\"\(room)\"")
    }
  }

  private func selected(in context: Context) throws(Failure) -> [Pod] {
    let selection = ObjectSelection(kind: .pod, labelSelector: selector, namespace: namespace)
    return try selection.find(in: context).objects.compactMap { $0 as? Pod }
  }

  private func pods(
    _ object: (any APIObject)?, in context: Context, _ request: inout LogsRequest
  ) throws(Failure) -> [Pod] {
    guard let object else { return try selected(in: context) }
    if let pod = object as? Pod { return [pod] }
    let pods = try PodTarget.pods(of: object, in: context, for: .reading)
    guard let first = pods.first else { throw .error("timed out waiting for the condition") }
    if pods.count == 1 || wantsAllPods { return pods }
    request.notes.append("Found \(pods.count) pods, using pod/\(first.metadata.name)")
    return [first]
  }

  // MARK: - Containers

  private func add(_ pod: Pod, to request: inout LogsRequest) throws(Failure) {
    for name in try containers(of: pod, &request.notes) {
      // Nobody has printed anything in a pod without a node.
      if pod.spec.nodeName.isEmpty { continue }
      let why = Self.obstacle(to: name, of: pod, previous: request.previous)
      request.sources.append(
        LogsRequest.Source(
          ContainerAddress(pod: pod.key, container: name),
          refusal: why.map { .rejected(.badRequest($0)) }))
    }
  }

  private func containers(of pod: Pod, _ notes: inout [String]) throws(Failure) -> [String] {
    if wantsAllContainers {
      return (pod.spec.initContainers + pod.spec.containers + pod.spec.ephemeralContainers).map(
        \.name)
    }
    if let container {
      guard pod.hasContainer(container) else { throw pod.noSuchContainer(container) }
      return [container]
    }
    if let annotated = pod.annotatedContainer {
      if pod.hasContainer(annotated) { return [annotated] }
      notes.append(
        "Default container name \"\(annotated)\" not found in pod \(pod.metadata.name)")
    }
    let choice = pod.firstContainer
    if !wantsAllPods { notes += choice.notes }
    return [choice.name]
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
