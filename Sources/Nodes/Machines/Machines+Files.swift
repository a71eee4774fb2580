import Engine
import HashTreeCollections
import Objects

/// What stands at a path of a container.
public enum ContainerFile: Hashable, Sendable {
  case file([UInt8])
  /// The names in it, in order.
  case folder([String])
  /// Where it leads.
  case link(String)
}

/// Why a file of a container could not be written.
public struct ContainerFileFailure: Error, Hashable, Sendable {
  /// `Read-only file system`
  public var reason: String
}

/// The program that packs and unpacks files in a container: they differ in what they say.
public enum Archiver: Hashable, Sendable {
  case busybox
  case gnu
}

extension Machines {
  /// The `tar` of a running container, which copying files needs.
  public func archiver(in container: String, of pod: Pod) throws(AccessProblem) -> Archiver {
    let machine = try commandable(pod)
    guard let worker = machine.workers[pod.key], worker.isRunning(container),
      let instance = worker.sandbox?.containers[container], instance.exit == nil
    else { throw .containerNotRunning(container) }
    let programs = instance.image.programs
    guard programs.contains("tar") || programs.contains("sh") else {
      throw .notStarted("exec: \"tar\": executable file not found in $PATH")
    }
    return programs.contains("busybox") ? .busybox : .gnu
  }

  /// Where a path leads that is given as the container's programs would read it.
  public func place(_ path: String, in container: String, of pod: Pod) -> String {
    let instance = sandbox(of: pod)?.containers[container]
    return FileTree.normalised(path, from: instance?.workingFolder ?? "/")
  }

  /// What stands at an absolute path of a running container, links in the last place kept; nil
  /// when nothing does.
  public func file(_ path: String, in container: String, of pod: Pod) -> ContainerFile? {
    guard let sandbox = sandbox(of: pod) else { return nil }
    if let target = sandbox.linkTarget(path, in: container) { return .link(target) }
    guard let found = try? sandbox.find(path, in: container) else { return nil }
    if found.isFolder { return .folder(sandbox.names(in: path, of: container)) }
    return (try? sandbox.bytes(path, in: container)).map { .file($0) }
  }

  /// The programs that can be called by their names in a container, sorted.
  public func programs(in container: String, of pod: Pod) -> [String] {
    sandbox(of: pod)?.containers[container]?.image.programs.sorted() ?? []
  }

  /// The text of a file in a running container, links followed; nil when there is none.
  public func readFile(_ path: String, in container: String, of pod: Pod) -> String? {
    try? sandbox(of: pod)?.read(FileTree.normalised(path, from: "/"), in: container)
  }

  public func isFolder(_ path: String, in container: String, of pod: Pod) -> Bool {
    sandbox(of: pod)?.entry(path, in: container) == .folder
  }

  /// Writes a file into a running container; the folder it goes to must be there.
  public mutating func write(
    _ bytes: [UInt8], isExecutable: Bool, to path: String, in container: String, of pod: Pod,
    at now: SimTime
  ) throws(ContainerFileFailure) {
    try change(pod) { sandbox throws(PodSandbox.FileProblem) in
      sandbox.clock = now
      _ = try sandbox.write(bytes, to: path, at: 0, in: container, emptying: true)
      try sandbox.change(path, in: container) { tree, inner in
        tree.setMode(isExecutable ? 0o755 : 0o644, of: inner)
      }
    }
  }

  /// Makes a folder in a running container, where none is yet.
  public mutating func makeFolder(
    _ path: String, in container: String, of pod: Pod
  ) throws(ContainerFileFailure) {
    if isFolder(path, in: container, of: pod) { return }
    try change(pod) { sandbox throws(PodSandbox.FileProblem) in
      try sandbox.change(path, in: container) { tree, inner in tree.makeFolder(inner) }
    }
  }

  func sandbox(of pod: Pod) -> PodSandbox? {
    machines[pod.spec.nodeName]?.workers[pod.key]?.sandbox
  }

  private mutating func change(
    _ pod: Pod, _ body: (inout PodSandbox) throws(PodSandbox.FileProblem) -> Void
  ) throws(ContainerFileFailure) {
    guard var machine = machines[pod.spec.nodeName], var sandbox = sandbox(of: pod) else {
      throw ContainerFileFailure(reason: "No such file or directory")
    }
    // Folders of the machine are lent to the pod for as long as it is worked on.
    machines[machine.name] = nil
    machine.workers[pod.key]?.sandbox = nil
    machine.lendFiles(to: &sandbox)
    defer {
      machine.takeFiles(from: sandbox)
      machine.workers[pod.key]?.sandbox = sandbox
      machines[machine.name] = machine
    }
    do throws(PodSandbox.FileProblem) {
      try body(&sandbox)
    } catch {
      throw ContainerFileFailure(reason: error.rawValue)
    }
  }
}
