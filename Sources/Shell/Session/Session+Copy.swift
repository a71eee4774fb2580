import Engine
import Kubectl
import Nodes
import Objects
import Simulation
import Store

extension Session {
  /// Copies files between the host's working folder and a container, through its `tar`.
  mutating func perform(_ copy: CopyRequest) -> Int32 {
    tell(copy.notes)
    switch (copy.source, copy.destination) {
    case (.host(let path), .container(let address, let target)):
      return stayingAtHome(path) ?? copyIn(path, to: target, of: address)
    case (.container(let address, let path), .host(let target)):
      return stayingAtHome(target) ?? copyOut(path, of: address, to: target)
    case (.host, .host), (.container, .container):
      complain("error: one of src or dest must be a local file specification")
      return 1
    }
  }

  /// The status of a refusal to touch files elsewhere on the host.
  private mutating func stayingAtHome(_ path: String) -> Int32? {
    if lessonFiles[path] != nil || host.isOwnPlace(path) { return nil }
    complain(
      "error: podlab copies files in its working folder only, and \(path) is outside of it")
    return 1
  }

  private mutating func archiver(of address: ContainerAddress) -> (pod: Pod, kind: Archiver)? {
    guard let pod = pod(address) else { return nil }
    do throws(Machines.AccessProblem) {
      return (pod, try world.machines.archiver(in: address.container, of: pod))
    } catch {
      complain(error.execMessage(for: address, at: now))
      return nil
    }
  }

  // MARK: - In

  private mutating func copyIn(
    _ source: String, to target: String, of address: ContainerAddress
  ) -> Int32 {
    guard let (pod, kind) = archiver(of: address) else { return 1 }
    var files: [HostItem] = []
    do throws(HostProblem) {
      files = try hostItems(at: source, as: "", levels: 32)
    } catch {
      complain("error: \(source): \(error.message)")
      return 1
    }
    var place = target == "/" ? target : target.withoutTrailingSlash
    let full = world.machines.place(place, in: address.container, of: pod)
    if world.machines.isFolder(full, in: address.container, of: pod) {
      place = (place == "/" ? "" : place) + "/" + source.lastPathPart
    }
    let destination = world.machines.place(place, in: address.container, of: pod)
    let folder = destination.parentPath
    guard world.machines.isFolder(folder, in: address.container, of: pod) else {
      return fail(kind.missingFolder(place.parentPath))
    }
    changedHardware = true
    for file in files {
      do throws(ContainerFileFailure) {
        let path = destination + file.name
        if let whole = file.file {
          try world.write(
            whole.bytes, isExecutable: whole.isExecutable, to: path, in: address.container,
            of: pod)
        } else {
          try world.makeFolder(path, in: address.container, of: pod)
        }
      } catch {
        return fail(kind.unwritable(destination.lastPathPart + file.name, error.reason))
      }
    }
    return 0
  }

  private mutating func fail(_ said: (text: String, status: Int32)) -> Int32 {
    complain(said.text)
    complain("command terminated with exit code \(said.status)")
    return said.status
  }

  /// A file or folder of the host: its name below the place that is copied.
  private struct HostItem {
    var name: String
    /// Nil for a folder.
    var file: HostFile?
  }

  private func hostItems(
    at path: String, as name: String, levels: Int
  ) throws(HostProblem) -> [HostItem] {
    if let text = lessonFiles[path] {
      return [HostItem(name: name, file: HostFile(bytes: Array(text.utf8)))]
    }
    guard case .folder(let names) = host.look(path), levels > 0 else {
      return [HostItem(name: name, file: try host.wholeFile(path))]
    }
    var items = [HostItem(name: name)]
    for child in names {
      let bare = child.withoutTrailingSlash
      let below = path.withoutTrailingSlash + "/" + bare
      // A link may lead out of the working folder.
      guard host.isOwnPlace(below) else { continue }
      items += try hostItems(at: below, as: name + "/" + bare, levels: levels - 1)
    }
    return items
  }

  // MARK: - Out

  private mutating func copyOut(
    _ source: String, of address: ContainerAddress, to target: String
  ) -> Int32 {
    guard let (pod, kind) = archiver(of: address) else { return 1 }
    let place = world.machines.place(source, in: address.container, of: pod)
    guard world.machines.file(place, in: address.container, of: pod) != nil else {
      return fail(kind.missingFile(source))
    }
    if source.hasPrefix("/") { complain(kind.strippingNote) }
    do throws(HostProblem) {
      let target = target.count > 1 ? target.withoutTrailingSlash : target
      var isWarned = false
      try write(place, of: address, pod, to: target, &isWarned, source: source)
      return 0
    } catch {
      complain("error: \(error.message)")
      return 1
    }
  }

  private mutating func write(
    _ path: String, of address: ContainerAddress, _ pod: Pod, to target: String,
    _ isWarned: inout Bool, source: String
  ) throws(HostProblem) {
    switch world.machines.file(path, in: address.container, of: pod) {
    case .file(let bytes)?:
      if case .folder = host.look(target) { throw .refused("open \(target): is a directory") }
      let folder = target.parentPath
      if target.contains("/"), host.look(folder) == .missing { try host.makeFolder(folder) }
      try host.write(bytes, to: target)
    case .folder(let names)?:
      try host.makeFolder(target)
      for name in names {
        try write(
          path == "/" ? "/" + name : path + "/" + name, of: address, pod,
          to: target + "/" + name, &isWarned, source: source)
      }
    case .link(let leadsTo)?:
      let hint =
        "(consider using \"kubectl exec -n \"\(address.pod.namespace)\" \"\(address.pod.name)\" "
        + "-- tar cf - \"\(source)\" | tar xf -\")"
      let start = "warning: skipping symlink: \"\(target)\" -> \"\(leadsTo)\""
      complain(isWarned ? start : "\(start) \(hint)")
      isWarned = true
    case nil: break
    }
  }
}

extension String {
  fileprivate var withoutTrailingSlash: String {
    var text = Substring(self)
    while text.count > 1, text.hasSuffix("/") { text.removeLast() }
    return String(text)
  }

  fileprivate var lastPathPart: String {
    split(separator: "/").last.map { String($0) } ?? self
  }

  /// The folder a path names something in: `.` for a bare name.
  fileprivate var parentPath: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}

extension Archiver {
  fileprivate var strippingNote: String {
    switch self {
    case .busybox: "tar: removing leading '/' from member names"
    case .gnu: "tar: Removing leading `/' from member names"
    }
  }

  fileprivate func missingFile(_ path: String) -> (text: String, status: Int32) {
    switch self {
    case .busybox:
      (
        "tar: \(path): No such file or directory\ntar: error exit delayed from previous errors", 1
      )
    case .gnu:
      (
        (path.hasPrefix("/") ? strippingNote + "\n" : "")
          + "tar: \(path): Cannot stat: No such file or directory\n"
          + "tar: Exiting with failure status due to previous errors", 2
      )
    }
  }

  fileprivate func missingFolder(_ path: String) -> (text: String, status: Int32) {
    switch self {
    case .busybox: ("tar: can't change directory to '\(path)': No such file or directory", 1)
    case .gnu:
      (
        "tar: \(path): Cannot open: No such file or directory\n"
          + "tar: Error is not recoverable: exiting now", 2
      )
    }
  }

  fileprivate func unwritable(_ path: String, _ reason: String) -> (text: String, status: Int32) {
    switch self {
    case .busybox: ("tar: can't open '\(path)': \(reason)", 1)
    case .gnu:
      (
        "tar: \(path): Cannot open: \(reason)\n"
          + "tar: Exiting with failure status due to previous errors", 2
      )
    }
  }
}
