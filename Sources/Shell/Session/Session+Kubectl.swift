import Engine
import Kubectl
import Manifests
import Objects
import Simulation
import Store

extension Session {
  /// A line of kubectl's, without `kubectl` in front.
  mutating func kubectl(_ words: [String], input: String?) -> Int32 {
    let began = world.now
    failuresShown = []
    let status = performKubectl(words, input: input)
    giveHint(after: words)
    world.settle()
    if manner == .interactive, clock == .stepped, !isWatching, world.now == began {
      world.run(until: began + commandSpan)
    }
    return status
  }

  private mutating func performKubectl(_ words: [String], input: String?) -> Int32 {
    let line: KubectlLine
    do throws(UsageError) {
      line = try Kubectl.read(words)
    } catch {
      return max(emit([.failed(.usage(error))]), Kubectl.status(of: error, in: words))
    }
    do throws(Failure) {
      requester = try Kubectl.requester(of: words, in: world.state)
    } catch {
      return emit([.failed(error)])
    }
    spokenOf = Kubectl.kinds(spokenOfIn: words)
    defer {
      requester = .administrator
      spokenOf = []
    }
    lookUp = Kubectl.lookUp(of: line.verb)
    updates = Kubectl.updates(of: line.verb)
    guard line.connection.failsOnWarnings else { return perform(line, input: input) }
    let (chunks, status) = capturing { $0.perform(line, input: input) }
    for chunk in chunks { emit(chunk.stream, chunk.text) }
    let warnings = chunks.filter { $0.stream == .err && $0.text.hasPrefix("Warning:") }.count
    if warnings == 0 || status != 0 { return status }
    complain("error: \(warnings) warning\(warnings == 1 ? "" : "s") received")
    return 1
  }

  private mutating func perform(_ line: KubectlLine, input: String?) -> Int32 {
    let verb = line.verb
    var context = context(for: verb.fileNeeds, input: input)
    for case .tree(let tree)? in verb.fileNeeds.map({ context.files[$0] }) {
      for warning in tree.warnings { complain(warning) }
    }
    do throws(Failure) {
      if verb.needsServer { try line.connection.open(&context) }
      if verb.needsServer, let problem = context.serverProblem { throw .plain(problem) }
      return perform(try verb.plan(in: context), input: input)
    } catch {
      let status = max(emit([.failed(error)]), type(of: verb).failureStatus)
      // A recording shows what kubectl prints, no more; a person gets the place as well.
      if manner == .interactive, let place = error.place { complain("       see \(place)") }
      return status
    }
  }

  func context(for needs: [FileNeed] = [], input: String? = nil) -> Context {
    var files: [FileNeed: FileContents] = [:]
    for need in needs { files[need] = contents(of: need, input: input) }
    var context = Context(
      state: world.state(showing: spokenOf), now: world.now, namespace: namespace, files: files,
      stdin: input,
      serverProblem: world.isServerRunning ? nil : ControlPlane.serverProblem,
      metrics: world.metricsAPI, kubeconfig: world.kubeconfig)
    context.requester = requester
    context.lookup = lookUp
    return context
  }

  // MARK: - Files

  private func contents(of need: FileNeed, input: String?) -> FileContents {
    switch need {
    case .file("-"), .manifests("-", _), .fileOrFolder("-"): .file(input ?? "")
    case .file(let path): file(path)
    case .kustomization(let folder, let isRestricted):
      kustomization(folder, isRestricted: isRestricted)
    case .fileOrFolder(let path): fileOrFolder(path) { _ in true }
    case .manifests(let path, let recursive):
      fileOrFolder(path, recursive: recursive) { name in
        name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".json")
      }
    }
  }

  func file(_ path: String) -> FileContents {
    if let text = lessonFiles[path] { return .file(text) }
    do throws(HostProblem) {
      return .file(try host.readFile(path))
    } catch {
      return error == .missing ? .missing : .unreadable(why: error.message)
    }
  }

  private func fileOrFolder(
    _ path: String, recursive: Bool = false, where wanted: (String) -> Bool
  ) -> FileContents {
    switch host.look(path) {
    case .missing, .file: return file(path)
    case .folder:
      var entries: [FileContents.FolderEntry] = []
      for path in paths(in: path, recursive: recursive, levels: 8) where wanted(path) {
        guard case .file(let text) = file(path) else { continue }
        entries.append(FileContents.FolderEntry(path: path, text: text))
      }
      return .folder(entries)
    }
  }

  private func paths(in folder: String, recursive: Bool, levels: Int) -> [String] {
    guard case .folder(let names) = host.look(folder) else { return [] }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    return names.flatMap { name in
      guard name.hasSuffix("/") else { return [base + name] }
      guard recursive, levels > 0 else { return [] }
      return paths(in: base + name.dropLast(), recursive: true, levels: levels - 1)
    }
  }
}
