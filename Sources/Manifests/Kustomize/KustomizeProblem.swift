import Objects

/// Why a kustomization cannot be built, worded as kustomize does.
public indirect enum KustomizeProblem: Error, Equatable, Sendable {
  case path(PathProblem)
  case file(FileProblem)
  case object(ObjectProblem)
  case generator(GeneratorProblem)
  case transformer(TransformerProblem)
  case replacement(ReplacementProblem)
  /// Something went wrong on the way to another file.
  case on(Way, KustomizeProblem)
  /// A folder that could not be taken in after it had not been a file either.
  case afterFile(KustomizeProblem, KustomizeProblem)

  public var message: String {
    switch self {
    case .path(let problem): problem.message
    case .file(let problem): problem.message
    case .object(let problem): problem.message
    case .generator(let problem): problem.message
    case .transformer(let problem): problem.message
    case .replacement(let problem): problem.message
    case .on(let way, let cause): way.message(cause.message)
    case .afterFile(let first, let cause):
      "accumulation err='\(first.message)': \(cause.message)"
    }
  }

  /// Whether a file was no YAML: then it cannot have been a folder.
  var isMalformedText: Bool {
    switch self {
    case .on(_, let cause): cause.isMalformedText
    case .object(.malformed): true
    case .path, .file, .object, .generator, .transformer, .replacement, .afterFile: false
    }
  }

  /// What was being done when something went wrong.
  public enum Way: Equatable, Sendable {
    case building
    case confirmingFolder
    case resources
    case resource(String)
    case merging(String)
    case target(folder: String)
    case recursion(folder: String)
    case recursedMerging(folder: String)
    case components
    case newLoader
    case folder
    case generator
    case pairs(String)
    case configuring(String, config: String)
    case patchFile(String)
    case replacement

    func message(_ cause: String) -> String {
      switch self {
      case .building: "must build at directory: \(cause)"
      case .confirmingFolder: "not a valid directory: \(cause)"
      case .resources: "accumulating resources: \(cause)"
      case .resource(let path): "accumulating resources from '\(path)': \(cause)"
      case .merging(let path): "merging resources from '\(path)': \(cause)"
      case .target(let folder): "couldn't make target for path '\(folder)': \(cause)"
      case .recursion(let folder): "recursed accumulation of path '\(folder)': \(cause)"
      case .recursedMerging(let folder): "recursed merging from path '\(folder)': \(cause)"
      case .components: "accumulating components: \(cause)"
      case .newLoader: "loader.New \(JSON.quoted(cause))"
      case .folder: "accumulateDirectory: \(JSON.quoted(cause))"
      case .generator: "merging from generator: \(cause)"
      case .pairs(let sources): "loading KV pairs: \(sources): \(cause)"
      case .configuring(let plugin, let config):
        "trouble configuring builtin \(plugin) with config: `\n\(config)`: \(cause)"
      case .patchFile(let path): "failed to get the patch file from path(\(path)): \(cause)"
      case .replacement: cause
      }
    }
  }
}

extension KustomizeProblem {
  public enum PathProblem: Equatable, Sendable {
    case empty
    case missing(shown: String, absolute: String)
    case notFolder(String)
    case notFile(String)
    case outside(file: String, root: String)
    case cycle(candidate: String, visited: String)
    case absolute(String)
    case remote(String)
    case unreadable(String, why: String)
    case notText(String)

    var message: String {
      switch self {
      case .empty: "directory path cannot be empty"
      case .missing(let shown, let absolute):
        "evalsymlink failure on '\(shown)' : lstat \(absolute): no such file or directory"
      case .notFolder(let path): "'\(path)': file is not directory"
      case .notFile(let path): "'\(path)' must resolve to a file"
      case .outside(let file, let root): "security; file '\(file)' is not in or below '\(root)'"
      case .cycle(let candidate, let visited):
        "cycle detected: candidate root '\(candidate)' contains visited root '\(visited)'"
      case .absolute(let path): "new root '\(path)' cannot be absolute"
      case .remote(let address): "podlab has no network: it cannot fetch '\(address)'"
      case .unreadable(let path, let why): "open \(path): \(why)"
      case .notText(let path): "'\(path)' is not UTF-8 text"
      }
    }
  }

  public enum FileProblem: Equatable, Sendable {
    case none(folder: String)
    case several(folder: String)
    case empty
    case invalid(String)
    case wrongHead(folder: String, problems: [String])
    case noComponent(folder: String, kind: String)
    case component(folder: String)
    /// A field that is not built here.
    case leftOut(String)
    case unknownOrder
    case orderListsUnused(order: String)

    var message: String {
      switch self {
      case .none(let folder):
        "unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' "
          + "in directory '\(folder)'"
      case .several(let folder): "Found multiple kustomization files under: \(folder)\n"
      case .empty: "kustomization.yaml is empty"
      case .invalid(let why): "invalid Kustomization: \(why)"
      case .wrongHead(let folder, let problems):
        "Failed to read kustomization file under \(folder):\n" + problems.joined(separator: "\n")
      case .noComponent(let folder, let kind):
        "expected kind 'Component' for path '\(folder)' but got '\(kind)'"
      case .component(let folder): "expected kind != 'Component' for path '\(folder)'"
      case .leftOut(let field):
        "podlab does not build '\(field)' of a kustomization: it is left out of the simulator"
      case .unknownOrder: "the field 'sortOptions.order' must be one of [fifo, legacy]"
      case .orderListsUnused(let order):
        "the field 'sortOptions.legacySortOptions' is set but the selected sort order is "
          + "'\(order)', not 'legacy'"
      }
    }
  }

  public enum ObjectProblem: Equatable, Sendable {
    /// No YAML; the file is nil for what stands in the kustomization itself.
    case malformed(String, file: String?)
    case noMetadata
    case lacks(String, apiVersion: String, kind: String, name: String, namespace: String)
    case repeated(String)

    var message: String {
      switch self {
      case .malformed(let why, let file):
        file.map { "MalformedYAMLError: yaml: \(why) in File: \($0)" }
          ?? "MalformedYAMLError: yaml: \(why)"
      case .noMetadata: "missing Resource metadata"
      case .lacks(let field, let apiVersion, let kind, let name, let namespace):
        "missing \(field) in object {{\(apiVersion) \(kind)} {{\(name) \(namespace)} map[] map[]}}"
      case .repeated(let identity):
        "may not add resource with an already registered id: \(identity)"
      }
    }
  }
}
