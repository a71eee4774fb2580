import Engine
import Manifests
import Objects
import Store

/// `kubectl run`: one pod with one container.
struct Run: Verb {
  static let name = "run"
  static let summary = "Run a particular image on the cluster"
  static let usage =
    "run NAME --image=image [--env=\"key=value\"] [--port=port] [--dry-run=server|client] "
    + "[--overrides=inline-json] [--command] -- [COMMAND] [args...]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    annotations []
    attach false
    cascade=background background
    command false
    detach-keys ctrl-p,ctrl-q
    env []
    expose false
    force false
    grace-period -1
    image ''
    image-pull-policy ''
    labels l ''
    leave-stdin-open false
    override-type merge
    overrides ''
    pod-running-timeout 1m0s
    port ''
    privileged false
    quiet q false
    restart Always
    rm false
    save-config false
    stdin i false
    timeout 0s
    tty t false
    wait false
    """
  ).with(WriteOptions.flags(as: "kubectl-run")).with(ManifestFiles.flags)

  private let pod: Pod
  private let overrides: Override?
  private let options: WriteOptions
  private let attaches: Bool
  private let removes: Bool
  private let exposes: Bool
  private let streams: StreamWishes
  private let leavesStdinOpen: Bool
  private let runningTimeout: SimSpan

  init(_ invocation: Invocation) throws(UsageError) {
    try invocation.require("image")
    guard let name = invocation.words.first, invocation.wordsBeforeDashes != 0 else {
      throw .misuse("NAME is required for run", verb: Self.name)
    }
    let image = invocation["image"] ?? ""
    if image.isEmpty { throw .error("--image is required") }
    guard ImageText.isValid(image) else {
      throw .error("Invalid image name \"\(image)\": invalid reference format")
    }
    options = try WriteOptions(invocation)
    streams = StreamWishes(invocation)
    leavesStdinOpen = invocation.has("leave-stdin-open")
    attaches =
      invocation.isSet("attach")
      ? invocation.has("attach") : streams.passesStdin || streams.wantsTerminal
    removes = invocation.has("rm")
    exposes = invocation.has("expose")
    runningTimeout = invocation.duration("pod-running-timeout")
    if streams.wantsTerminal, !streams.passesStdin {
      throw .misuse(
        "-i/--stdin is required for containers with -t/--tty=true", verb: Self.name)
    }
    if removes, !attaches {
      throw .misuse("--rm should only be used for attached containers", verb: Self.name)
    }
    if exposes, invocation["port"] == nil {
      throw .misuse("--port must be set when exposing a service", verb: Self.name)
    }
    if attaches, options.dryRun != .none {
      throw .misuse(
        "--dry-run=[server|client] can't be used with attached containers options (--attach, "
          + "--stdin, or --tty)", verb: Self.name)
    }
    pod = try Self.pod(named: name, image: image, invocation)
    overrides = try Override(invocation["overrides"], type: invocation["override-type"])
  }

  private static func pod(
    named name: String, image: String, _ invocation: Invocation
  ) throws(UsageError) -> Pod {
    var pod = Pod()
    pod.metadata.name = name
    pod.metadata.labels = ["run": name]
    if let text = invocation["labels"] { pod.metadata.labels = try StringMap(pairsOfCommand: text) }
    for text in invocation.list("annotations") {
      for (key, value) in try StringMap(pairsOfCommand: text) {
        pod.metadata.annotations[key] = value
      }
    }
    let word = invocation["restart"] ?? "Always"
    guard let policy = RestartPolicy(rawValue: word) else {
      throw .misuse("invalid restart policy: \(word)", verb: Self.name)
    }
    pod.spec.restartPolicy = policy
    pod.spec.dnsPolicy = "ClusterFirst"
    pod.spec.containers = [try container(named: name, image: image, invocation)]
    return pod
  }

  private static func container(
    named name: String, image: String, _ invocation: Invocation
  ) throws(UsageError) -> Container {
    var container = Container()
    container.name = name
    container.image = image
    let words = Array(invocation.words.dropFirst())
    if invocation.has("command") { container.command = words } else { container.args = words }
    for text in invocation.list("env") {
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty else { throw .error("invalid env: \(text)") }
      var variable = EnvironmentVariable()
      variable.name = String(sides[0])
      variable.value = sides[1].isEmpty ? nil : String(sides[1])
      container.env.append(variable)
    }
    if let text = invocation["port"] {
      guard let number = Int(text) else {
        throw .error("strconv.Atoi: parsing \"\(text)\": invalid syntax")
      }
      var port = ContainerPort()
      port.containerPort = number
      container.ports = [port]
    }
    if let word = invocation["image-pull-policy"] {
      guard let policy = PullPolicy(rawValue: word) else {
        throw .misuse("invalid image pull policy: \(word)", verb: Self.name)
      }
      container.imagePullPolicy = policy
    }
    if invocation.has("privileged") { container.securityContext = ["privileged": true] }
    if invocation.has("stdin") {
      container.stdin = true
      container.unlisted["stdinOnce"] = invocation.has("leave-stdin-open") ? nil : true
    }
    if invocation.has("tty") { container.tty = true }
    return container
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    var pod = pod
    if let overrides {
      pod = try Pod.decode(try overrides.applied(to: pod.document, of: .pod), in: context)
    }
    let room = options.namespace ?? context.namespace
    if options.dryRun != .client, context.state[ObjectKey(.namespace, name: room)] == nil {
      throw .rejected(.notFound(ObjectKey(.namespace, name: room)))
    }
    guard exposes else {
      return attaches
        ? attached(pod, [], namespace: room) : .submit([options.create(pod, in: context)])
    }
    let exposure = options.create(service(for: pod), in: context)
    if attaches { return attached(pod, [exposure], namespace: room) }
    return .submit(steps(creating: pod, exposure, in: context), gathered: .apart)
  }

  /// The pod is made before its service, and told of behind it.
  private func steps(creating pod: Pod, _ exposure: Step, in context: Context) -> [Step] {
    let creation = options.create(pod, in: context)
    guard case .write(var write) = creation, case .line(let line) = write.answer else {
      guard case .yaml? = options.format else { return [exposure, creation] }
      return [exposure, .say(.out(.text("---\n"))), creation]
    }
    write.answer = .nothing
    write.stopsWhenRefused = true
    guard case .write(var second) = exposure else { return [exposure, creation] }
    second.stopsWhenRefused = true
    return [.write(write), .write(second), .say(.line(line))]
  }

  /// Create it, wait until it runs, join it, and take it away again if asked to.
  private func attached(_ pod: Pod, _ steps: [Step], namespace: String) -> Plan {
    var pod = pod
    if pod.metadata.namespace.isEmpty { pod.metadata.namespace = namespace }
    let key = pod.key
    let create = Step.write(Write(.create(pod), answer: .nothing, stopsWhenRefused: true))
    let address = ContainerAddress(
      pod: key, container: pod.spec.containers.first?.name ?? pod.metadata.name)
    let attach = AttachRequest(address, of: pod, streams: streams, isOwn: true)
    let waitsForEnd = !leavesStdinOpen && pod.spec.restartPolicy != .always
    let removals = removals(of: key)
    return .inOrder([
      .submit([create] + steps),
      .wait(StartWait(pod: key, timeout: runningTimeout, removals: removals)),
      .run(.attach(attach)),
      .wait(
        RunEnding(
          pod: key, waitsForEnd: waitsForEnd, timeout: runningTimeout, removals: removals)),
    ])
  }

  /// What takes away what was made, if that was asked for.
  private func removals(of key: ObjectKey) -> [Write] {
    guard removes else { return [] }
    let service = ObjectKey(.service, namespace: key.namespace, name: key.name)
    return (exposes ? [key, service] : [key]).map { key in
      let line = "\(key.kind.singular) \"\(key.name)\" deleted from \(key.namespace) namespace"
      return Write(
        .delete(key, DeleteOptions()), answer: streams.isQuiet ? .nothing : .line(line),
        ignoresNotFound: true)
    }
  }

  private func service(for pod: Pod) -> Service {
    var service = Service()
    service.metadata.name = pod.metadata.name
    service.spec.selector = pod.metadata.labels
    service.spec.ports = pod.spec.containers.flatMap(\.ports).map { open in
      var port = ServicePort()
      port.port = open.containerPort
      port.protocolName = "TCP"
      port.targetPort = .int(open.containerPort)
      return port
    }
    return service
  }
}
