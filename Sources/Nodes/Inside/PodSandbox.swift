import Engine
import Objects

/// The inside of one pod: one network with one address, one host name, volumes, containers.
public struct PodSandbox: Sendable {
  /// A port that a process of the pod listens on.
  struct Listener: Hashable, Sendable {
    var port: Int
    /// `0.0.0.0`, or an address that alone is listened on.
    var bindAddress: String
    var container: String
    /// The number of the process that listens.
    var process: Int
  }

  public let address: String
  let namespace: String
  let hostname: String
  let fullHostname: String
  let nodeName: String
  /// Whether its ports are those of its machine.
  let usesHostNetwork: Bool
  /// Volumes that are folders of the machine.
  let hostFolders: [(volume: String, path: String)]
  /// Volumes that are kept in memory.
  var memoryVolumes: Set<String>
  /// Volumes that lie on the machine's disk and go with the pod.
  let diskVolumes: [String]
  /// Volumes that nobody in the pod can write to.
  let fixedVolumes: Set<String>
  let aliases: [(address: String, names: [String])]
  /// Whom the pod asks for names.
  private let resolver: ResolverFile
  var volumes: [String: FileTree]
  var containers: [String: ContainerInstance] = [:]
  var listeners: [Listener] = []
  /// On whose behalf files are touched at the moment, and when that is.
  var user = ProcessUser.root
  /// The rights that files do not get that are made on its behalf.
  var mask = 0o022
  var clock: SimTime?
  /// `shareProcessNamespace`: all containers count their processes together.
  let sharesProcesses: Bool
  /// Containers that see the processes of another one, by name.
  var processTargets: [String: String] = [:]
  /// The pod's own `securityContext`.
  let security: APIValue?
  /// Numbers of the last processes, by container; by nothing when they are counted together.
  var lastProcessIDs: [String: Int] = [:]

  init(
    pod: Pod, address: String, mounted: [String: PodVolumes.Mounted], nodeName: String
  ) {
    self.address = address
    volumes = mounted.filter { $0.value.hostPath == nil }.mapValues(\.tree)
    self.nodeName = nodeName
    namespace = pod.metadata.namespace
    resolver = ResolverFile(for: pod)
    usesHostNetwork = pod.spec.hostNetwork == true
    sharesProcesses = pod.spec.shareProcessNamespace == true
    security = pod.spec.securityContext
    // The pause container has number 1 then.
    if sharesProcesses { lastProcessIDs[""] = 1 }
    hostFolders = pod.spec.volumes.compactMap { volume in
      mounted[volume.name]?.hostPath.map { (volume.name, $0) }
    }
    memoryVolumes = Set(
      pod.spec.volumes.filter {
        $0.emptyDir?.medium == "Memory" || $0.secret != nil || $0.projected != nil
      }.map(\.name))
    diskVolumes = pod.spec.volumes.filter { volume in
      volume.emptyDir.map { $0.medium != "Memory" } ?? false
    }.map(\.name)
    fixedVolumes = Set(pod.spec.volumes.map(\.name).filter { mounted[$0]?.isFixed ?? false })
    let name = pod.spec.hostname ?? String(pod.metadata.name.prefix(63))
    hostname = pod.spec.hostNetwork == true ? nodeName : name
    fullHostname =
      pod.spec.subdomain.map { "\(name).\($0).\(pod.metadata.namespace).svc.cluster.local" } ?? name
    aliases = (pod.spec.unlisted["hostAliases"]?.array ?? []).map { alias in
      (alias["ip"]?.string ?? "", (alias["hostnames"]?.array ?? []).compactMap(\.string))
    }
  }

  // MARK: - Containers

  /// Starts a container anew.
  mutating func start(
    _ container: Container, image: ImageFacts, environment: [(name: String, value: String)],
    at now: SimTime
  ) throws(StartFailure) {
    let expansion = CommandExpansion(environment: environment)
    var words = container.command.map(expansion.expanded)
    if words.isEmpty { words = image.entrypoint }
    if !container.args.isEmpty {
      words += container.args.map(expansion.expanded)
    } else if container.command.isEmpty {
      words += image.command
    }
    let old = containers[container.name]
    var instance = ContainerInstance(
      root: image.root,
      mounts: mounts(of: container, expansion).flatMap { $0.besideLinks(in: image.root) },
      environment: Self.environment(image, environment, hostname: hostname),
      workingFolder: container.workingDir ?? image.workingFolder, image: image,
      memoryLimitBytes: container.resources.limits["memory"]?.whole,
      meter: UsageMeter(startedAt: now))
    instance.user = image.processUser
    instance.previousLog = old?.log
    writeSystemFiles(into: &instance)
    let rights = ContainerRights(pod: security, container: container.securityContext)
    instance.take(rights, of: container)
    let home = ContainerRights.home(of: instance.user, instance.root)
    let named = (image.environment + environment).contains { $0.name == "HOME" }
    if !named, let place = instance.environment.firstIndex(where: { $0.name == "HOME" }) {
      instance.environment[place].value = home
    }
    processTargets[container.name] = container.unlisted["targetContainerName"]?.string
    listeners.removeAll { $0.container == container.name }
    containers[container.name] = instance
    if processSpace(of: container.name) == container.name {
      lastProcessIDs[container.name] = nil
    }
    if let failure = startMain(words, of: container, at: now) {
      containers[container.name] = old
      throw StartFailure(failure)
    }
  }

  /// What a container's image wants to be told to end with.
  func stopSignal(of name: String) -> ProcessSignal? {
    containers[name].flatMap { ProcessSignal(named: $0.image.stopSignal) }
  }

  private static func environment(
    _ image: ImageFacts, _ more: [(name: String, value: String)], hostname: String
  ) -> [(name: String, value: String)] {
    var all = [
      (
        name: "PATH",
        value: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
      ), (name: "HOSTNAME", value: hostname),
    ]
    for variable in image.environment + more + [(name: "HOME", value: "/root")] {
      all.removeAll { $0.name == variable.name }
      all.append(variable)
    }
    return all
  }

  private mutating func mounts(
    of container: Container, _ expansion: CommandExpansion
  ) -> [ContainerInstance.Mount] {
    container.volumeMounts.compactMap { mount in
      let text = mount.subPathExpr.map(expansion.expanded) ?? mount.subPath ?? ""
      let part = FileTree.normalised(text, from: "/")
      let isFixed = fixedVolumes.contains(mount.name)
      if let host = hostFolders.first(where: { $0.volume == mount.name }) {
        let place = part == "/" ? host.path : FileTree.normalised(host.path + part, from: "/")
        return ContainerInstance.Mount(
          path: FileTree.normalised(mount.mountPath, from: "/"), volume: Self.hostFiles,
          inner: prepare(place, of: Self.hostFiles, isFixed: false),
          isReadOnly: mount.readOnly == true || isFixed)
      }
      guard volumes[mount.name] != nil else { return nil }
      return ContainerInstance.Mount(
        path: FileTree.normalised(mount.mountPath, from: "/"),
        volume: isFixed && part != "/" ? still(mount.name, part, in: container) : mount.name,
        inner: prepare(part, of: mount.name, isFixed: isFixed),
        isReadOnly: mount.readOnly == true || isFixed)
    }
  }

  /// The files of the machine, as a volume; no volume of a pod can be called so.
  static let hostFiles = "host:"

  /// A part of a volume that shows the cluster stays as it is when the container starts: under a
  /// name of its own, so that it does not follow the rest.
  private mutating func still(
    _ volume: String, _ part: String, in container: Container
  ) -> String {
    let name = "\(container.name)/\(volume)\(part)"
    volumes[name] = volumes[volume]
    return name
  }

  /// The part of a volume that is mounted: a link there is followed once and for all, and a folder
  /// that is not there yet is made.
  private mutating func prepare(_ part: String, of volume: String, isFixed: Bool) -> String {
    let inner = volumes[volume]?.withoutLinks(part) ?? part
    if !isFixed, volumes[volume]?[inner] == nil { volumes[volume]?.makeFolder(inner) }
    return inner
  }

  /// What the runtime puts into every container.
  static let systemFiles = ["/etc/hosts", "/etc/hostname", "/etc/resolv.conf"]

  private var systemTexts: [String] {
    var hosts = """
      # Kubernetes-managed hosts file.
      127.0.0.1\tlocalhost
      ::1\tlocalhost ip6-localhost ip6-loopback
      fe00::0\tip6-localnet
      fe00::0\tip6-mcastprefix
      fe00::1\tip6-allnodes
      fe00::2\tip6-allrouters

      """
    let names = fullHostname == hostname ? hostname : "\(fullHostname)\t\(hostname)"
    hosts += "\(address)\t\(names)\n"
    if !aliases.isEmpty {
      hosts += "\n# Entries added by HostAliases.\n"
      for alias in aliases { hosts += "\(alias.address)\t\(alias.names.joined(separator: "\t"))\n" }
    }
    return [hosts, hostname + "\n", resolver.text]
  }

  /// Bytes of what the runtime puts into every container.
  var systemBytes: Int { systemTexts.reduce(0) { $0 + $1.utf8.count } }

  private func writeSystemFiles(into instance: inout ContainerInstance) {
    for (path, text) in zip(Self.systemFiles, systemTexts) { instance.root.write(text, to: path) }
  }

  /// How the container's main process ended; nil while it runs.
  public func exit(of container: String) -> ProcessExit? { containers[container]?.exit }

  /// The lines of a container's present or previous life.
  public func logs(of container: String, previous: Bool = false) -> [LogLine]? {
    (previous ? containers[container]?.previousLog : containers[container]?.log)?.lines
  }

  /// What the container left in its termination log, if it did.
  func terminationMessage(of container: Container) -> String? {
    let path = container.terminationMessagePath ?? "/dev/termination-log"
    guard let instance = containers[container.name] else { return nil }
    if let text = instance.root.text(path), !text.isEmpty { return String(text.prefix(4096)) }
    guard container.terminationMessagePolicy == "FallbackToLogsOnError",
      instance.exit?.exitCode != 0
    else { return nil }
    return instance.log.suffix(80).map { $0.text + "\n" }.joined()
  }
}
