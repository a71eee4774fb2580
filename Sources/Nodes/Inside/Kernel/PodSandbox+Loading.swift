/// What words lead to: a program that can take a process, or not.
enum LoadedProgram {
  case program(any Program)
  case notExecutable
  case folder
  case missing
}

/// Finding programs: those of the image, and scripts among the files.
extension PodSandbox {
  /// The program that words mean, ready to take a process.
  func load(
    _ words: [String], for process: Process, in container: String
  ) -> LoadedProgram {
    guard let name = words.first, let instance = containers[container] else { return .missing }
    switch script(name, words, for: process, in: container) {
    case .missing: break
    case let found: return found
    }
    if process.environment["PATH"] == nil, !name.contains("/") { return .missing }
    switch ToolTable.lookUp(name, in: instance) {
    case .found(let tool): return .program(ToolProgram(tool, words: words))
    case .notExecutable: return .notExecutable
    case .missing: return .missing
    }
  }

  /// A script by its path, or in one of the folders of `PATH`.
  private func script(
    _ name: String, _ words: [String], for process: Process, in container: String
  ) -> LoadedProgram {
    let isPath = name.contains("/")
    let folders = (process.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    for path in isPath ? [name] : folders.map({ $0 + "/" + name }) {
      let place = FileTree.normalised(path, from: process.folder)
      guard let found = try? find(place, in: container) else { continue }
      switch found.content {
      // Programs of the image are empty files.
      case .file(let bytes) where bytes.isEmpty && found.mode & 0o111 != 0: return .missing
      case .file(let bytes):
        let isAllowed: Void? = try? check(.execute, of: found, as: process.user)
        if found.mode & 0o111 != 0, isAllowed != nil {
          return ScriptFile(path: path, bytes: bytes, words: words)
            .program(for: process, in: container, self)
        }
        if isPath { return .notExecutable }
      case .folder: if isPath { return .folder }
      case .zeros, .link: if isPath { return .notExecutable }
      }
    }
    return .missing
  }
}

/// A file that is run: its first line may name who reads it.
struct ScriptFile {
  let path: String
  let bytes: [UInt8]
  let words: [String]

  func program(
    for process: Process, in container: String, _ sandbox: PodSandbox
  ) -> LoadedProgram {
    let text = String(decoding: bytes, as: UTF8.self)
    let first = text.prefix { $0 != "\n" }
    guard first.hasPrefix("#!"), !first.contains(path) else {
      var shell = ShellProgram(
        script: text, name: path, arguments: Array(words.dropFirst()), isFile: true, process)
      if let image = sandbox.containers[container]?.image {
        shell.dialect = ShellDialect(program: "sh", in: image)
      }
      return .program(shell)
    }
    var reader = first.dropFirst(2).split(separator: " ", maxSplits: 1).map(String.init)
    if reader.first == "/usr/bin/env" { reader.removeFirst() }
    // A script whose reader is missing counts as missing itself.
    return sandbox.load(reader + [path] + words.dropFirst(), for: process, in: container)
  }
}
