import Engine
import Manifests
import Objects
import Store

/// One object that `kubectl debug` looks at: what is made for it, and what is said meanwhile.
struct DebugSession {
  let settings: DebugSettings
  let context: Context
  var random: SeededRandom
  var steps: [Step] = []

  // MARK: - Beside the others

  /// Puts an ephemeral container into a pod.
  mutating func join(_ pod: Pod) throws(Failure) -> ContainerAddress {
    if let target = settings.target {
      say(
        "Targeting container \"\(target)\". If you don't see processes from this container it may "
          + "be because the container runtime doesn't support this feature.")
    }
    var container = newContainer(named: containerName(in: pod))
    container.image = settings.image ?? ""
    if let target = settings.target {
      container.unlisted["targetContainerName"] = .string(target)
    }
    settings.profile.apply(to: &container, onNode: false)
    container = try customised(container)
    var changed = pod
    changed.metadata.resourceVersion = 0
    changed.spec.ephemeralContainers.removeAll { $0.name == container.name }
    changed.spec.ephemeralContainers.append(container)
    write(.amend(changed, .ephemeralContainers))
    return ContainerAddress(pod: pod.key, container: container.name)
  }

  // MARK: - A copy

  /// Makes a copy of a pod with other images, or with one more container; no address when there is
  /// nothing to attach to.
  mutating func copy(_ pod: Pod) throws(Failure) -> ContainerAddress? {
    var copy = bareCopy(of: pod)
    let key = copy.key
    let name = try change(&copy)
    if settings.replaces { write(.delete(pod.key, .now)) }
    write(.create(copy))
    return name.map { ContainerAddress(pod: key, container: $0) }
  }

  private func bareCopy(of pod: Pod) -> Pod {
    var copy = Pod()
    copy.metadata.name = settings.copyName
    copy.metadata.namespace = pod.metadata.namespace
    if settings.kept.contains("keep-labels") { copy.metadata.labels = pod.metadata.labels }
    if settings.kept.contains("keep-annotations") {
      copy.metadata.annotations = pod.metadata.annotations
    }
    copy.spec = pod.spec
    copy.spec.ephemeralContainers = []
    if !settings.staysOnNode { copy.spec.nodeName = "" }
    copy.spec.shareProcessNamespace =
      settings.sharesProcesses ?? copy.spec.shareProcessNamespace ?? true
    if !settings.kept.contains("keep-init-containers") { copy.spec.initContainers = [] }
    for place in copy.spec.containers.indices { strip(&copy.spec.containers[place]) }
    for place in copy.spec.initContainers.indices { strip(&copy.spec.initContainers[place]) }
    return copy
  }

  private func strip(_ container: inout Container) {
    if let image = settings.images[container.name] ?? settings.images["*"] {
      container.image = image
    }
    if !settings.kept.contains("keep-liveness") { container.livenessProbe = nil }
    if !settings.kept.contains("keep-readiness") { container.readinessProbe = nil }
    if !settings.kept.contains("keep-startup") { container.startupProbe = nil }
  }

  /// The container to attach to: one that was there, or a new one.
  private mutating func change(_ copy: inout Pod) throws(Failure) -> String? {
    let known = copy.spec.containers.firstIndex { $0.name == settings.container }
    let place: Int
    if let known {
      place = known
    } else {
      guard settings.image != nil else {
        if !settings.images.isEmpty, settings.command.isEmpty { return nil }
        throw .error("you must specify image when creating new container")
      }
      copy.spec.containers.append(newContainer(named: containerName(in: copy)))
      place = copy.spec.containers.count - 1
    }
    var container = copy.spec.containers[place]
    if !settings.command.isEmpty { run(settings.command, in: &container) }
    if !settings.environment.isEmpty { container.env = settings.environment }
    if let image = settings.image { container.image = image }
    container.imagePullPolicy = settings.pullPolicy ?? container.imagePullPolicy
    container.stdin = settings.passesStdin ? true : nil
    container.tty = settings.isTerminal ? true : nil
    settings.profile.apply(to: &container, onNode: false)
    copy.spec.containers[place] = try customised(container)
    return container.name
  }

  // MARK: - On a node

  /// Makes a pod on a node that shares the node's own view of itself.
  mutating func debug(_ node: Node, in namespace: String) throws(Failure) -> ContainerAddress {
    var pod = Pod()
    pod.metadata.name = "node-debugger-\(node.metadata.name)-\(random.suffix())"
    pod.metadata.namespace = namespace
    pod.metadata.labels = ["app.kubernetes.io/managed-by": "kubectl-debug"]
    let name = settings.container ?? "debugger"
    say(
      "Creating debugging pod \(pod.metadata.name) with container \(name) on node "
        + "\(node.metadata.name).")
    var container = newContainer(named: name)
    container.image = settings.image ?? ""
    settings.profile.apply(to: &container, onNode: true)
    pod.spec.nodeName = node.metadata.name
    pod.spec.restartPolicy = .never
    var toleration = Toleration()
    toleration.op = .exists
    pod.spec.tolerations = [toleration]
    if settings.profile.usesTheHost {
      pod.spec.hostNetwork = true
      pod.spec.unlisted["hostPID"] = true
      pod.spec.unlisted["hostIPC"] = true
    }
    if settings.profile.mountsTheHost {
      var volume = Volume()
      volume.name = "host-root"
      var root = HostPath()
      root.path = "/"
      volume.hostPath = root
      pod.spec.volumes = [volume]
      var mount = VolumeMount()
      mount.name = volume.name
      mount.mountPath = "/host"
      container.volumeMounts = [mount]
    }
    pod.spec.containers = [try customised(container)]
    write(.create(pod))
    return ContainerAddress(pod: pod.key, container: name)
  }

  // MARK: - Parts

  private mutating func containerName(in pod: Pod) -> String {
    if let name = settings.container { return name }
    var name = "debugger-\(random.suffix())"
    while pod.hasContainer(name) { name = "debugger-\(random.suffix())" }
    say("Defaulting debug container name to \(name).")
    return name
  }

  private func newContainer(named name: String) -> Container {
    var container = Container()
    container.name = name
    container.terminationMessagePolicy = "File"
    container.imagePullPolicy = settings.pullPolicy
    container.env = settings.environment
    run(settings.command, in: &container)
    if settings.passesStdin { container.stdin = true }
    if settings.isTerminal { container.tty = true }
    return container
  }

  private func run(_ words: [String], in container: inout Container) {
    if settings.commandIsArguments {
      container.args = words
    } else {
      container.command = words
      container.args = []
    }
  }

  /// With what the file of `--custom` has in store for it.
  private func customised(_ container: Container) throws(Failure) -> Container {
    guard let path = settings.custom else { return container }
    guard case .file(let text)? = context.files[.file(path)] else {
      throw .error("must pass a valid container spec json or yaml file")
    }
    guard let patch = try? YAML.value(in: text), patch.object != nil else {
      throw .error("unable to parse custom profile: \(path)")
    }
    let merged = StrategicMerge.merge(patch, into: container.value, kind: "Container")
    var problems: [FieldProblem] = []
    var changed = Container(merged, at: FieldPath(), problems: &problems)
    // What it is called and what it runs is not for a profile to say.
    changed.name = container.name
    changed.image = container.image
    changed.command = container.command
    return changed
  }

  private mutating func say(_ line: String) {
    if !settings.isQuiet { steps.append(.say(.line(line))) }
  }

  private mutating func write(_ intent: Intent) {
    steps.append(.write(Write(intent, answer: .nothing, stopsWhenRefused: true)))
  }
}
